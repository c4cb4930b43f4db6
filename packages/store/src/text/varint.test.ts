import { expect, test } from 'vitest'
import { createNumberWriter, fromVarints, readNumber, toVarints } from './varint.ts'

const NUMBERS = [0, 1, 127, 128, 300, 16_383, 16_384, 2 ** 28, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1]

test('gives numbers back', () => {
  const numbers = NUMBERS.flatMap((number) => [number, -number || 0])
  expect(fromVarints(toVarints(numbers))).toEqual(numbers)
})

test('gives numbers back that were written one by one', () => {
  const writer = createNumberWriter()
  for (let i = 0; i < 100; i++) for (const number of NUMBERS) writer.write(number)
  const reader = { bytes: writer.view(), at: 0 }
  for (let i = 0; i < 100; i++) for (const number of NUMBERS) expect(readNumber(reader)).toBe(number)
  expect(reader.at).toBe(writer.length())
  writer.clear()
  writer.append(Uint8Array.of(5, 6))
  writer.write(7)
  expect([...writer.view()]).toEqual([5, 6, 7])
})
