import { readFileSync } from 'node:fs'
import { parse } from '@speeches/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { convert, loadConverter, toConvertedOffset, toSourceOffset } from './script.ts'

const textOf = async (text: string, to: 'simplified' | 'traditional') => (await convert(text, { to })).text

describe('text', () => {
  test.each([
    ['頭髮和發展', '头发和发展'],
    ['後來皇后乾杯，乾隆在乾坤殿', '后来皇后干杯，乾隆在乾坤殿'],
    ['瞭望塔上看得明瞭', '瞭望塔上看得明了'],
    ['已经是简体。', '已经是简体。'],
  ])('%s becomes %s', async (from, to) => {
    expect(await textOf(from, 'simplified')).toBe(to)
  })

  test.each([
    ['头发和发展', '頭髮和發展'],
    ['后来皇后干杯', '後來皇后乾杯'],
    ['几个茶几，一面面条', '幾個茶几，一面麪條'],
  ])('%s becomes %s', async (from, to) => {
    expect(await textOf(from, 'traditional')).toBe(to)
  })

  test('a line that is traditional already stands, and one that could be either goes with its text', async () => {
    const traditional = '水渠修了三里路，請大家驗收。\n山里。'
    expect(await textOf(traditional, 'traditional')).toBe(traditional)
    expect(await textOf('请大家验收。\n山里。', 'traditional')).toBe('請大家驗收。\n山裏。')
    expect(await textOf('請大家驗收三里路。\n请大家验收。', 'traditional')).toBe('請大家驗收三里路。\n請大家驗收。')
  })

  test('there is no other script', async () => {
    await expect(loadConverter('latin' as never)).rejects.toThrow(RangeError)
    await expect(loadConverter('toString' as never)).rejects.toThrow('simplified, traditional')
  })
})

describe('offsets', () => {
  test('are the same but behind characters that take one code unit here and two there', async () => {
    const source = '㛟一二𠀀'
    const converted = await convert(source, { to: 'traditional' })
    expect(converted).toEqual({ text: '𡞵一二𠀀', shifts: [{ source: 1, converted: 2 }] })
    expect([0, 1, 2, 3, 5].map((offset) => toConvertedOffset(converted, offset))).toEqual([0, 2, 3, 4, 6])
    expect([0, 2, 3, 4, 6].map((offset) => toSourceOffset(converted, offset))).toEqual([0, 1, 2, 3, 5])
    expect((await convert('經濟發展', { to: 'simplified' })).shifts).toEqual([])
  })

  test('the n-th character stays the n-th, whatever the text', async () => {
    for (const to of ['simplified', 'traditional'] as const) {
      const convertText = await loadConverter(to)
      const mark = fc.oneof(
        fc.constantFrom(...'后後里裏干乾幹发發髮㛟𡞵㗲𠵾二噁英周𫖮覆餗\n，a'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }),
      )
      fc.assert(
        fc.property(fc.array(mark, { maxLength: 40 }), (marks) => {
          const text = marks.join('')
          expect([...convertText(text)]).toHaveLength([...text].length)
        }),
        { numRuns: 500 },
      )
    }
  })
})

describe('a result', () => {
  const SOURCE = [
    '时间：2021-03-04 08:00:00',
    '青禾镇工会讲话',
    '同志们：',
    '去年，全镇完成生产总值3.5亿元，皇后大道修好了。下面，我讲两点意见。',
    '一、头发要短。',
    '大家认真学习《发展规划》。',
    '二、后勤要好。',
    '大家都要出力。',
    '谢谢大家！',
  ].join('\n')

  test('has its text converted, and ids, positions, edits, messages and header lines kept', async () => {
    const result = parse(SOURCE)
    const before = structuredClone({ ...result, edits: result.edits, messages: result.messages })
    const converted = await convert(result, { to: 'traditional' })
    expect({ ...result, edits: result.edits, messages: result.messages }).toEqual(before)
    expect(converted.collection.title).toBe('青禾鎮工會講話')
    expect(valuesOf(converted.collection).join('')).toContain('去年，全鎮完成生產總值3.5億元，皇后大道修好了。')
    expect(valuesOf(converted.collection)).toContain('一、')
    expect(JSON.stringify(converted.collection)).toContain('"text":"兩點意見"')
    expect(JSON.stringify(converted.collection)).toContain('"measure":"生產總值"')
    expect(converted.edits).toEqual(result.edits)
    expect(converted.messages).toEqual(result.messages)
    expect(converted.collection.metadata.fields).toEqual(result.collection.metadata.fields)
    expect(skeleton(converted.collection)).toEqual(skeleton(result.collection))
  })

  test('a phrase that lies across the border of two leaves is seen whole', async () => {
    const result = parse('同志们：\n头发。\n谢谢大家！')
    const leaf = (value: string) => ({ type: 'text' as const, value })
    const line = { type: 'editorNote' as const, children: [leaf('头'), leaf('发长'), leaf('㛟'), leaf('发展')] }
    const item = { type: 'item' as const, ordinal: 1, printedOrdinal: null, children: [line] }
    const { collection } = await convert(
      { ...result, collection: { ...result.collection, title: null, children: [item] } },
      { to: 'traditional' },
    )
    expect(valuesOf(collection)).toEqual(['頭', '髮長', '𡞵', '發展'])
  })

  test('converted there and back is the same in every example', async () => {
    for (const name of ['flood-season', 'tree-planting']) {
      const source = readFileSync(new URL(`../../../examples/${name}.txt`, import.meta.url), 'utf8')
      const result = parse(source)
      const simplified = await convert(result, { to: 'simplified' })
      expect(skeleton(simplified.collection)).toEqual(skeleton(result.collection))
      expect((await convert(simplified, { to: 'simplified' })).collection).toEqual(simplified.collection)
    }
  })
})

interface Node {
  type: string
  value?: string
  id?: string
  position?: unknown
  children?: readonly Node[]
}

function valuesOf(node: Node): string[] {
  return node.value === undefined ? (node.children ?? []).flatMap(valuesOf) : [node.value]
}

/** A tree without its words. */
function skeleton({ type, id, position, children }: Node): unknown {
  return [type, id, position, children?.map(skeleton)]
}
