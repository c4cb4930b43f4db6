import { readFileSync } from 'node:fs'
import { parse } from '@speeches/core'
import { describe, expect, test } from 'vitest'
import { item, page, speech } from '../page.fixture.ts'
import { figures, figuresCsv } from './index.ts'
import { figureRows } from './rows.ts'

const SOURCE = [
  '青禾縣工作會議講話篇一',
  '同志們：',
  '今天開會，總結工作。去年，全縣完成地區生產總值86.2億元，同比增長7.2%；財政總收入9.1億元，下降1.4%。',
  '城鎮居民人均可支配收入17600元、農民人均純收入6230元，分別增長5.1%和9.6%。會上表彰了12名先進個人。',
  '一、抓好水利。',
  '截至2021年6月30日，自來水普及率達到93.5%。今年要再修水渠3公里。',
  '謝謝大家！',
].join('\n')

describe('the figures of a page', () => {
  const rows = figureRows(parse(SOURCE))

  test('are those that give an indicator a value', () => {
    expect(rows.map(({ indicator, value, unit, change, period }) => [indicator, value, unit, change, period])).toEqual([
      ['地區生產總值', 8_620_000_000, '元', 7.2, '去年'],
      ['財政總收入', 910_000_000, '元', -1.4, '去年'],
      ['城鎮居民人均可支配收入', 17600, '元', 5.1, null],
      ['農民人均純收入', 6230, '元', 9.6, null],
      ['自來水普及率', 93.5, '%', null, '2021-06-30'],
      ['修水渠', 3, '公里', null, '今年'],
    ])
  })

  test('have their speech and their place', () => {
    const lines = SOURCE.split('\n')
    for (const { line, column, text } of rows) {
      expect(lines[(line ?? 0) - 1]?.slice((column ?? 0) - 1)).toMatch(new RegExp(`^${text.replace('.', '\\.')}`))
    }
    expect(rows.map(({ item }) => item)).toEqual([1, 1, 1, 1, 1, 1])
    expect(new Set(rows.map(({ speech }) => speech)).size).toBe(1)
  })

  test('are written as JSON and as CSV', () => {
    const result = parse(SOURCE)
    expect(JSON.parse([...figures.write(result)].join(''))).toEqual(rows)
    const csv = [...figuresCsv.write(result)]
    expect(csv[0]).toBe('indicator,value,unit,change,period,speech,item,line,column,text\r\n')
    expect(csv[1]).toBe(`地區生產總值,8620000000,元,7.2,去年,${rows[0]?.speech},1,3,24,86.2億元\r\n`)
    expect(csv).toHaveLength(7)
  })

  test('are none where a page states none', () => {
    const result = parse('同志們：\n今天開會。\n謝謝大家！')
    expect([...figures.write(result)]).toEqual(['[]\n'])
    expect([...figuresCsv.write(result)]).toHaveLength(1)
  })
})

/** Indicator, value, unit, change and period of the figures in a paragraph. */
function figuresIn(paragraph: string) {
  const rows = figureRows(parse(`同志們：\n今天開會。\n${paragraph}\n謝謝大家！`))
  return rows.map(({ indicator, value, unit, change, period }) => [indicator, value, unit, change, period])
}

describe('a figure', () => {
  test.each([
    [
      '上半年，兩級工會共受理職工來訪685案次、1311人次；辦理來信23件、來電390人次。',
      [
        ['受理職工來訪', 685, '案次', null, '上半年'],
        ['受理職工來訪', 1311, '人次', null, '上半年'],
        ['辦理來信', 23, '件', null, '上半年'],
        ['來電', 390, '人次', null, '上半年'],
      ],
    ],
    ['我们筹集到的物资达3000多万元，', [['物资', 30_000_000, '元', null, null]]],
    ['获得表彰的全国劳动模范7名。', [['全国劳动模范', 7, '名', null, null]]],
    ['评选“和谐企业”51家。', [['评选“和谐企业”', 51, '家', null, null]]],
  ])('that counts things has what it counts: %s', (paragraph, rows) => {
    expect(figuresIn(paragraph)).toEqual(rows)
  })

  test.each([
    '表彰了12名先進個人，走了20公里山路。',
    '他考了118分，每天跑5圈。',
    '一双28美元，一起有40000元。',
    '连续5年获奖，工期3个月，培训36个小时。',
    '我们街道32000人，退你10元。',
  ])('is in no row where nothing is named before it: %s', (paragraph) => {
    expect(figuresIn(paragraph)).toEqual([])
  })

  test('that is only a change has no value', () => {
    expect(figuresIn('今年，全縣勞動生產率同比提高15%，原材料價格比去年下降三個百分點，訂單減少了8%。')).toEqual([
      ['勞動生產率', null, null, 15, '今年'],
      ['訂單', null, null, -8, '今年'],
    ])
    expect(figuresIn('收入12亿元，比上年增长8%。入会率由62%提高到88%。')).toEqual([
      ['收入', 1_200_000_000, '元', 8, null],
      ['入会率', 62, '%', null, null],
      ['入会率', 88, '%', null, null],
    ])
  })

  test('has the period that its paragraph began with, until another one or today', () => {
    const paragraph =
      '过去的一年，成绩喜人。财政收入9亿元，比前年增长3%。今年4月，新建水渠6公里。产值2亿元。现有茶园300亩。'
    expect(figuresIn(paragraph)).toEqual([
      ['财政收入', 900_000_000, '元', 3, '过去的一年'],
      ['新建水渠', 6, '公里', null, '今年4月'],
      ['产值', 200_000_000, '元', null, '过去的一年'],
      ['茶园', 300, '亩', null, null],
    ])
  })
})

test('a cell with a comma or a quotation mark is quoted', () => {
  const result = parse('同志們：\n去年,“青禾”產值1,200萬元,工作不錯。\n謝謝大家！')
  expect([...figuresCsv.write(result)][1]).toMatch(/,"1,200萬元"\r\n$/)
})

test('a text that a spreadsheet would run has an apostrophe before it; numbers have none', () => {
  const leaf = { type: 'text' as const, value: '-3%' }
  const figure = { type: 'quantity' as const, number: -3, unit: '%', measure: '=增速', children: [leaf] }
  const result = page({}, item(1, speech([], { type: 'paragraph', id: 'p', children: [figure] })))
  expect([...figuresCsv.write(result)][1]).toMatch(/^'=增速,-3,%,.*,'-3%\r\n$/)
  expect([...figuresCsv.write(result, { guardFormulas: false })][1]).toMatch(/^=增速,-3,%,.*,-3%\r\n$/)
})

test.skipIf(!process.env.SPEECHES_FOUNDING)('the founding page has the figures of its items 1 and 6', () => {
  const rows = figureRows(parse(readFileSync(process.env.SPEECHES_FOUNDING as string, 'utf8')))
  const of = (item: number) =>
    rows.filter((row) => row.item === item).map(({ value, unit, change }) => [value, unit, change])
  expect(of(1)).toEqual([
    [134_640_000_000, '元', 14.3],
    [81_160_000_000, '元', 35.2],
    [15_070_000_000, '元', 39.8],
    [17606, '元', 14.1],
    [6230, '元', 19.6],
    [73_720_000_000, '元', 20],
  ])
  expect(of(6)).toEqual([
    [72_380_000_000, '元', 12.1],
    [13_910_000_000, '元', 29.8],
    [3_040_000_000, '元', 22.9],
  ])
})
