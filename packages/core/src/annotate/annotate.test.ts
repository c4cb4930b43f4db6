import type { Node } from 'unist'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import type { Phrasing } from '../schema/phrasing.ts'
import { parse } from '../speeches.ts'
import { textOf } from '../tree/text.ts'

/** A page of one paragraph in which some words are said. */
const page = (...lines: string[]) => ['同志們：', '今天開會。', ...lines, '謝謝大家！'].join('\n')

/** The annotated nodes of one type: what they say and what the source has in their place. */
function annotated(source: string, type: Phrasing['type']) {
  const found: { node: Phrasing; text: string; printed: string }[] = []
  visit(parse(source).collection as Node, (node) => {
    if (node.type !== type) return
    const { start, end } = node.position as NonNullable<Node['position']>
    found.push({
      node: node as Phrasing,
      text: textOf(node as Phrasing),
      printed: source.slice(start.offset, end.offset),
    })
  })
  return found
}

const texts = (source: string, type: Phrasing['type']) => annotated(source, type).map(({ text }) => text)

describe('citations and quotations', () => {
  test('nest, brackets included', () => {
    const source = page('要學《關於印發〈河道管理條例〉的通知》，做到“心中有‘渠’”。')
    expect(texts(source, 'citation')).toEqual(['《關於印發〈河道管理條例〉的通知》', '〈河道管理條例〉'])
    expect(texts(source, 'quotation')).toEqual(['“心中有‘渠’”', '‘渠’'])
  })

  test('are whole over the lines that a site tore', () => {
    const source = page('要落實《。', '河道管理。', '條例》的規定。')
    expect(texts(source, 'citation')).toEqual(['《河道管理條例》'])
    expect(annotated(source, 'citation')[0]?.printed).toBe('《。\n河道管理。\n條例》')
  })

  test('are left as text where a mark has no partner', () => {
    expect(texts(page('要學《河道管理條例，記在心裏。'), 'citation')).toEqual([])
    expect(texts(page('要發揚“不怕苦的精神，再“加一把勁”。'), 'quotation')).toEqual(['“加一把勁”'])
  })

  test('are elisions where nothing stands between the marks', () => {
    const source = page('今年是“”的第一年，開展“建功‘’、奔小康”競賽，學習《》。')
    expect(annotated(source, 'elision').map(({ node, printed }) => [printed, 'kind' in node && node.kind])).toEqual([
      ['“”', 'quotation'],
      ['‘’', 'quotation'],
      ['《》', 'quotation'],
    ])
    expect(texts(source, 'quotation')).toEqual(['“建功‘’、奔小康”'])
  })

  test('hold what is left out in them', () => {
    const [citation] = annotated(page('落實《×省河道條例》。'), 'citation')
    expect(citation?.node).toMatchObject({
      children: [
        { type: 'text', value: '《' },
        { type: 'elision', value: '×', kind: 'name' },
        { type: 'text', value: '省河道條例》' },
      ],
    })
  })
})

describe('places in the source', () => {
  test('take the glosses of a damaged page with them', () => {
    const source = page('全鎮開展“工業(yè)強鎮(zhèn)”活動，學習《企業(yè)法》，產(chǎn)值1.2億元。')
    expect(annotated(source, 'quotation').map(({ text, printed }) => [text, printed])).toEqual([
      ['“工業強鎮”', '“工業(yè)強鎮(zhèn)”'],
    ])
    expect(annotated(source, 'citation').map(({ text, printed }) => [text, printed])).toEqual([
      ['《企業法》', '《企業(yè)法》'],
    ])
    expect(
      annotated(source, 'quantity').map(({ node, printed }) => ['measure' in node && node.measure, printed]),
    ).toEqual([['產值', '1.2億元']])
  })

  test('stand beside Markdown marks, which are in no value', () => {
    const source = page('要**認真**學習《河道管理條例》，**不走過場**。')
    expect(annotated(source, 'citation').map(({ printed }) => printed)).toEqual(['《河道管理條例》'])
  })

  test('are those of full-width marks that were narrow', () => {
    const source = page('他說:“渠要修,路要鋪,20xx年12月完工!”')
    expect(annotated(source, 'quotation').map(({ text, printed }) => [text, printed])).toEqual([
      ['“渠要修，路要鋪，20xx年12月完工！”', '“渠要修,路要鋪,20xx年12月完工!”'],
    ])
    expect(annotated(source, 'elision').map(({ printed }) => printed)).toEqual(['20xx'])
    expect(annotated(source, 'date').map(({ printed }) => printed)).toEqual(['20xx年12月'])
  })
})

test('what the site says is not annotated', () => {
  const source = '時間:2020-03-01\n下面是小編為大家整理的“講話”,僅供參考。\n同志們:\n今天開會,商量修渠。\n謝謝大家!'
  expect(texts(source, 'quotation')).toEqual([])
})

describe('relative dates', () => {
  const spoken = '去年底動工，今年4月30日完工；上個月15日驗收，本月發證，7月6日再來，20xx年12月通水。'
  const lines = (published: string) => [published, '同志們：', '今天開會。', spoken, '謝謝大家！'].join('\n')
  const fieldsOf = (source: string, resolveDates?: boolean) => {
    const found: unknown[] = []
    visit(parse(source, resolveDates === undefined ? {} : { resolveDates }).collection as Node, (node) => {
      if (node.type !== 'date') return
      const { iso, year, month, day } = node as Extract<Phrasing, { type: 'date' }>
      found.push(iso ?? [year, month, day].map((field) => field ?? null))
    })
    return found
  }
  const printed = [
    [null, null, null],
    [null, 4, 30],
    [null, null, 15],
    [null, null, null],
    [null, 7, 6],
    [null, 12, null],
  ]

  test('stay as they are printed', () => {
    expect(fieldsOf(lines('時間:2024-01-12'))).toEqual(printed)
    expect(fieldsOf(lines('時間:2024-01-12'), false)).toEqual(printed)
  })

  test('are resolved against the day of publication where that is asked for', () => {
    expect(fieldsOf(lines('時間:2024-01-12'), true)).toEqual([
      [2023, null, null],
      '2024-04-30',
      '2023-12-15',
      [2024, 1, null],
      [null, 7, 6],
      [null, 12, null],
    ])
  })

  test('stay where the page says no day of publication', () => {
    expect(fieldsOf(lines('小編:青禾'), true)).toEqual(printed)
  })
})

test('ids are those of the page without annotations', () => {
  const source = page('20xx年，修渠“”公里。', '一是修渠，二是鋪路。')
  const idsOf = (annotate: boolean) => {
    const ids: unknown[] = []
    visit(parse(source, { annotate }).collection as Node, (node) => {
      if ('id' in node) ids.push(node.id)
    })
    return ids
  }
  expect(idsOf(true)).toEqual(idsOf(false))
})

test('a figure behind the trace of a lost character is not read', () => {
  expect(texts(page('獲獎的有�0名，另有12名。'), 'quantity')).toEqual(['12名'])
})

test('reads long lines of marks in linear time', () => {
  for (const unit of [
    '《',
    '“‘',
    '×',
    '20xx年',
    '1,111',
    '百',
    '一是，二是，',
    '第一，',
    '市委',
    '李書記',
    '縣局',
    '小學',
  ]) {
    const timeFor = (size: number) => {
      const source = page(unit.repeat(Math.ceil(size / unit.length)))
      const start = performance.now()
      parse(source, { restore: false })
      return performance.now() - start
    }
    const small = Math.max(5, timeFor(20_000), timeFor(20_000))
    expect(timeFor(400_000), unit).toBeLessThan(small * 20 * 6)
  }
})
