import { createMessage } from '../messages/finding.ts'
import type { Message } from '../schema/message.ts'
import type { Text } from '../schema/phrasing.ts'
import { speechesOf } from '../tree/walk.ts'
import { eachLeaf, linesOf, type SpokenLine } from './lines.ts'
import type { Rule } from './rule.ts'

const PARTNERS: Record<string, string> = { '《': '》', '〈': '〉', '“': '”', '‘': '’', '「': '」', '『': '』' }
const MARKS = Object.entries(PARTNERS).flat()

/** A quotation of several paragraphs is closed in one of the next so many lines. */
const LONGEST_QUOTATION = 6

/** Brackets that have no partner, neither in their paragraph nor, for quotations, in one of the next. */
export const unbalanced: Rule = (collection) => speechesOf(collection).flatMap((speech) => checkLines(linesOf(speech)))

interface LoneMark {
  leaf: Text
  line: number
}

function checkLines(lines: readonly SpokenLine[]): Message[] {
  const marks = lines.flatMap(findLone)
  return marks
    .filter((mark, i) => !continues(mark, lines) && !opens(mark, marks[i + 1]) && !opens(marks[i - 1], mark))
    .map(({ leaf: { value, position } }) =>
      createMessage('《》〈〉'.includes(value) ? 'unbalanced-title-mark' : 'unbalanced-quotation', position, {
        actual: value,
      }),
    )
}

/** The marks of a line that `annotate` gave a leaf of their own; the first and last leaf of a quotation are its own. */
function findLone(line: SpokenLine, index: number): LoneMark[] {
  const found: LoneMark[] = []
  eachLeaf(line, (leaf, parent) => {
    if (leaf.type !== 'text' || leaf.value.length !== 1 || !MARKS.includes(leaf.value)) return
    const isOwn = parent !== line && (parent.children[0] === leaf || parent.children.at(-1) === leaf)
    if (!isOwn) found.push({ leaf, line: index })
  })
  return found
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
