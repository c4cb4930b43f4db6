import { cp936 } from '../cp936.ts'
import { isHan } from '../gloss/find.ts'
import type { Lexicon } from './lexicon.ts'

/**
 * What the language model reads: a character of the lexicon by its number there, and behind those numbers the
 * marks, each one its own symbol, and what is not told apart.
 */
export interface Symbols {
  /** The symbol of each UTF-16 code unit; wide and narrow forms have the same. */
  of: Uint16Array
  /** The symbol of each two-byte code of CP936. */
  ofCode: Uint16Array
  /** The first symbol that is no character of the lexicon. */
  marks: number
}

/** The marks a text is pointed with, in the order of their symbols. */
export const MARKS = '，。、；：！？“”‘’《》（）'

/** Symbols behind the marks. */
export const DIGIT = MARKS.length
export const LETTER = MARKS.length + 1
export const ELISION = MARKS.length + 2
export const OTHER = MARKS.length + 3
export const BLANK = MARKS.length + 4
/** A character that the lexicon lacks. */
export const STRANGE = MARKS.length + 5
/** Half of a dash ——, and of an ellipsis ……: each is printed as two (GB/T 15834–2011, 4.10 and 4.11). */
export const DASH = MARKS.length + 6
export const DOTS = MARKS.length + 7
/** How many symbols there are beside the characters of a lexicon. */
export const OTHER_SYMBOLS = MARKS.length + 8

/** Characters beside letters, digits and marks that such text is written with. */
export const SIGNS = '\u3000×…—·【】'

const numbered = new WeakMap<Lexicon, Symbols>()

/** The symbols of a lexicon. */
export function symbolsOf(lexicon: Lexicon): Symbols {
  const known = numbered.get(lexicon)
  if (known) return known
  const marks = lexicon.idOf.reduce((most, id) => Math.max(most, id), 0) + 1
  const of = lexicon.idOf.map((id, unit) => (id !== 0 ? id : marks + (isHan(unit) ? STRANGE : OTHER)))
  for (let code = 0x21; code < 0x7f; code++) {
    const char = String.fromCharCode(code)
    const symbol = /[0-9]/.test(char) ? DIGIT : /[A-Za-z]/.test(char) ? LETTER : OTHER
    of[code] = marks + symbol
    of[code + 0xfee0] = marks + symbol
  }
  for (const char of ' \u3000') of[char.charCodeAt(0)] = marks + BLANK
  for (const char of '×xX*') of[char.charCodeAt(0)] = marks + ELISION
  of['—'.charCodeAt(0)] = marks + DASH
  of['…'.charCodeAt(0)] = marks + DOTS
  for (let i = 0; i < MARKS.length; i++) {
    const code = MARKS.charCodeAt(i)
    of[code] = marks + i
    if (code > 0xff00) of[code - 0xfee0] = marks + i
  }
  const symbols = { of, ofCode: cp936().toUnit.map((unit) => of[unit] as number), marks }
  numbered.set(lexicon, symbols)
  return symbols
}
