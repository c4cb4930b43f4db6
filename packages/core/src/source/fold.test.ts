import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from './fold.ts'

test('folds script and width, one unit to one unit', () => {
  expect(fold('各位領導、同誌們：（一）講「三點」意見，')).toBe('各位领导、同志们:(一)讲“三点”意见,')
})

test('keeps the length of any string, and folding twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(fold(text)).toHaveLength(text.length)
      expect(fold(fold(text))).toBe(fold(text))
    }),
  )
})
