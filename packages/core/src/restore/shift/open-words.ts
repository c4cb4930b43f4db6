import { grown } from '../../source/grown.ts'
import { childOf, type Lexicon } from './lexicon.ts'
import { MARK_WORD, NUMBER_WORD } from './pairs.ts'

/** How many words that are still open a state remembers. */
const OPEN_WORDS = 6
/** A word that is hardly open any more is forgotten. */
const FAINT = 1e-5
/** The least chance of any character. */
export const FLOOR = 1e-9

/** The words of a lexicon that are open in each state of a search, and those that end there. */
export interface OpenWords {
  /** How much of a state stands at the end of a word. */
  ended(state: number): number
  /** How much of it, and how much likelier than anywhere, may have a mark behind it. */
  closable(state: number): number
  /**
   * What the words that end in a state gain by those in front of them, in nats. It is told one symbol late, when a
   * word is known to have ended, so that the chances themselves stay chances.
   */
  gained(state: number): number
  /** Makes a state that stands wholly behind a mark, a number, or what no pair tells of (0). */
  endWith(state: number, word: number): void
  /**
   * Carries on the words that go on with a character, starts one, and ends those that can end.
   *
   * @param step the chance that a number goes on with the character, 0 for none
   * @param begins the chance that a word begins with it, where none goes on
   * @param alone how much of it, as a word of its own, may have a mark behind it
   */
  carryOn(state: number, made: number, symbol: number, step: number, begins: number, alone: number): void
  /** The chance that an open word goes on with a character. */
  chance(state: number, symbol: number): number
  /** Whether an open word of two characters or more goes on with a character. */
  goOnWith(state: number, symbol: number): boolean
  /** Tells each character that an open word of at least so many characters, one or two, can go on with. */
  eachNext(state: number, least: 1 | 2, visit: (symbol: number) => void): void
  /** Makes room for so many states. */
  grow(room: number): void
}

/**
 * The words that are open in states, for so many of them.
 *
 * @param characters the first symbol that is no character
 */
export function createOpenWords(lexicon: Lexicon, characters: number, room: number): OpenWords {
  const { first, label, own, sum, kind, kinds, boost, wordOf, pairs } = lexicon
  const markKind = kinds - 1
  /** The place of each open word in the lexicon, its share of the state, and the state it began behind. */
  let nodes = new Int32Array(room * OPEN_WORDS)
  let shares = new Float32Array(room * OPEN_WORDS)
  let begun = new Int32Array(room * OPEN_WORDS)
  let opened = new Uint8Array(room)
  /** The words that end in a state and their classes, with their shares of all that end there. */
  let endings = new Uint8Array(room)
  let endKinds = new Uint8Array(room * OPEN_WORDS)
  let endWords = new Uint16Array(room * OPEN_WORDS)
  let endShares = new Float32Array(room * OPEN_WORDS)
  let ended = new Float32Array(room)
  let closable = new Float32Array(room)
  let gained = new Float32Array(room)

  return {
    ended: (state) => ended[state] as number,
    closable: (state) => closable[state] as number,
    gained: (state) => gained[state] as number,
    endWith,
    carryOn,
    chance,
    goOnWith,
    eachNext,
    grow,
  }

  function endWith(state: number, word: number): void {
    opened[state] = 0
    ended[state] = 1
    gained[state] = 0
    closable[state] = 1
    endings[state] = 1
    endKinds[state * OPEN_WORDS] = markKind
    endWords[state * OPEN_WORDS] = word
    endShares[state * OPEN_WORDS] = 1
  }

  function chance(state: number, symbol: number): number {
    let chance = 0
    const base = state * OPEN_WORDS
    for (let i = base; i < base + (opened[state] as number); i++) {
      const node = nodes[i] as number
      const child = childOf(lexicon, node, symbol)
      if (child !== -1) chance += ((shares[i] as number) * (sum[child] as number)) / (sum[node] as number)
    }
    return chance
  }

  function goOnWith(state: number, symbol: number): boolean {
    const base = state * OPEN_WORDS
    for (let i = base; i < base + (opened[state] as number); i++) {
      const node = nodes[i] as number
      if (node >= characters && childOf(lexicon, node, symbol) !== -1) return true
    }
    return false
  }

  function eachNext(state: number, least: 1 | 2, visit: (symbol: number) => void): void {
    const base = state * OPEN_WORDS
    for (let i = base; i < base + (opened[state] as number); i++) {
      const node = nodes[i] as number
      if (least === 2 && node < characters) continue
      const end = first[node + 1] as number
      for (let child = first[node] as number; child < end; child++) visit(label[child] as number)
    }
  }

  function carryOn(state: number, made: number, symbol: number, step: number, begins: number, alone: number): void {
    const to = made * OPEN_WORDS
    const count = goOn(state, made, symbol, (FLOOR + (ended[state] as number)) * (step || begins))
    let all = 0
    for (let i = to; i < to + count; i++) all += shares[i] as number
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
    closable[made] = ((end - (1 - alone) * lone) / mass) * closeWith(made, end)
  }

  /** Puts the word that starts with a character, and those that go on with it, into a state; how many they are. */
  function goOn(state: number, made: number, symbol: number, begins: number): number {
    const from = state * OPEN_WORDS
    const to = made * OPEN_WORDS
    nodes[to] = symbol
    shares[to] = begins
    begun[to] = state
    let count = 1
    for (let i = from; i < from + (opened[state] as number) && count < OPEN_WORDS; i++) {
      const node = nodes[i] as number
      const child = childOf(lexicon, node, symbol)
      if (child === -1) continue
      nodes[to + count] = child
      shares[to + count] = ((shares[i] as number) * (sum[child] as number)) / (sum[node] as number)
      begun[to + count] = begun[i] as number
      count++
    }
    return count
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

  function grow(room: number): void {
    nodes = grown(nodes, new Int32Array(room * OPEN_WORDS))
    shares = grown(shares, new Float32Array(room * OPEN_WORDS))
    begun = grown(begun, new Int32Array(room * OPEN_WORDS))
    opened = grown(opened, new Uint8Array(room))
    endings = grown(endings, new Uint8Array(room))
    endKinds = grown(endKinds, new Uint8Array(room * OPEN_WORDS))
    endWords = grown(endWords, new Uint16Array(room * OPEN_WORDS))
    endShares = grown(endShares, new Float32Array(room * OPEN_WORDS))
    ended = grown(ended, new Float32Array(room))
    closable = grown(closable, new Float32Array(room))
    gained = grown(gained, new Float32Array(room))
  }
}
