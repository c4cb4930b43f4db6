import { expect, it } from 'vitest'
import { parseGold } from './gold.ts'
import { print, walk } from './outline.ts'

const sample = `title line: 防汛講話
published: 2021-03-04T08:00

// a remark
heading: 防汛講話
field 時間: 2021-03-04 08:00
field: 全文共612字
item 1 printed -: 【甲】
  speech
    announced ?: 幾點
    salutation: 同志們:
    section 1 run-in [第一件事是] ordinal-word 1: 查堤: 要細。
      paragraph: 甲~~乙
    list
      - [1.] 按時到崗;
      - 不離崗位。
related
  link: 總結 | - | 18
noise footer: 以上就是全部內容。`

it('reads every line of the notation and prints it again', () => {
  const { facts, nodes } = parseGold(sample)
  expect([...facts]).toEqual([
    ['title line', '防汛講話'],
    ['published', '2021-03-04T08:00'],
  ])
  const printed = [...walk(nodes)].map(({ node, depth }) => '  '.repeat(depth) + print(node))
  expect(printed).toEqual(sample.split('\n').slice(4))
})

it('takes a section apart, marker and all', () => {
  const [section] = parseGold('section 2 run-in [感悟之一:] ordinal-word 1: 陪伴: 不能代替。').nodes
  expect(section).toMatchObject({
    type: 'section',
    detail: '2 run-in [感悟之一:] ordinal-word 1',
    text: '陪伴: 不能代替。',
  })
})

it.each([
  ['item 1\n    speech', 'line 2 cannot stand this deep: speech'],
  ['heading: 甲\nchapter 1: 乙', 'line 2 is of no known kind: chapter 1: 乙'],
  ['section 1 heading 一、 han 1: 甲', 'line 1 is of no known kind: section 1 heading 一、 han 1: 甲'],
])('refuses %j', (gold, reason) => {
  expect(() => parseGold(gold)).toThrow(reason)
})
