import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstAtLeast } from './search.ts'

test('finds the first value that is large enough, wherever it starts to look', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.nat(60), fc.nat(60), (numbers, least, near) => {
      const values = numbers.sort((a, b) => a - b)
      const at = values.findIndex((value) => value >= least)
      expect(firstAtLeast(values, values.length, least, near)).toBe(at === -1 ? values.length : at)
    }),
  )
})
