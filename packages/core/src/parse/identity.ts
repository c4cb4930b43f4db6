import { foldTable } from '../source/fold.ts'
import { unitsOf } from '../source/units.ts'

/** The letter of 20xx and xx屆: a site's mask says nothing, and other copies of the text do without it. */
const MASK = 'x'

let letters: Uint16Array | undefined

/**
 * What each UTF-16 code unit counts as in an identity: its folded letter, digit or character;
 * 0 for what drops out: punctuation, blanks, elisions.
 */
function letterOf(): Uint16Array {
  if (letters) return letters
  const to = foldTable()
  letters = new Uint16Array(0x10000)
  for (let code = 0; code < letters.length; code++) {
    const char = String.fromCharCode(to[code] as number).toLowerCase()
    if (/[\p{L}\p{N}\p{Cs}]/u.test(char) && char !== MASK) letters[code] = char.charCodeAt(0)
  }
  return letters
}

/** MurmurHash3's finish: every bit of the value decides every bit of the outcome. */
function scramble(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/** The bases of the four lanes: odd, far apart. */
const A = 0x01000193
const B = 0x5bd1e995
const C = 0x2c1b3c6d
const D = 0x297a2d39
/** Their squares: two units are read at once, as a step waits for the one before it. */
const [A2, B2, C2, D2] = [Math.imul(A, A), Math.imul(B, B), Math.imul(C, C), Math.imul(D, D)]

/** The state of the hash at a place in the text: four polynomials over all units before it, and how many units count. */
export interface Mark {
  a: number
  b: number
  c: number
  d: number
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
   * A 100-bit hash of what stands between a mark and `end`, in 20 digits of base 32: script and width folded,
   * punctuation and elisions dropped. Undefined where nothing is left.
   */
  since(from: Mark, end: number): string | undefined
}

/** So many units are read at a time. */
const CHUNK = 4096
const kept = new Uint16Array(CHUNK + 1)

/** A hasher of a text by its code units. */
export function createHasher(units: Uint16Array, table: Uint16Array = letterOf()): Hasher {
  const state: Mark = { a: 0, b: 0, c: 0, d: 0, count: 0 }
  let read = 0

  function readTo(offset: number): void {
    const end = Math.min(offset, units.length)
    while (read < end) {
      const to = Math.min(end, read + CHUNK)
      readOn(state, keep(units, table, read, to))
      read = to
    }
  }

  return {
    mark(offset) {
      readTo(offset)
      const { a, b, c, d, count } = state
      return { a, b, c, d, count }
    },
    since(from, end) {
      readTo(end)
      const length = state.count - from.count
      if (length === 0) return undefined
      return spell(
        (state.a - Math.imul(from.a, powersOfA(length))) | 0,
        (state.b - Math.imul(from.b, powersOfB(length))) | 0,
        (state.c - Math.imul(from.c, powersOfC(length))) | 0,
        (state.d - Math.imul(from.d, powersOfD(length))) | 0,
      )
    },
  }
}

/** Puts the units that count into `kept`, and says how many. Each is written, and kept where it counts: no branch to mispredict. */
function keep(units: Uint16Array, table: Uint16Array, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) {
    const letter = table[units[at] as number] as number
    kept[count] = letter
    count += letter === 0 ? 0 : 1
  }
  return count
}

/** Brings a state behind the first `count` units of `kept`. */
function readOn(state: Mark, count: number): void {
  let { a, b, c, d } = state
  let at = 0
  for (; at + 1 < count; at += 2) {
    const first = kept[at] as number
    const second = kept[at + 1] as number
    a = (Math.imul(a, A2) + Math.imul(first, A) + second) | 0
    b = (Math.imul(b, B2) + Math.imul(first, B) + second) | 0
    c = (Math.imul(c, C2) + Math.imul(first, C) + second) | 0
    d = (Math.imul(d, D2) + Math.imul(first, D) + second) | 0
  }
  if (at < count) {
    const last = kept[at] as number
    a = (Math.imul(a, A) + last) | 0
    b = (Math.imul(b, B) + last) | 0
    c = (Math.imul(c, C) + last) | 0
    d = (Math.imul(d, D) + last) | 0
  }
  state.a = a
  state.b = b
  state.c = c
  state.d = d
  state.count += count
}

/** A paragraph has hardly ever more units. */
const TABLE = 1024

/** The powers of a base, modulo 2 to the power of 32; those that are asked for again and again come from a table. */
function powersOf(base: number): (exponent: number) => number {
  const table = new Int32Array(TABLE)
  table[0] = 1
  for (let i = 1; i < TABLE; i++) table[i] = Math.imul(table[i - 1] as number, base)
  return (exponent) => (exponent < TABLE ? (table[exponent] as number) : power(base, exponent))
}

const [powersOfA, powersOfB, powersOfC, powersOfD] = [powersOf(A), powersOf(B), powersOf(C), powersOf(D)]

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

/** The digits of base 32 (RFC 4648, extended hex, in lower case). */
const DIGITS = [...'0123456789abcdefghijklmnopqrstuv'].map((digit) => digit.charCodeAt(0))
/** Digits a lane, of five bits each. */
const LANE_DIGITS = 5
const spelled: number[] = new Array(4 * LANE_DIGITS).fill(0)

/** 100 of the 128 bits, 25 of each lane, five digits a lane; each lane stirred with the one before it. */
function spell(a: number, b: number, c: number, d: number): string {
  const first = spellLane(a, 0, 0)
  const second = spellLane(b, first, LANE_DIGITS)
  const third = spellLane(c, second, 2 * LANE_DIGITS)
  spellLane(d, third, 3 * LANE_DIGITS)
  return String.fromCharCode.apply(null, spelled)
}

/** Writes a lane from `place` on; the lane as stirred. */
function spellLane(lane: number, previous: number, place: number): number {
  const stirred = scramble(lane ^ Math.imul(previous, 0x9e3779b1))
  for (let i = 0; i < LANE_DIGITS; i++) spelled[place + i] = DIGITS[(stirred >>> (27 - 5 * i)) & 31] as number
  return stirred
}

/** Every unit counts: for a text that is nothing but marks. */
const RAW = Uint16Array.from({ length: 0x10000 }, (_, code) => code || 1)

/** The hash of a whole text; of its raw units where nothing but marks is in it. */
export function hashText(text: string): string {
  return hashUnits(unitsOf(text))
}

function hashUnits(units: Uint16Array): string {
  for (const table of [letterOf(), RAW]) {
    const hasher = createHasher(units, table)
    const hash = hasher.since(hasher.mark(0), units.length)
    if (hash !== undefined) return hash
  }
  return spell(0, 0, 0, 0)
}

/** Gives ids to stretches of one page's text. */
export interface Identifier {
  mark(offset: number): Mark
  /** The id of what stands between a mark and an offset: the hash, with `-2`, `-3` … for a text that came before. */
  identify(from: Mark, start: number, end: number): string
}

export function createIdentifier(units: Uint16Array): Identifier {
  const hasher = createHasher(units)
  const seen = new Map<string, number>()
  return {
    mark: hasher.mark,
    identify(from, start, end) {
      const hash = hasher.since(from, end) ?? hashUnits(units.subarray(start, end))
      const times = (seen.get(hash) ?? 0) + 1
      seen.set(hash, times)
      return times === 1 ? hash : `${hash}-${times}`
    },
  }
}
