import { createSheet } from '../sheet.ts'
import type { SourceMap } from '../source-map.ts'
import { createDefinitions } from './definitions.ts'
import { linesOf } from './lines.ts'
import { findOwnLabels } from './own.ts'
import { bordersOf } from './pieces.ts'
import type { Nodes } from './tree.ts'

/** What begins and ends lines. */
const BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'code', 'html', 'listItem', 'thematicBreak'])

/** A node that is to be entered, or left. */
interface Step {
  node: Nodes
  isLeft: boolean
  /** What goes before its first line. */
  prefix?: string
}

/** The lines that Markdown shows from an offset on, and where they stood in the whole. */
export async function extractMarkdown(whole: string, from: number): Promise<{ text: string; map: SourceMap }> {
  const { fromMarkdown } = await import('mdast-util-from-markdown')
  const { extract } = await import('../html/extract.ts')
  const markdown = whole.slice(from)
  const definitionsFor = createDefinitions(markdown)
  const labels = findOwnLabels(markdown)
  const sheet = createSheet()

  const borders = bordersOf(markdown)
  for (let index = 0; index + 1 < borders.length; index++) {
    const start = borders[index] as number
    const piece = markdown.slice(start, borders[index + 1])
    walk(fromMarkdown(piece + definitionsFor(piece)), start)
  }
  return sheet.finish()

  /** Goes through a tree without calling itself: it may be deep. */
  function walk(root: Nodes, start: number): void {
    const steps: Step[] = [{ node: root, isLeft: false }]
    const parents: Nodes[] = []
    for (let step = steps.pop(); step; step = steps.pop()) {
      const { node, isLeft, prefix } = step
      if (isLeft) parents.pop()
      const isInline = parents.at(-1)?.type === 'paragraph'
      if (BLOCKS.has(node.type) && !isInline) sheet.endLine()
      if (isLeft) continue
      if (prefix !== undefined) sheet.setPrefix(prefix)
      enter(node, start, isInline)
      if (!('children' in node)) continue
      parents.push(node)
      steps.push({ node, isLeft: true })
      for (let index = node.children.length - 1; index >= 0; index--) {
        const child = node.children[index] as Nodes
        steps.push({ node: child, isLeft: false, ...(node.type === 'list' && { prefix: labelOf(node, index) }) })
      }
    }
  }

  function enter(node: Nodes, start: number, isInline: boolean): void {
    const at = start + (node.position?.start.offset ?? 0)
    const raw = markdown.slice(at, start + (node.position?.end.offset ?? 0))
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') write(node.value, raw, at)
    else if (node.type === 'image') write(node.alt ?? '', raw, at)
    else if (node.type === 'break') sheet.breakLine()
    else if (node.type === 'html' && !isInline) writeHtml(node.value, at)
    else if (node.type === 'html' && /^<br\b/i.test(node.value)) sheet.breakLine()
  }

  function write(value: string, raw: string, at: number): void {
    const label = labels.get(at)
    for (const [index, line] of linesOf(value, raw).entries()) {
      if (index > 0) sheet.endLine()
      for (const { text, offset } of line) {
        const isLabel = label && offset === 0 && text.startsWith(label.own)
        sheet.add(isLabel ? label.ofPages + text.slice(label.own.length) : text, from + at + offset)
      }
    }
  }

  function writeHtml(html: string, at: number): void {
    const { text, map } = extract(html)
    for (const [index, start] of map.starts.entries()) {
      const lines = text.slice(start, map.starts[index + 1]).split('\n')
      for (const [number, line] of lines.entries()) {
        if (number > 0) sheet.endLine()
        if (line !== '') sheet.add(line, from + at + (map.places[index] ?? 0))
      }
    }
  }
}

/** The number or bullet of a list's item. */
function labelOf({ ordered, start }: Extract<Nodes, { type: 'list' }>, index: number): string {
  return ordered ? `${(start ?? 1) + index}. ` : '- '
}
