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
 * Four lanes take in two UTF-16 code units at a time, as cyrb128 does, and are finished as MurmurHash3 finishes.
 */
export function hashText(text: string, start = 0, end = text.length): string {
  return hashUnits(text, start, end, keptTable()) ?? (hashUnits(text, start, end, undefined) as string)
}

/** The hash of the units that `to` keeps, of all units without it; undefined where none is kept. */
function hashUnits(text: string, start: number, end: number, to: Uint16Array | undefined): string | undefined {
  let a = 0x3c074a61
  let b = 0x54c8bd93
  let c = 0x7b2a1f6d
  let d = 0x1d5e90c7
  let count = 0
  let half = 0
  for (let i = start; i < end; i++) {
    const unit = to ? (to[text.charCodeAt(i)] as number) : text.charCodeAt(i)
    if (to && (unit === 0 || unit === X)) continue
    if ((count++ & 1) === 0) {
      half = unit
      continue
    }
    const word = half | (unit << 16)
    a = b ^ Math.imul(a ^ word, 0x239b961b)
    b = c ^ Math.imul(b ^ word, 0xab0e9789 | 0)
    c = d ^ Math.imul(c ^ word, 0x38b34ae5)
    d = a ^ Math.imul(d ^ word, 0xa1e38b93 | 0)
  }
  if (count === 0 && to) return undefined
  if ((count & 1) === 1) a ^= Math.imul(half, 0x239b961b)
  a = avalanche(a ^ count ^ b)
  b = avalanche(b ^ count ^ a)
  c = avalanche(c ^ count ^ b)
  d = avalanche(d ^ count ^ c)
  return spell([a ^ d, b ^ a, c ^ b, d ^ c])
}

function avalanche(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/** 100 of the 128 bits, 25 of each lane, five characters a lane. */
function spell(lanes: readonly number[]): string {
  let spelled = ''
  for (const lane of lanes) {
    for (let shift = 0; shift < 25; shift += 5) spelled += ALPHABET[(lane >>> shift) & 31]
  }
  return spelled
}

/** Gives ids to stretches of one page's text (UTF-16 offsets): the hash, with `-2`, `-3` … for a text that came before. */
export function createIdentifier(text: string): (start: number, end: number) => string {
  const seen = new Map<string, number>()
  return (start, end) => {
    const hash = hashText(text, start, end)
    const times = (seen.get(hash) ?? 0) + 1
    seen.set(hash, times)
    return times === 1 ? hash : `${hash}-${times}`
  }
}
