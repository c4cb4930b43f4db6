import { storeError } from '../database/errors.ts'
import { readCursor, writeCursor } from '../pages/cursor.ts'
import type { SearchAnswer, SearchOptions } from '../store.ts'
import { sha256, shortId } from '../text/hash.ts'

/** Where an answer broke off, and what it was an answer about. */
export interface Place {
  /** The last passage's row when the search began: what came later is left out. */
  mark: number
  total: SearchAnswer['total']
  /** Where the last hit that was given stands in the order: see rank.ts. */
  key: number
  tie: number
}

export function writePlace(options: SearchOptions, { mark, total, key, tie }: Place): string {
  return writeCursor([aboutOf(options), mark, total.count, Number(total.exact), key, tie])
}

/** @throws {StoreError} code `cursor`, where it is none of this search */
export function readPlace(options: SearchOptions): Place | undefined {
  if (options.cursor === undefined) return undefined
  const shape = ['string', 'number', 'number', 'number', 'number', 'number'] as const
  const [about, mark, count, exact, key, tie] = readCursor(options.cursor, shape) as [string, ...number[]]
  if (about !== aboutOf(options))
    throw storeError('cursor', 'The cursor is of another search. Begin again without one.')
  return {
    mark: mark as number,
    total: { count: count as number, exact: exact === 1 },
    key: key as number,
    tie: tie as number,
  }
}

/** What has to be the same on all pages of an answer. */
function aboutOf({ query, field, filter, document, speech, group, order }: SearchOptions): string {
  return shortId(sha256(JSON.stringify([query, field, filter, document, speech, group, order]))).slice(0, 8)
}
