import type { SourceMap } from '../source-map.ts'
import type { Line } from './lines.ts'
import { rightMarginOf } from './margin.ts'

/** How the lines of a column are laid out; lengths in points. */
interface Layout {
  /** Where lines that go on begin, and how far they run. */
  left: number
  right: number
  /** Whether the page shows paragraphs otherwise than by a short last line: by indents or by space between them. */
  showsBeginnings: boolean
  /** Whether the lines are long enough to have been wrapped. */
  canWrap: boolean
  /** Whether enough lines end at the margin in the middle of a sentence to show that the text is wrapped there. */
  isWrapped: boolean
}

/** So much wider than the pitch, space parts paragraphs. */
const PARTING = 1.2
/** A distance from line to line is common when this part of all distances is the same, within this factor. */
const COMMON = 0.1
const SAME_GAP = 1.05
/** What cannot be parted at a line's end: opening marks, a word or a hanzi, and the marks that close it. */
const UNIT = /^[（(《“‘「『【]*(?:[\p{Script=Latin}\d.,:%/×~()-]+|.)[，。、；：！？”’」』】》）),.;:!?%…—]*/u
/** How wide Latin letters are, as a part of their size; hanzi are as wide as their size. */
const LATIN_WIDTH = 0.55
/** What a line may fall short of the margin beyond that, as a part of its size: marks are squeezed or hang over. */
const SLACK = 1.2
const INDENT = 0.8
/** Fewer lines cut at the margin show no wrapping: a list of titles ends no sentences either. */
const FEWEST_CUT = 2
/** No column of text is narrower, in characters: shorter lines are all lines of their own. */
const NARROWEST = 10
/** Where nothing else shows it, a sentence that ends this part of its size before the margin ends its paragraph. */
const SHORT = 0.6
/** Font sizes that differ by more are not those of one paragraph. */
const OTHER_SIZE = 0.08

const TERMINAL = /[。！？!?…：:；;”」』]$|[a-z][.]$/
const MARKER =
  /^(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十\d]+[)）]|第[一二三四五六七八九十\d]+[条章节、,，:：]|\d{1,2}[、.．]|[①-⑳•●■◆])/
const LETTER = /[A-Za-z0-9]/

/** The distance from line to line inside paragraphs: the smallest that is common. */
export function pitchOf(lines: readonly Line[]): number {
  const gaps: number[] = []
  for (let index = 1; index < lines.length; index++) {
    const [before, line] = [lines[index - 1] as Line, lines[index] as Line]
    const gap = before.y - line.y
    if (before.page === line.page && gap > line.size * 0.5 && gap < line.size * 5) gaps.push(gap)
  }
  gaps.sort((a, b) => a - b)
  const few = Math.max(1, Math.floor(gaps.length * COMMON))
  const pitch = gaps.find((gap, index) => (gaps[index + few] ?? Number.POSITIVE_INFINITY) < gap * SAME_GAP)
  return pitch ?? gaps[0] ?? (lines[0]?.size ?? 12) * 1.5
}

/**
 * Lines as paragraphs: a line that runs to the margin goes on in the next unless the page shows that a paragraph
 * begins there, by an indent, space above it, another font size or a number.
 */
export function toParagraphs(lines: readonly Line[], pitch: number): { text: string; map: SourceMap } {
  const layouts = layoutsOf(lines, pitch)
  const starts: number[] = []
  const places: number[] = []
  const pages: number[] = []
  let text = ''
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    if (before) text += !goesOn(before, line, layouts, pitch) ? '\n' : isLatin(before, line) ? ' ' : ''
    starts.push(text.length)
    places.push(line.number)
    pages.push(line.page)
    text += line.text
  }
  return { text, map: { unit: 'line', starts, places, pages } }
}

/** The layout of each column. */
function layoutsOf(lines: readonly Line[], pitch: number): Map<number, Layout> {
  const columns = new Map<number, Line[]>()
  for (const line of lines) {
    const column = columns.get(line.column)
    if (column) column.push(line)
    else columns.set(line.column, [line])
  }
  return new Map([...columns].map(([column, held]) => [column, layoutOf(held, pitch)]))
}

function layoutOf(lines: readonly Line[], pitch: number): Layout {
  const left = commonest(lines.map((line) => line.left))
  const right = rightMarginOf(lines)
  const isIndented = (line: Line) => line.left - left > line.size * INDENT && line.left - left < line.size * 3
  const indented = lines.filter(isIndented).length
  const parted = lines.filter((line, index) => isParted(lines[index - 1], line, pitch)).length
  const isCut = (line: Line) => !line.hasCells && line.right > right - line.size * SLACK && !TERMINAL.test(line.text)
  const cut = lines.filter(isCut).length
  const canWrap = right - left >= (lines[0]?.size ?? 0) * NARROWEST
  return { left, right, canWrap, showsBeginnings: indented >= 2 || parted >= 2, isWrapped: cut >= FEWEST_CUT }
}

/** The smallest of the places where many lines begin. */
function commonest(places: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const place of places) counts.set(Math.round(place), (counts.get(Math.round(place)) ?? 0) + 1)
  let most = 0
  for (const count of counts.values()) most = Math.max(most, count)
  let least = Number.POSITIVE_INFINITY
  for (const [place, count] of counts) if (count >= most / 3) least = Math.min(least, place)
  return least
}

function goesOn(before: Line, line: Line, layouts: ReadonlyMap<number, Layout>, pitch: number): boolean {
  const { right, canWrap, showsBeginnings, isWrapped } = layouts.get(before.column) as Layout
  const { left } = layouts.get(line.column) as Layout
  if (!canWrap || before.hasCells || line.hasCells) return false
  if (right - before.right > unitWidth(line) + before.size * SLACK) return false
  if (line.left - left > line.size * INDENT) return false
  if (Math.abs(line.size - before.size) > before.size * OTHER_SIZE) return false
  if (isParted(before, line, pitch)) return false
  if (!TERMINAL.test(before.text)) return isWrapped || TERMINAL.test(line.text)
  if (MARKER.test(line.text)) return false
  return isWrapped && (showsBeginnings || before.right > right - before.size * SHORT)
}

/** How much room the first unit of a line would have needed at the end of the line before. */
function unitWidth({ text, size }: Line): number {
  let width = 0
  for (const char of UNIT.exec(text)?.[0] ?? '') width += char < '\u2000' ? size * LATIN_WIDTH : size
  return width
}

/** Whether there is space above a line, or it stands where nothing goes on: higher, beside, across two columns. */
function isParted(before: Line | undefined, line: Line, pitch: number): boolean {
  if (!before || before.page !== line.page) return false
  const gap = before.y - line.y
  // From the foot of a column a paragraph goes on at the head of the next.
  if (before.column !== line.column) return gap >= 0 || line.left < before.right
  return gap > pitch * PARTING || gap < 0
}

function isLatin(before: Line, line: Line): boolean {
  return LETTER.test(before.text.at(-1) ?? '') && LETTER.test(line.text[0] ?? '')
}
