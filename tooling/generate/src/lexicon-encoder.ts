/** The other half of core's `restore/shift/range-decoder.ts`: an adaptive binary range coder. */
export interface RangeEncoder {
  bit(chances: Uint16Array, index: number, bit: number): void
  bits(value: number, count: number): void
  finish(): Uint8Array
}

const TOP = 0x1000000

export function createRangeEncoder(): RangeEncoder {
  const bytes: number[] = []
  let low = 0
  let range = 0xffffffff
  let cache = 0
  let pending = 1

  function shiftLow(): void {
    if (low < 0xff000000 || low > 0xffffffff) {
      const carry = low > 0xffffffff ? 1 : 0
      while (pending > 0) {
        bytes.push((cache + carry) & 0xff)
        cache = 0xff
        pending--
      }
      cache = Math.floor(low / TOP) & 0xff
    }
    pending++
    low = (low % TOP) * 256
  }

  function fill(): void {
    while (range < TOP) {
      range = (range * 256) % 0x100000000
      shiftLow()
    }
  }

  return {
    bit(chances, index, bit) {
      const chance = chances[index] as number
      const bound = (range >>> 12) * chance
      if (bit === 0) {
        range = bound
        chances[index] = chance + ((4096 - chance) >> 4)
      } else {
        low += bound
        range -= bound
        chances[index] = chance - (chance >> 4)
      }
      fill()
    },
    bits(value, count) {
      for (let i = count - 1; i >= 0; i--) {
        range >>>= 1
        if ((value >>> i) & 1) low += range
        fill()
      }
    },
    finish() {
      for (let i = 0; i < 5; i++) shiftLow()
      return Uint8Array.from(bytes)
    },
  }
}
