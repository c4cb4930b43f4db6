import { createMessage } from '../messages/finding.ts'
import type { Message } from '../schema/message.ts'
import type { Phrasing, Text } from '../schema/phrasing.ts'
import { codeSet } from '../source/code-set.ts'
import { isPrinted, leavesOf, type SpokenLine, spokenIn } from './lines.ts'
import type { Rule } from './rule.ts'

const PARTNERS: Record<string, string> = { '《': '》', '〈': '〉', '“': '”', '‘': '’', '「': '」', '『': '』' }
const isMark = codeSet(Object.entries(PARTNERS).flat().join(''))

/** A quotation of several paragraphs is closed in one of the next so many lines. */
const LONGEST_QUOTATION = 6

/** Brackets that have no partner, neither in their paragraph nor, for quotations, in one of the next. */
export const unbalanced: Rule = (report) => {
  let lines: SpokenLine[] = []
  let marks: LoneMark[] = []
  return {
    line(line, leaves) {
      if (leaves.some(isLoneMark)) collectLone(line, lines.length, marks)
      lines.push(line)
    },
    end() {
      if (marks.length > 0) checkMarks(marks, lines).forEach(report)
      lines = []
      marks = []
    },
  }
}

interface LoneMark {
  leaf: Text
  line: number
}

function checkMarks(marks: readonly LoneMark[], lines: readonly SpokenLine[]): Message[] {
  return marks
    .filter((mark, i) => !continues(mark, lines) && !opens(mark, marks[i + 1]) && !opens(marks[i - 1], mark))
    .map((mark, i, lone) => {
      const { leaf, line } = mark
      const isOnly = lone[i - 1]?.line !== line && lone[i + 1]?.line !== line
      const id = '《》〈〉'.includes(leaf.value) ? 'unbalanced-title-mark' : 'unbalanced-quotation'
      const fix = isOnly ? closeAtEnd(mark, lines[line]) : undefined
      return createMessage(id, fix?.place ?? leaf.position, { actual: leaf.value, ...fix })
    })
}

/**
 * What a line should end with where the whole rest of it is quoted, behind a colon or from the line's start on.
 *
 *     老支書說：“渠要修，路也要修。      expected “渠要修，路也要修。”
 *               ^            ^           place
 */
function closeAtEnd({ leaf }: LoneMark, line: SpokenLine | undefined) {
  const closer = '“‘「『'.includes(leaf.value) ? PARTNERS[leaf.value] : undefined
  const at = line?.children.indexOf(leaf) ?? -1
  if (!line || !closer || at < 0) return undefined
  const before = spokenIn(leavesOf(line.children.slice(0, at)))
  const actual = spokenIn(leavesOf(line.children.slice(at)))
  if (!/[：:]$|^$/.test(before) || !/^.[^“”‘’「」『』]+[。！？!?…]$/.test(actual)) return undefined
  const end = line.children.at(-1)?.position?.end
  const place = leaf.position && end && { start: leaf.position.start, end }
  return place && isPrinted(actual, place) ? { place, actual, expected: [`${actual}${closer}`] } : undefined
}

/** The marks of a line that `annotate` gave a leaf of their own; the first and last leaf of a quotation are its own. */
function collectLone(line: SpokenLine, index: number, found: LoneMark[]): void {
  for (const node of line.children) {
    if (isLoneMark(node)) found.push({ leaf: node, line: index })
    else if ('children' in node) collectWithin(node.children, index, found)
  }
}

function collectWithin(nodes: readonly Phrasing[], index: number, found: LoneMark[]): void {
  const last = nodes.length - 1
  for (const [i, node] of nodes.entries()) {
    if ('children' in node) collectWithin(node.children, index, found)
    else if (i > 0 && i < last && isLoneMark(node)) found.push({ leaf: node, line: index })
  }
}

function isLoneMark(node: Phrasing): node is Text {
  return node.type === 'text' && node.value.length === 1 && isMark(node.value.charCodeAt(0))
}

/** Whether a quotation goes from one mark to the other, over several lines. */
function opens(first: LoneMark | undefined, second: LoneMark | undefined): boolean {
  if (!first || !second || PARTNERS[first.leaf.value] !== second.leaf.value) return false
  const distance = second.line - first.line
  return distance > 0 && distance < LONGEST_QUOTATION && !'《〈'.includes(first.leaf.value)
}

/** Whether a quotation opens a line and the next line opens it again, as quotations of several paragraphs do. */
function continues({ leaf, line }: LoneMark, lines: readonly SpokenLine[]): boolean {
  return lines[line]?.children[0] === leaf && leaf.value in PARTNERS && startOf(lines[line + 1]) === leaf.value
}

function startOf(line: SpokenLine | undefined): string {
  const first = line?.children[0]
  if (!first) return ''
  return ('children' in first ? startOf(first) : first.value).charAt(0)
}
