import type { Context, MiddlewareHandler } from 'hono'
import { isLoopback } from '../config.ts'
import type { ApiEnv } from '../context.ts'
import { ApiError } from '../problems.ts'
import type { Services } from '../services.ts'
import { allows, type Scope } from '../tables/keys.ts'

/** Who may use a route, as OpenAPI says it; `{}` is anybody. */
export const READING: { [scheme: string]: string[] }[] = [{}, { key: ['read'] }]
export const WRITING: { [scheme: string]: string[] }[] = [{ key: ['write'] }]
export const ADMINISTERING: { [scheme: string]: string[] }[] = [{ key: ['admin'] }]

/** Finds out which key was sent; a key that does not stand is refused, also where none is needed. */
export function identify({ keys, config }: Services): MiddlewareHandler<ApiEnv> {
  const mayWithout = async (scope: Scope): Promise<boolean> => {
    if (scope === 'read') return config.reading === 'open'
    return isLoopback(config.host) && !(await keys.hasWriter())
  }

  return async (c, next) => {
    const secret = secretOf(c)
    const key = secret === undefined ? undefined : await keys.find(secret)
    if (secret !== undefined && !key) throw keyNeeded('There is no such key.')
    c.set('key', key)
    c.set('authorize', async (scope) => {
      if (key ? allows(key.scopes, scope) : await mayWithout(scope)) return
      if (!key) throw keyNeeded(`This needs a key with the scope ${scope}.`)
      throw new ApiError('scope-needed', {
        detail: `The key has ${key.scopes.join(' and ')}, and not ${scope}.`,
        headers: { 'WWW-Authenticate': `Bearer error="insufficient_scope", scope="${scope}"` },
      })
    })
    await next()
  }
}

/** Lets in who has the scope. */
export function needs(scope: Scope): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    await c.get('authorize')(scope)
    await next()
  }
}

/** `Authorization: Bearer …`; another scheme, or nothing behind it, is a key that does not stand. */
function secretOf(c: Context<ApiEnv>): string | undefined {
  const sent = c.req.header('authorization')
  return sent === undefined ? undefined : (/^Bearer +(\S+)$/i.exec(sent)?.[1] ?? '')
}

function keyNeeded(detail: string): ApiError {
  return new ApiError('key-needed', { detail, headers: { 'WWW-Authenticate': 'Bearer' } })
}
