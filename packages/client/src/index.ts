import { type ClientRequestOptions, hc } from 'hono/client'
import type { Api } from './generated/api.ts'

export type * from './generated/api.ts'
export { type Patience, patientFetch } from './patience.ts'

/**
 * A typed client of the API.
 *
 *     const api = createClient('http://127.0.0.1:8787', { headers: { Authorization: `Bearer ${key}` } })
 *     const answer = await api.v1.search.$get({ query: { q: '種子' } })
 *
 * @param url where the API is
 * @param options headers of every request, and another `fetch`, such as `patientFetch()`
 */
export function createClient(url: string, options?: ClientRequestOptions) {
  return hc<Api>(url, options)
}
