import { hc } from 'hono/client'
import type { Api } from './app.ts'

/**
 * A typed client of the API.
 *
 *     const api = createClient('http://127.0.0.1:8787', { headers: { Authorization: `Bearer ${key}` } })
 *     const answer = await api.v1.search.$get({ query: { q: '種子' } })
 */
export function createClient(url: string, options?: Parameters<typeof hc>[1]) {
  return hc<Api>(url, options)
}
