import type { Lexicon } from './lexicon.ts'
import type { PageCounts } from './page-counts.ts'
import { OTHER_SYMBOLS } from './symbols.ts'

/** Says whether a word goes on so, or the page does, where a character stands behind a symbol. */
export type IsExpected = (symbol: number, character: number) => boolean

/**
 * Knows which characters are behind a symbol in words or on the page, as rows of bits, a row a symbol: most of the
 * characters that a search weighs are in neither, and need no further look. A row is made when it is first asked for.
 *
 * @param characters the first symbol that is no character
 */
export function createExpected({ first, label }: Lexicon, page: PageCounts, characters: number): IsExpected {
  const width = (characters + 31) >> 5
  const rowOf = new Int32Array(characters + OTHER_SYMBOLS).fill(-1)
  let bits = new Uint32Array(64 * width)
  let rows = 0

  return (symbol, character) => {
    const row = rowOf[symbol] as number
    const word = bits[(row === -1 ? makeRow(symbol) : row) + (character >> 5)] as number
    return ((word >>> (character & 31)) & 1) === 1
  }

  /** Makes the row of a symbol, and gives where it starts. */
  function makeRow(symbol: number): number {
    if (rows === bits.length) bits = grown(bits)
    const row = rows
    rows += width
    rowOf[symbol] = row
    const set = (character: number) => {
      const at = row + (character >> 5)
      bits[at] = (bits[at] as number) | (1 << (character & 31))
    }
    page.eachFollower(symbol, set)
    if (symbol >= characters) return row
    for (let child = first[symbol] as number; child < (first[symbol + 1] as number); child++)
      set(label[child] as number)
    return row
  }
}

function grown(bits: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const bigger = new Uint32Array(2 * bits.length)
  bigger.set(bits)
  return bigger
}
