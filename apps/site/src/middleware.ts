import type { MiddlewareHandler } from 'astro'
import { tame } from './text/escape.ts'

/** Pages show text of strangers, in titles and tables as in speeches: what is sent is tamed once, as a whole. */
export const onRequest: MiddlewareHandler = async (_, next) => {
  const response = await next()
  if (!(response.headers.get('Content-Type') ?? '').startsWith('text/html')) return response
  return new Response(tame(await response.text()), response)
}
