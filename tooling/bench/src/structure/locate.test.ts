import { expect, it } from 'vitest'
import { parseGold } from './gold.ts'
import { locate } from './locate.ts'
import { walk } from './outline.ts'

function misquotes(gold: string, source: string) {
  return locate(parseGold(gold), source)
}

it('finds words through width, blanks, line breaks and glosses', () => {
  const gold = 'speech\n  salutation: 同志們：\n  paragraph: 企業要發展,工作要落實。'
  expect(misquotes(gold, '同志們:\n企業(yè)要發(fā)展，\n工作要落實。')).toEqual([])
})

it('keeps brackets that hold no reading', () => {
  expect(misquotes('speech\n  paragraph: 沈家灣辦事處', '沈家灣(街道)辦事處')).toEqual([
    { reason: 'not found', text: '沈家灣辦事處' },
    { reason: 'left out', text: '沈家灣街道辦事處' },
  ])
})

it('writes the offset in the source on each node', () => {
  const gold = parseGold('speech\n  salutation: 同志們:\n  paragraph: 今~~會。')
  locate(gold, '  同志們:\n\n今天開會。')
  expect([...walk(gold.nodes)].map(({ node }) => node.offset)).toEqual([undefined, 2, 8])
})

it('reports words in the wrong order and words that no node covers', () => {
  const gold = 'speech\n  paragraph: 今天下雨。\n  salutation: 同志們:'
  expect(misquotes(gold, '同志們:\n今天下雨。')).toEqual([
    { reason: 'left out', text: '同志們' },
    { reason: 'not found', text: '同志們:' },
  ])
})

it('lets noise stand within a shortened paragraph, and the ending behind it', () => {
  const gold = 'speech\n  paragraph: 必須~~補上。\n    noise pagination: 第2頁'
  expect(misquotes(gold, '必須在年底以\n第2頁\n前補上。')).toEqual([])
  expect(misquotes(gold, '必須在年底以前補上。\n第2頁')).not.toEqual([])
})

it('does not ask for the date and label around a link', () => {
  const gold = 'related\n  noise navigation: 相關文章\n  link: 總結 | 優秀 | 18\n  link: 講話 | - | -'
  expect(misquotes(gold, '相關文章\n- 總結(優秀18篇).doc\n講話03-15')).toEqual([])
})
