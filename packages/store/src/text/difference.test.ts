import { expect, test } from 'vitest'
import { createRandom } from '../testing/random.ts'
import { differenceOf } from './difference.ts'

const side = (steps: ReturnType<typeof differenceOf>, without: string) =>
  steps
    .filter(({ type }) => type !== without)
    .map(({ text }) => text)
    .join('')

test('says what was deleted and what was inserted', () => {
  expect(differenceOf('建(jiàn)設(shè)碼頭', '建設碼頭')).toEqual([
    { type: 'same', text: '建' },
    { type: 'deleted', text: '(jiàn)' },
    { type: 'same', text: '設' },
    { type: 'deleted', text: '(shè)' },
    { type: 'same', text: '碼頭' },
  ])
  expect(differenceOf('今年秋天', '今年夏天')).toEqual([
    { type: 'same', text: '今年' },
    { type: 'deleted', text: '秋' },
    { type: 'inserted', text: '夏' },
    { type: 'same', text: '天' },
  ])
  expect(differenceOf('', '新')).toEqual([{ type: 'inserted', text: '新' }])
  expect(differenceOf('同', '同')).toEqual([{ type: 'same', text: '同' }])
  expect(differenceOf('', '')).toEqual([])
})

test('tells texts that share nothing as a whole, however long', () => {
  expect(differenceOf('甲'.repeat(3000), '乙'.repeat(3000)).map(({ type }) => type)).toEqual(['deleted', 'inserted'])
})

test('always leads from one text to the other', () => {
  const random = createRandom(5)
  for (let i = 0; i < 500; i++) {
    const make = () => Array.from({ length: random.below(20) }, () => random.pick([...'甲乙丙𠮷'])).join('')
    const before = make()
    const after = make()
    const steps = differenceOf(before, after)
    expect(side(steps, 'inserted')).toBe(before)
    expect(side(steps, 'deleted')).toBe(after)
    for (const [at, step] of steps.entries()) expect(steps[at + 1]?.type).not.toBe(step.type)
  }
})
