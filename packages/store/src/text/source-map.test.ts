import { parse } from '@speeches/core'
import { expect, test } from 'vitest'
import { contentsOf } from '../pages/passages.ts'
import { HARBOUR, LIBRARY, MARKET } from '../testing/pages.ts'
import {
  createEditReader,
  extentOf,
  mapLeaves,
  packSegments,
  type Segment,
  toSource,
  unpackSegments,
} from './source-map.ts'

/** Damage and markup of many kinds in one page. */
const MIXED = `# 白沙港碼頭講話

同志們(zhì):

碼頭的燈(dēng)塔要維護(hù)好&mdash;&mdash;這是**第一件**大事,也是\u200b第二件大事。要推動《。

碼頭管理。

辦法》。

(掌聲)

謝(xiè)謝(xiè)大家!
`

const at = (start: number, end: number) => ({ position: { start: { offset: start }, end: { offset: end } } })
const cut = (source: string, range: { start: number; end: number } | null) =>
  range && source.slice(range.start, range.end)

test.each([
  ['clean, traditional', LIBRARY],
  ['clean, simplified', MARKET],
  ['glossed', HARBOUR],
  ['mixed', MIXED],
])('leads each character of a page to its place: %s', (_, source) => {
  const result = parse(source)
  const { passages } = contentsOf(result, source)
  const replaced = new Set(result.edits.map(({ position }) => position.start.offset))
  let checked = 0
  for (const { text, segments, kind } of passages) {
    if (kind === 'title' && !segments) continue
    expect(segments?.reduce((sum, { length }) => sum + length, 0)).toBe(text.length)
    expect(unpackSegments(packSegments(segments))).toEqual(segments)
    let before = 0
    for (let i = 0; i < text.length; i++) {
      const range = toSource(segments, { start: i, end: i + 1 })
      expect(range?.start).toBeGreaterThanOrEqual(before)
      before = range?.start ?? 0
      if (replaced.has(before)) continue
      expect(cut(source, range)).toBe(text.charAt(i))
      checked++
    }
    const whole = toSource(segments, { start: 0, end: text.length })
    expect(whole).toEqual(extentOf(segments))
  }
  expect(checked).toBeGreaterThan(40)
})

test('a stretch takes in what was deleted inside it, and not what stands around it', () => {
  const segments: Segment[] = [
    { length: 2, source: { start: 10, end: 12 }, isEdited: false },
    { length: 3, source: { start: 17, end: 20 }, isEdited: false },
  ]
  expect(toSource(segments, { start: 0, end: 2 })).toEqual({ start: 10, end: 12 })
  expect(toSource(segments, { start: 1, end: 3 })).toEqual({ start: 11, end: 18 })
})

test('what an edit wrote stands for the whole original', () => {
  const source = '甲&mdash;乙'
  const edit = { ...at(1, 8), rule: 'entity', original: '&mdash;', replacement: '——', certainty: 'certain' } as never
  const segments = mapLeaves([{ value: '甲——乙', ...at(0, 9) }], source, createEditReader([edit]))
  expect(cut(source, toSource(segments, { start: 1, end: 2 }))).toBe('&mdash;')
  expect(cut(source, toSource(segments, { start: 2, end: 4 }))).toBe('&mdash;乙')
  expect(unpackSegments(packSegments(segments))).toEqual(segments)
})

test('markup in the middle of a leaf is stepped over', () => {
  const source = '這是**第一件**大事'
  const segments = mapLeaves([{ value: '這是第一件大事', ...at(0, source.length) }], source, createEditReader([]))
  expect(cut(source, toSource(segments, { start: 2, end: 5 }))).toBe('第一件')
  expect(cut(source, toSource(segments, { start: 0, end: 7 }))).toBe(source)
})

test('what was generated stands nowhere', () => {
  const segments = mapLeaves([{ value: '題' }], '', createEditReader([]))
  expect(segments).toBeNull()
  expect(packSegments(segments)).toBeNull()
  expect(unpackSegments(null)).toBeNull()
  expect(toSource(null, { start: 0, end: 1 })).toBeNull()
  expect(extentOf(null)).toBeNull()
})
