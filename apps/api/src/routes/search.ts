import { createRoute, z } from '@hono/zod-openapi'
import type { SearchOptions } from '@speeches/store'
import { on, routeGroup } from '../context.ts'
import { READING } from '../http/auth.ts'
import { etagOf, send, sendJson } from '../http/respond.ts'
import { flag, json, listOf, numberIn, problems } from '../openapi.ts'
import { cursor, field, figureList, id, searchAnswer, stats } from '../schemas.ts'
import type { Services } from '../services.ts'
import { filterFields, filterOf, versionsField } from './filter.ts'
import { given } from './stateless.ts'

const FACETS = ['kind', 'year', 'publication', 'editor', 'script'] as const

/** What to look for, as people type it. */
export const query = z
  .string()
  .min(1)
  .max(2000)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  .regex(/^[^\u0000-\u001f\u007f]*$/)
  .openapi({
    description: 'Words that must be in one passage, `"a phrase"`, `OR`, `-without`, `heading:word`.',
    example: '種子',
  })

/** What is found over all pages. */
export function searchRoutes({ store, pool }: Services) {
  return routeGroup().openapiRoutes([
    on(
      createRoute({
        method: 'get',
        path: '/v1/search',
        tags: ['Search'],
        summary: 'Find passages',
        description:
          'The best first, or those in the newest documents with `order=newest`; 10,000 at most. Traditional and simplified characters, letter case and wide letters are alike.',
        security: READING,
        request: {
          query: z.strictObject({
            q: query,
            field: field.optional(),
            ...filterFields,
            document: id.optional(),
            speech: id.optional(),
            group: z.enum(['passage', 'speech']).optional(),
            order: z.enum(['relevance', 'newest']).optional(),
            limit: numberIn(1, 100),
            cursor: cursor.optional(),
            facets: listOf(FACETS, 'Count the hits in these respects'),
            exactTotal: flag,
          }),
        },
        responses: {
          200: json(searchAnswer, 'A page of hits.'),
          304: { description: 'It is what the client has: see If-None-Match.' },
          ...problems('unusable-query', 'unusable-cursor'),
        },
      }),
      async (c) => {
        const { q, ...options } = c.req.valid('query')
        const search: SearchOptions = {
          query: q,
          filter: filterOf(options),
          ...given(options, [
            'field',
            'document',
            'speech',
            'group',
            'order',
            'limit',
            'cursor',
            'facets',
            'exactTotal',
          ]),
        }
        const answer = await store.search(search)
        return sendJson(c, answer)
      },
    ),

    on(
      createRoute({
        method: 'get',
        path: '/v1/figures',
        tags: ['Search'],
        summary: 'List figures',
        description:
          'Indicators with value, unit, change and period, document by document, oldest documents first. A page can ' +
          'hold fewer than `limit`, or none, before the last one: go on as long as there is `next`.',
        security: READING,
        request: {
          query: z.strictObject({
            ...filterFields,
            ...versionsField,
            limit: numberIn(1, 500).openapi({ description: 'How many figures at most; 100 by default.' }),
            cursor: cursor.optional(),
          }),
        },
        responses: {
          200: json(figureList, 'A page of figures.'),
          304: { description: 'It is what the client has: see If-None-Match.' },
          ...problems('unusable-cursor', 'too-much-work'),
        },
      }),
      async (c) => {
        const { limit = 100, ...options } = c.req.valid('query')
        const task = { kind: 'figures' as const, filter: filterOf(options), limit, ...given(options, ['cursor']) }
        const { bytes, mediaType } = await pool.run<'figures'>(task, c.req.raw.signal)
        return send(c, { body: bytes, mediaType, etag: etagOf(bytes) })
      },
    ),

    on(
      createRoute({
        method: 'get',
        path: '/v1/stats',
        tags: ['Search'],
        summary: 'Tell how much is stored',
        security: READING,
        responses: {
          200: json(stats, 'Counts.'),
          304: { description: 'It is what the client has: see If-None-Match.' },
          ...problems(),
        },
      }),
      async (c) => sendJson(c, await store.stats()),
    ),
  ])
}
