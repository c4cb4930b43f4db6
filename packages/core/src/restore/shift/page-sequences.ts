import { grown } from '../../source/grown.ts'
import { EMPTY, longer, ORDER, type PageCounts } from './page-counts.ts'

/** How many symbols of context count. */
const CONTEXT = ORDER - 1

/**
 * How much more often than the page's own sequences say a new character is expected, by the length of the sequence:
 * what a page repeats at length it will repeat again, a pair of characters tells less than the words do.
 */
const NOVELTY = [16, 8, 8, 4, 4]

/** The sequences of a page that stand before each state of a search. */
export interface PageSequences {
  /** Nothing stands before a state. */
  clear(state: number): void
  /** Notes the sequences that stand behind `symbol` in the state `made`, which goes on from `state`. */
  carryOn(state: number, made: number, symbol: number): void
  /** The chance of a character that the words give a chance, by what the page has behind the last symbols. */
  chance(state: number, symbol: number, byWords: number): number
  /** What is left by the page to the characters it does not know behind the last symbols of a state. */
  leftToOthers(state: number): number
  /** Makes room for so many states. */
  grow(room: number): void
}

/** The sequences of a page by its counts, for so many states. */
export function createPageSequences(page: PageCounts, room: number): PageSequences {
  /** For each state, the hash of the last symbol, the last two, …, and their records; -1 where the page has none. */
  let hashes = new Int32Array(room * CONTEXT)
  let records = new Int32Array(room * CONTEXT)

  return { clear, carryOn, chance, leftToOthers, grow }

  function clear(state: number): void {
    records.fill(-1, state * CONTEXT, (state + 1) * CONTEXT)
  }

  function carryOn(state: number, made: number, symbol: number): void {
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

  function chance(state: number, symbol: number, byWords: number): number {
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

  function grow(room: number): void {
    hashes = grown(hashes, new Int32Array(room * CONTEXT))
    records = grown(records, new Int32Array(room * CONTEXT))
  }
}
