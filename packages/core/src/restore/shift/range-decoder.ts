/**
 * Reads bits written by an adaptive binary range coder (the one of LZMA): each bit has a chance that it and its
 * like have taught, so that common things take little room.
 */
export interface RangeDecoder {
  /** One bit, by the chance in `chances[index]`, which learns from it. */
  bit(chances: Uint16Array, index: number): number
  /** `count` bits of even chance, highest first. */
  bits(count: number): number
}

/** A chance of one half, of 4096. */
export const EVEN = 1 << 11

/** A table of `count` chances that have learnt nothing yet. */
export function newChances(count: number): Uint16Array {
  return new Uint16Array(count).fill(EVEN)
}

const TOP = 0x1000000

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The bytes of a table that `tooling/generate` wrote as base64 (RFC 4648); by hand, as not every place has `atob`. */
export function bytesOf(base64: string): Uint8Array {
  const sextetOf = new Uint8Array(128)
  for (let i = 0; i < BASE64.length; i++) sextetOf[BASE64.charCodeAt(i)] = i
  const length = base64.length - (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0)
  const bytes = new Uint8Array((length * 3) >> 2)
  for (let at = 0, held = 0; at < length; at++) {
    held = (held << 6) | (sextetOf[base64.charCodeAt(at)] as number)
    const place = at & 3
    if (place > 0) bytes[((at - place) >> 2) * 3 + place - 1] = held >> (6 - 2 * place)
  }
  return bytes
}

/** A decoder at the start of `bytes`. */
export function createRangeDecoder(bytes: Uint8Array): RangeDecoder {
  let at = 1
  let range = 0xffffffff
  let code = 0
  for (let i = 0; i < 4; i++) code = ((code << 8) | next()) >>> 0

  return {
    bit(chances, index) {
      const chance = chances[index] as number
      const bound = (range >>> 12) * chance
      let bit: number
      if (code < bound) {
        range = bound
        chances[index] = chance + ((4096 - chance) >> 4)
        bit = 0
      } else {
        code -= bound
        range -= bound
        chances[index] = chance - (chance >> 4)
        bit = 1
      }
      fill()
      return bit
    },
    bits(count) {
      let value = 0
      for (let i = 0; i < count; i++) {
        range >>>= 1
        const bit = code >= range ? 1 : 0
        if (bit) code -= range
        value = (value << 1) | bit
        fill()
      }
      return value
    },
  }

  function fill(): void {
    while (range < TOP) {
      range = (range << 8) >>> 0
      code = ((code << 8) | next()) >>> 0
    }
  }

  function next(): number {
    return at < bytes.length ? (bytes[at++] as number) : 0
  }
}

/**
 * A whole number from 0, by its length in bits and then its bits, the first two of them learnt.
 *
 * @param chances a table of `NUMBER_CHANCES` for numbers of this kind
 */
export function readNumber(decoder: RangeDecoder, chances: Uint16Array, offset: number): number {
  let length = 0
  while (decoder.bit(chances, offset + length) === 1) length++
  if (length === 0) return 0
  let value = 1
  let learnt = 0
  for (let i = length - 2; i >= 0; i--) {
    if (learnt < LEARNT_BITS) {
      value = (value << 1) | decoder.bit(chances, offset + 16 + length * LEARNT_NODES + tail(value, learnt))
      learnt++
    } else {
      return value * 2 ** (i + 1) + decoder.bits(i + 1)
    }
  }
  return value
}

/** How many bits behind the first of a number are learnt. */
export const LEARNT_BITS = 3
const LEARNT_NODES = 1 << LEARNT_BITS

/** How many chances a kind of number takes. */
export const NUMBER_CHANCES = 16 + 17 * LEARNT_NODES

/** The place of a learnt bit among those of its number: by the bits before it. */
export function tail(value: number, learnt: number): number {
  return (1 << learnt) - 1 + (value & ((1 << learnt) - 1))
}

/** A number of so many bits, each learnt behind those above it. */
export function readTree(decoder: RangeDecoder, chances: Uint16Array, offset: number, bits: number): number {
  let prefix = 1
  for (let i = 0; i < bits; i++) prefix = (prefix << 1) | decoder.bit(chances, offset + prefix)
  return prefix - (1 << bits)
}
