import type { Grounds } from '../source/patches.ts'
import { noPatches, type Patches, pushPatch } from '../source/patches.ts'
import { isHan } from './gloss/find.ts'
import { kindOf, letter } from './kinds.ts'
import type { Layer } from './layer.ts'
import { type Block, blocksOf } from './lines/blocks.ts'
import { isMarked, isPageNumber } from './lines/opening.ts'

const likely: Grounds = { rule: 'hard-wrap', certainty: 'likely', evidence: { readings: 2 } }

/** Widths at which text is wrapped, in columns: a Chinese character takes two. */
const NARROWEST = 44
const WIDEST = 96
/** Fewer full lines show no width. */
const FEWEST = 3

/**
 * How much shorter than the widest line a full one may be, in columns. Text wrapped by columns leaves out a character
 * at most: a mark must not open a line, a word not be cut. Text wrapped by characters is narrower by every half-width
 * mark it holds; there, nearly all full lines must break off in the middle of a phrase.
 */
const NARROW_SLACK = 4
const WIDE_SLACK = 8
const WRAPS = [
  { slack: NARROW_SLACK, cut: 2 / 3, midPhrase: 1 / 3 },
  { slack: WIDE_SLACK, cut: 4 / 5, midPhrase: 3 / 4 },
]

const TERMINAL = '。！？!?…：:；;”'

/**
 * Joins lines that were wrapped at a fixed width, also where a mail quotes them:
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
    for (const block of blocksOf(text, context.rows(), WIDEST)) unwrap(text, block, patches)
    return { patches }
  },
}

/** A block of rows, how wide each is (0 where that tells nothing), and how wide they were wrapped. */
interface Wrapped extends Block {
  text: string
  widths: number[]
  width: number
  slack: number
  /** The indent of rows that open no paragraph, in columns; undefined where indents say nothing. */
  indent: number | undefined
  /** Whether a blank line ends a paragraph: where most rows have one below them, it says nothing. */
  partedByBlanks: boolean
}

function unwrap(text: string, block: Block, patches: Patches): void {
  const widths = widthsOf(text, block)
  if (widths.filter((columns) => columns >= NARROWEST - WIDE_SLACK).length < FEWEST) return
  for (const { slack, cut, midPhrase } of WRAPS) {
    const width = commonest(widths, slack)
    const wrapped: Wrapped = { ...block, text, widths, width, slack, indent: undefined, partedByBlanks: false }
    if (!isWrapped(wrapped, cut, midPhrase)) continue
    const prose: Wrapped = {
      ...wrapped,
      widths: widths.map((columns, row) => (isFields(text, block, row) ? 0 : columns)),
    }
    if (!isWrapped(prose, cut, midPhrase)) continue
    joinRows({ ...prose, indent: indentOf(text, block), partedByBlanks: isPartedByBlanks(text, block) }, patches)
    return
  }
}

/**
 * Whether rows were wrapped at a width: several are that wide, hardly any wider, and most of them stop in the middle
 * of a sentence, some in the middle of a phrase.
 */
function isWrapped(wrapped: Wrapped, cut: number, midPhrase: number): boolean {
  const { widths, width } = wrapped
  let wider = 0
  let full = 0
  let cuts = 0
  let inPhrase = 0
  for (let row = 0; row < widths.length; row++) {
    if ((widths[row] as number) > width) wider++
    if (!isFull(wrapped, row)) continue
    full++
    if (!isTerminal(wrapped, row)) cuts++
    if (isInPhrase(wrapped, row)) inPhrase++
  }
  return full >= FEWEST && wider * 20 <= widths.length && cuts >= full * cut && inPhrase >= full * midPhrase
}

function joinRows(wrapped: Wrapped, patches: Patches): void {
  for (let row = 0; row + 1 < wrapped.starts.length; row++) {
    if (!isBroken(wrapped, row)) continue
    const last = chainEnd(wrapped, row)
    const isWhole = isTerminal(wrapped, last) || isNumber(wrapped, last + 1)
    if (isWhole && !isVerse(wrapped, row, last)) join(wrapped, row, last, patches)
    row = Math.max(row, last)
  }
}

/** The last row of the paragraph that `row` belongs to: each row before it is full and goes on in the next. */
function chainEnd(wrapped: Wrapped, row: number): number {
  let last = row
  while (last + 1 < wrapped.starts.length && isBroken(wrapped, last)) {
    if (isTerminal(wrapped, last) && (wrapped.widths[last] as number) < wrapped.width - 1) return last
    if (!isContinued(wrapped, last)) return last
    last++
  }
  return last
}

/** So many lines hold the end of a sentence or of a clause somewhere, or are verse. */
const VERSE = 5
const SENTENCE_END = /[。！？!?；;：:]./
const OPENS_WITH_MARK = /^[，。、；：！？,;:!?）”》]/

/** Whether rows are lines of their own: many, each a phrase, and no sentence ends before the last one does. */
function isVerse({ text, starts, ends }: Wrapped, first: number, last: number): boolean {
  if (last - first + 1 < VERSE) return false
  for (let row = first; row <= last; row++) {
    const line = text.slice(starts[row], ends[row])
    if (SENTENCE_END.test(line) || OPENS_WITH_MARK.test(line)) return false
  }
  return true
}

function join({ text, starts, ends }: Wrapped, first: number, last: number, patches: Patches): void {
  for (let row = first; row < last; row++) {
    const end = ends[row] as number
    const next = starts[row + 1] as number
    pushPatch(patches, end, next, isLatin(text, end - 1) && isLatin(text, next) ? ' ' : '', likely)
  }
}

function isFull({ widths, width, slack }: Wrapped, row: number): boolean {
  const columns = widths[row] as number
  return columns <= width && columns >= width - slack
}

/** Whether a row can go on in the next one: it is full, or nearly as wide as full ones and stops in the middle of a phrase. */
function isBroken(wrapped: Wrapped, row: number): boolean {
  const { widths, width } = wrapped
  if (isFull(wrapped, row)) return true
  return Math.abs((widths[row] as number) - width) <= WIDE_SLACK && isInPhrase(wrapped, row)
}

/** Whether a row stops in the middle of a phrase: without any mark. */
function isInPhrase({ text, ends }: Wrapped, row: number): boolean {
  return isHan(text.charCodeAt((ends[row] as number) - 1))
}

/** Whether a row ends where a sentence can end. A list of titles never does. */
function isTerminal({ text, ends }: Wrapped, row: number): boolean {
  return TERMINAL.includes(text.charAt((ends[row] as number) - 1))
}

/** Whether a row is a page number, which cuts a paragraph in two. */
function isNumber({ text, starts, ends }: Wrapped, row: number): boolean {
  return row < starts.length && isPageNumber(text, starts[row] as number, ends[row] as number)
}

/** Whether the row goes on in the next one: it holds words, stands right below, and opens with no paragraph's indent, marker or page number. */
function isContinued(wrapped: Wrapped, row: number): boolean {
  const { text, starts, ends, lines, indent } = wrapped
  const next = starts[row + 1] as number
  if (next === ends[row + 1] || wrapped.widths[row + 1] === 0) return false
  if (wrapped.partedByBlanks && isAboveBlank(text, wrapped, row)) return false
  if (indent !== undefined && columnsOf(text, lines[row + 1] as number, next) > indent) return false
  return !isNumber(wrapped, row + 1) && !isMarked(text, next, ends[row + 1] as number)
}

/** 发布日期:2019-09-12　来源:市外事办 */
const FIELDS = /^[^\s:：]{2,6}[:：]\s?[^\s:：]+\s+[^\s:：]{2,6}[:：]/

/** Whether a row holds names and values, several of them: it is as wide as they happen to be. */
function isFields(text: string, { starts, ends }: Block, row: number): boolean {
  return FIELDS.test(text.slice(starts[row], ends[row]))
}

function isPartedByBlanks(text: string, block: Block): boolean {
  const parted = block.starts.filter((_, row) => isAboveBlank(text, block, row)).length
  return parted * 2 < block.starts.length
}

/** Whether a blank line stands between a row and the next one. */
function isAboveBlank(text: string, { ends, lines }: Block, row: number): boolean {
  const next = lines[row + 1]
  return next !== undefined && (text.slice(ends[row], next).match(/\r\n?|\n/g)?.length ?? 0) > 1
}

/**
 * The indent of rows that open no paragraph: the least there is, a title or two aside. Undefined where hardly a row
 * has more: what is indented then is no paragraph.
 */
function indentOf(text: string, { starts, lines }: Block): number | undefined {
  const indents = starts.map((start, row) => columnsOf(text, lines[row] as number, start)).sort((a, b) => a - b)
  const least = indents[Math.floor(indents.length / 10)] as number
  const deeper = indents.filter((indent) => indent > least).length
  return deeper * 20 > indents.length ? least : undefined
}

/** The width that most rows fall short of by no more than the slack. */
function commonest(widths: number[], slack: number): number {
  const counts = new Array<number>(WIDEST + 2).fill(0)
  for (const columns of widths) counts[columns] = (counts[columns] as number) + 1
  let best = 0
  let most = 0
  let near = 0
  for (let width = NARROWEST - slack; width <= WIDEST; width++) {
    near += counts[width] as number
    if (width < NARROWEST) continue
    if (near > most || (near === most && (counts[width] as number) > 0)) [best, most] = [width, near]
    near -= counts[width - slack] as number
  }
  return best
}

/** Whether a letter of a Latin word stands here, which a line end parts from the next word. */
function isLatin(text: string, at: number): boolean {
  return kindOf(text.charCodeAt(at)) === letter
}

/** The width of each row in columns, indent included; one wider than any wrapped row is not measured to its end. */
function widthsOf(text: string, { lines, ends }: Block): number[] {
  return lines.map((line, row) => {
    const end = Math.min(ends[row] as number, line + WIDEST + 1)
    return Math.min(columnsOf(text, line, end), WIDEST + 1)
  })
}

function columnsOf(text: string, from: number, to: number): number {
  let columns = 0
  for (let at = from; at < to; at++) columns += text.charCodeAt(at) < 0x1100 ? 1 : 2
  return columns
}
