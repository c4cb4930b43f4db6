import type { Encoding } from '../reading.ts'
import { stepBig5 } from './big5/decode.ts'

/** How many bytes the character at `at` takes: more than 0 when it is whole, less than 0 when that many are invalid. */
type Step = (bytes: Uint8Array, at: number) => number

const STEPS: Record<Encoding, Step> = {
  'utf-8': stepUtf8,
  gb18030: stepGb18030,
  big5: stepBig5,
  'utf-16le': (bytes, at) => stepUtf16(bytes, at, 1),
  'utf-16be': (bytes, at) => stepUtf16(bytes, at, 0),
}

/** The bytes that are invalid in `encoding`: how many, and the offset of the first; null where there are none. */
export function findInvalidBytes(bytes: Uint8Array, encoding: Encoding): { count: number; offset: number } | null {
  const step = STEPS[encoding]
  let count = 0
  let offset = -1
  for (let at = 0; at < bytes.length; ) {
    const length = step(bytes, at)
    if (length < 0) {
      if (offset === -1) offset = at
      count -= length
    }
    at += Math.abs(length)
  }
  return count === 0 ? null : { count, offset }
}

/** By Unicode 16, table 3-7. What could begin a character but does not go on is invalid as far as it went. */
function stepUtf8(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number
  if (lead < 0x80) return 1
  if (lead < 0xc2 || lead > 0xf4) return -1
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  if (!isWithin(bytes[at + 1], least, most)) return -1
  for (let next = 2; next < length; next++) if (!isWithin(bytes[at + next], 0x80, 0xbf)) return -next
  return length
}

/** By the Encoding Standard: two bytes, or four that alternate with digits. An ASCII byte after a bad lead stands. */
function stepGb18030(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number
  if (lead <= 0x80) return 1
  if (lead === 0xff) return -1
  const second = bytes[at + 1]
  if (isWithin(second, 0x40, 0x7e) || isWithin(second, 0x80, 0xfe)) return 2
  if (!isWithin(second, 0x30, 0x39)) return isWithin(second, 0x80, 0xff) ? -2 : -1
  if (!isWithin(bytes[at + 2], 0x81, 0xfe) || !isWithin(bytes[at + 3], 0x30, 0x39)) return -1
  return isFourByteCode(bytes, at) ? 4 : -1
}

/** The four-byte codes run to U+FFFF and, after a gap, from U+10000 to U+10FFFF. */
function isFourByteCode(bytes: Uint8Array, at: number): boolean {
  const [a, b, c, d] = bytes.subarray(at, at + 4) as unknown as [number, number, number, number]
  const code = (((a - 0x81) * 10 + b - 0x30) * 126 + c - 0x81) * 10 + d - 0x30
  return code <= 39419 || (code >= 189000 && code <= 1237575)
}

/** Surrogates come in pairs, and bytes too. `high` is which byte of two is the higher one. */
function stepUtf16(bytes: Uint8Array, at: number, high: 0 | 1): number {
  if (at + 1 >= bytes.length) return -1
  const byte = bytes[at + high] as number
  if (!isWithin(byte, 0xd8, 0xdf)) return 2
  if (byte > 0xdb || at + 3 >= bytes.length) return -2
  return isWithin(bytes[at + 2 + high], 0xdc, 0xdf) ? 4 : -2
}

function isWithin(byte: number | undefined, least: number, most: number): boolean {
  return byte !== undefined && byte >= least && byte <= most
}
