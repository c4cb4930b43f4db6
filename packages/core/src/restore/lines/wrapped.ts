import { lineWords } from '../../generated/line-words.ts'
import { fold } from '../../source/fold.ts'
import { isHan } from '../gloss/find.ts'
import { type Below, belowOf } from './below.ts'
import type { Block } from './blocks.ts'
import { furnitureOf } from './furniture.ts'
import {
  closersEnd,
  columnsOf,
  GAUGES,
  type Gauge,
  hangStart,
  headEnd,
  NARROW,
  NARROWEST,
  opensWithCloser,
  WIDEST,
} from './gauge.ts'
import { isNumbered } from './opening.ts'

/** Fewer rows that break off show no width. */
const FEWEST = 3
/** So many rows that break off show a narrow width, and so many times more than are ragged. */
const SURE = 6
/** Columns by which a page that counts otherwise than we do may miss its width, where a row stops in the middle of a phrase. */
const SLACK = 8
/** Columns that the first row of a paragraph lacks where the page has lost its indents: two ideographic spaces. */
const LOST_INDENT = 4
/** Of so many rows, one may be wider than all others are wrapped. */
const WIDER = 20

const TERMINAL = '。！？!?…：:；;”'

/** A block of rows and what each is, however it is measured. */
export interface Page extends Block {
  text: string
  /** Whether the row ends where a sentence can end. A list of titles never does. */
  isTerminal: boolean[]
  /** Whether the row stops in the middle of a phrase: without any mark. */
  isInPhrase: boolean[]
  isFurniture: boolean[]
  /** Whether the row can be a heading: it opens with a number, and no sentence ends in it. */
  isHeading: boolean[]
  /** Whether the row stands below the furniture of a page whose last row broke off. */
  isBehindCut: boolean[]
  below: Below[]
  /** Whether an indent tells where a paragraph opens. */
  isIndented: boolean
}

/** The same measured, in columns. */
interface Measured extends Page {
  /** The width of each row, indent included; more than `WIDEST` for every wider one. */
  widths: number[]
  /** The width of the marks that each row ends in, which may hang out of it; 0 without any. */
  hangs: number[]
  /** The width of the least that each row opens with: a character, a word. */
  heads: number[]
  /** The same with the marks that may not be parted from it. */
  bounds: number[]
}

/** The same with the width at which it was wrapped. */
export interface Wrapped extends Measured {
  width: number
  /** Columns that a row lacks where it opens a paragraph. */
  lostIndent: number
  /** Columns by which rows that break off may be narrower than they had to be. */
  slack: number
}

/** A row as the page prints it, without its indent and line end. */
export function lineOf({ text, starts, ends }: Page, row: number): string {
  return text.slice(starts[row], ends[row])
}

/** How a block of rows was wrapped; undefined where nothing shows that it was. */
export function wrappedOf(text: string, block: Block): Wrapped | undefined {
  const isTerminal = terminalsOf(text, block)
  if (countCut(block, isTerminal) < FEWEST) return undefined
  const gauged = GAUGES.map((gauge) => ({ gauge, widths: widthsOf(text, block, gauge) })).filter(({ widths }) =>
    mayBeWrapped(widths, isTerminal),
  )
  if (gauged.length === 0) return undefined
  const page = pageOf(text, block)
  const measured = gauged.map(({ gauge, widths }) => measure(page, widths, gauge))
  return bestOf(measured, page.isIndented ? [0] : [0, LOST_INDENT], 0) ?? bestOf(measured, [0], SLACK)
}

/** How many rows that could be wide enough break off. */
function countCut({ starts, ends }: Block, isTerminal: boolean[]): number {
  const least = (NARROWEST - SLACK) / 2
  return starts.filter((start, row) => !isTerminal[row] && (ends[row] as number) - start >= least).length
}

function widthsOf(text: string, { lines, ends }: Block, gauge: Gauge): number[] {
  return lines.map((line, row) => {
    const end = Math.min(ends[row] as number, line + WIDEST + 3)
    return Math.min(columnsOf(text, line, end, gauge), WIDEST + 3)
  })
}

/** Whether enough rows of about the greatest width break off: a first look, at the widths alone. */
function mayBeWrapped(widths: number[], isTerminal: boolean[]): boolean {
  const wide = [...widths].sort((a, b) => a - b)[Math.floor((widths.length * (WIDER - 1)) / WIDER)] as number
  if (wide < NARROWEST - SLACK) return false
  const least = wide - SLACK - LOST_INDENT
  let cut = 0
  for (let row = 0; row < widths.length; row++) if (!isTerminal[row] && (widths[row] as number) >= least) cut++
  return cut >= FEWEST
}

function terminalsOf(text: string, { ends }: Block): boolean[] {
  return ends.map((end) => TERMINAL.includes(text.charAt(end - 1)))
}

/** What each row of a block is. */
export function pageOf(text: string, block: Block): Page {
  const isTerminal = terminalsOf(text, block)
  const isInPhrase = block.ends.map((end) => isHan(text.charCodeAt(end - 1)))
  const isFurniture = furnitureOf(text, block)
  const isBehindCut = cutsOf(isTerminal, isFurniture)
  const isHeading = block.starts.map((start, row) => {
    const end = block.ends[row] as number
    return isNumbered(text, start, end) && !/[。！？；]/.test(text.slice(start, end))
  })
  return {
    ...block,
    text,
    isTerminal,
    isInPhrase,
    isFurniture,
    isHeading,
    isBehindCut,
    ...belowOf(text, block, isFurniture),
  }
}

function cutsOf(isTerminal: boolean[], isFurniture: boolean[]): boolean[] {
  let isCut = false
  return isTerminal.map((_, row) => {
    if (row > 0 && !isFurniture[row - 1]) isCut = !isTerminal[row - 1]
    return isCut && isFurniture[row - 1] === true
  })
}

function measure(page: Page, widths: number[], gauge: Gauge): Measured {
  const { text, starts, ends } = page
  const measured: Measured = { ...page, widths, hangs: [], heads: [], bounds: [] }
  for (let row = 0; row < starts.length; row++) {
    const start = starts[row] as number
    const end = ends[row] as number
    const head = headEnd(text, start, end)
    measured.hangs.push(columnsOf(text, hangStart(text, start, end), end, gauge))
    measured.heads.push(columnsOf(text, start, head, gauge))
    measured.bounds.push(columnsOf(text, start, closersEnd(text, head, end), gauge))
  }
  return measured
}

/** The reading at which most rows break off, the first of several. */
function bestOf(readings: Measured[], indents: number[], slack: number): Wrapped | undefined {
  let best: Wrapped | undefined
  let most = FEWEST - 1
  for (const measured of readings) {
    for (const lostIndent of indents) {
      const wrapped = { ...measured, width: commonest(measured, lostIndent, slack), lostIndent, slack }
      const cuts = wrapped.width === 0 ? 0 : countCuts(wrapped)
      if (cuts <= most) continue
      most = cuts
      best = wrapped
    }
  }
  return best
}

/**
 * The width at which most rows break off in the middle of a sentence, where hardly any row is wider; 0 without one.
 * A row tells a range of widths: it held its own columns, and not what opens the next row beside.
 */
function commonest(measured: Measured, lostIndent: number, slack: number): number {
  const { widths, hangs, bounds, isTerminal, isHeading, isBehindCut, below } = measured
  const steps = new Int32Array(WIDEST + 4)
  const counts = new Int32Array(WIDEST + 4)
  for (let row = 0; row < widths.length; row++) {
    const least = (widths[row] as number) - (hangs[row] as number)
    counts[least] = (counts[least] as number) + 1
    if (below[row] !== 'more' || isTerminal[row] || isHeading[row]) continue
    const opens = row === 0 || isTerminal[row - 1] || below[row - 1] !== 'more'
    const lost = opens && !isBehindCut[row] ? lostIndent : 0
    const from = Math.min(least + lost, WIDEST + 3)
    const to = Math.min(least + lost + (hangs[row] as number) + Math.max(bounds[row + 1] as number, slack), WIDEST + 3)
    steps[from] = (steps[from] as number) + 1
    steps[to] = (steps[to] as number) - 1
  }
  let best = 0
  let most = 0
  let cuts = 0
  let wider = widths.length
  for (let width = 0; width <= WIDEST; width++) {
    cuts += steps[width] as number
    wider -= counts[width] as number
    if (width >= NARROWEST && cuts > most && wider * WIDER <= widths.length) [best, most] = [width, cuts]
  }
  return best
}

/** How many rows break off in the middle of a sentence at the width; 0 where the other rows tell against it. */
function countCuts(wrapped: Wrapped): number {
  const { isTerminal, isInPhrase, isHeading, below, widths, width, slack } = wrapped
  let cuts = 0
  let inPhrase = 0
  let ended = 0
  let ragged = 0
  let opens = true
  for (let row = 0; row < widths.length; row++) {
    const isBroken = goesOn(wrapped, row, opens)
    const isWide = isBroken && isFull(wrapped, row, opens)
    opens = !isBroken
    if (isHeading[row]) continue
    if (isWide) {
      if (isTerminal[row]) ended++
      else cuts++
      if (isInPhrase[row]) inPhrase++
    } else if (below[row] === 'more' && !isTerminal[row] && (widths[row] as number) * 2 > width) ragged++
  }
  if (ragged > cuts) return 0
  if (width < NARROW && (slack > 0 || cuts < SURE || ragged * SURE > cuts)) return 0
  if (slack > 0) return cuts >= ended * 4 && inPhrase * 4 >= cuts * 3 ? cuts : 0
  return cuts * 2 >= ended * 3 && inPhrase * 4 >= cuts ? cuts : 0
}

/** Whether a row goes on in the next one; `opens` says whether it opens a paragraph. */
export function goesOn(wrapped: Wrapped, row: number, opens: boolean): boolean {
  const { text, starts, below, isTerminal, isInPhrase, isHeading } = wrapped
  if (below[row] === 'other') return false
  if (below[row] === 'more-if-cut') return !isTerminal[row] && isStrictlyFull(wrapped, row, opens)
  if (opensWithCloser(text, starts[row + 1] as number)) return true
  if (isTerminal[row]) return isStrictlyFull(wrapped, row, opens) && !opensParagraph(wrapped, row + 1)
  if (isFull(wrapped, row, opens)) return true
  // 一、以案为镜,看一看路是怎样走偏的 — a numbered row that has room left is a heading.
  return isInPhrase[row] === true && !(opens && isHeading[row]) && isNearlyFull(wrapped, row, opens)
}

/** Whether what opens the next row had no room left in this one. */
function isFull(wrapped: Wrapped, row: number, opens: boolean): boolean {
  const { bounds, slack, isTerminal } = wrapped
  return hasNoRoom(wrapped, row, opens, Math.max(bounds[row + 1] as number, isTerminal[row] ? 0 : slack))
}

/** The same where a mark behind the first character might have been left to open a row. */
function isStrictlyFull(wrapped: Wrapped, row: number, opens: boolean): boolean {
  return hasNoRoom(wrapped, row, opens, wrapped.heads[row + 1] as number)
}

function hasNoRoom(wrapped: Wrapped, row: number, opens: boolean, needed: number): boolean {
  const taken = takenBy(wrapped, row, opens)
  return taken - (wrapped.hangs[row] as number) <= wrapped.width && taken + needed > wrapped.width
}

function isNearlyFull(wrapped: Wrapped, row: number, opens: boolean): boolean {
  const room = wrapped.width - takenBy(wrapped, row, opens)
  return room <= SLACK && room >= -SLACK - (opens ? wrapped.lostIndent : 0)
}

/** The columns of a row with the indent that it has lost. */
function takenBy({ widths, isBehindCut, lostIndent }: Wrapped, row: number, opens: boolean): number {
  return (widths[row] as number) + (opens && !isBehindCut[row] ? lostIndent : 0)
}

/** 下面, 以上就是, 【, 工友们, */
const OPENING = /^(?:下面|以上|【|[^,。]{1,6}们[,!])/
/** 谢谢大家! 干杯! */
const LAST_WORD = /(?:谢谢|干杯)[^,。]{0,4}[!。]$/
/** A line that says it is the last one is no longer, in UTF-16 code units. */
const SHORT = 20

/** Whether a row below a full one that ends a sentence opens a paragraph all the same. */
function opensParagraph(wrapped: Wrapped, row: number): boolean {
  const { text, starts, ends, lostIndent, isIndented } = wrapped
  if (isIndented) return false
  if (lostIndent > 0 && row + 1 < starts.length && isFull(wrapped, row, true) !== isFull(wrapped, row, false)) {
    return isFull(wrapped, row, true)
  }
  const line = fold(text, starts[row], ends[row])
  if (line.endsWith(':') || OPENING.test(line)) return true
  if (LAST_WORD.test(fold(text, Math.max((ends[row - 1] as number) - SHORT, 0), ends[row - 1]))) return true
  return lineWords.formula.some((word) => line.startsWith(word) || (line.length <= SHORT && line.includes(word)))
}
