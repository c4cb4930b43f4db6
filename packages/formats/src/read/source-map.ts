import { firstAtLeast } from '@speeches/core'

/**
 * Where a text stood in its file: stretches of the text, each with the place where it begins. Plain data.
 *
 * A character that the file does not hold (a line end between blocks, a bullet, the brackets of a gloss) belongs to
 * the stretch before it.
 */
export interface SourceMap {
  /**
   * What `places` counts: `character`, UTF-16 code units of the decoded file from 0, a byte order mark left out;
   * `paragraph`, the paragraphs of the document from 1; `line`, the lines of a page from 1.
   */
  unit: 'character' | 'paragraph' | 'line'
  /** Where stretches begin in the text, in UTF-16 code units, ascending; the first is 0. */
  starts: number[]
  /** Where each stretch begins in the file. */
  places: number[]
  /** The page of each stretch, from 1; only where there are pages. */
  pages?: number[]
}

/** A place in a file: a character, a paragraph, or a line on a page. */
export type Place = { character: number } | { paragraph: number } | { page: number; line: number }

/** The map of a text that is its file. */
export const IDENTITY: SourceMap = { unit: 'character', starts: [0], places: [0] }

/**
 * Where the character at `offset` of the text stands in the file. Inside a stretch of characters, text and file run
 * side by side; one that the file does not hold is put behind what stands before it.
 */
export function placeOf({ unit, starts, places, pages }: SourceMap, offset: number): Place {
  const index = Math.max(0, firstAtLeast(starts, starts.length, offset + 1) - 1)
  const place = places[index] ?? 0
  if (unit === 'paragraph') return { paragraph: place }
  if (unit === 'line') return { page: pages?.[index] ?? 1, line: place }
  const next = places[index + 1] ?? Number.POSITIVE_INFINITY
  const beside = place + offset - (starts[index] ?? 0)
  return { character: next > place ? Math.min(beside, next) : beside }
}
