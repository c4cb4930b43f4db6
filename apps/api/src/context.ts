import type { HttpBindings } from '@hono/node-server'
import { OpenAPIHono, type RouteConfig, type RouteHandler } from '@hono/zod-openapi'
import { needs } from './http/auth.ts'
import { ApiError, type Fault } from './problems.ts'
import type { Scope } from './tables/keys.ts'

/** What a request carries through the API. */
export interface ApiEnv {
  /** Empty where there is no server: in tests. */
  Bindings: Partial<HttpBindings>
  Variables: {
    requestId: string
    /** The key that was sent; undefined without one. */
    key: { id: string; scopes: readonly Scope[] } | undefined
    /** Headers that say how many requests are left. */
    quota: Record<string, string> | undefined
    /** Throws an ApiError where the request may not do what needs this scope. */
    authorize: (scope: Scope) => Promise<void>
  }
}

/** A group of routes; what does not fit their schemas is answered with every place that is wrong. */
export function routeGroup() {
  return new OpenAPIHono<ApiEnv>({
    defaultHook(result) {
      if (result.success) return
      throw new ApiError(result.target === 'json' ? 'invalid-body' : 'invalid-parameter', {
        detail: `${result.error.issues.length === 1 ? 'One value' : `${result.error.issues.length} values`} cannot be used.`,
        errors: faultsOf(result.target === 'json' ? 'body' : result.target, result.error.issues),
      })
    },
  })
}

/** What zod says, with the place in the request. */
export function faultsOf(target: string, issues: readonly { path: PropertyKey[]; message: string }[]): Fault[] {
  return issues.map(({ path, message }) => ({ where: [target, ...path.map(String)].join('.'), detail: message }))
}

/**
 * A route and what answers it: a response made by hand, which tests hold against the route's schemas. Before anything
 * of the request is read, it is asked for the scope that the route's `security` names.
 */
export function on<Route extends RouteConfig>(
  route: Route,
  handler: (c: Parameters<RouteHandler<Route, ApiEnv>>[0]) => Response | Promise<Response>,
): { route: Route; handler: typeof handler } {
  const scope = route.security?.flatMap((way) => way.key ?? [])[0]
  return { route: scope ? { ...route, middleware: needs(scope as Scope) } : route, handler }
}
