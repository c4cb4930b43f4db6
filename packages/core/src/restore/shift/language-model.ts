import { createExpected } from './expected.ts'
import { grown } from './grown.ts'
import { childOf, type Lexicon } from './lexicon.ts'
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
import { EMPTY, longer, ORDER, type PageCounts } from './page-counts.ts'
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

/**
 * How much more often than the page's own sequences say a new character is expected, by the length of the sequence:
 * what a page repeats at length it will repeat again, a pair of characters tells less than the words do.
 */
const NOVELTY = [16, 8, 8, 4, 4]

/** How many words that are still open a state remembers. */
const OPEN_WORDS = 6
/** How many symbols of context count. */
const CONTEXT = ORDER - 1
/** The least chance of any character. */
const FLOOR = 1e-9
/** The greatest chance of any mark. */
const MOST = 0.99
/** The mark that ends a sentence. */
const SENTENCE_END = MARKS.indexOf('。')
/** The marks that part clauses, by their symbols. */
const CLAUSE_MARKS = MARKS.indexOf('“')
/** A state counts as ending words at least so much where only a bound is asked for; and what rounding may add to it. */
const LEAST_ENDED = 0.01
const ROUNDING = 1e-6
/** A word that is hardly open any more is forgotten. */
const FAINT = 1e-5

export function createLanguageModel(lexicon: Lexicon, page: PageCounts): LanguageModel {
  const { first, label, own, sum, kind, kinds, boost, wordOf, pairs } = lexicon
  const markKind = kinds - 1
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
  let nodes = new Int32Array(room * OPEN_WORDS)
  let shares = new Float32Array(room * OPEN_WORDS)
  /** The state each open word began behind. */
  let begun = new Int32Array(room * OPEN_WORDS)
  let opened = new Uint8Array(room)
  /** The words that end in a state and their classes, with their shares of all that end there. */
  let endings = new Uint8Array(room)
  let endKinds = new Uint8Array(room * OPEN_WORDS)
  let endWords = new Uint16Array(room * OPEN_WORDS)
  let endShares = new Float32Array(room * OPEN_WORDS)
  /** How much of a state stands at the end of a word. */
  let ended = new Float32Array(room)
  /** The part of that which may have a mark behind it. */
  let closable = new Float32Array(room)
  /**
   * What the words that end in a state gain by those in front of them, in nats. It is told one symbol late, when a
   * word is known to have ended, so that the chances themselves stay chances.
   */
  let gained = new Float32Array(room)
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
  let hashes = new Int32Array(room * CONTEXT)
  let records = new Int32Array(room * CONTEXT)

  return { symbolOf, start, score, isBelow, sift, due, isAlike, advance, continuations, reset }

  function reset(): void {
    states = 0
  }

  function start(place: Place, isLine = false): number {
    const state = next()
    opened[state] = 0
    scales[state] = 0
    endWith(state, MARK_WORD)
    rows[state] = rowAfter(isLine ? BLANK : SENTENCE_END)
    open[state] = place.open
    since[state] = place.since
    lasts[state] = marks + (isLine ? BLANK : SENTENCE_END)
    unseen[state] = 1
    mostOf[state] = mostAt(state)
    records.fill(-1, state * CONTEXT, (state + 1) * CONTEXT)
    return state
  }

  function score(state: number, symbol: number): number {
    const row = rows[state] as number
    const before = open[state] as number
    if (symbol >= marks) {
      const mark = symbol - marks
      const chance = (closable[state] as number) * markChance(row, before, mark, since[state] as number)
      return (gained[state] as number) + Math.log(Math.min(chance * lift(lasts[state] as number, mark), MOST) + FLOOR)
    }
    const opening = opensNone[symbol] ? openingChance(state, row) : 1
    const noMark = 1 - Math.min(closable[state] as number, 1) * anyMarkChance(row, before, since[state] as number)
    return (gained[state] as number) + Math.log(opening * characterChance(state, symbol) * noMark)
  }

  /**
   * A character that neither a word that is open nor the page goes on with is as likely as it is frequent, times what
   * the state leaves to such: never more.
   */
  function isBelow(state: number, symbol: number, least: number): boolean {
    if (symbol === strange) return score(state, symbol) < least
    if ((mostOf[state] as number) + (mostLikely[symbol] as number) >= least) return false
    if (expected.has(lasts[state] as number, symbol) || (numbers.isNumeral(symbol) && countsOn(state))) return false
    const base = state * OPEN_WORDS
    for (let i = base; i < base + (opened[state] as number); i++) {
      const node = nodes[i] as number
      if (node >= marks && childOf(lexicon, node, symbol) !== -1) return false
    }
    return true
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
    const base = state * OPEN_WORDS
    for (let i = base; i < base + (opened[state] as number); i++) {
      const node = nodes[i] as number
      if (node < marks) continue
      for (let child = first[node] as number; child < (first[node + 1] as number); child++) {
        goesOn[label[child] as number] = mark
      }
    }
  }

  /** How much rarer a word that opens no clause is behind a mark, or behind a word that wants another one. */
  function openingChance(state: number, row: number): number {
    if (endsClause(row)) return OPENED_SO
    const end = ended[state] as number
    return end === 0 ? 1 : OPENED_SO + (1 - OPENED_SO) * ((closable[state] as number) / end)
  }

  /** The chance of a character where no mark stands. */
  function characterChance(state: number, symbol: number): number {
    const chance = wordChance(state, symbol)
    return expected.has(lasts[state] as number, symbol)
      ? pageChance(state, symbol, chance)
      : chance * (unseen[state] as number)
  }

  /** The chance of a character that the words give a chance, by what the page has behind the last symbols. */
  function pageChance(state: number, symbol: number, byWords: number): number {
    let chance = byWords
    let isSeen = true
    const base = state * CONTEXT
    for (let n = 0; n < CONTEXT; n++) {
      const record = records[base + n] as number
      if (record === -1) break
      const followed = page.followed[record] as number
      if (followed === 0) break
      const followers = (NOVELTY[n] as number) * (page.followers[record] as number)
      const found: number = isSeen ? page.find(longer(hashes[base + n] as number, symbol)) : -1
      isSeen = found !== -1
      chance = ((isSeen ? (page.seen[found] as number) : 0) + followers * chance) / (followed + followers)
    }
    return chance
  }

  /** The chance of a character by the words that are open, and by those that could start. */
  function wordChance(state: number, symbol: number): number {
    const begins = stepChance(state, symbol) || beginChance(state, symbol)
    let chance = FLOOR + (ended[state] as number) * begins
    const base = state * OPEN_WORDS
    for (let i = 0; i < (opened[state] as number); i++) {
      const node = nodes[base + i] as number
      const child = childOf(lexicon, node, symbol)
      if (child !== -1) chance += ((shares[base + i] as number) * (sum[child] as number)) / (sum[node] as number)
    }
    return chance
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
    return gained[state] as number
  }

  function isAlike(a: number, b: number): boolean {
    return open[a] === open[b] && since[a] === since[b] && scales[a] === scales[b] && rows[a] === rows[b]
  }

  function advance(state: number, symbol: number): number {
    const made = next()
    lasts[made] = symbol
    remember(state, made, symbol)
    unseen[made] = leftToOthers(made)
    if (symbol >= marks) {
      const mark = symbol - marks
      opened[made] = 0
      scales[made] = 0
      endWith(made, mark === DIGIT ? NUMBER_WORD : mark < CLAUSE_MARKS || mark === DASH ? MARK_WORD : 0)
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
    openWords(state, made, symbol)
    mostOf[made] = mostAt(made)
    return made
  }

  function mostAt(state: number): number {
    const share = Math.max(ended[state] as number, LEAST_ENDED) * (unseen[state] as number)
    return (gained[state] as number) + Math.log(share) + ROUNDING
  }

  /** Makes a state that stands wholly behind a mark, a number, or what no pair tells of (0). */
  function endWith(state: number, word: number): void {
    ended[state] = 1
    gained[state] = 0
    closable[state] = 1
    endings[state] = 1
    endKinds[state * OPEN_WORDS] = markKind
    endWords[state * OPEN_WORDS] = word
    endShares[state * OPEN_WORDS] = 1
  }

  function continuations(state: number, visit: (symbol: number) => void): void {
    const base = state * OPEN_WORDS
    for (let i = base; i < base + (opened[state] as number); i++) {
      const node = nodes[i] as number
      const end = first[node + 1] as number
      for (let child = first[node] as number; child < end; child++) visit(label[child] as number)
    }
  }

  /** Carries on the words that go on with a character, starts one, and ends those that can end. */
  function openWords(state: number, made: number, symbol: number): void {
    const from = state * OPEN_WORDS
    const to = made * OPEN_WORDS
    const step = stepChance(state, symbol)
    const begins = (FLOOR + (ended[state] as number)) * (step || beginChance(state, symbol))
    nodes[to] = symbol
    shares[to] = begins
    begun[to] = state
    let all = begins
    let count = 1
    for (let i = 0; i < (opened[state] as number) && count < OPEN_WORDS; i++) {
      const node = nodes[from + i] as number
      const child = childOf(lexicon, node, symbol)
      if (child === -1) continue
      const share = ((shares[from + i] as number) * (sum[child] as number)) / (sum[node] as number)
      nodes[to + count] = child
      shares[to + count] = share
      begun[to + count] = begun[from + i] as number
      all += share
      count++
    }
    let kept = 0
    let end = 0
    let on = 0
    let lone = 0
    let ways = 0
    for (let i = 0; i < count; i++) {
      const share = (shares[to + i] as number) / all
      const node = nodes[to + i] as number
      const before = begun[to + i] as number
      const goesOnNumber = step > 0 && i === 0
      const ending = goesOnNumber ? 1 : (own[node] as number) / (sum[node] as number)
      if (ending !== 0) {
        const ends = share * ending * (goesOnNumber ? 1 : fit(before, kind[node] as number, wordOf[node] as number))
        endKinds[to + ways] = kind[node] as number
        endWords[to + ways] = goesOnNumber ? NUMBER_WORD : (wordOf[node] as number)
        endShares[to + ways] = ends
        ways++
        end += ends
        if (i === 0) lone = ends
      }
      on += share * (1 - ending)
      if (goesOnNumber || share < FAINT || first[node] === first[node + 1]) continue
      nodes[to + kept] = node
      shares[to + kept] = share
      begun[to + kept] = before
      kept++
    }
    const mass = end + on
    gained[made] = Math.log(mass)
    for (let i = to; i < to + kept; i++) shares[i] = (shares[i] as number) / mass
    opened[made] = kept
    endings[made] = ways
    ended[made] = end / mass
    const closing = endsNone[symbol] ? end - (1 - BEHIND_SUCH) * lone : end
    closable[made] = (closing / mass) * closeWith(made, end)
  }

  /** How many times likelier than anywhere a word (of a class) is behind the words that end in a state. */
  function fit(state: number, next: number, word: number): number {
    let fits = 0
    for (let i = state * OPEN_WORDS; i < state * OPEN_WORDS + (endings[state] as number); i++) {
      const lift = pairs.lift(endWords[i] as number, word)
      const times = lift > 0 ? lift : -lift * (boost[(endKinds[i] as number) * kinds + next] as number)
      fits += (endShares[i] as number) * times
    }
    return fits
  }

  /** Turns what ends in a state into shares, and says how much likelier than anywhere a mark is behind it. */
  function closeWith(state: number, end: number): number {
    if (end === 0) return 1
    for (let i = state * OPEN_WORDS; i < state * OPEN_WORDS + (endings[state] as number); i++) {
      endShares[i] = (endShares[i] as number) / end
    }
    return fit(state, markKind, MARK_WORD)
  }

  /** What is left by the page to the characters it does not know behind the last symbols of a state. */
  function leftToOthers(state: number): number {
    let left = 1
    for (let n = state * CONTEXT; n < (state + 1) * CONTEXT; n++) {
      const record = records[n] as number
      if (record === -1 || page.followed[record] === 0) break
      const followers = (NOVELTY[n - state * CONTEXT] as number) * (page.followers[record] as number)
      left *= followers / ((page.followed[record] as number) + followers)
    }
    return left
  }

  /** Notes the sequences that now stand before the next symbol. */
  function remember(state: number, made: number, symbol: number): void {
    const from = state * CONTEXT
    const to = made * CONTEXT
    let hash = longer(EMPTY, symbol)
    for (let n = 0; n < CONTEXT; n++) {
      const record = page.find(hash)
      hashes[to + n] = hash
      records[to + n] = record
      if (record === -1 || (n > 0 && records[from + n - 1] === -1)) {
        records.fill(-1, to + n, to + CONTEXT)
        return
      }
      if (n + 1 < CONTEXT) {
        if (records[from + n] === -1) {
          records.fill(-1, to + n + 1, to + CONTEXT)
          return
        }
        hash = longer(hashes[from + n] as number, symbol)
      }
    }
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
    nodes = grown(nodes, new Int32Array(room * OPEN_WORDS))
    shares = grown(shares, new Float32Array(room * OPEN_WORDS))
    begun = grown(begun, new Int32Array(room * OPEN_WORDS))
    opened = grown(opened, new Uint8Array(room))
    endings = grown(endings, new Uint8Array(room))
    endWords = grown(endWords, new Uint16Array(room * OPEN_WORDS))
    endKinds = grown(endKinds, new Uint8Array(room * OPEN_WORDS))
    endShares = grown(endShares, new Float32Array(room * OPEN_WORDS))
    ended = grown(ended, new Float32Array(room))
    closable = grown(closable, new Float32Array(room))
    gained = grown(gained, new Float32Array(room))
    rows = grown(rows, new Uint8Array(room))
    scales = grown(scales, new Uint8Array(room))
    open = grown(open, new Uint8Array(room))
    since = grown(since, new Uint8Array(room))
    lasts = grown(lasts, new Uint16Array(room))
    unseen = grown(unseen, new Float64Array(room))
    mostOf = grown(mostOf, new Float64Array(room))
    hashes = grown(hashes, new Int32Array(room * CONTEXT))
    records = grown(records, new Int32Array(room * CONTEXT))
  }
}
