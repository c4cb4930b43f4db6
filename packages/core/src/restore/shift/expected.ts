import { grown } from '../../source/grown.ts'
import type { Lexicon } from './lexicon.ts'
import type { PageCounts } from './page-counts.ts'
import { OTHER_SYMBOLS } from './symbols.ts'

/** Which characters a word, or the page, goes on with behind a symbol. */
export interface Expected {
  has(symbol: number, character: number): boolean
  /** Where the row of a symbol starts among the bits: a bit a character, 32 to a number. */
  rowOf(symbol: number): number
  /** All rows; to be asked for again when a row was. */
  bits(): Uint32Array
}

/**
 * Knows which characters are behind a symbol in words or on the page, as rows of bits, a row a symbol: most of the
 * characters that a search weighs are in neither, and need no further look. A row is made when it is first asked for.
 *
 * @param characters the first symbol that is no character
 */
export function createExpected({ first, label }: Lexicon, page: PageCounts, characters: number): Expected {
  const width = (characters + OTHER_SYMBOLS + 31) >> 5
  const rowsOf = new Int32Array(characters + OTHER_SYMBOLS).fill(-1)
  let bits = new Uint32Array(64 * width)
  let size = 0

  return { has, rowOf, bits: () => bits }

  function has(symbol: number, character: number): boolean {
    const row = rowOf(symbol)
    const word = bits[row + (character >> 5)] as number
    return ((word >>> (character & 31)) & 1) === 1
  }

  function rowOf(symbol: number): number {
    const row = rowsOf[symbol] as number
    return row === -1 ? makeRow(symbol) : row
  }

  /** Makes the row of a symbol, and gives where it starts. */
  function makeRow(symbol: number): number {
    if (size === bits.length) bits = grown(bits, new Uint32Array(2 * size))
    const row = size
    size += width
    rowsOf[symbol] = row
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
