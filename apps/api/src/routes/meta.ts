import { createReadStream, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { createRoute, z } from '@hono/zod-openapi'
import { on, routeGroup } from '../context.ts'
import { sendJson } from '../http/respond.ts'
import { json } from '../openapi.ts'
import { ApiError, PROBLEMS, type ProblemName } from '../problems.ts'
import { problem } from '../schemas.ts'
import type { Services } from '../services.ts'

const PROBLEM = { 'application/problem+json': { schema: problem } }

const NAMES = Object.keys(PROBLEMS) as [ProblemName, ...ProblemName[]]

const state = z.object({ status: z.string() })

/** About the API itself. These are answered however much there is to do. */
export function metaRoutes({ store, pool, metrics, load }: Services) {
  return routeGroup().openapiRoutes([
    on(
      createRoute({
        method: 'get',
        path: '/healthz',
        tags: ['Operation'],
        summary: 'Whether the process lives',
        responses: { 200: json(state, 'It does.') },
      }),
      (c) => c.json({ status: 'ok' }, 200, { 'Cache-Control': 'no-store' }),
    ),

    on(
      createRoute({
        method: 'get',
        path: '/readyz',
        tags: ['Operation'],
        summary: 'Whether it can answer requests',
        description: 'Not while the store cannot be reached, nor from the moment on that the process is about to stop.',
        responses: {
          200: json(state, 'It can.'),
          503: { description: 'It cannot.', content: PROBLEM },
        },
      }),
      async (c) => {
        if (load.closing.aborted) throw new ApiError('busy', { detail: 'The server is about to stop.' })
        await store.list({ limit: 1 })
        return c.json({ status: 'ready' }, 200, { 'Cache-Control': 'no-store' })
      },
    ),

    on(
      createRoute({
        method: 'get',
        path: '/metrics',
        tags: ['Operation'],
        summary: 'Counts for Prometheus',
        responses: { 200: { description: 'Counts.', content: { 'text/plain': { schema: { type: 'string' } } } } },
      }),
      (c) => {
        const { inFlight, streams } = load
        const type = 'text/plain; version=0.0.4; charset=utf-8'
        return c.body(metrics.write({ inFlight, streams, pool }), 200, { 'Content-Type': type })
      },
    ),

    on(
      createRoute({
        method: 'get',
        path: '/problems/{name}',
        tags: ['Operation'],
        summary: 'What a problem means',
        description: 'The `type` of an error is the address of its description.',
        request: { params: z.object({ name: z.enum(NAMES).openapi({ example: 'not-found' }) }) },
        responses: {
          200: json(
            z.object({ type: z.string(), title: z.string(), status: z.int(), advice: z.string() }),
            'The problem.',
          ),
          304: { description: 'It is what the client has: see If-None-Match.' },
          400: { description: '`invalid-parameter`: there is no such problem.', content: PROBLEM },
          429: { description: '`too-many-requests`', content: PROBLEM },
          503: { description: '`busy`', content: PROBLEM },
        },
      }),
      (c) => {
        const { name } = c.req.valid('param')
        return sendJson(c, { type: `/problems/${name}`, ...PROBLEMS[name] })
      },
    ),
  ])
}

/** The standalone file of Scalar, served by ourselves so that the documentation needs nobody else. */
const SCALAR = new URL('./browser/standalone.js', import.meta.resolve('@scalar/api-reference'))

export function scalarScript(): Response {
  const body = Readable.toWeb(createReadStream(SCALAR)) as ReadableStream
  return new Response(body, {
    headers: {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Content-Length': String(statSync(SCALAR).size),
      'Cache-Control': 'public, max-age=86400',
    },
  })
}
