import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSieve } from './sieve.ts'

/** More rules than one word has bits: some that need a letter, some that need two side by side, some that any text may fit. */
const RULES = Array.from({ length: 50 }, (_, i) => {
  const [letter, next] = [String.fromCharCode(0x4e00 + i), String.fromCharCode(0x4e00 + ((i * 7) % 50))]
  const patterns = [
    /^.{7}$/,
    new RegExp(`^.{0,3}${letter}|${letter}$`),
    new RegExp(`${letter}${next}|${next}[^。]+${letter}`),
  ]
  return { name: i, pattern: patterns[i % 3] as RegExp }
})
const sieve = createSieve(RULES)
const text = fc.string({ unit: fc.integer({ min: 0x4e00, max: 0x4e40 }).map((code) => String.fromCharCode(code)) })

test('finds what looking at one rule after the other finds', () => {
  fc.assert(
    fc.property(text, (text) => {
      expect(sieve.first(text)).toBe(RULES.find(({ pattern }) => pattern.test(text)))
      expect(sieve.all(text)).toEqual(RULES.filter(({ pattern }) => pattern.test(text)))
    }),
    { numRuns: 1000 },
  )
})

test('finds nothing in an empty text', () => {
  expect(sieve.first('')).toBeUndefined()
  expect(sieve.all('')).toEqual([])
})

test('refuses more rules than it has bits', () => {
  const rules = Array.from({ length: 65 }, () => ({ pattern: /甲/ }))
  expect(() => createSieve(rules)).toThrow('holds 64 rules, not 65')
})
