import { EMPTY, longer, ORDER, type PageCounts } from './page-counts.ts'
import { LOST, type Reading } from './reading.ts'
import { type Region, rangeOf, shownAs } from './regions.ts'
import type { Tokens } from './tokens.ts'

/** Finds passages that stand intact elsewhere: on the page, or in a witness. */
export interface Copies {
  /** The passage around a region of a reading of the tokens from `from` on, if it stands intact elsewhere. */
  around(tokens: Tokens, from: number, reading: Reading, region: Region): string | undefined
}

/**
 * How many characters in front of a region and behind it a copy shares. The end of a title is found in a sentence that
 * goes on otherwise, its beginning in one that opened otherwise.
 */
const SHARED: readonly (readonly [before: number, behind: number])[] = [
  [1, 5],
  [3, 3],
  [5, 1],
]
const MOST = 5
/** With fewer, where a line is short, it is no copy. */
const LEAST = 5

/** The copies on a page that was counted: each sequence of `ORDER` characters of the passage stands somewhere on it. */
export function findCopies(page: PageCounts, symbolOf: Uint16Array): Copies {
  return {
    around(tokens, from, reading, region) {
      const [first, last] = rangeOf(reading, region)
      const front = tokens.units.slice(Math.max(0, from - MOST), from)
      const units = [...front, ...reading.units]
      for (const [before, behind] of SHARED) {
        const start = Math.max(0, front.length + first - before)
        const passage = units.slice(start, front.length + last + behind)
        if (passage.length - (last - first) >= LEAST && holds(passage)) return passage.map(shownAs).join('')
      }
      return undefined
    },
  }

  function holds(passage: readonly number[]): boolean {
    if (passage.length < ORDER || passage.includes(LOST)) return false
    for (let start = 0; start + ORDER <= passage.length; start++) {
      let hash = EMPTY
      for (let i = start; i < start + ORDER; i++) hash = longer(hash, symbolOf[passage[i] as number] as number)
      if (page.find(hash) === -1) return false
    }
    return true
  }
}
