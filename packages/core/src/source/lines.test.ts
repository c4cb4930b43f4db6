import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isBlank } from './blank.ts'
import { createLocator, lineStarts } from './lines.ts'

const RUNS = { numRuns: 10_000 }
const text = fc
  .array(fc.oneof(fc.constantFrom('\n', '\r', '\r\n', 'a', '業'), fc.string({ unit: 'binary', maxLength: 3 })), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''))

test('a line ends at LF, at CRLF and at a lone CR', () => {
  expect(lineStarts('')).toEqual([0])
  expect(lineStarts('a\nb\n')).toEqual([0, 2, 4])
  expect(lineStarts('a\r\nb\r\n')).toEqual([0, 3, 6])
  expect(lineStarts('a\rb\r')).toEqual([0, 2, 4])
  expect(lineStarts('a\n\rb\r\r\n')).toEqual([0, 2, 3, 5, 7])
})

test('lines are those that a regular expression finds', () => {
  fc.assert(
    fc.property(text, (source) => {
      const ends = [...source.matchAll(/\r\n|\r|\n/g)].map(({ 0: end, index }) => index + end.length)
      expect(lineStarts(source)).toEqual([0, ...ends])
    }),
    RUNS,
  )
})

test('points lead back to their offsets, wherever the locator looked last', () => {
  fc.assert(
    fc.property(text, fc.array(fc.nat(200), { maxLength: 20 }), (source, offsets) => {
      const locator = createLocator(source)
      const starts = lineStarts(source)
      for (const wanted of offsets) {
        const offset = Math.min(wanted, source.length)
        const point = locator.toPoint(wanted)
        expect(point.offset).toBe(offset)
        expect(starts[point.line - 1]).toBe(offset - point.column + 1)
        expect(point.line).toBe(starts.filter((start) => start <= offset).length)
        expect(locator.toOffset(point)).toBe(offset)
      }
    }),
    RUNS,
  )
})

test('a place that the text does not have has no offset', () => {
  const locator = createLocator('ab\nc')
  expect(locator.toOffset({ line: 1, column: 3 })).toBe(2)
  expect(locator.toOffset({ line: 1, column: 4 })).toBeUndefined()
  expect(locator.toOffset({ line: 2, column: 2 })).toBe(4)
  expect(locator.toOffset({ line: 2, column: 3 })).toBeUndefined()
  expect(locator.toOffset({ line: 3, column: 1 })).toBeUndefined()
  expect(locator.toOffset({ line: 1, column: 0 })).toBeUndefined()
})

test('blank is what Unicode calls White_Space', () => {
  for (let code = 0; code < 0x10000; code++) {
    expect(isBlank(code), code.toString(16)).toBe(/^\p{White_Space}$/u.test(String.fromCharCode(code)))
  }
})
