/** Writes whole numbers, small ones in one byte, negative ones too. */
export function toVarints(numbers: readonly number[]): Uint8Array {
  const bytes: number[] = []
  for (const number of numbers) {
    let rest = number < 0 ? -2 * number - 1 : 2 * number
    while (rest > 127) {
      bytes.push((rest % 128) + 128)
      rest = Math.floor(rest / 128)
    }
    bytes.push(rest)
  }
  return Uint8Array.from(bytes)
}

export function fromVarints(bytes: Uint8Array): number[] {
  const numbers: number[] = []
  let rest = 0
  let scale = 1
  for (const byte of bytes) {
    rest += (byte & 127) * scale
    scale *= 128
    if (byte > 127) continue
    numbers.push(rest % 2 === 1 ? -(rest + 1) / 2 : rest / 2)
    rest = 0
    scale = 1
  }
  return numbers
}

/** Bytes that grow as numbers are written: whole ones from 0 up to 2³² − 1, small ones in one byte. */
export interface NumberWriter {
  /** How many bytes there are. */
  length(): number
  write(number: number): void
  append(bytes: Uint8Array): void
  /** What was written, which the next writing may change. */
  view(): Uint8Array
  clear(): void
}

/** A number takes as many bytes at most. */
const LONGEST = 5

export function createNumberWriter(): NumberWriter {
  let bytes = new Uint8Array(256)
  let end = 0
  return {
    length: () => end,
    write(number) {
      reserve(LONGEST)
      let rest = number
      while (rest > 127) {
        bytes[end++] = (rest & 127) | 128
        rest >>>= 7
      }
      bytes[end++] = rest
    },
    append(more) {
      reserve(more.length)
      bytes.set(more, end)
      end += more.length
    },
    view: () => bytes.subarray(0, end),
    clear() {
      end = 0
    },
  }

  function reserve(room: number): void {
    if (end + room <= bytes.length) return
    const longer = new Uint8Array(2 * (end + room))
    longer.set(bytes)
    bytes = longer
  }
}

/** Where a reader of numbers stands in its bytes. */
export interface NumberReader {
  readonly bytes: Uint8Array
  at: number
}

/** The next number that a `NumberWriter` wrote. */
export function readNumber(reader: NumberReader): number {
  let byte = reader.bytes[reader.at++] as number
  let number = byte & 127
  for (let shift = 7; byte > 127; shift += 7) {
    byte = reader.bytes[reader.at++] as number
    number |= (byte & 127) << shift
  }
  return number >>> 0
}
