import { serve } from '@hono/node-server'
import { Hono } from 'hono'

/** The ground that the API stands on: one route that answers with bytes it has. Started by load.ts. */
let body = ''
const app = new Hono()
app.get('/bare', (c) => c.body(body, 200, { 'Content-Type': 'application/json' }))
app.put('/bare', async (c) => {
  body = await c.req.text()
  return c.body(null, 204)
})
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => process.send?.(port))
