import { grown } from '../../source/grown.ts'
import { createExpected } from './expected.ts'
import type { Lexicon } from './lexicon.ts'
import { likelihoodsOf } from './likelihoods.ts'
import {
  anyMarkChance,
  BEHIND_SUCH,
  ENDS_NONE,
  endsClause,
  isAtHeading,
  markChance,
  OPENED_SO,
  OPENS_NONE,
  openAfter,
  particlesOf,
  rowAfter,
  sinceAfter,
} from './marks.ts'
import { numbersOf } from './numbers.ts'
import { createOpenWords, FLOOR } from './open-words.ts'
import type { PageCounts } from './page-counts.ts'
import { createPageSequences } from './page-sequences.ts'
import { MARK_WORD, NUMBER_WORD } from './pairs.ts'
import type { Place } from './place.ts'
import { BLANK, DASH, DIGIT, MARKS, OTHER_SYMBOLS, STRANGE, symbolsOf } from './symbols.ts'

/**
 * Says how likely a symbol is behind others: the page's own sequences first, backing off to the words of the
 * lexicon, with marks judged by their place. States are numbers; all of them are forgotten at once.
 */
export interface LanguageModel {
  /** The symbol of each UTF-16 code unit. */
  symbolOf: Uint16Array
  /** The state at the start of a sentence, or of a line, at a place among marks. */
  start(place: Place, isLine?: boolean): number
  /** The natural logarithm of the chance of `symbol` in `state`. */
  score(state: number, symbol: number): number
  /** Whether that is surely less than `least`: a quick look that spares most symbols a score. */
  isBelow(state: number, symbol: number, least: number): boolean
  /** The same for many codes of CP936: writes those that may reach `least` to `into`, and gives how many they are. */
  sift(state: number, codes: readonly number[], least: number, into: Uint16Array): number
  /** What the next score tells, in nats, of the words that end in `state`. */
  due(state: number): number
  /** Whether two states behind the same characters stand at the same place among marks and in a number. */
  isAlike(a: number, b: number): boolean
  /** The state behind `symbol`. */
  advance(state: number, symbol: number): number
  /** Tells each character that a word open in `state` can go on with. */
  continuations(state: number, visit: (symbol: number) => void): void
  /** Forgets every state. */
  reset(): void
}

/** The greatest chance of any mark. */
const MOST = 0.99
/** The mark that ends a sentence. */
const SENTENCE_END = MARKS.indexOf('。')
/** The marks that part clauses, by their symbols. */
const CLAUSE_MARKS = MARKS.indexOf('“')
/** A state counts as ending words at least so much where only a bound is asked for; and what rounding may add to it. */
const LEAST_ENDED = 0.01
const ROUNDING = 1e-6

export function createLanguageModel(lexicon: Lexicon, page: PageCounts): LanguageModel {
  const { sum } = lexicon
  const { of: symbolOf, ofCode: symbolOfCode, marks } = symbolsOf(lexicon)
  const total = sum[0] as number
  const numbers = numbersOf(symbolOf)
  const lift = particlesOf(symbolOf)
  const endsNone = flagged(ENDS_NONE)
  const opensNone = flagged(OPENS_NONE)
  const expected = createExpected(lexicon, page, marks)
  const mostLikely = likelihoodsOf(lexicon, opensNone, FLOOR / LEAST_ENDED)
  /** All characters that the lexicon lacks. */
  const strange = marks + STRANGE
  /** Where `sift` marks what open words go on with. */
  const goesOn = new Uint8Array(marks + OTHER_SYMBOLS)
  let room = 4096
  let states = 0
  const words = createOpenWords(lexicon, marks, room)
  const sequences = createPageSequences(page, room)
  let rows = new Uint8Array(room)
  let open = new Uint8Array(room)
  /** The scale of the number that a state stands in. */
  let scales = new Uint8Array(room)
  /** How many characters ago the quotation was opened or, where none is open, the clause began. */
  let since = new Uint8Array(room)
  /** The symbol each state stands behind, and how likely a character is there that the page does not know behind it. */
  let lasts = new Uint16Array(room)
  let unseen = new Float64Array(room)
  /** How much likelier than its frequency says a character can be at most that nothing makes expected, in nats. */
  let mostOf = new Float64Array(room)

  return { symbolOf, start, score, isBelow, sift, due, isAlike, advance, continuations, reset }

  function reset(): void {
    states = 0
  }

  function start(place: Place, isLine = false): number {
    const state = next()
    scales[state] = 0
    words.endWith(state, MARK_WORD)
    rows[state] = rowAfter(isLine ? BLANK : SENTENCE_END)
    open[state] = place.open
    since[state] = place.since
    lasts[state] = marks + (isLine ? BLANK : SENTENCE_END)
    unseen[state] = 1
    mostOf[state] = mostAt(state)
    sequences.clear(state)
    return state
  }

  function score(state: number, symbol: number): number {
    const row = rows[state] as number
    const before = open[state] as number
    if (symbol >= marks) {
      const mark = symbol - marks
      const chance = words.closable(state) * markChance(row, before, mark, since[state] as number)
      return words.gained(state) + Math.log(Math.min(chance * lift(lasts[state] as number, mark), MOST) + FLOOR)
    }
    const opening = opensNone[symbol] ? openingChance(state, row) : 1
    const noMark = 1 - Math.min(words.closable(state), 1) * anyMarkChance(row, before, since[state] as number)
    return words.gained(state) + Math.log(opening * characterChance(state, symbol) * noMark)
  }

  /**
   * A character that neither a word that is open nor the page goes on with is as likely as it is frequent, times what
   * the state leaves to such: never more.
   */
  function isBelow(state: number, symbol: number, least: number): boolean {
    if (symbol === strange) return score(state, symbol) < least
    if ((mostOf[state] as number) + (mostLikely[symbol] as number) >= least) return false
    if (expected.has(lasts[state] as number, symbol) || (numbers.isNumeral(symbol) && countsOn(state))) return false
    return !words.goOnWith(state, symbol)
  }

  function sift(state: number, codes: readonly number[], least: number, into: Uint16Array): number {
    const rare = least - (mostOf[state] as number)
    const row = expected.rowOf(lasts[state] as number)
    const bits = expected.bits()
    const isStrangeLikely = score(state, strange) >= least
    markOpen(state, 1)
    let count = 0
    for (const code of codes) {
      const symbol = symbolOfCode[code] as number
      const isLikely = symbol === strange ? isStrangeLikely : (mostLikely[symbol] as number) >= rare
      const isKnown = (((bits[row + (symbol >> 5)] as number) >>> (symbol & 31)) & 1) === 1 || goesOn[symbol] === 1
      if (isLikely || isKnown) into[count++] = code
    }
    markOpen(state, 0)
    return count
  }

  /** Marks the characters that words of a state go on with, those of one character apart: the rows of bits have them. */
  function markOpen(state: number, mark: number): void {
    if (countsOn(state)) for (const numeral of numbers.all) goesOn[numeral] = mark
    words.eachNext(state, 2, (symbol) => {
      goesOn[symbol] = mark
    })
  }

  /** How much rarer a word that opens no clause is behind a mark, or behind a word that wants another one. */
  function openingChance(state: number, row: number): number {
    if (endsClause(row)) return OPENED_SO
    const end = words.ended(state)
    return end === 0 ? 1 : OPENED_SO + (1 - OPENED_SO) * (words.closable(state) / end)
  }

  /** The chance of a character where no mark stands. */
  function characterChance(state: number, symbol: number): number {
    const chance = wordChance(state, symbol)
    return expected.has(lasts[state] as number, symbol)
      ? sequences.chance(state, symbol, chance)
      : chance * (unseen[state] as number)
  }

  /** The chance of a character by the words that are open, and by those that could start. */
  function wordChance(state: number, symbol: number): number {
    const begins = stepChance(state, symbol) || beginChance(state, symbol)
    return FLOOR + words.ended(state) * begins + words.chance(state, symbol)
  }

  /** The chance that a number goes on with a numeral. */
  function stepChance(state: number, symbol: number): number {
    return numbers.step(lasts[state] as number, symbol, scales[state] as number)
  }

  /** Whether numerals are likelier in a state than elsewhere. */
  function countsOn(state: number): boolean {
    return numbers.isNumeral(lasts[state] as number) || isAtHeading(rows[state] as number)
  }

  /** The chance that a word begins with a character; a bracket at the head of a line holds a number as often as not. */
  function beginChance(state: number, symbol: number): number {
    const begins = (sum[symbol] as number) / total
    return isAtHeading(rows[state] as number) ? (numbers.heads(symbol) + begins) / 2 : begins
  }

  function due(state: number): number {
    return words.gained(state)
  }

  function isAlike(a: number, b: number): boolean {
    return open[a] === open[b] && since[a] === since[b] && scales[a] === scales[b] && rows[a] === rows[b]
  }

  function advance(state: number, symbol: number): number {
    const made = next()
    lasts[made] = symbol
    sequences.carryOn(state, made, symbol)
    unseen[made] = sequences.leftToOthers(made)
    if (symbol >= marks) {
      const mark = symbol - marks
      scales[made] = 0
      words.endWith(made, mark === DIGIT ? NUMBER_WORD : mark < CLAUSE_MARKS || mark === DASH ? MARK_WORD : 0)
      rows[made] = rowAfter(mark, rows[state])
      const before = open[state] as number
      open[made] = openAfter(before, mark, rows[state] as number)
      since[made] = sinceAfter(since[state] as number, before, mark)
      mostOf[made] = mostAt(made)
      return made
    }
    rows[made] = rowAfter(-1, rows[state], numbers.isNumeral(symbol))
    scales[made] = numbers.scaleBehind(scales[state] as number, symbol)
    open[made] = open[state] as number
    since[made] = sinceAfter(since[state] as number, 0, -1)
    const alone = endsNone[symbol] ? BEHIND_SUCH : 1
    words.carryOn(state, made, symbol, stepChance(state, symbol), beginChance(state, symbol), alone)
    mostOf[made] = mostAt(made)
    return made
  }

  function mostAt(state: number): number {
    const share = Math.max(words.ended(state), LEAST_ENDED) * (unseen[state] as number)
    return words.gained(state) + Math.log(share) + ROUNDING
  }

  function continuations(state: number, visit: (symbol: number) => void): void {
    words.eachNext(state, 1, visit)
  }

  function flagged(characters: string): Uint8Array {
    const flags = new Uint8Array(0x10000)
    for (const char of characters) flags[symbolOf[char.charCodeAt(0)] as number] = 1
    return flags
  }

  function next(): number {
    if (states === room) grow()
    return states++
  }

  function grow(): void {
    room *= 2
    words.grow(room)
    sequences.grow(room)
    rows = grown(rows, new Uint8Array(room))
    scales = grown(scales, new Uint8Array(room))
    open = grown(open, new Uint8Array(room))
    since = grown(since, new Uint8Array(room))
    lasts = grown(lasts, new Uint16Array(room))
    unseen = grown(unseen, new Float64Array(room))
    mostOf = grown(mostOf, new Float64Array(room))
  }
}
