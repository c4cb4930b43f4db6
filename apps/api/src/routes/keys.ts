import { createRoute, z } from '@hono/zod-openapi'
import { on, routeGroup } from '../context.ts'
import { ADMINISTERING } from '../http/auth.ts'
import { json, problems } from '../openapi.ts'
import { ApiError } from '../problems.ts'
import { key, line, scope } from '../schemas.ts'
import type { Services } from '../services.ts'

/** Who may do what. */
export function keyRoutes({ keys }: Services) {
  return routeGroup().openapiRoutes([
    on(
      createRoute({
        method: 'post',
        path: '/v1/keys',
        tags: ['Keys'],
        summary: 'Make a key',
        description: 'The secret is told this once, and kept as a hash.',
        security: ADMINISTERING,
        request: {
          body: {
            required: true,
            content: {
              'application/json': {
                schema: z.strictObject({ name: line, scopes: z.array(scope).min(1).max(3) }),
                example: { name: 'site', scopes: ['read'] },
              },
            },
          },
        },
        responses: {
          201: json(key.extend({ secret: z.string() }), 'The key.'),
          ...problems('invalid-body', 'unsupported-media-type', 'too-large', 'slow-body'),
        },
      }),
      async (c) => {
        const { name, scopes } = c.req.valid('json')
        return c.json(await keys.create(name, [...new Set(scopes)]), 201, { 'Cache-Control': 'no-store' })
      },
    ),

    on(
      createRoute({
        method: 'get',
        path: '/v1/keys',
        tags: ['Keys'],
        summary: 'List keys',
        security: ADMINISTERING,
        responses: {
          200: json(z.object({ items: z.array(key) }), 'All of them, without their secrets.'),
          ...problems(),
        },
      }),
      async (c) => c.json({ items: await keys.list() }, 200, { 'Cache-Control': 'no-store' }),
    ),

    on(
      createRoute({
        method: 'delete',
        path: '/v1/keys/{id}',
        tags: ['Keys'],
        summary: 'Delete a key',
        description: 'It is refused from now on, by every process.',
        security: ADMINISTERING,
        request: { params: z.object({ id: z.string().regex(/^[0-9a-f]{12}$/) }) },
        responses: { 204: { description: 'It is gone.' }, ...problems('not-found') },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        if (await keys.delete(id)) return c.body(null, 204)
        throw new ApiError('not-found', { detail: `There is no key ${id}.` })
      },
    ),
  ])
}
