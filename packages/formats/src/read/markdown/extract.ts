import { RUN_IN_CLOSE } from '../../run-in.ts'
import { createSheet } from '../sheet.ts'
import type { SourceMap } from '../source-map.ts'
import { createDefinitions } from './definitions.ts'
import { linesOf } from './lines.ts'
import { findOwnLabels } from './own.ts'
import { piecesOf } from './pieces.ts'
import { cellsOf } from './tables.ts'
import type { Nodes, Root } from './tree.ts'

/** What begins and ends lines. */
const BLOCKS: ReadonlySet<string> = new Set('paragraph heading code html listItem thematicBreak'.split(' '))

/** What holds running text: HTML in it is a tag, and no block. */
const RUNNING: ReadonlySet<string> = new Set(
  'paragraph heading emphasis strong link linkReference tableCell'.split(' '),
)

/** The level at which our own Markdown begins with sections. */
const SECTIONS = 3

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
  /** Whether the text is that of brackets around ruby, for programs that know no ruby. */
  let isBracket = false
  /** Whether the line was that of a heading which runs into the paragraph behind it. */
  let runsOn = false

  for (const { start, end, isTable } of piecesOf(markdown)) {
    const piece = markdown.slice(start, end)
    if (isTable) writeTable(piece, start)
    else walk(parse(piece), start)
  }
  return sheet.finish()

  function parse(piece: string): Root {
    return fromMarkdown(piece + definitionsFor(piece))
  }

  /** A line for each row, but for the one below the head. */
  function writeTable(table: string, start: number): void {
    let at = start
    for (const [index, row] of table.split('\n').entries()) {
      sheet.endLine()
      for (const { text, offset } of index === 1 ? [] : cellsOf(row)) {
        const [first] = parse(text).children
        sheet.addCell()
        if (first?.type === 'paragraph') walk({ type: 'tableCell', children: first.children }, at + offset)
        else if (text !== '') sheet.add(text, from + at + offset)
      }
      at += row.length + 1
    }
    sheet.endLine()
  }

  /** Goes through a tree without calling itself: it may be deep. */
  function walk(root: Nodes, start: number): void {
    const steps: Step[] = [{ node: root, isLeft: false }]
    const parents: Nodes[] = []
    for (let step = steps.pop(); step; step = steps.pop()) {
      const { node, isLeft, prefix } = step
      if (isLeft) parents.pop()
      const isInline = RUNNING.has(parents.at(-1)?.type ?? '')
      if (isLeft) continue
      if (BLOCKS.has(node.type) && !isInline) begin(node, start)
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

  /** Begins a line, unless the one before was a heading that runs into this. */
  function begin(node: Nodes, start: number): void {
    if (runsOn && node.type === 'paragraph') sheet.addJoint()
    else sheet.endLine()
    runsOn = node.type === 'heading' && node.depth >= SECTIONS && isRunIn(node, start)
    isBracket = false
  }

  function isRunIn({ position }: Nodes, start: number): boolean {
    const raw = markdown.slice(start + (position?.start.offset ?? 0), start + (position?.end.offset ?? 0))
    return /[ \t](#+)[ \t]*$/.exec(raw)?.[1] === RUN_IN_CLOSE
  }

  function enter(node: Nodes, start: number, isInline: boolean): void {
    const at = start + (node.position?.start.offset ?? 0)
    const raw = markdown.slice(at, start + (node.position?.end.offset ?? 0))
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') write(node.value, raw, at)
    else if (node.type === 'image') write(node.alt ?? '', raw, at)
    else if (node.type === 'break') sheet.breakLine()
    else if (node.type === 'html' && isInline) writeTag(node.value)
    else if (node.type === 'html') writeHtml(node.value, at)
  }

  /** A tag in running text: a line end, or what sets off a gloss: 養<rt>yǎng</rt> is 養(yǎng). */
  function writeTag(tag: string): void {
    const name = /^<(\/?[a-z]+)/i.exec(tag)?.[1]?.toLowerCase()
    if (name === 'br') sheet.breakLine()
    else if (name === 'rt') sheet.add('(')
    else if (name === '/rt') sheet.add(')')
    else if (name === 'rp' || name === '/rp') isBracket = name === 'rp'
  }

  function write(value: string, raw: string, at: number): void {
    if (isBracket) return
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
