import { randomBytes } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { ApiEnv } from '../context.ts'
import { ApiError } from '../problems.ts'
import type { Services } from '../services.ts'
import { createRate, rateHeaders } from './rate.ts'

/** Ids of requests: the process, and a number. */
const PROCESS = randomBytes(5).toString('hex')
let requests = 0

/** Paths that are answered however much there is to do. */
const ALWAYS = new Set(['/healthz', '/readyz', '/metrics'])

/** Gives each request an id, and writes down what became of it. */
export function record({ log, metrics, load, config }: Services): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const start = performance.now()
    const requestId = requestIdOf(c)
    c.set('requestId', requestId)
    await next()

    // Nobody reads it: what makes it is told so.
    if (c.req.method === 'HEAD') await c.res.body?.cancel()
    const { status } = c.res
    putHeader(c, 'X-Request-Id', requestId)
    putHeader(c, 'X-Content-Type-Options', 'nosniff')
    for (const [name, value] of Object.entries(c.get('quota') ?? {})) putHeader(c, name, value)
    if (load.closing.aborted) putHeader(c, 'Connection', 'close')
    const seconds = (performance.now() - start) / 1000
    const route = routePath(c, -1)
    const method = c.req.method
    metrics.observe(method, route, status, seconds)
    if (!config.log || ALWAYS.has(c.req.path)) return
    log.info('request', { id: requestId, method, route, status, ms: Math.round(seconds * 1000), key: c.get('key')?.id })
  }
}

/**
 * A header beside those of the answer. Where there is a server it is given to that: an answer whose own headers nobody
 * touches is sent in half the time.
 */
function putHeader(c: Context<ApiEnv>, name: string, value: string): void {
  const outgoing = c.env?.outgoing
  if (outgoing) outgoing.setHeader(name, value)
  else c.res.headers.set(name, value)
}

function requestIdOf(c: Context<ApiEnv>): string {
  const sent = c.req.header('x-request-id')
  if (sent !== undefined && /^[\w.-]{1,64}$/.test(sent)) return sent
  requests++
  return `${PROCESS}-${requests.toString(36)}`
}

/** Lets in as many requests as were allowed, at once and in a minute. */
export function admit({ config, load }: Services): MiddlewareHandler<ApiEnv> {
  const rate = config.rate > 0 ? createRate(config.rate) : undefined

  return async (c, next) => {
    if (ALWAYS.has(c.req.path)) return await next()
    if (rate) {
      const quota = rate(clientOf(c, config.trustProxy))
      c.set('quota', rateHeaders(quota))
      if (quota.isOver) {
        throw new ApiError('too-many-requests', {
          detail: `${quota.limit} requests a minute are allowed.`,
          headers: { 'Retry-After': String(quota.resets) },
        })
      }
    }
    if (load.inFlight >= config.concurrency) {
      const detail = `${load.inFlight} requests are being answered already.`
      throw new ApiError('busy', { detail, headers: { 'Retry-After': '1' } })
    }
    load.inFlight++
    try {
      await next()
    } finally {
      load.inFlight--
    }
  }
}

/** The address that a request came from; behind a proxy, the one that the proxy saw. */
function clientOf(c: Context<ApiEnv>, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return forwarded || (c.env?.incoming?.socket?.remoteAddress ?? 'unknown')
}
