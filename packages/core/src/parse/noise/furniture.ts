import type { Noise } from '../../schema/phrasing.ts'
import { codeSet } from '../../source/code-set.ts'
import { foldTable } from '../../source/fold.ts'
import { closingOf } from '../closings.ts'
import { isFileName } from '../constructs/appendix.ts'
import { isDateLine } from '../constructs/closing.ts'
import { isHeaderBelow } from '../constructs/field.ts'
import { isCredit, isEditorsWord } from '../constructs/notice.ts'
import { matchSiteLine } from '../constructs/site-line.ts'
import { instructs, isSiteProse, remarksOnText } from '../constructs/site-prose.ts'
import { isCounterRow } from '../constructs/toolbar.ts'
import { eachLine } from '../each-line.ts'
import { findEpilogue } from '../epilogue.ts'
import type { ItemHeading, Items } from '../items.ts'
import { LETTERS } from '../letters.ts'
import { HEAD, type Line, lengthOf } from '../line.ts'

/** (注:文中的姓名請按實際情況修改)    注意:此稿可根據班級情況修改 */
export function isHint(line: Line): boolean {
  return (
    ((line.firstHolds & LETTERS.bracket) !== 0 || isNota(foldTable()[line.units[line.start] as number] as number)) &&
    instructs(line.head)
  )
}

const isNota = codeSet('注备附')

/** What stands behind the last speech, or above the first block of links behind it, and is the site's. */
export function findFurniture(
  { lines, headings }: Items,
  tails: ReadonlyMap<number, number>,
  noise: Map<Line, Noise['kind']>,
): void {
  const last = headings.size > 0 ? lines.findLastIndex((line) => headings.has(line)) : -1
  let floor = Math.max(FURNITURE_FROM, last)
  let above = last
  findBetween(lines, headings, tails, noise)
  for (const [from, end] of [...tails, [lines.length, lines.length] as const]) {
    if (from > last) {
      clearBack(lines, from, floor, noise, headings.size > 0)
      findEpilogue(lines, above, from, noise, headings.size > 0 ? remarks : saysWord)
    }
    floor = Math.max(floor, end - 1)
    above = Math.max(above, end - 1)
  }
}

/** What a site prints below a finished speech, above the heading of the next item. */
function findBetween(
  lines: readonly Line[],
  headings: ReadonlyMap<Line, ItemHeading>,
  tails: ReadonlyMap<number, number>,
  noise: Map<Line, Noise['kind']>,
): void {
  let floor = Number.POSITIVE_INFINITY
  eachLine(lines, tails, (line, index) => {
    if (!headings.has(line)) return
    clearBack(lines, index, floor + 1, noise, true)
    findEpilogue(lines, floor, index, noise, isNote)
    floor = index
  })
}

function remarks({ head }: Line): boolean {
  return remarksOnText(head)
}

function saysWord({ head }: Line): boolean {
  return isEditorsWord(head)
}

/** Under a heading, what an editor says of the text is a note. */
function isNote(line: Line): boolean {
  const { head } = line
  return isSiteProse(head) || remarksOnText(head) || isHint(line)
}

/** Takes the site's lines from `end` back; a line that only sounds like a site's is one where a finished speech stands above. */
function clearBack(
  lines: readonly Line[],
  end: number,
  floor: number,
  noise: Map<Line, Noise['kind']>,
  isBelowHeading: boolean,
): void {
  const pending: [Line, Noise['kind']][] = []
  let i = end - 1
  for (; i > floor; i--) {
    const line = lines[i] as Line
    if (noise.has(line) || (isBelowHeading && isHint(line))) continue
    if (line.address || line.turn > 0 || line.isStage || lengthOf(line) > HEAD) break
    const sure = furnitureOf(line)
    const kind = sure ?? matchSiteLine(line.head)
    if (!kind) break
    if (sure) noise.set(line, sure)
    else pending.push([line, kind])
  }
  if (pending.length === 0 || !isFinished(lines, i)) return
  for (const [line, kind] of pending) noise.set(line, kind)
}

/** Whether the speech can end with a line: a full sentence, a closing, a date, or a short name below a full sentence. */
export function isFinished(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  if (!line) return false
  if (/[。!?…”)~★♥]$/.test(line.tail) || line.isStage || isDateLine(line.head) || closingOf(line, true)) return true
  const above = lines[index - 1]
  return lengthOf(line) <= 24 && above !== undefined && /[。!?…”)~]$/.test(above.tail)
}

/** So many lines down, no header can still stand. */
const FURNITURE_FROM = 3

/**
 * What still stands behind a block of links, if it is short, is the site's: nobody goes on with a speech there; nor is
 * anything spoken between two blocks, where no sentence ends.
 */
export function findLeftovers(
  { lines, headings }: Items,
  tails: ReadonlyMap<number, number>,
  noise: Map<Line, Noise['kind']>,
): void {
  const starts = [...tails.keys()].slice(1)
  for (const from of tails.values()) {
    const to = starts.shift()
    if (from <= FURNITURE_FROM) continue
    const rest = lines.slice(from, to).filter((line) => !noise.has(line))
    const units = rest.reduce((sum, line) => sum + lengthOf(line), 0)
    const isSpoken = ({ address, turn, lastHolds }: Line) =>
      address || turn > 0 || (to !== undefined && (lastHolds & LETTERS.clauseEnd) !== 0)
    if (units > LEFT || rest.some((line) => headings.has(line) || isSpoken(line))) continue
    for (const line of rest) noise.set(line, matchSiteLine(line.head) ?? 'footer')
  }
}

/** What is left behind a block of links has at most so many units. */
const LEFT = 120

/** 相片下載:第一輯 第二輯 */
const DOWNLOADS = /^(?:[相照图]片|视频|音频|课件|文件|全文|资料|海报|讲稿)下载:/

/** What a line behind the last speech is that means something else above it. */
function furnitureOf(line: Line): Noise['kind'] | undefined {
  const { head } = line
  if (lengthOf(line) <= 44 && isCredit(head)) return 'footer'
  if (isCounterRow(head) || isFileName(head) || DOWNLOADS.test(head)) return 'navigation'
  return isHeaderBelow(head) ? 'footer' : undefined
}
