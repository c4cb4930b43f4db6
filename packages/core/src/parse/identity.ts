import { foldTable } from '../source/fold.ts'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Which units count in an identity: letters, digits and characters; 0 drops the unit (punctuation, blanks, elisions). */
let kept: Uint16Array | undefined

function keptTable(): Uint16Array {
  if (kept) return kept
  kept = foldTable().slice()
  for (let code = 0; code < kept.length; code++) {
    const char = String.fromCharCode(kept[code] as number)
    kept[code] = /[\p{L}\p{N}\p{Cs}]/u.test(char) ? char.toLowerCase().charCodeAt(0) : 0
  }
  return kept
}

/** The letter of 20xx and xx屆: a site's mask says nothing, and other copies of the text do without it. */
const X = 0x78

/**
 * A 100-bit hash of what a text says, in 20 characters of Crockford's base 32: script and width folded,
 * punctuation and elisions dropped; of the raw text where nothing is left.
 * Four lanes are mixed and finished with the constants and steps of MurmurHash3, over UTF-16 code units.
 */
export function hashText(text: string): string {
  const to = keptTable()
  const state = createState()
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const code = to[text.charCodeAt(i)] as number
    if (code === 0 || code === X) continue
    mix(state, code, count++)
  }
  if (count === 0) for (let i = 0; i < text.length; i++) mix(state, text.charCodeAt(i), count++)
  return spell(finish(state, count))
}

type State = [number, number, number, number]

const C1 = 0x239b961b
const C2 = 0xab0e9789
const C3 = 0x38b34ae5
const C4 = 0xa1e38b93

function createState(): State {
  return [0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f]
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits))
}

/** Mixes one unit into two of the four lanes, in turn. */
function mix(state: State, unit: number, index: number): void {
  if ((index & 1) === 0) {
    state[0] = (Math.imul(rotate(state[0] ^ Math.imul(unit, C1), 15), C2) + state[1]) | 0
    state[2] = (Math.imul(rotate(state[2] ^ Math.imul(unit + 0x5bd1, C3), 17), C4) + state[3]) | 0
  } else {
    state[1] = (Math.imul(rotate(state[1] ^ Math.imul(unit, C2), 16), C3) + state[2]) | 0
    state[3] = (Math.imul(rotate(state[3] ^ Math.imul(unit + 0x1b87, C4), 18), C1) + state[0]) | 0
  }
}

function avalanche(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

function finish(state: State, length: number): State {
  let [a, b, c, d] = state.map((lane) => lane ^ length) as State
  a = (a + b + c + d) | 0
  b = (b + a) | 0
  c = (c + a) | 0
  d = (d + a) | 0
  a = avalanche(a)
  b = avalanche(b)
  c = avalanche(c)
  d = avalanche(d)
  a = (a + b + c + d) | 0
  return [a, (b + a) | 0, (c + a) | 0, (d + a) | 0]
}

/** 100 of the 128 bits, 25 of each lane, five characters a lane. */
function spell(state: State): string {
  let spelled = ''
  for (const lane of state) {
    for (let shift = 0; shift < 25; shift += 5) spelled += ALPHABET[(lane >>> shift) & 31]
  }
  return spelled
}

/** Gives ids to the texts of one page: the hash, with `-2`, `-3` … for a text that came before. */
export function createIdentifier(): (text: string) => string {
  const seen = new Map<string, number>()
  return (text) => {
    const hash = hashText(text)
    const times = (seen.get(hash) ?? 0) + 1
    seen.set(hash, times)
    return times === 1 ? hash : `${hash}-${times}`
  }
}
