import { expect, test } from 'vitest'
import { toIsoDate } from './dates.ts'

test.each([
  ['2020-03-01', '2020-03-01'],
  ['2020/3/1 8:05', '2020-03-01T08:05'],
  ['2020年3月1日', '2020-03-01'],
  ['2020年3月', '2020-03'],
  ['2020', '2020'],
  ['2020-03-01T08:05:09+08:00', '2020-03-01T08:05:09+08:00'],
  ['2020-03-01T08:05:09.123Z', '2020-03-01T08:05:09Z'],
  ['2020-13-01', undefined],
  ['2020-03-32', undefined],
  ['2020-03-01 25:00', undefined],
  ['昨天', undefined],
  ['', undefined],
  [undefined, undefined],
])('%s is %s', (text, expected) => {
  expect(toIsoDate(text)).toBe(expected)
})
