import { createRoute, z } from '@hono/zod-openapi'
import { on, routeGroup } from '../context.ts'
import { READING, WRITING } from '../http/auth.ts'
import { pageOf } from '../http/body.ts'
import { chooseFormat, FORMAT_NAMES, mediaTypeOfFormat } from '../http/negotiate.ts'
import { etagOf, SANDBOX, send, sendJson } from '../http/respond.ts'
import { BODY_PROBLEMS, flag, idOf, inFormats, json, numberIn, pageBody, problems } from '../openapi.ts'
import type { Writing } from '../pool/task.ts'
import { ApiError } from '../problems.ts'
import { cursor, documentList, edits, imported, line, messages, storedDocument, version, written } from '../schemas.ts'
import type { Services } from '../services.ts'
import { filterFields, filterOf, versionsField } from './filter.ts'
import { given, to, WRITING_NAMES, writing } from './stateless.ts'

const NOT_MODIFIED = { description: 'It is what the client has: see If-None-Match.' }

/** The ending of a file by the name of its reader, where it is not that. */
const ENDINGS: Readonly<Record<string, string>> = { text: 'txt', markdown: 'md' }

function endingOf(format: string | null): string {
  return format === null ? 'bin' : (ENDINGS[format] ?? format)
}

/** Pages that are stored. */
export function documentRoutes({ store, pool, config }: Services) {
  /** A document. Throws an ApiError where there is none. */
  const documentOf = async (id: string) => {
    const document = await store.getDocument(id)
    if (document) return document
    throw new ApiError('not-found', { detail: `There is no document ${id}.` })
  }

  return routeGroup().openapiRoutes([
    on(
      createRoute({
        method: 'post',
        path: '/v1/documents',
        tags: ['Documents'],
        summary: 'Store a page',
        description: 'The same bytes again change nothing; other bytes of the same origin become its newest version.',
        security: WRITING,
        request: { query: z.strictObject({ origin: line.optional() }), body: pageBody() },
        responses: {
          200: json(imported, 'The page was there already.'),
          201: json(imported, 'The page was stored.'),
          ...problems(...BODY_PROBLEMS, 'unreadable-page', 'too-much-work'),
        },
      }),
      async (c) => {
        const page = await pageOf(c, config)
        const origin = c.req.valid('query').origin ?? page.origin
        const task = { kind: 'import' as const, page: { ...page, ...(origin !== undefined && { origin }) } }
        const outcome = await pool.run<'import'>(task, c.req.raw.signal)
        return c.json(outcome, outcome.status === 'unchanged' ? 200 : 201, { Location: `/v1/documents/${outcome.id}` })
      },
    ),

    on(
      createRoute({
        method: 'get',
        path: '/v1/documents',
        tags: ['Documents'],
        summary: 'List documents',
        security: READING,
        request: {
          query: z.strictObject({
            ...filterFields,
            ...versionsField,
            order: z.enum(['newest', 'oldest', 'published', '-published']).optional(),
            limit: numberIn(1, 500),
            cursor: cursor.optional(),
            count: flag.openapi({ description: 'Count all of them, too.' }),
          }),
        },
        responses: {
          200: json(documentList, 'A page of the list, the newest first unless said otherwise.'),
          304: NOT_MODIFIED,
          ...problems('unusable-cursor'),
        },
      }),
      async (c) => {
        const query = c.req.valid('query')
        const listed = await store.list({ ...filterOf(query), ...given(query, ['order', 'limit', 'cursor', 'count']) })
        return sendJson(c, listed)
      },
    ),

    on(
      createRoute({
        method: 'get',
        path: '/v1/documents/{id}',
        tags: ['Documents'],
        summary: 'Get a document in any format',
        description: 'Tree, edits and messages as JSON; or the page as `to` or Accept say.',
        security: READING,
        request: { params: idOf('document'), query: z.strictObject({ to, ...writing }) },
        responses: {
          200: inFormats(written, 'The document.'),
          304: NOT_MODIFIED,
          ...problems('not-found', 'not-acceptable', 'too-much-work'),
        },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const query = c.req.valid('query')
        const format = chooseFormat(FORMAT_NAMES, query.to, c.req.header('accept'))
        const how: Writing = { to: format, ...given(query, WRITING_NAMES) }
        const { parser, origin, imported } = await documentOf(id)
        const etag = etagOf(JSON.stringify([id, parser, origin, imported, how]))
        const isKnown = c.req.header('if-none-match') !== undefined
        if (isKnown) {
          const answer = send(c, { body: '', mediaType: mediaTypeOfFormat(format), etag })
          if (answer.status === 304) return answer
        }
        const { bytes, mediaType } = await pool.run<'document'>(
          { kind: 'document', id, writing: how },
          c.req.raw.signal,
        )
        const headers = mediaType.startsWith('text/html') ? SANDBOX : {}
        return send(c, { body: bytes, mediaType, etag, headers })
      },
    ),

    on(
      createRoute({
        method: 'get',
        path: '/v1/documents/{id}/about',
        tags: ['Documents'],
        summary: 'Get what is known of a document',
        description: 'Metadata, its speeches, its versions, and how often each message was found.',
        security: READING,
        request: { params: idOf('document') },
        responses: { 200: json(storedDocument, 'The document.'), 304: NOT_MODIFIED, ...problems('not-found') },
      }),
      async (c) => sendJson(c, await documentOf(c.req.valid('param').id)),
    ),

    on(
      createRoute({
        method: 'get',
        path: '/v1/documents/{id}/source',
        tags: ['Documents'],
        summary: 'Get the page as it was received',
        description: 'Byte for byte, as a file; or, with `as=text`, the text that all positions are in.',
        security: READING,
        request: {
          params: idOf('document'),
          query: z.strictObject({ as: z.enum(['bytes', 'text']).optional() }),
        },
        responses: {
          200: {
            description: 'The page.',
            content: { 'application/octet-stream': { schema: {} }, 'text/plain': { schema: { type: 'string' } } },
          },
          304: NOT_MODIFIED,
          ...problems('not-found'),
        },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const source = await store.getSource(id)
        if (!source) throw new ApiError('not-found', { detail: `There is no document ${id}.` })
        if (c.req.valid('query').as === 'text') {
          const body = source.text
          return send(c, { body, mediaType: 'text/plain; charset=utf-8', etag: etagOf(body), headers: SANDBOX })
        }
        return send(c, {
          body: new Uint8Array(source.bytes),
          mediaType: 'application/octet-stream',
          etag: `W/"${source.hash}"`,
          headers: { ...SANDBOX, 'Content-Disposition': `attachment; filename="${id}.${endingOf(source.format)}"` },
        })
      },
    ),

    on(
      createRoute({
        method: 'get',
        path: '/v1/documents/{id}/edits',
        tags: ['Documents'],
        summary: 'Get every repair of a document',
        security: READING,
        request: { params: idOf('document') },
        responses: { 200: json(edits, 'The edits, in order.'), 304: NOT_MODIFIED, ...problems('not-found') },
      }),
      async (c) => {
        const { bytes, mediaType } = await pool.run<'edits'>({ kind: 'edits', ...c.req.valid('param') })
        return send(c, { body: bytes, mediaType, etag: etagOf(bytes) })
      },
    ),

    on(
      createRoute({
        method: 'get',
        path: '/v1/documents/{id}/messages',
        tags: ['Documents'],
        summary: 'Get every message about a document',
        security: READING,
        request: { params: idOf('document') },
        responses: { 200: json(messages, 'The messages, in order.'), 304: NOT_MODIFIED, ...problems('not-found') },
      }),
      async (c) => {
        const { bytes, mediaType } = await pool.run<'messages'>({ kind: 'messages', ...c.req.valid('param') })
        return send(c, { body: bytes, mediaType, etag: etagOf(bytes) })
      },
    ),

    on(
      createRoute({
        method: 'get',
        path: '/v1/documents/{id}/versions',
        tags: ['Documents'],
        summary: 'Get all versions of a page',
        description: 'Oldest first, this one among them; empty where the page came without an origin.',
        security: READING,
        request: { params: idOf('document') },
        responses: { 200: json(z.array(version), 'The versions.'), 304: NOT_MODIFIED, ...problems('not-found') },
      }),
      async (c) => sendJson(c, (await documentOf(c.req.valid('param').id)).versions),
    ),

    on(
      createRoute({
        method: 'delete',
        path: '/v1/documents/{id}',
        tags: ['Documents'],
        summary: 'Delete a document',
        description: 'With its source, speeches and passages; links to it end.',
        security: WRITING,
        request: { params: idOf('deleted') },
        responses: { 204: { description: 'It is gone.' }, ...problems('not-found') },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        if (await pool.run<'delete'>({ kind: 'delete', id })) return c.body(null, 204)
        throw new ApiError('not-found', { detail: `There is no document ${id}.` })
      },
    ),
  ])
}
