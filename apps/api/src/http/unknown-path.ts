import type { Context } from 'hono'
import type { ApiEnv } from '../context.ts'
import { ApiError } from '../problems.ts'

/** What is known of a path: patterns such as `/v1/documents/:id`. */
interface Route {
  method: string
  path: string
}

/** The problem of a request that no route takes: its path is unknown, or only its method. */
export function unknownPath(c: Context<ApiEnv>, routes: readonly Route[]): never {
  const methods = new Set(
    routes
      .filter(({ method, path }) => method !== 'ALL' && patternOf(path).test(c.req.path))
      .map(({ method }) => method),
  )
  if (methods.size === 0) {
    throw new ApiError('unknown-path', { detail: `There is nothing at ${c.req.path.slice(0, 200)}.` })
  }
  if (methods.has('GET')) methods.add('HEAD')
  const allowed = [...methods].sort().join(', ')
  throw new ApiError('method-not-allowed', {
    detail: `${c.req.method} is not known here; ${allowed} ${methods.size === 1 ? 'is' : 'are'}.`,
    headers: { Allow: allowed },
  })
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+')}$`)
}
