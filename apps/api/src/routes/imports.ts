import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type ApiEnv, faultsOf, on, routeGroup } from '../context.ts'
import { EXAMPLE_PAGE } from '../examples.ts'
import { READING, WRITING } from '../http/auth.ts'
import { bytesOf, filesOf, mediaTypeOf, parseJson, toPage } from '../http/body.ts'
import { NDJSON, pagesOf } from '../http/ndjson.ts'
import { isImport, watchImport } from '../imports/events.ts'
import { BODY_PROBLEMS, json, numberIn, problems } from '../openapi.ts'
import type { PageFile } from '../pool/task.ts'
import { ApiError } from '../problems.ts'
import { importItem, importState } from '../schemas.ts'
import type { Services } from '../services.ts'

/** As many pages as one import takes. */
const MOST_PAGES = 10_000

const importId = z.object({ id: z.string().regex(/^[0-9a-f]{20}$/) })

const once = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/)
  .optional()
  .openapi({ description: 'A name of the client for this request: sent again, it gives the same import.' })

/** One of the events, as a browser's EventSource gives it. */
const EVENT = {
  type: 'object' as const,
  properties: {
    event: { type: 'string' as const, enum: ['item', 'progress', 'end'] },
    id: { type: 'string' as const },
    data: { type: 'string' as const },
  },
}

const body = {
  required: true,
  content: {
    'application/json': {
      schema: {
        type: 'object',
        properties: {
          pages: { type: 'array', items: { $ref: '#/components/schemas/Page' }, minItems: 1, maxItems: MOST_PAGES },
        },
        required: ['pages'],
        additionalProperties: false,
      },
      example: { pages: [{ text: EXAMPLE_PAGE, origin: 'https://example.org/speeches/1' }] },
    },
    [NDJSON]: {
      schema: { $ref: '#/components/schemas/Page', description: 'Such an object a line.' },
      example: `${JSON.stringify({ text: EXAMPLE_PAGE, origin: 'https://example.org/speeches/1' })}\n`,
    },
    'multipart/form-data': {
      schema: {
        type: 'object',
        properties: {
          file: { type: 'array', minItems: 1, items: { type: 'string', contentMediaType: 'application/octet-stream' } },
        },
        required: ['file'],
      },
    },
  },
} as unknown as { required: true; content: Record<never, never> }

/** Many pages at once, worked on in the background. */
export function importRoutes(services: Services) {
  const { imports, pool, config, runner } = services

  const stateOf = async (id: string) => {
    const state = await imports.get(id)
    if (state) return state
    throw noImport(id)
  }

  return routeGroup().openapiRoutes([
    on(
      createRoute({
        method: 'post',
        path: '/v1/imports',
        tags: ['Imports'],
        summary: 'Import many pages',
        description:
          'The pages are kept before the answer is sent: nothing of what was acknowledged is lost. ' +
          'What cannot be read is said of each page.',
        security: WRITING,
        request: { headers: z.object({ 'idempotency-key': once }), body },
        responses: {
          200: json(importState, 'The import that came with this Idempotency-Key before.'),
          202: json(importState, 'The import, which goes on by itself.'),
          ...problems(...BODY_PROBLEMS, 'conflict', 'too-much-work'),
        },
      }),
      async (c) => {
        const pages = await pagesFrom(c)
        const key = c.req.valid('header')['idempotency-key']
        const once = key === undefined ? undefined : `${c.get('key')?.id ?? ''} ${key}`
        const { id, isNew } = await pool.run<'keep'>({ kind: 'keep', pages, ...(once !== undefined && { once }) })
        runner.wake()
        return c.json(await stateOf(id), isNew ? 202 : 200, { Location: `/v1/imports/${id}` })
      },
    ),

    on(
      createRoute({
        method: 'get',
        path: '/v1/imports/{id}',
        tags: ['Imports'],
        summary: 'Get how far an import is',
        security: READING,
        request: { params: importId },
        responses: { 200: json(importState, 'The import.'), ...problems('not-found') },
      }),
      async (c) => c.json(await stateOf(c.req.valid('param').id), 200, { 'Cache-Control': 'no-store' }),
    ),

    on(
      createRoute({
        method: 'get',
        path: '/v1/imports/{id}/items',
        tags: ['Imports'],
        summary: 'List the pages of an import, and what became of each',
        security: READING,
        request: {
          params: importId,
          query: z.strictObject({
            after: numberIn(0, MOST_PAGES).openapi({ description: 'Begin behind the page with this ordinal.' }),
            limit: numberIn(1, 500),
          }),
        },
        responses: {
          200: json(z.object({ items: z.array(importItem) }), 'Pages in order.'),
          ...problems('not-found'),
        },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const { after = 0, limit = 100 } = c.req.valid('query')
        await stateOf(id)
        return c.json({ items: await imports.items(id, { after, limit, all: true }) })
      },
    ),

    on(
      createRoute({
        method: 'get',
        path: '/v1/imports/{id}/events',
        tags: ['Imports'],
        summary: 'Follow an import',
        description:
          'Server-sent events: `item` for each page that is through, with its ordinal as the event’s id; `progress`; ' +
          'and `end`. With Last-Event-ID it goes on where it was broken off.',
        security: READING,
        request: {
          params: importId,
          headers: z.object({
            'last-event-id': z
              .string()
              .regex(/^\d{1,9}$/)
              .optional(),
          }),
        },
        responses: {
          200: { description: 'The events.', content: { 'text/event-stream': { schema: EVENT } } },
          ...problems('not-found'),
        },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const after = Number(c.req.valid('header')['last-event-id'] ?? 0)
        if (!(await isImport(imports, id, after))) throw noImport(id)
        return c.body(watchImport(services, id, after), 200, {
          'Content-Type': 'text/event-stream',
          'Cache-Control': 'no-store',
          'X-Accel-Buffering': 'no',
        })
      },
    ),

    on(
      createRoute({
        method: 'delete',
        path: '/v1/imports/{id}',
        tags: ['Imports'],
        summary: 'Delete an import',
        description: 'Pages that wait are not stored any more; those that are stay.',
        security: WRITING,
        request: { params: importId },
        responses: { 204: { description: 'It is gone.' }, ...problems('not-found') },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        if (await imports.delete(id)) return c.body(null, 204)
        throw noImport(id)
      },
    ),
  ])

  async function pagesFrom(c: Context<ApiEnv>): Promise<PageFile[]> {
    const type = mediaTypeOf(c)
    if (type === 'application/json') return readPages(parseJson(await bytesOf(c, config)))
    if (type === 'multipart/form-data') return await filesOf(c, config)
    if (type === NDJSON) return await pagesOfLines(c)
    throw new ApiError('unsupported-media-type', {
      detail: type === '' ? 'The request does not say what its body is.' : `Bodies of type ${type} are not read here.`,
      advice: `Send one of: application/json, ${NDJSON}, multipart/form-data.`,
    })
  }

  /** All lines, or the first trouble: an import is acknowledged whole or not at all. */
  async function pagesOfLines(c: Context<ApiEnv>): Promise<PageFile[]> {
    const pages: PageFile[] = []
    const limits = { ...config, total: config.maxBody }
    for await (const { page, error } of pagesOf(c, limits)) {
      if (!page) throw error
      pages.push(page)
    }
    return checkCount(pages)
  }
}

function noImport(id: string): ApiError {
  return new ApiError('not-found', { detail: `There is no import ${id}.` })
}

function readPages(value: unknown): PageFile[] {
  const { success, data, error } = z.strictObject({ pages: z.array(z.unknown()) }).safeParse(value)
  if (!success) throw new ApiError('invalid-body', { errors: faultsOf('body', error.issues) })
  return checkCount(data.pages.map((page, i) => toPage(page, `body.pages.${i}`)))
}

function checkCount(pages: PageFile[]): PageFile[] {
  if (pages.length === 0) throw new ApiError('invalid-body', { detail: 'There is no page.', advice: 'Send one.' })
  if (pages.length <= MOST_PAGES) return pages
  throw new ApiError('too-large', { detail: `${pages.length} pages are more than ${MOST_PAGES}.` })
}
