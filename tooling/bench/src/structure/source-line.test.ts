import { expect, it } from 'vitest'
import { lineAt, pointAt } from './source-line.ts'

it.each([
  ['甲\n乙丙\n丁', 3, { number: 2, words: '乙丙', column: 1 }],
  ['甲\r\n乙丙\r\n丁', 4, { number: 2, words: '乙丙', column: 1 }],
  ['甲\n乙丙\n丁', 5, { number: 3, words: '丁', column: 0 }],
  ['甲', 0, { number: 1, words: '甲', column: 0 }],
])('%j at %i', (source, offset, expected) => {
  expect(lineAt(source, offset)).toEqual(expected)
})

it('points with a caret, a hanzi as wide as two columns', () => {
  expect(pointAt('甲\na乙丙', 4)).toBe('2 | a乙丙\n     　^')
})
