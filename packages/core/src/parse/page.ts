import type { Locator } from '../source/lines.ts'
import type { OffsetMap } from '../source/offset-map.ts'
import type { Rows } from '../source/rows.ts'

/** A page ready to be read: what it says after restoration, and the way back to the source. */
export interface Page {
  source: string
  /** The restored text; every offset in `parse/` is one of this text, in UTF-16 code units. */
  text: string
  /** Its UTF-16 code units. */
  units: Uint16Array
  /** Its lines that are not blank. */
  rows: () => Rows
  map: OffsetMap
  locator: Locator
  /** Offsets of the restored text where two lines of the page were joined into one, sorted. */
  seams: readonly number[]
}

/**
 * Where the restored text has what is said from a source offset on; undefined where it does not have it there in one
 * piece.
 */
export function placeIn({ text, map }: Pick<Page, 'text' | 'map'>, said: string, offset: number): number | undefined {
  const place = map.toRestored(offset)
  // Slices are compared many units at a time, `startsWith` goes unit by unit.
  return text.slice(place, place + said.length) === said ? place : undefined
}
