import fc from 'fast-check'
import type { Node, Parent } from 'unist'
import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import { parseResult } from '../schema/index.ts'
import { isBlank } from '../source/blank.ts'
import { parse } from '../speeches.ts'
import { textOf } from '../tree/text.ts'

/** What paragraphs of annotated text are made of, damage and markup among it. */
const FRAGMENTS = [
  ...['《河道條例》', '《', '》', '“', '”', '‘’', '“”', '「渠」', '〈法〉', '’', '‘'],
  ...['20xx年', '20**年', '××', '×', 'xx屆', '____', '某某', '以為的黨中央', '黨的的', '**', '*'],
  ...['一是修渠,', '二是鋪路;', '首先,', '其次,', '①', '②', '(1)', '(2)', '一方面', '另一方面'],
  ...['2021年3月5日', '今年4月30日', '7月6日至7日', '“十四五”', '上半年', '2月30日'],
  ...['產值1346.4億元,', '同比增長14.3%', '3-4年', '五千多名', '百分之三十', '1,200萬元'],
  ...[
    '業(yè)',
    '企業(yè)家',
    '實(shí)現(xiàn)',
    '?',
    '&ldquo;',
    '\u200b',
    '\u00ad',
    '\ufffd',
    '  ',
    '\n',
    '。\n',
    '、',
    ',',
    '。',
  ],
  ...['市委書記', '李長河', '同志', '青禾縣', '石橋鎮', '市總工會', '縣水利局', '王家莊', '中心小學'],
  ...['同志們:', '一、抓緊', '謝謝大家!', '- ', '## ', '> ', '青禾小學講話篇一\n'],
]
const pages = fc
  .array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 })
  .map((parts) => `同志們:\n今天開會,${parts.join('')}`)

/** The leaves of a tree as ranges of the source. */
function leavesOf(collection: Node): { start: number; end: number }[] {
  const leaves: { start: number; end: number }[] = []
  visit(collection, (node) => {
    if (!('children' in node))
      leaves.push({ start: node.position?.start.offset as number, end: node.position?.end.offset as number })
  })
  return leaves
}

test('annotated leaves cover what the leaves without annotations cover, and say the same', () => {
  fc.assert(
    fc.property(pages, (source) => {
      const plain = parse(source, { annotate: false })
      const annotated = parse(source)
      expect(textOf(annotated.collection)).toBe(textOf(plain.collection))
      let at = 0
      for (const { start, end } of leavesOf(annotated.collection as Node)) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(end).toBeGreaterThanOrEqual(start)
        for (let i = at; i < start; i++) expect(isBlank(source.charCodeAt(i)), `a leaf holds ${i}`).toBe(true)
        at = end
      }
      for (let i = at; i < source.length; i++) expect(isBlank(source.charCodeAt(i)), `a leaf holds ${i}`).toBe(true)
      for (const { position } of annotated.edits) {
        const leaf = leavesOf(annotated.collection as Node).find(({ end }) => end > position.start.offset)
        if (leaf && leaf.start <= position.start.offset) expect(position.end.offset).toBeLessThanOrEqual(leaf.end)
      }
      visit(annotated.collection as Node, (node) => {
        const children = (node as Parent).children
        if (!children?.length) return
        expect(node.position?.start).toEqual(children[0]?.position?.start)
        expect(node.position?.end).toEqual(children.at(-1)?.position?.end)
      })
    }),
    { numRuns: 2000 },
  )
})

test('annotated pages fit the schema', () => {
  fc.assert(
    fc.property(pages, (source) => {
      expect(parseResult.safeParse(parse(source)).error).toBeUndefined()
    }),
    { numRuns: 300 },
  )
})

test('elisions and enumerators stand where they are printed', () => {
  fc.assert(
    fc.property(pages, (source) => {
      visit(parse(source, { restore: false }).collection as Node, (node) => {
        if (node.type !== 'elision' && node.type !== 'enumerator') return
        const { start, end } = node.position as NonNullable<Node['position']>
        const printed = source.slice(start.offset, end.offset).replaceAll('**', '')
        const value = textOf(node as Node & { value: string }).replaceAll('**', '')
        expect(printed).toContain(value)
        expect(printed.replace(value, ''), 'markup beside it').toMatch(/^[\s*#>-]*$/)
      })
    }),
    { numRuns: 2000 },
  )
})
