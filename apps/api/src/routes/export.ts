import { createRoute, z } from '@hono/zod-openapi'
import { type FormatName, formats } from '@speeches/formats'
import { on, routeGroup } from '../context.ts'
import { READING } from '../http/auth.ts'
import { NDJSON } from '../http/ndjson.ts'
import { problems } from '../openapi.ts'
import type { Services } from '../services.ts'
import { filterFields, filterOf, versionsField } from './filter.ts'

/** What a line or row is, and the format that writes it. */
const LINES = { speeches: 'ndjson', paragraphs: 'ndjson-paragraphs', documents: 'documents' } as const
const ROWS = { speeches: 'parquet', paragraphs: 'parquet-paragraphs', edits: 'parquet-edits' } as const

/** Everything at once, as it is read: as much memory as one page takes. */
export function exportRoutes({ pool }: Services) {
  return routeGroup().openapiRoutes([
    on(
      createRoute({
        method: 'get',
        path: '/v1/export.ndjson',
        tags: ['Export'],
        summary: 'Export as NDJSON',
        description: 'One speech, paragraph or document a line, oldest documents first.',
        security: READING,
        request: {
          query: z.strictObject({
            what: z.enum(['speeches', 'paragraphs', 'documents']).optional(),
            ...filterFields,
            ...versionsField,
          }),
        },
        responses: {
          200: { description: 'The lines.', content: { [NDJSON]: { schema: { type: 'string' } } } },
          ...problems(),
        },
      }),
      (c) => {
        const { what = 'speeches', ...filter } = c.req.valid('query')
        return answerExport(LINES[what], NDJSON, filterOf(filter))
      },
    ),

    on(
      createRoute({
        method: 'get',
        path: '/v1/export.parquet',
        tags: ['Export'],
        summary: 'Export as Parquet',
        description: 'One speech, paragraph or repair a row, for DuckDB, pandas and Spark.',
        security: READING,
        request: {
          query: z.strictObject({
            what: z.enum(['speeches', 'paragraphs', 'edits']).optional(),
            ...filterFields,
            ...versionsField,
          }),
        },
        responses: {
          200: { description: 'The table.', content: { [formats.parquet.mediaType]: { schema: {} } } },
          ...problems(),
        },
      }),
      (c) => {
        const { what = 'speeches', ...filter } = c.req.valid('query')
        return answerExport(ROWS[what], formats.parquet.mediaType, filterOf(filter))
      },
    ),
  ])

  function answerExport(what: FormatName | 'documents', mediaType: string, filter: ReturnType<typeof filterOf>) {
    const body = pool.export({ filter, what })
    return new Response(body, { headers: { 'Content-Type': mediaType, 'Cache-Control': 'no-store' } })
  }
}
