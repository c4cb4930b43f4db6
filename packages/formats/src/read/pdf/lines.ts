import { toCharacters } from './characters.ts'
import { columnsOf } from './columns.ts'
import type { Run } from './document.ts'
import { placeLateGlyphs } from './late-glyphs.ts'
import { rightMarginOf } from './margin.ts'

/** A line as it is printed; lengths in points. */
export interface Line {
  text: string
  page: number
  /** Its number among the lines of its page, from 1, in the order in which they are drawn. */
  number: number
  left: number
  right: number
  /** Its baseline, counted upwards. */
  y: number
  size: number
  isLevel: boolean
  /** The same for lines between the same margins. */
  column: number
  /** Whether a gap stands in it that is as wide as those between the cells of a table. */
  hasCells: boolean
}

/** The runs of a line, whose text is not put together yet. */
interface Row extends Omit<Line, 'text' | 'column'> {
  runs: readonly Run[]
}

const HAN = /[\u2e80-\u9fff\uf900-\ufaff]/
const HAN_GAP = /(?<=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]) | (?=[\u2e80-\u9fff\uf900-\ufaff])/g
const LATIN = /[\p{Script=Latin}\d]/u
const MIXED_BORDER = /(?<=[\u2e80-\u9fff])(?=[\p{Script=Latin}\d])|(?<=[\p{Script=Latin}\d])(?=[\u2e80-\u9fff])/gu
const MIXED_GAP = /(?<=[\u2e80-\u9fff]) (?=[\p{Script=Latin}\d])|(?<=[\p{Script=Latin}\d]) (?=[\u2e80-\u9fff])/gu

/** A run on another baseline by more than this part of the larger size begins a new line; raised figures are less. */
const RAISED = 0.4
/** The same for a run that is clearly smaller than the other: the figure of a note. */
const RAISED_IF_SMALL = 0.6
const SMALL = 0.8

/** A gap between cells is wider than this many characters. */
const CELL_GAP = 3

/** A gap between hanzi that is narrower than this part of the font's size is none that anyone typed. */
const NARROW_GAP = 0.35

/** The same in a line that is stretched to the margin: one that has so many gaps and ends there. */
const STRETCHED_GAP = 0.6
const GAPS_IF_STRETCHED = 3

/** A mark at the end of a line may hang over the margin; others end short of it by as much, as a part of their size. */
const HANGING = 1.5

/** A blank beside a figure is wider than the page's spacing by this factor. */
const MORE_THAN_SPACING = 1.2

/** A quarter of the size is what programs set figures off by (JIS X 4051, 4.7; W3C, Requirements for Chinese Text Layout). */
const USUAL_SPACING = 0.25

/** Spacing shows at so many borders between hanzi and figures, and at this part of them. */
const FEWEST_BORDERS = 5
const MOST_BORDERS = 0.8

/** The runs of all pages as lines. */
export function toLines(pages: readonly (readonly Run[])[]): Line[] {
  const rows = pages.flatMap((runs, index) => toRows(runs, index + 1))
  const spacing = spacingOf(rows)
  const columns = columnsOf(rows)
  const margins = new Map<number, number>()
  for (const column of new Set(columns)) {
    margins.set(column, rightMarginOf(rows.filter((_, index) => columns[index] === column)))
  }
  return rows.map(({ runs, ...line }, index) => {
    const column = columns[index] ?? 0
    const margin = margins.get(column) ?? 0
    return { ...line, column, text: joinRuns(runs, spacing, line.right >= margin - line.size * HANGING) }
  })
}

function toRows(runs: readonly Run[], page: number): Row[] {
  const rows: Row[] = []
  let row: Run[] = []
  const end = () => {
    const placed = placeLateGlyphs(row)
    const shown = placed.filter((run) => run.text.trim() !== '')
    if (shown.length > 0) rows.push(toRow(shown, placed, page, rows.length + 1))
    row = []
  }
  for (const run of runs) {
    const last = row.at(-1)
    if (last && !isBeside(last, run)) end()
    if (run.text !== '') row.push(run)
  }
  end()
  return rows
}

function isBeside(before: Run, run: Run): boolean {
  if (before.isLevel !== run.isLevel) return false
  const size = Math.max(before.size, run.size)
  const raised = Math.min(before.size, run.size) < size * SMALL ? RAISED_IF_SMALL : RAISED
  return Math.abs(run.y - before.y) <= size * raised && run.x >= before.x - size
}

function toRow(shown: readonly Run[], runs: readonly Run[], page: number, number: number): Row {
  const { y, size, isLevel } = shown.reduce((most, run) => (run.size > most.size ? run : most))
  const left = shown.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY)
  const right = shown.reduce((most, { x, width }) => Math.max(most, x + width), Number.NEGATIVE_INFINITY)
  const hasCells = runs.some((run) => isGap(run) && run.width > size * CELL_GAP)
  return { page, number, left, right, y, size, isLevel, hasCells, runs }
}

function joinRuns(runs: readonly Run[], spacing: number, isAtMargin: boolean): string {
  const isStretched = isAtMargin && countHanGaps(runs) >= GAPS_IF_STRETCHED
  const widest = { han: isStretched ? STRETCHED_GAP : NARROW_GAP, mixed: widestSpacing(spacing, isAtMargin) }
  let text = ''
  for (const [index, run] of runs.entries()) {
    if (isGap(run) && !isBlank(run, text.at(-1), runs[index + 1]?.text[0], widest)) continue
    text += toCharacters(isGap(run) ? run.text : withoutGaps(run.text, isStretched, spacing > 0))
  }
  return text.trim()
}

/** The text of a run without the gaps in it: the library makes blanks of them and does not say how wide they are. */
function withoutGaps(text: string, isStretched: boolean, isSpaced: boolean): string {
  if (!text.includes(' ')) return text
  const unspaced = isSpaced ? text.replace(MIXED_GAP, '') : text
  return isStretched ? unspaced.replace(HAN_GAP, '') : unspaced
}

/** How wide a gap between a hanzi and a figure can be that is spacing, as a part of the font's size. */
function widestSpacing(spacing: number, isAtMargin: boolean): number {
  return spacing > 0 && isAtMargin ? STRETCHED_GAP : spacing * MORE_THAN_SPACING
}

/** Whether a gap is a blank that someone typed, and not one that a layout program made. */
function isBlank({ width, size }: Run, before = '', after = '', widest: { han: number; mixed: number }): boolean {
  if (isMixed(before, after)) return width > size * widest.mixed
  const isHan = HAN.test(before) && HAN.test(after)
  return (
    !(isHan || (widest.han === STRETCHED_GAP && (HAN.test(before) || HAN.test(after)))) || width > size * widest.han
  )
}

/** The library tells gaps as runs of their own. */
function isGap(run: Run): boolean {
  return run.text === ' '
}

/** How many gaps of a line are beside hanzi; the library leaves those in one font in the text of its runs. */
function countHanGaps(runs: readonly Run[]): number {
  const text = runs.map((run) => run.text).join('')
  return text.match(HAN_GAP)?.length ?? 0
}

/**
 * How far a layout program sets Latin letters and figures off from hanzi, as a part of the font's size; 0 where it does
 * not. The gap looks like a blank, but where programs make it hardly any border between the two is without. Lines that
 * are stretched have wider ones, so that the narrow ones tell.
 */
function spacingOf(rows: readonly Row[]): number {
  const gaps: number[] = []
  let borders = 0
  let inside = 0
  for (const { runs } of rows) {
    for (const [index, run] of runs.entries()) {
      const next = runs[index + 1]
      inside += run.text.match(MIXED_GAP)?.length ?? 0
      borders += run.text.match(MIXED_BORDER)?.length ?? 0
      if (!next) continue
      if (isMixed(run.text.at(-1), next.text[0])) borders++
      else if (isGap(next) && isMixed(run.text.at(-1), runs[index + 2]?.text[0])) gaps.push(next.width / next.size)
    }
  }
  const all = gaps.length + inside
  if (borders + all < FEWEST_BORDERS || all < (borders + all) * MOST_BORDERS) return 0
  return gaps.sort((a, b) => a - b)[gaps.length >> 2] ?? USUAL_SPACING
}

function isMixed(one: string | undefined, other: string | undefined): boolean {
  if (!one || !other) return false
  return (HAN.test(one) && LATIN.test(other)) || (LATIN.test(one) && HAN.test(other))
}
