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
