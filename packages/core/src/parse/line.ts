import type { Closing } from '../schema/speech.ts'
import { codeSet } from '../source/code-set.ts'
import { fold, foldTable, foldUnits } from '../source/fold.ts'
import type { Print } from '../source/patches.ts'
import { type Rows, rowsOf } from '../source/rows.ts'
import { type AddressMatch, matchAddress, REACH } from './constructs/address.ts'
import { type MarkerMatch, matchMarker } from './constructs/marker.ts'
import { isStage, STAGE_LIMIT } from './constructs/stage.ts'
import { turnLength } from './constructs/turn.ts'
import { LETTERS, lettersOf, letterTable } from './letters.ts'
import { isStyleDump } from './style-dump.ts'

/** How much of a long line is folded at either end; every rule about a line's shape looks no further. */
export const HEAD = 96
const TAIL = 40
/** A number or a label at the head of a line, with what must follow it, has at most so many units. */
const OPENING = 32

/** One line of the page that is not blank, or a part of one where headings stand mid-line. */
export class Line {
  /** The restored text, and its code units. */
  readonly text: string
  readonly units: Uint16Array
  /** Everything on the line that is not blank, markup included. */
  readonly from: number
  readonly to: number
  /** What the line says, markup left out. */
  readonly start: number
  readonly end: number
  /** Whether a bullet stands before the text. */
  readonly bullet: boolean
  /** Whether the line starts in the middle of a line of the page. */
  readonly embedded: boolean
  /** The groups of letters, as bits of `LETTERS`, in the whole line, in its head and tail, its first and last unit. */
  readonly holds: number
  readonly headHolds: number
  readonly tailHolds: number
  readonly firstHolds: number
  readonly lastHolds: number
  /** The address to listeners that the line starts with, if it does. */
  readonly address: AddressMatch | undefined
  /** The number that the line starts with, if it does. */
  marker: MarkerMatch | undefined
  /** Units of the turn label that the line of a script starts with, 0 where there is none. */
  turn: number
  /** Whether the line is nothing but a stage direction. */
  readonly isStage: boolean
  /** Whether the line is rules of a style sheet, a program or other words that nobody is meant to read. */
  readonly isDump: boolean
  /** How the line closes a speech, kept once it was asked for; null where it does not. */
  closing: Closing['kind'] | null | undefined
  private foldedHead: string | undefined
  private foldedTail: string | undefined

  constructor(
    { text, units }: Print,
    from: number,
    to: number,
    start: number,
    end: number,
    bullet: boolean,
    embedded: boolean,
  ) {
    const length = end - start
    const groups = letterTable()
    this.text = text
    this.units = units
    this.from = from
    this.to = to
    this.start = start
    this.end = end
    this.bullet = bullet
    this.embedded = embedded
    this.headHolds = lettersOf(units, start, length <= HEAD ? end : start + HEAD)
    this.tailHolds = length <= HEAD ? this.headHolds : lettersOf(units, end - TAIL, end)
    this.holds =
      this.headHolds | this.tailHolds | (length <= HEAD + TAIL ? 0 : lettersOf(units, start + HEAD, end - TAIL))
    this.firstHolds = groups[units[start] as number] as number
    this.lastHolds = groups[units[end - 1] as number] as number
    this.foldedHead = undefined
    this.foldedTail = undefined
    this.closing = undefined
    this.address = mayAddress(this) ? matchAddress(this.head) : undefined
    this.marker = mayCount(this) ? matchMarker(this.opening) : undefined
    this.turn =
      this.firstHolds & LETTERS.turnStart && (this.headHolds & LETTERS.colon || this.firstHolds & LETTERS.bracket)
        ? turnLength(this.opening)
        : 0
    this.isStage =
      length <= STAGE_LIMIT && (this.firstHolds & (LETTERS.bracket | LETTERS.dots)) !== 0 && isStage(this.head)
    this.isDump = isStyleDump(this)
  }

  /** Folded: the first units of the line, as far as a number or a label reaches; not kept. */
  private get opening(): string {
    return this.foldedHead ?? foldUnits(this.units, this.start, Math.min(this.end, this.start + OPENING))
  }

  /** Folded: the whole line, or its first `HEAD` units. */
  get head(): string {
    this.foldedHead ??= foldUnits(this.units, this.start, Math.min(this.end, this.start + HEAD))
    return this.foldedHead
  }

  /** Folded: the whole line, or its last units. */
  get tail(): string {
    this.foldedTail ??= lengthOf(this) <= HEAD ? this.head : foldUnits(this.units, this.end - TAIL, this.end)
    return this.foldedTail
  }
}

/** 同志們 and 各位 name listeners; such words stand near the head, and nearly every line of a speech has neither there. */
function mayAddress({ units, start, end, firstHolds, lastHolds, headHolds }: Line): boolean {
  if (firstHolds & LETTERS.addressStart) return true
  if (!(headHolds & LETTERS.listeners)) return false
  const to = foldTable()
  const reach = Math.min(end, start + (lastHolds & LETTERS.colon ? HEAD : REACH))
  for (let at = start + 1; at < reach; at++) {
    const code = to[units[at] as number] as number
    if (code === HONOURED) return true
    if (code === PLURAL && !isPronoun(to[units[at - 1] as number] as number)) return true
    if (code === EACH && units[at + 1] === PERSON) return true
  }
  return false
}

const [PLURAL, HONOURED, EACH, PERSON] = [...'们尊各位'].map((char) => char.charCodeAt(0))
/** 我們 and its like name nobody. */
const isPronoun = codeSet('我你您他她它咱')

/** A number stands at the head; a word may stand before it: 感悟之一, 關鍵詞一: */
function mayCount({ units, start, end, firstHolds, headHolds }: Line): boolean {
  if (firstHolds & LETTERS.markerStart) return true
  return (
    (headHolds & LETTERS.markerWord) !== 0 &&
    (lettersOf(units, start, Math.min(end, start + WORD)) & LETTERS.markerWord) !== 0
  )
}

/** A word before a number has, with the mark behind it, at most so many units. */
const WORD = 7

/** The lines of a text that hold anything, in order. */
export function readLines(print: Print, { starts, ends }: Rows = rowsOf(print)): Line[] {
  const lines: Line[] = []
  for (let row = 0; row < starts.length; row++) lines.push(makeLine(print, starts[row] as number, ends[row] as number))
  return lines
}

/**
 * A line, or a part of one, with its Markdown recognised; `print` may be another line of the text.
 *
 *     ## **一、提高認識**
 *     ^    ^       ^ ^     from, start, end, to
 */
export function makeLine(print: Print, from: number, to: number, embedded = false): Line {
  let start = from
  let end = to
  let bullet = false
  const groups = letterTable()
  const first = groups[print.units[from] as number] as number
  if (first & LETTERS.markup) {
    const { text } = print
    const [mark = ''] =
      /^(?:#{1,6}(?=[^#\d])|#{2,6}(?=\d)|>+|\*(?=\s)|(?:[-•●■◆▪·]|○(?!○))(?=\s|[^-*\s]))\s*/.exec(
        text.slice(from, from + 12),
      ) ?? []
    if (
      mark &&
      !(mark[0] === '-' && text[to - 1] === '-') &&
      !/^\*\*/.test(text.slice(from, from + 2)) &&
      from + mark.length < to
    ) {
      start += mark.length
      bullet = !/^[#>]/.test(mark)
    }
    if (text.startsWith('**', start) && text.endsWith('**', to) && to - start > 4) {
      const inner = text.indexOf('**', start + 2)
      if (inner === to - 2) {
        start += 2
        end -= 2
      }
    } else if (text.startsWith('**', start) && BOLD.test(text.slice(start, start + BOLD_REACH))) start += 2
  }
  if ((groups[print.units[start] as number] as number) & LETTERS.ornament)
    start += ORNAMENT.exec(fold(print.text, start, Math.min(end, start + 12)))?.[0].length ?? 0
  if (first & (LETTERS.ornament | LETTERS.markup) && to - from <= FRAMED) {
    const framed = FRAME.exec(fold(print.text, from, to))
    const [, left = '', inner = ''] = framed ?? []
    if (framed) {
      start = from + left.length
      end = start + inner.length
      bullet = false
    }
  }
  return new Line(print, from, to, start, end, bullet, embedded)
}

/** **講話人:** 何亮    **一、備足沙袋。**各村要… — a key or a number in bold opens the line. */
const BOLD =
  /^\*\*(?:[^*\s]{1,12}[:：]\*\*|[^*\s:：]{1,12}\*\*[:：]|[（(]?[一二三四五六七八九十\d]{1,2}[、.．）)][^*]*\*\*)/
const BOLD_REACH = 44

/** A heading with a frame has at most so many units. */
const FRAMED = 48
/** ★★★ 篇二 ★★★    -----第一篇----- */
const FRAME =
  /^([★☆※◆◇■□●○◎✦❤=~*-]{1,12} ?)((?:第 ?[一二三四五六七八九十\d]{1,3} ?篇|[篇例]文? ?[一二三四五六七八九十\d]{1,3}|范[文例本] ?[一二三四五六七八九十\d]{1,3}).{0,30}?) ?[★☆※◆◇■□●○◎✦❤=~*-]{1,12}$/

/** What a site paints before a number: ※1、 */
const ORNAMENT =
  /^[※★☆◎◇□▲△▽►▶➤→☞✦✿❀♥❤✨]{1,3} ?(?=\d{1,2}[、.](?!\d)|[一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十\d]{1,2}\)|第[一二三四五六七八九十])/

/** Lines of which some are split: `split` gives the parts of one, or undefined where it stays whole. */
export function splitLines(
  lines: readonly Line[],
  split: (line: Line, index: number) => readonly Line[] | undefined,
): readonly Line[] {
  let result: Line[] | undefined
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line
    const parts = split(line, i)
    if (parts) result ??= lines.slice(0, i)
    if (result) for (const part of parts ?? [line]) result.push(part)
  }
  return result ?? lines
}

/** How many units the line's text has. */
export function lengthOf(line: Line): number {
  return line.end - line.start
}

/** Whether a line is nothing but an address that ends in a colon. */
export function isWholeAddress(line: Line | undefined): boolean {
  return line?.address?.mark === ':' && line.address.end >= lengthOf(line)
}

/** Where the blanks before `end` start: part of a line ends there when the line is split at `end`. */
export function trimBack(text: string, end: number): number {
  let at = end
  while (text[at - 1] === ' ' || text[at - 1] === '\u3000') at--
  return at
}
