import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { Node, Parent } from 'unist'
import { inspect } from 'unist-util-inspect'
import { select, selectAll } from 'unist-util-select'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { parseResult } from '../schema/index.ts'
import type { ParseResult } from '../schema/result.ts'
import { isBlank } from '../source/blank.ts'
import { applyEdits, undo } from '../source/edits.ts'
import { createLocator } from '../source/lines.ts'
import { parse } from '../speeches.ts'
import { pages, strings } from '../testing/pages.ts'

interface Range {
  start: number
  end: number
}

function leavesOf(result: ParseResult): Range[] {
  const leaves: Range[] = []
  visit(result.collection as Node, (node) => {
    if ('children' in node) return
    expect(node.position, `${node.type} has a position`).toBeDefined()
    leaves.push({ start: node.position?.start.offset as number, end: node.position?.end.offset as number })
  })
  return leaves
}

function expectCovered(source: string, result: ParseResult): void {
  const leaves = leavesOf(result)
  let at = 0
  for (const { start, end } of leaves) {
    expect(start, 'leaves are in order and never overlap').toBeGreaterThanOrEqual(at)
    expect(end).toBeGreaterThanOrEqual(start)
    expectBlank(source, at, start)
    at = end
  }
  expectBlank(source, at, source.length)
}

function expectBlank(source: string, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    if (!isBlank(source.charCodeAt(at)))
      expect.fail(`no leaf holds ${JSON.stringify(source.slice(at, at + 12))} at ${at}`)
  }
}

function expectParentsAround(result: ParseResult): void {
  visit(result.collection as Node, (node) => {
    const children = (node as Parent).children
    if (!children?.length) return
    expect(node.position?.start.offset).toBe(children[0]?.position?.start.offset)
    expect(node.position?.end.offset).toBe(children.at(-1)?.position?.end.offset)
  })
}

function expectEditsWhole(result: ParseResult): void {
  const leaves = leavesOf(result)
  let at = 0
  for (const { position } of result.edits) {
    while (at < leaves.length && (leaves[at] as Range).end <= position.start.offset) at++
    const leaf = leaves[at]
    if (!leaf || leaf.start > position.start.offset) continue
    expect(position.end.offset, 'an edit lies wholly in one leaf').toBeLessThanOrEqual(leaf.end)
  }
}

function expectPoints(source: string, result: ParseResult): void {
  const locator = createLocator(source)
  visit(result.collection as Node, ({ position }) => {
    if (!position) return
    expect(locator.toOffset(position.start)).toBe(position.start.offset)
    expect(locator.toOffset(position.end)).toBe(position.end.offset)
  })
}

function expectSound(source: string): void {
  const result = parse(source)
  expectCovered(source, result)
  expectParentsAround(result)
  expectEditsWhole(result)
  expect(undo(applyEdits(source, result.edits), result.edits)).toBe(source)
}

describe('every page', () => {
  test('lies in the leaves of its tree, whole and in order', () => {
    fc.assert(fc.property(pages, expectSound), { numRuns: 2000 })
  })

  test('parses, whatever it is made of', () => {
    fc.assert(fc.property(strings, expectSound), { numRuns: 10_000 })
  })

  test('fits the schema, with lines and columns that are those of its offsets', () => {
    fc.assert(
      fc.property(pages, (source) => {
        const result = parse(source)
        expectPoints(source, result)
        expect(parseResult.safeParse(result).error).toBeUndefined()
      }),
      { numRuns: 300 },
    )
  })

  test('parses as a line of a megabyte', () => {
    for (const unit of [
      '一',
      '(yè)',
      '業(yè)',
      '、',
      '?',
      '同志們:',
      '一、抓緊。',
      '篇一',
      '(一)',
      '\ud800',
      '【',
      '(',
      '\0',
    ]) {
      const source = unit.repeat(Math.ceil(1_000_000 / unit.length))
      expectCovered(source, parse(source))
    }
  })

  test('parses without its restoration, annotation or checks', () => {
    fc.assert(
      fc.property(pages, (source) => {
        const result = parse(source, { restore: false, annotate: false, check: false })
        expect(result.edits).toEqual([])
        expectCovered(source, result)
      }),
      { numRuns: 500 },
    )
  })
})

describe('the tree', () => {
  test('is one that unist utilities read', () => {
    const { collection } = parse(
      '青禾小学讲话篇一\n同学们：\n一、守时。\n上课要守时,开会要守时。\n谢谢大家!\n青禾小学讲话篇二\n同学们：\n好。',
    )
    const root = collection as Node
    expect(selectAll('item > speech', root)).toHaveLength(2)
    expect(select('closing[kind=thanks] > text', root)).toMatchObject({ value: '谢谢大家！' })
    expect(inspect(root)).toContain('marker')
  })
})

describe('the marker of a section', () => {
  const headingOf = (line: string) =>
    selectAll(
      'section > heading',
      parse(`总结讲话\n同志们：\n${line}\n桥修好了。\n第二部分 今年的打算\n路还在修。`, { annotate: false })
        .collection as Node,
    )[0] as Parent

  test('holds the blank behind it where nothing else parts it from its heading', () => {
    expect(headingOf('第一部分 去年的工作').children).toMatchObject([
      { type: 'marker', value: '第一部分 ' },
      { type: 'text', value: '去年的工作' },
    ])
  })

  test('ends with its delimiter where it has one', () => {
    expect(headingOf('第一部分： 去年的工作').children).toMatchObject([
      { type: 'marker', value: '第一部分：' },
      { type: 'text', value: '去年的工作' },
    ])
  })
})

test.skipIf(!process.env.SPEECHES_FOUNDING)('the founding page lies in its leaves', () => {
  expectSound(readFileSync(process.env.SPEECHES_FOUNDING as string, 'utf8'))
})
