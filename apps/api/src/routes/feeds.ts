import { createRoute, z } from '@hono/zod-openapi'
import type { DocumentSummary, Hit } from '@speeches/store'
import type { Context } from 'hono'
import { type ApiEnv, on, routeGroup } from '../context.ts'
import { atom, type Entry } from '../feed.ts'
import { READING, WRITING } from '../http/auth.ts'
import { etagOf, send, sendJson } from '../http/respond.ts'
import { json, problems } from '../openapi.ts'
import { ApiError } from '../problems.ts'
import { field, line, savedSearch } from '../schemas.ts'
import type { Services } from '../services.ts'
import type { SavedSearch } from '../tables/searches.ts'
import { query } from './search.ts'

const ATOM = 'application/atom+xml'
const ENTRIES = 50

const searchId = z.object({ id: z.string().regex(/^[0-9a-f]{16}$/) })

const FEED = {
  200: { description: 'The feed.', content: { [ATOM]: { schema: { type: 'string' as const } } } },
  304: { description: 'It is what the client has: see If-None-Match.' },
}

/** Searches that are kept, and what is new as Atom. */
export function feedRoutes({ store, searches, config }: Services) {
  const searchOf = async (id: string) => {
    const search = await searches.get(id)
    if (search) return search
    throw new ApiError('not-found', { detail: `There is no saved search ${id}.` })
  }
  const baseOf = (c: Context<ApiEnv>) => config.publicUrl ?? new URL(c.req.url).origin
  const shown = (search: SavedSearch) => ({ ...search, feed: `/v1/searches/${search.id}/feed.atom` })

  return routeGroup().openapiRoutes([
    on(
      createRoute({
        method: 'get',
        path: '/v1/feed.atom',
        tags: ['Feeds'],
        summary: 'Follow new documents',
        security: READING,
        responses: { ...FEED, ...problems() },
      }),
      async (c) => {
        const { items } = await store.list({ limit: ENTRIES })
        const base = baseOf(c)
        return sendFeed(
          c,
          '/v1/feed.atom',
          '新收的讲话',
          items.map((item) => documentEntry(item, base)),
        )
      },
    ),

    on(
      createRoute({
        method: 'post',
        path: '/v1/searches',
        tags: ['Feeds'],
        summary: 'Save a search',
        security: WRITING,
        request: {
          body: {
            required: true,
            content: {
              'application/json': {
                schema: z.strictObject({ name: line, query, field: field.optional() }),
                example: { name: '春耕', query: '春耕 種子' },
              },
            },
          },
        },
        responses: {
          201: json(savedSearch, 'The search.'),
          ...problems('invalid-body', 'unsupported-media-type', 'unusable-query', 'too-large', 'slow-body'),
        },
      }),
      async (c) => {
        const { name, query, field = null } = c.req.valid('json')
        await store.search({ query, limit: 1 })
        const search = shown(await searches.create({ name, query, field }))
        return c.json(search, 201, { Location: `/v1/searches/${search.id}` })
      },
    ),

    on(
      createRoute({
        method: 'get',
        path: '/v1/searches',
        tags: ['Feeds'],
        summary: 'List saved searches',
        security: READING,
        responses: {
          200: json(z.object({ items: z.array(savedSearch) }), 'All of them.'),
          304: FEED[304],
          ...problems(),
        },
      }),
      async (c) => sendJson(c, { items: (await searches.list()).map(shown) }),
    ),

    on(
      createRoute({
        method: 'get',
        path: '/v1/searches/{id}',
        tags: ['Feeds'],
        summary: 'Get a saved search',
        security: READING,
        request: { params: searchId },
        responses: { 200: json(savedSearch, 'The search.'), 304: FEED[304], ...problems('not-found') },
      }),
      async (c) => sendJson(c, shown(await searchOf(c.req.valid('param').id))),
    ),

    on(
      createRoute({
        method: 'get',
        path: '/v1/searches/{id}/feed.atom',
        tags: ['Feeds'],
        summary: 'Follow a saved search',
        security: READING,
        request: { params: searchId },
        responses: { ...FEED, ...problems('not-found') },
      }),
      async (c) => {
        const search = await searchOf(c.req.valid('param').id)
        const base = baseOf(c)
        const { query, field } = search
        const { hits } = await store.search({ query, order: 'newest', limit: ENTRIES, ...(field && { field }) })
        return sendFeed(
          c,
          `/v1/searches/${search.id}/feed.atom`,
          search.name,
          hits.map((hit) => hitEntry(hit, base)),
        )
      },
    ),

    on(
      createRoute({
        method: 'delete',
        path: '/v1/searches/{id}',
        tags: ['Feeds'],
        summary: 'Delete a saved search',
        security: WRITING,
        request: { params: searchId },
        responses: { 204: { description: 'It is gone.' }, ...problems('not-found') },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        if (await searches.delete(id)) return c.body(null, 204)
        throw new ApiError('not-found', { detail: `There is no saved search ${id}.` })
      },
    ),
  ])

  function sendFeed(c: Context<ApiEnv>, path: string, title: string, entries: Entry[]): Response {
    const body = atom({ url: baseOf(c) + path, title, entries })
    return send(c, { body, mediaType: ATOM, etag: etagOf(body) })
  }
}

function documentEntry(document: DocumentSummary, base: string): Entry {
  const { id, title, author, imported, speeches, characters } = document
  return {
    id: `urn:speeches:document:${id}`,
    url: `${base}/v1/documents/${id}?to=html`,
    type: 'text/html',
    title: title ?? '讲话',
    updated: imported,
    author,
    summary: `${speeches}篇，${characters}字`,
  }
}

function hitEntry({ document, passage }: Hit, base: string): Entry {
  return {
    id: `urn:speeches:passage:${passage.id}:${document.id}`,
    url: `${base}/v1/paragraphs/${passage.id}?document=${document.id}`,
    type: 'application/json',
    title: document.title ?? '讲话',
    updated: document.imported,
    author: document.author,
    summary: passage.text,
  }
}
