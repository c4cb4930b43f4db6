import { storeError } from '../database/errors.ts'

/** A place in a list as text that says nothing to others. */
export function writeCursor(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/**
 * The place again.
 *
 * @param shape the types that its parts must have
 * @throws {StoreError} code `cursor`, where it is no such place
 */
export function readCursor(cursor: string, shape: readonly ('string' | 'number')[]): (string | number)[] {
  let place: unknown
  try {
    place = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    throw unreadable()
  }
  const isPlace =
    Array.isArray(place) && place.length === shape.length && place.every((part, i) => typeof part === shape[i])
  if (!isPlace) throw unreadable()
  return place as (string | number)[]
}

function unreadable() {
  return storeError('cursor', 'The cursor is none of this list. Begin again without one.')
}
