import {
  createRangeDecoder,
  NUMBER_CHANCES,
  newChances,
  type RangeDecoder,
  readNumber,
  readTree,
} from './range-decoder.ts'

/** How much likelier than anywhere a word is behind another, for the pairs that tell most. */
export interface Pairs {
  /**
   * How many times likelier; where the table lacks the pair, what is left to all such, as a negative number.
   *
   * @param left the number of a word; 0 for one that no pair tells of
   */
  lift(left: number, right: number): number
}

/** The numbers of what is no word of Chinese characters: a mark that parts clauses, a number in digits. */
export const MARK_WORD = 1
export const NUMBER_WORD = 2
/** How often a character counts as a word of its own beside what the table says: any can stand alone. */
export const LONE_CHARACTER = 0.5
/** Words are numbered from here, most frequent first. */
const FIRST_WORD = 3
const MOST_WORDS = 0xffff
/** One more than the greatest weight of a node. */
const WEIGHTS = 64

/** The numbers of the words by their nodes: by weight, heaviest first, then as they stand in the tree; 0 for no word. */
export function rankWords(weights: Uint8Array): Uint16Array {
  const next = new Int32Array(WEIGHTS)
  for (const weight of weights) next[weight] = (next[weight] as number) + 1
  let rank = FIRST_WORD
  for (let weight = WEIGHTS - 1; weight > 0; weight--) {
    const count = next[weight] as number
    next[weight] = rank
    rank += count
  }
  return Uint16Array.from(weights, numberOf)

  function numberOf(weight: number): number {
    if (weight === 0) return 0
    const number = next[weight] as number
    next[weight] = number + 1
    return number <= MOST_WORDS ? number : 0
  }
}

/** The pairs as generated, ready for use. */
export function openPairs(packed: string): Pairs {
  const { keys, lifts, rests } = readPairs(
    createRangeDecoder(Uint8Array.from(atob(packed), (char) => char.charCodeAt(0))),
  )
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, keys.length * 1.6)))
  const mask = size - 1
  const placed = new Uint32Array(size)
  const liftAt = new Float32Array(size)
  keys.forEach((key, i) => {
    let at = placeOf(key) & mask
    while (placed[at] !== 0) at = (at + 1) & mask
    placed[at] = key
    liftAt[at] = lifts[i] as number
  })

  return {
    lift(left, right) {
      if (left !== 0 && right !== 0) {
        const key = left * 0x10000 + right
        for (let at = placeOf(key) & mask; placed[at] !== 0; at = (at + 1) & mask)
          if (placed[at] === key) return liftAt[at] as number
      }
      return rests[left] as number
    },
  }
}

/** Row by row, a row for each word that opens pairs: what is left to others, and the words named, rising. */
function readPairs(decoder: RangeDecoder): { keys: number[]; lifts: number[]; rests: Float32Array } {
  const counts = newChances((1 + SIZES) * NUMBER_CHANCES)
  const steps = newChances(SIZES * SIZES * NUMBER_CHANCES)
  const restLevels = newChances(SIZES * 16)
  const liftLevels = newChances(SIZES * SIZES * 16)
  const keys: number[] = []
  const lifts: number[] = []
  const rests = new Float32Array(MOST_WORDS + 1).fill(-1)
  const rows = readNumber(decoder, counts, 0)
  for (let left = MARK_WORD; left < MARK_WORD + rows; left++) {
    const count = readNumber(decoder, counts, (1 + sizeOf(left)) * NUMBER_CHANCES)
    if (count === 0) continue
    const row = sizeOf(count) * SIZES
    rests[left] = -Math.exp(-readTree(decoder, restLevels, sizeOf(count) * 16, 4) / 2)
    let right = MARK_WORD - 1
    for (let i = 0; i < count; i++) {
      right += readNumber(decoder, steps, (row + sizeOf(right)) * NUMBER_CHANCES) + 1
      keys.push(left * 0x10000 + right)
      lifts.push(Math.exp((readTree(decoder, liftLevels, (row + sizeOf(right)) * 16, 4) - 2) / 2))
    }
  }
  return { keys, lifts, rests }
}

/** How many sizes there are of numbers of words: the bits they take. */
export const SIZES = 17

/** How many bits a number of words takes: what tells how far apart the words of a row lie, and how telling they are. */
export function sizeOf(count: number): number {
  return 32 - Math.clz32(count)
}

function placeOf(key: number): number {
  const mixed = Math.imul(key, 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}
