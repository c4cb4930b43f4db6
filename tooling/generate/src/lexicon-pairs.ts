import { readFileSync } from 'node:fs'

/** How often a word stood, and what followed it, in tenths. */
export interface WordCount {
  count: number
  /** How often a word followed, less what is left to those that were not seen. */
  followed: number
  /** How often each of them did, where the table tells. */
  next: Map<string, number>
}

/** The pairs that a word table keeps, a row for each word that can open one, by its rank. */
export type PairTable = readonly PairRow[]

interface PairRow {
  /** What is left to the words not named: half nats below one, from 0 to 15. */
  rest: number
  /** Ranks of words, rising, and how much likelier than anywhere they stand here: half nats from -1, from 0 to 15. */
  pairs: readonly { right: number; lift: number }[]
}

/** Stands for a mark that parts clauses, and for a number in digits. */
export const MARK_WORD = '，'
export const NUMBER_WORD = '1'

/** How often a word must have stood, in tenths, to be half trusted on what follows it. */
const DOUBT = 40
/** How far words not named are held to be as rare as the table says: its texts are few, and not what a page is about. */
const TRUST = 0.5
/** The least that is left to them. */
const LEAST_REST = 5e-4

const TABLE = new URL('../../../packages/core/data/word-pairs.tsv', import.meta.url)

/** The counts of `data/word-pairs.tsv` by word, and how many words stood in all. */
export function readPairs(): { words: ReadonlyMap<string, WordCount>; total: number } {
  const words = new Map<string, WordCount>()
  let total = 0
  for (const line of readFileSync(TABLE, 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const [word = '', count = '0', followed = '0', ...cells] = line.split('\t')
    const next = new Map(cells.map((cell) => cell.split(' ') as [string, string]).map(([to, n]) => [to, Number(n)]))
    words.set(word, { count: Number(count), followed: Number(followed), next })
    total += Number(count)
  }
  return { words, total }
}

/** How many nats a pair saves on the text it was counted in; `anywhere` is the chance of its second word. */
export function gainOf(times: number, { count, followed }: WordCount, anywhere: number): number {
  const rest = Math.max(1 - shareOf(followed, count), LEAST_REST)
  return times * (Math.log(shareOf(times, count) / anywhere + rest) - Math.log(rest))
}

/** The chance of a pair's second word behind the first. */
function shareOf(times: number, count: number): number {
  return times / (count + DOUBT)
}

/**
 * The `most` pairs between `words` that tell most; a word's rank is its place.
 *
 * @param chanceOf the chance of each word anywhere, as the table with the words tells it
 */
export function keepPairs(words: readonly string[], most: number, chanceOf: ReadonlyMap<string, number>): PairTable {
  const byLeft = new Map<number, Candidate[]>()
  for (const pair of candidates(words, chanceOf).slice(0, most)) {
    const row = byLeft.get(pair.left)
    if (row) row.push(pair)
    else byLeft.set(pair.left, [pair])
  }
  const last = Math.max(...byLeft.keys())
  return words.slice(0, last + 1).map((_, left) => rowOf(byLeft.get(left) ?? []))
}

interface Candidate {
  left: number
  right: number
  /** The chance of the second word behind the first, and its chance anywhere. */
  share: number
  anywhere: number
  gain: number
}

function candidates(ranked: readonly string[], chanceOf: ReadonlyMap<string, number>): Candidate[] {
  const { words, total } = readPairs()
  const rankOf = new Map(ranked.map((word, rank) => [word, rank]))
  const found: Candidate[] = []
  for (const [word, entry] of words) {
    const left = rankOf.get(word)
    if (left === undefined) continue
    for (const [other, times] of entry.next) {
      const right = rankOf.get(other)
      if (right === undefined) continue
      const anywhere = chanceOf.get(other) ?? (words.get(other)?.count ?? times) / total
      found.push({ left, right, share: shareOf(times, entry.count), anywhere, gain: gainOf(times, entry, anywhere) })
    }
  }
  return found.sort((a, b) => b.gain - a.gain || a.left - b.left || a.right - b.right)
}

function rowOf(pairs: readonly Candidate[]): PairRow {
  const share = pairs.reduce((sum, pair) => sum + pair.share, 0)
  const rest = Math.max((1 - share) ** TRUST, LEAST_REST)
  return {
    rest: level(-2 * Math.log(rest)),
    pairs: [...pairs]
      .sort((a, b) => a.right - b.right)
      .map(({ right, share, anywhere }) => ({ right, lift: level(2 * Math.log(share / anywhere + rest) + 2) })),
  }
}

function level(value: number): number {
  return Math.max(0, Math.min(15, Math.round(value)))
}
