import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeReadings } from '../../../packages/core/src/restore/gloss/reading-code.ts'
import { readingTable } from '../../../packages/core/src/restore/gloss/reading-table.ts'
import { createRangeDecoder } from '../../../packages/core/src/restore/shift/range-decoder.ts'
import { createRangeEncoder } from './lexicon-encoder.ts'

/** The readings of characters, written and read again. */
function throughCode(known: ReadonlyMap<number, readonly string[]>): Map<string, number[]> {
  const encoder = createRangeEncoder()
  codeReadings((chances, index, bit) => {
    encoder.bit(chances, index, bit)
    return bit
  }, known)
  const decoder = createRangeDecoder(encoder.finish())
  return codeReadings((chances, index) => decoder.bit(chances, index), new Map())
}

/** The same by reading, each with its characters in order. */
function byReading(known: ReadonlyMap<number, readonly string[]>): [string, string][] {
  const charsOf = new Map<string, number[]>()
  for (const [unit, readings] of known)
    for (const reading of readings) charsOf.set(reading, [...(charsOf.get(reading) ?? []), unit])
  return sorted(charsOf)
}

function sorted(charsOf: ReadonlyMap<string, readonly number[]>): [string, string][] {
  return [...charsOf]
    .map(([reading, units]): [string, string] => [reading, String.fromCharCode(...units.toSorted((a, b) => a - b))])
    .sort()
}

test('readings are read as they were written', () => {
  const reading = fc.constantFrom(...readingTable().keys())
  const readings = fc.uniqueArray(reading, { minLength: 1, maxLength: 6 })
  const units = [...'一業业發发髮行長长重樂乐覺觉龥鱻'].map((char) => char.charCodeAt(0))
  const known = fc.array(fc.tuple(fc.constantFrom(...units), readings)).map((entries) => new Map(entries))
  fc.assert(
    fc.property(known, (known) => {
      expect(sorted(throughCode(known))).toEqual(byReading(known))
    }),
    { numRuns: 30 },
  )
})

test('characters of both scripts have their readings', () => {
  const readersOf = (reading: string) => String.fromCharCode(...(readingTable().get(reading) ?? []))
  expect(readersOf('yè')).toContain('業')
  expect(readersOf('lüè')).toContain('略')
  expect(readersOf('zhuāng')).toContain('裝')
  expect(readersOf('zhe')).toContain('著')
  expect(readersOf('xíng')).toContain('行')
  expect(readersOf('háng')).toContain('行')
  expect(readersOf('yè')).not.toContain('行')
})
