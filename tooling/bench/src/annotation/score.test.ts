import { describe, expect, test } from 'vitest'
import { type AnnotatorName, type MarkedSentence, readMarks } from './marks.ts'
import { f1, precision, recall, scoreSentences } from './score.ts'
import { HELD_OUT, readHeldOut, readSentences } from './sentences.ts'

describe('marks', () => {
  test('nest and carry fields', () => {
    expect(readMarks('{c|《{d y2020|2020年}規劃》}有{f 30000冊|三萬冊}')).toEqual({
      text: '《2020年規劃》有三萬冊',
      marks: [
        { type: 'date', start: 1, end: 6, fields: 'y2020' },
        { type: 'citation', start: 0, end: 9, fields: '' },
        { type: 'quantity', start: 10, end: 13, fields: '30000冊' },
      ],
    })
  })

  test.each(['{x|渠}', '{c|《渠》', '渠}', '{c 渠}'])('refuses %s', (line) => {
    expect(() => readMarks(line)).toThrow(SyntaxError)
  })
})

test('a mark with a wrong field is both missed and too much', () => {
  const score = scoreSentences([readMarks('全村有{f 287戶|286戶}。')]).get('quantity')
  expect(score && [score.right, score.extra.length, score.missed.length]).toEqual([0, 1, 1])
  expect(score && [precision(score), recall(score), f1(score)]).toEqual([0, 0, 0])
})

const TARGETS: [AnnotatorName, number][] = [
  ['citation', 0.99],
  ['quotation', 0.99],
  ['elision', 0.99],
  ['enumerator', 0.99],
  ['date', 0.97],
  ['quantity', 0.97],
]

describe('the marked sentences', () => {
  const developed = readSentences()
  const heldOut = HELD_OUT.map((folder) => [folder, readHeldOut(folder)] as const)

  test('are many, a third of them set aside, and about a third hold nothing', () => {
    const setAside = heldOut.flatMap(([, sentences]) => sentences)
    const all = [...developed, ...setAside]
    const empty = all.filter(({ marks }) => marks.length === 0).length
    expect(all.length).toBeGreaterThanOrEqual(400)
    expect(setAside.length / all.length).toBeGreaterThan(1 / 3)
    expect(empty / all.length).toBeGreaterThan(1 / 3)
  })

  const sets: (readonly [string, MarkedSentence[]])[] = [['to develop with', developed], ...heldOut]

  describe.each(sets)('%s', (_, sentences) => {
    const scores = scoreSentences(sentences)

    test.each(TARGETS)('are annotated: %s, F1 at least %s', (name, least) => {
      const score = scores.get(name)
      expect(score && f1(score)).toBeGreaterThanOrEqual(least)
    })

    test('have the names that are sure, and most of all names', () => {
      const score = scores.get('name')
      expect(score && precision(score)).toBeGreaterThanOrEqual(0.95)
      expect(score && recall(score)).toBeGreaterThanOrEqual(0.75)
    })
  })
})
