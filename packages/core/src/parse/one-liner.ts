import { fold } from '../source/fold.ts'
import { matchAddress } from './constructs/address.ts'
import { namesCast } from './constructs/byline.ts'
import { matchHeadings } from './constructs/item-heading.ts'
import { matchLongNoise } from './constructs/notice.ts'
import { LETTERS } from './letters.ts'
import { HEAD, type Line, lengthOf, makeLine, splitLines, trimBack } from './line.ts'
import { findBorders } from './one-line/borders.ts'
import { findClosings } from './one-line/closings.ts'
import { findFurniture } from './one-line/furniture.ts'
import { findHeadings } from './one-line/headings.ts'
import { endsBefore, sentenceStarts } from './one-line/sentences.ts'
import { findSeries, type Page } from './one-line/series.ts'
import { findSignature } from './one-line/signature.ts'
import { findTurns } from './one-line/turns.ts'

/** A line of at least so many units can hold a whole speech. */
const WHOLE_SPEECH = 80

/** A piece of such a line, cut off by a mark of omission, holds less. */
const PIECE = 30

/** A page whose longest lines hold at least this share of its text is one of one-line speeches. */
const SHARE = 0.6

/**
 * Splits the lines of pages that hold a whole speech in one line, where headings stand mid-line.
 * On other pages nothing is split: there, numbers in running text are enumerations.
 *
 *     同志們:今天…。下面,我講兩點意見。一、提高認識。…。二、抓好落實。…。謝謝大家!
 *                                       ^                ^                ^
 */
export function splitOneLiners(
  text: string,
  lines: readonly Line[],
  isHeading: (line: Line) => boolean,
): readonly Line[] {
  const isWhole = isOneLiner(
    lines.filter((line) => !line.isDump && !isNotice(line, lines)),
    isHeading,
  )
  const titles = new Set<string>()
  let last = new Map<string, number>()
  // Above the first speech, what a site says is its preface.
  const first = lines.findIndex((line) => line.address !== undefined || isHeading(line))
  return splitLines(lines, (line, i) => {
    if (line.isDump || (isWhole && isNotice(line, lines))) return undefined
    if (isWhole && lengthOf(line) >= (line.embedded ? PIECE : WHOLE_SPEECH)) {
      const page = { last: isPage(lines, i) ? last : new Map<string, number>(), goesOn: isPage(lines, i + 2) }
      const parts = splitLine(text, line, titles, page, i < FRONT ? lines.slice(0, i) : [])
      last = page.last
      return parts
    }
    return (
      (line.turn > 0 && !namesCast(line.head) ? splitTurns(line) : undefined) ??
      (i >= first && lines.length - i <= LAST ? splitGlued(line) : undefined)
    )
  })
}

/** 版權說明:本文檔由用戶上傳… — around a page of one line, a site prints long notices, too. */
function isNotice(line: Line, lines: readonly Line[]): boolean {
  return lines.length <= SMALL && lengthOf(line) >= WHOLE_SPEECH && matchLongNoise(line.head) !== undefined
}

/** A page of one line has at most so many lines. */
const SMALL = 80

/** What a site glues to the last line of a speech stands in so many lines from the end. */
const LAST = 40

/** 謝謝大家!(責任編輯:小田)    謝謝大家!返回搜狐,查看更多 */
function splitGlued(line: Line): Line[] | undefined {
  const folded = fold(line.text, line.start, line.end)
  const first = findFurniture(folded, sentenceStarts(folded)).find((at) => endsBefore(folded, at) || folded[at] === '…')
  return first === undefined ? undefined : cutLine(line, folded, [first])
}

/** Turns that share a line: 甲:尊敬的老師,乙:親愛的同學,合:大家好! */
function splitTurns(line: Line): Line[] | undefined {
  const folded = fold(line.text, line.start, line.end)
  const turns = findTurns(folded, 2).filter((at) => at > 0)
  return turns.length > 0 ? cutLine(line, folded, turns) : undefined
}

/** Few lines, and nearly all of the text in long ones that each hold a speech. */
function isOneLiner(lines: readonly Line[], isHeading: (line: Line) => boolean): boolean {
  let long = 0
  let total = 0
  let held = 0
  for (const line of lines) {
    total += lengthOf(line)
    if (lengthOf(line) >= WHOLE_SPEECH) long++
  }
  // Among so many other lines, only one that opens with the title or holds items is a page.
  const isCrowded = lines.length > long * 6 + 6
  if (long === 0 || lines.length > long * 6 + CROWD) return false
  for (let at = 0, rest = total; at < lines.length && held + rest >= total * SHARE; at++) {
    const line = lines[at] as Line
    rest -= lengthOf(line)
    if (lengthOf(line) < WHOLE_SPEECH) continue
    const isWhole = long === 1 || line.address?.mark || isAlone(lines, at, isHeading)
    const isSure = isBelowTitle(lines, at) || holdsItems(line)
    if (isSure || (!isCrowded && (isWhole || isPage(lines, at)))) held += lengthOf(line)
  }
  return held >= total * SHARE
}

/** A site prints at most so many lines of its own around a page of one line. */
const CROWD = 24

/** A line of at least so many units can hold several speeches with their headings. */
const SEVERAL = 600

/** Whether headings of items stand in the middle of a line that nobody prints as a paragraph. */
function holdsItems(line: Line): boolean {
  if (lengthOf(line) < SEVERAL || !(line.holds & LETTERS.listeners)) return false
  const folded = fold(line.text, line.start, line.end)
  return findHeadings(folded, sentenceStarts(folded), new Set()).length > 0
}

/** 第2頁共3頁    2、 — behind the number of a page stands what the page holds. */
function isPage(lines: readonly Line[], at: number): boolean {
  return (
    lines[at]?.embedded === true && /^(?:第 ?\d{1,4} ?页[ /]{0,2}共|\d{1,3}[、.]?$)/.test(lines[at - 1]?.head ?? '')
  )
}

/** Whether a line opens with a title that stands above it, or goes on behind what a mark of omission cuts off such a line. */
function isBelowTitle(lines: readonly Line[], at: number): boolean {
  const line = lines[at] as Line
  if (at >= FRONT) return false
  if (line.embedded)
    return lines
      .slice(0, at)
      .some((above, i) => !above.embedded && lengthOf(above) >= WHOLE_SPEECH && isBelowTitle(lines, i))
  return lines.slice(0, at).some(({ head }) => head.length >= TITLE && line.head.startsWith(head))
}

/** Whether nothing but this line stands between two headings. */
function isAlone(lines: readonly Line[], at: number, isHeading: (line: Line) => boolean): boolean {
  const before = lines[at - 1]
  const next = lines[at + 1]
  return before !== undefined && isHeading(before) && (next === undefined || isHeading(next))
}

/** A speech of one line only, shorter than a page of one line: its closing stands apart all the same. */
export function splitLonely(text: string, body: readonly Line[], noise: ReadonlyMap<Line, unknown>): readonly Line[] {
  const first = body.findIndex((line) => !noise.has(line))
  const only = body[first]
  const isOnly = body.findIndex((line, i) => i > first && !noise.has(line)) === -1
  if (!only || !isOnly || lengthOf(only) < LONELY || lengthOf(only) >= 2000) return body
  const folded = fold(text, only.start, only.end)
  const starts = sentenceStarts(folded)
  const signed = findSignature(folded, folded.length)
  const closings = findClosings(folded, starts, signed[0] ?? folded.length)
  const borders = new Set([
    ...findSeries(folded, starts).filter((at) => endsBefore(folded, at)),
    ...closings,
    ...signed,
  ])
  if (borders.size === 0) return body
  const parts = cutLine(
    only,
    folded,
    [...borders].sort((a, b) => a - b),
  )
  return body.flatMap((line) => (line === only ? parts : [line]))
}

/** A line of at least so many units can hold a body and a closing. */
const LONELY = 20

/** The parts of a line; `titles` are those that headings had in the lines above. */
function splitLine(text: string, line: Line, titles: Set<string>, page: Page, above: readonly Line[]): Line[] {
  const folded = fold(text, line.start, line.end)
  const borders = findBorders(folded, titles, page)
  const title = above
    .map(({ head }) => head.replace(/^篇.{1,2}:/, ''))
    .find((head) => head.length >= TITLE && folded.startsWith(head))?.length
  if (title === undefined) return cutLine(line, folded, borders)
  // 動員會講話1同志們: — with a number, it heads an item.
  const heading = matchHeadings(folded.slice(0, HEAD)).find(({ stem }) => stem.length === title)
  if (heading && matchAddress(folded.slice(heading.end, heading.end + HEAD))?.mark === ':')
    return cutLine(line, folded, [heading.end, ...borders.filter((at) => at > heading.end)])
  // …的悼詞(20××年×月×日)同志們:
  const day = DAY.exec(folded.slice(title))?.[0].length ?? 0
  const glued = day === 0 ? [title] : [title, title + day]
  return cutLine(
    line,
    folded,
    [...new Set([...glued, ...borders])].sort((a, b) => a - b),
  )
}

/** The day below a title, in brackets. */
const DAY = /^\([^()]{4,16}[日号]\)(?=[一-龥])/

/** So many lines from the top, one may print the title that the text is glued to; it has at least so many units. */
const FRONT = 12
const TITLE = 6

/** The parts of a line between borders, which are sorted. */
function cutLine(line: Line, folded: string, borders: readonly number[]): Line[] {
  const starts = [0, ...borders]
  return starts.map((from, i) => {
    const to = starts[i + 1] ?? folded.length
    const start = i === 0 ? line.from : line.start + from
    const end = i === starts.length - 1 ? line.to : line.start + trimBack(folded, to)
    return makeLine(line, start, end, line.embedded || i > 0)
  })
}
