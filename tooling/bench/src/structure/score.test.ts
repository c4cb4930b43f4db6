import { describe, expect, it } from 'vitest'
import { align } from './align.ts'
import { firstDifference } from './first-difference.ts'
import { parseGold } from './gold.ts'
import type { Outline } from './outline.ts'
import { compare, f1, micro, precision, recall } from './score.ts'

const gold = parseGold(`title line: 防汛講話
item 1
  speech
    announced 3: 三點意見
    salutation: 同志們:
    paragraph: 今天開會~~三點意見。
    section 1 heading [一、] han 1: 查堤。
      paragraph: 查細。
    closing thanks: 謝謝大家!`)

const parsedText = `title line: 防汛講話
item 1
  speech
    announced 3: 講三點意見
    salutation: 同志們：
    paragraph: 今天開會，我講三點意見。
    section 1 heading [一、] han 1: 查堤。
      paragraph: 查細。
    closing thanks: 謝謝大家！`

function parsed(change: (text: string) => string = (text) => text): Outline {
  return parseGold(change(parsedText))
}

it('a tree that differs in width only is the gold tree', () => {
  const { missing, extra, score } = compare(gold, parsed())
  expect([missing, extra]).toEqual([[], []])
  expect(micro(score)).toEqual({ found: 9, missing: 0, extra: 0 })
  expect(firstDifference(gold, parsed())).toBeNull()
})

describe('what differs is counted once on either side', () => {
  it.each([
    ['a section one level too deep', 'section 1', 'section 2', 'sections'],
    ['a marker with another delimiter', '[一、]', '[一.]', 'sections'],
    ['a closing of another kind', 'closing thanks', 'closing wish', 'closings'],
    ['another count', 'announced 3', 'announced ?', 'announced'],
    ['a paragraph cut short', '今天開會，我講三點意見。', '今天開會，', 'paragraphs'],
    ['a paragraph that swallowed the next line', '查細。', '查細。再查。', 'paragraphs'],
    ['another title', 'title line: 防汛講話', 'title stem: 防汛講話', 'metadata'],
  ] as const)('%s', (_, from, to, element) => {
    const { score } = compare(
      gold,
      parsed((text) => text.replace(from, to)),
    )
    expect(score.get(element)).toMatchObject({ missing: 1, extra: 1 })
    expect(micro(score)).toMatchObject({ missing: 1, extra: 1 })
    expect(
      firstDifference(
        gold,
        parsed((text) => text.replace(from, to)),
      ),
    ).not.toBeNull()
  })
})

it('a speech is known by its first and last words', () => {
  const { score } = compare(
    gold,
    parsed((text) => text.replace('\n    closing thanks: 謝謝大家！', '')),
  )
  expect(score.get('speeches')).toEqual({ found: 0, missing: 1, extra: 1 })
  expect(score.get('closings')).toEqual({ found: 0, missing: 1, extra: 0 })
})

it('nesting is no element, but a difference', () => {
  const flat = parsed((text) => text.replace('      paragraph: 查細。', '    paragraph: 查細。'))
  expect(micro(compare(gold, flat).score)).toMatchObject({ missing: 0, extra: 0 })
  expect(firstDifference(gold, flat)).toMatchObject({
    expected: '        paragraph: 查細。'.slice(2),
    actual: '    paragraph: 查細。',
  })
})

it('in which parent noise hangs is no difference, its kind and place are', () => {
  const [inside, outside, other] = [
    'speech\n  noise pagination: 第1頁',
    'speech\nnoise pagination: 第1頁',
    'speech\nnoise footer: 第1頁',
  ].map(parseGold) as [Outline, Outline, Outline]
  expect(firstDifference(inside, outside)).toBeNull()
  expect(firstDifference(inside, other)).not.toBeNull()
})

it('precision, recall and F1 are what they are called', () => {
  const count = { found: 6, missing: 2, extra: 4 }
  expect([precision(count), recall(count)]).toEqual([0.6, 0.75])
  expect(f1(count)).toBeCloseTo(2 / (1 / 0.6 + 1 / 0.75))
})

it('aligns in order, as many pairs as can be had', () => {
  const { pairs, onlyLeft, onlyRight } = align([...'甲乙丙丁'], [...'乙甲丙戊'], (a, b) => a === b)
  expect(pairs.map(([a]) => a)).toHaveLength(2)
  expect([onlyLeft, onlyRight]).toEqual([
    ['甲', '丁'],
    ['甲', '戊'],
  ])
})
