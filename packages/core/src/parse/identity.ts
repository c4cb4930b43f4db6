import { foldTable } from '../source/fold.ts'

/** The letter of 20xx and xx屆: a site's mask says nothing, and other copies of the text do without it. */
const MASK = 'x'

let weights: Int32Array | undefined

/**
 * What each UTF-16 code unit weighs in an identity: a scrambled form of its folded letter, digit or character;
 * 0 for what drops out: punctuation, blanks, elisions.
 */
function weightTable(): Int32Array {
  if (weights) return weights
  const to = foldTable()
  weights = new Int32Array(0x10000)
  for (let code = 0; code < weights.length; code++) {
    const char = String.fromCharCode(to[code] as number).toLowerCase()
    if (/[\p{L}\p{N}\p{Cs}]/u.test(char) && char !== MASK) weights[code] = scramble(char.charCodeAt(0) + 1)
  }
  return weights
}

/** MurmurHash3's finish: every bit of the value decides every bit of the outcome. */
function scramble(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/** The bases of the four lanes: odd, far apart. */
const BASES = [0x01000193, 0x5bd1e995, 0x2c1b3c6d, 0x297a2d39] as const

/** The state of the hash at a place in the text: four polynomials over all units before it, and how many units count. */
export interface Mark {
  lanes: readonly [number, number, number, number]
  count: number
}

/**
 * Hashes stretches of one text while it is read once, left to right: the hash of a stretch comes from the states
 * at its two ends, so that a speech costs nothing beside its paragraphs.
 */
export interface Hasher {
  /** The state at `offset`; offsets must not go back. */
  mark(offset: number): Mark
  /**
   * A 100-bit hash of what stands between two marks, in 20 digits of base 32: script and width folded,
   * punctuation and elisions dropped. Undefined where nothing is left.
   */
  between(from: Mark, to: Mark): string | undefined
}

export function createHasher(text: string, table: Int32Array = weightTable()): Hasher {
  let last: Mark = { lanes: [0, 0, 0, 0], count: 0 }
  let read = 0

  return {
    mark(offset) {
      const end = Math.min(offset, text.length)
      if (end > read) {
        last = readOn(text, table, last, read, end)
        read = end
      }
      return last
    },
    between(from, to) {
      const length = to.count - from.count
      if (length === 0) return undefined
      return spell(
        to.lanes.map((lane, i) => (lane - Math.imul(from.lanes[i] as number, power(BASES[i] as number, length))) | 0),
      )
    },
  }
}

/** The state behind the units from `start` up to `end`. */
function readOn(text: string, table: Int32Array, { lanes, count }: Mark, start: number, end: number): Mark {
  let [a, b, c, d] = lanes
  let counted = count
  for (let at = start; at < end; at++) {
    const weight = table[text.charCodeAt(at)] as number
    if (weight === 0) continue
    a = (Math.imul(a, BASES[0]) + weight) | 0
    b = (Math.imul(b, BASES[1]) + weight) | 0
    c = (Math.imul(c, BASES[2]) + weight) | 0
    d = (Math.imul(d, BASES[3]) + weight) | 0
    counted++
  }
  return { lanes: [a, b, c, d], count: counted }
}

/** `base` to the power of `exponent`, modulo 2 to the power of 32. */
function power(base: number, exponent: number): number {
  let result = 1
  let square = base
  for (let rest = exponent; rest > 0; rest >>>= 1) {
    if (rest & 1) result = Math.imul(result, square)
    square = Math.imul(square, square)
  }
  return result
}

/** 100 of the 128 bits, 25 of each lane, five characters a lane; each lane stirred with the one before it. */
function spell(lanes: readonly number[]): string {
  let spelled = ''
  let previous = 0
  for (const lane of lanes) {
    previous = scramble(lane ^ Math.imul(previous, 0x9e3779b1))
    spelled += (previous >>> 7).toString(32).padStart(5, '0')
  }
  return spelled
}

/** Every unit counts: for a text that is nothing but marks. */
const RAW = Int32Array.from({ length: 0x10000 }, (_, code) => scramble(code + 1))

/** The hash of a whole text; of its raw units where nothing but marks is in it. */
export function hashText(text: string): string {
  for (const table of [weightTable(), RAW]) {
    const hasher = createHasher(text, table)
    const start = hasher.mark(0)
    const hash = hasher.between(start, hasher.mark(text.length))
    if (hash !== undefined) return hash
  }
  return spell([0, 0, 0, 0])
}

/** Gives ids to stretches of one page's text. */
export interface Identifier {
  mark(offset: number): Mark
  /** The id of what stands between a mark and an offset: the hash, with `-2`, `-3` … for a text that came before. */
  identify(from: Mark, start: number, end: number): string
}

export function createIdentifier(text: string): Identifier {
  const hasher = createHasher(text)
  const seen = new Map<string, number>()
  return {
    mark: hasher.mark,
    identify(from, start, end) {
      const hash = hasher.between(from, hasher.mark(end)) ?? hashText(text.slice(start, end))
      const times = (seen.get(hash) ?? 0) + 1
      seen.set(hash, times)
      return times === 1 ? hash : `${hash}-${times}`
    },
  }
}
