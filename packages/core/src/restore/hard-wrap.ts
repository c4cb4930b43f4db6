import type { Grounds } from '../source/patches.ts'
import { noPatches, type Patches, pushPatch } from '../source/patches.ts'
import { isHan } from './gloss/find.ts'
import { kindOf, letter } from './kinds.ts'
import type { Layer } from './layer.ts'
import { isMarked, isPageNumber } from './lines/opening.ts'
import type { Rows } from './lines/rows.ts'

const likely: Grounds = { rule: 'hard-wrap', certainty: 'likely', evidence: { readings: 2 } }

/** Widths at which text is wrapped, in columns: a Chinese character takes two. */
const NARROWEST = 44
const WIDEST = 96
/** A full line may be this much shorter than the widest one: a mark must not open a line, a word not be cut. */
const SLACK = 4
/** Fewer full lines show no width. */
const FEWEST = 3
const TERMINAL = '。！？!?…：:；;”'

/**
 * Joins lines that were wrapped at a fixed width:
 *
 *     今天我们在这里召开全镇春季植树动        今天我们在这里召开全镇春季植树动员大会，主要任务是…
 *     员大会，主要任务是安排今年的植树   →
 *     工作。
 *
 * A page number between two such lines stays where it is, and so do the line ends around it.
 */
export const hardWrap: Layer = {
  rule: 'hard-wrap',
  isNeeded: (survey) => survey.count(0x0a) + survey.count(0x0d) > FEWEST,
  run(text, context) {
    const patches = noPatches()
    const rows = context.rows()
    if (isTooWide(rows)) return { patches }
    const widths = widthsOf(text, rows)
    const width = wrapWidth(text, rows, widths)
    if (width === 0) return { patches }
    const indented = countIndented(rows) * 20 > rows.starts.length
    for (let row = 0; row + 1 < rows.starts.length; row++) {
      if (!isFull(widths[row] as number, width)) continue
      const last = chainEnd(text, rows, widths, width, row, indented)
      if (isTerminal(text, rows, last) || isNumber(text, rows, last + 1)) join(text, rows, row, last, patches)
      row = Math.max(row, last)
    }
    return { patches }
  },
}

/** The last row of the paragraph that `row` belongs to: each row before it is full and goes on in the next. */
function chainEnd(text: string, rows: Rows, widths: number[], width: number, row: number, indented: boolean): number {
  let last = row
  while (last + 1 < rows.starts.length && isFull(widths[last] as number, width)) {
    if (isTerminal(text, rows, last) && (widths[last] as number) < width - 1) return last
    if (!isContinued(text, rows, last, indented)) return last
    last++
  }
  return last
}

function join(text: string, { starts, ends }: Rows, first: number, last: number, patches: Patches): void {
  for (let row = first; row < last; row++) {
    const end = ends[row] as number
    const next = starts[row + 1] as number
    pushPatch(patches, end, next, isLatin(text, end - 1) && isLatin(text, next) ? ' ' : '', likely)
  }
}

/** Whether a row is a page number, which cuts a paragraph in two. */
function isNumber(text: string, { starts, ends }: Rows, row: number): boolean {
  return row < starts.length && isPageNumber(text, starts[row] as number, ends[row] as number)
}

/** Whether a row ends where a sentence can end. A list of titles never does. */
function isTerminal(text: string, { ends }: Rows, row: number): boolean {
  return TERMINAL.includes(text.charAt((ends[row] as number) - 1))
}

/** Whether so many rows have more characters than the widest wrapped row has columns that measuring them is no use. */
function isTooWide({ starts, ends }: Rows): boolean {
  let wide = 0
  for (let row = 0; row < starts.length; row++) if ((ends[row] as number) - (starts[row] as number) > WIDEST) wide++
  return wide * 20 > starts.length
}

/**
 * The width in columns that the page is wrapped at: several rows are that wide, hardly any wider, and most of
 * them stop in the middle of a sentence, a third in the middle of a phrase. 0 when it is not wrapped.
 */
function wrapWidth(text: string, rows: Rows, widths: number[]): number {
  const width = commonest(widths)
  const full = [...widths.keys()].filter((row) => isFull(widths[row] as number, width))
  const wider = widths.filter((columns) => columns > width).length
  if (full.length < FEWEST || wider * 20 > widths.length) return 0
  const cut = full.filter((row) => !isTerminal(text, rows, row))
  const midPhrase = full.filter((row) => isHan(text.charCodeAt((rows.ends[row] as number) - 1)))
  return cut.length * 3 >= full.length * 2 && midPhrase.length * 3 >= full.length ? width : 0
}

/** The width that most rows fall short of by no more than the slack. */
function commonest(widths: number[]): number {
  const counts = new Array<number>(WIDEST + 2).fill(0)
  for (const columns of widths) counts[columns] = (counts[columns] as number) + 1
  let best = 0
  let most = 0
  for (let width = NARROWEST; width <= WIDEST; width++) {
    const near = counts.slice(width - SLACK, width + 1).reduce((sum, count) => sum + count, 0)
    if (near > most || (near === most && (counts[width] as number) > 0)) [best, most] = [width, near]
  }
  return best
}

function isFull(columns: number, width: number): boolean {
  return columns <= width && columns >= width - SLACK
}

/** Whether the row goes on in the next one: right below it, without indent where the page indents, marker or page number. */
function isContinued(text: string, { starts, ends, lines }: Rows, row: number, indented: boolean): boolean {
  const next = starts[row + 1] as number
  const end = ends[row + 1] as number
  if (indented && (lines[row + 1] as number) < next) return false
  return !isPageNumber(text, next, end) && !isMarked(text, next, end)
}

function countIndented({ starts, lines }: Rows): number {
  let count = 0
  for (let row = 0; row < starts.length; row++) if ((lines[row] as number) < (starts[row] as number)) count++
  return count
}

/** Whether a letter of a Latin word stands here, which a line end parts from the next word. */
function isLatin(text: string, at: number): boolean {
  return kindOf(text.charCodeAt(at)) === letter
}

/** The width of each row in columns, indent included; one wider than any wrapped row is not measured to its end. */
function widthsOf(text: string, { lines, ends }: Rows): number[] {
  return lines.map((line, row) => {
    const end = Math.min(ends[row] as number, line + WIDEST + 1)
    let columns = 0
    for (let at = line; at < end; at++) columns += text.charCodeAt(at) < 0x1100 ? 1 : 2
    return Math.min(columns, WIDEST + 1)
  })
}
