import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { ApiEnv } from '../context.ts'

/** A body with what has to be said about it. */
export interface Answer {
  body: string | Uint8Array<ArrayBuffer>
  mediaType: string
  /** Weak: the same bytes may be sent compressed. */
  etag: string
  headers?: Readonly<Record<string, string>>
}

/** An answer of JSON. */
export function jsonAnswer(value: unknown): Answer {
  const body = JSON.stringify(value)
  return { body, mediaType: 'application/json', etag: etagOf(body) }
}

export function etagOf(body: string | Uint8Array): string {
  return `W/"${createHash('sha1').update(body).digest('base64url')}"`
}

/** What an answer depends on. Said here, so that `compress` need not take the answer apart to say it. */
export const VARY = 'Accept, Accept-Encoding'

/** Sends an answer; one that the client has already, as 304 without a body (RFC 9110, 13.1.2). */
export function send(c: Context<ApiEnv>, { body, mediaType, etag, headers }: Answer): Response {
  const known = c.req.header('if-none-match')
  if (known !== undefined && isAmong(known, etag))
    return new Response(null, { status: 304, headers: { ETag: etag, Vary: VARY } })
  return new Response(body, { headers: { 'Content-Type': mediaType, ETag: etag, Vary: VARY, ...headers } })
}

function isAmong(known: string, etag: string): boolean {
  const opaque = etag.replace(/^W\//, '')
  return known.split(',').some((one) => {
    const tag = one.trim()
    return tag === '*' || tag.replace(/^W\//, '') === opaque
  })
}

/** Sends JSON that may be asked for again. */
export function sendJson(c: Context<ApiEnv>, value: unknown): Response {
  return send(c, jsonAnswer(value))
}

/** What files of a stranger's making are sent with: a browser shows them, and runs nothing. */
export const SANDBOX = {
  'Content-Security-Policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
  'X-Content-Type-Options': 'nosniff',
}
