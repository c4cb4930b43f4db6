import type { StoreError } from '@speeches/store'
import type { Trouble } from './pool/task.ts'

/** What the API answers where the store says that something went wrong. */
export function storeProblem({ code, message }: StoreError): Trouble {
  const detail = message
  if (code === 'query') return { problem: 'unusable-query', details: { detail } }
  if (code === 'cursor') return { problem: 'unusable-cursor', details: { detail } }
  return { problem: 'store-unavailable', details: { detail, headers: { 'Retry-After': '2' } } }
}
