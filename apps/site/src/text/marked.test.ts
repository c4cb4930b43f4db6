import { parse } from '@speeches/parser'
import { expect, test } from 'vitest'
import { markEdits, markLeaf } from './marked.ts'

const SOURCE = '石橋鎮(zhèn)種樹,鎮(zhèn)(zhèn)長種樹,鎮(zhèn)里的任務(wù)。'
const { edits } = parse(SOURCE, { annotate: false })
const point = (offset: number) => ({ line: 1, column: offset + 1, offset })
const whole = { start: point(0), end: point(SOURCE.length) }

test('an edit that left nothing is shown on the character before it', () => {
  const marked = markEdits(SOURCE, whole, edits)
  expect(marked.slice(0, 4).map(({ text, edit }) => [text, edit?.rule ?? null])).toEqual([
    ['石橋', null],
    ['鎮', 'gloss'],
    ['種樹', null],
    ['，', 'width'],
  ])
})

test('a leaf keeps its value, cut where edits stand, also in another script', () => {
  const value = markEdits(SOURCE, whole, edits)
    .map(({ text }) => text)
    .join('')
  const inside = value.slice(2, 6)
  const marked = markLeaf(SOURCE, edits, inside, whole, '镇种树，')
  expect(marked.map(({ text, edit }) => [text, edit?.rule ?? null])).toEqual([
    ['镇', 'gloss'],
    ['种树', null],
    ['，', 'width'],
  ])
})

test('a leaf that does not stand in its place is shown without marks', () => {
  expect(markLeaf(SOURCE, edits, '別的話', whole, '别的话')).toEqual([{ text: '别的话' }])
})
