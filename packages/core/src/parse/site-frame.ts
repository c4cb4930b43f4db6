import type { Noise } from '../schema/phrasing.ts'
import { addressesInEnglish, startsWithGreeting } from './constructs/address.ts'
import { isByline } from './constructs/byline.ts'
import { opensAnswer } from './constructs/reader.ts'
import { matchSiteLine } from './constructs/site-line.ts'
import { isLeadIn } from './constructs/site-prose.ts'
import { LETTERS } from './letters.ts'
import { isWholeAddress, type Line, lengthOf } from './line.ts'
import type { PostedLines } from './posts.ts'
import { isBox, isHost, isLabel } from './speaker-label.ts'

/** What the site says of a speech stands in at most so many lines above its address. */
const ABOUT = 3

/**
 * Prose above the address, or above the label of who speaks first, is the site's, whatever it says.
 *
 *     【發言背景】重陽節,志願隊到養老院慰問。    現將會議發言摘登如下,供各村借鑒。
 *     爺爺奶奶們:                              主持人(副鎮長 車前川):
 */
export function isAboveAddress(
  lines: readonly Line[],
  at: number,
  noise: ReadonlyMap<Line, Noise['kind']>,
  posts: PostedLines['posts'],
): boolean {
  // A motto stands above the one who said it.
  if (!isTold(lines[at] as Line) || lines[at + 1]?.head.startsWith('—')) return false
  for (let i = at + 1; i <= at + ABOUT && i < lines.length; i++) {
    const line = lines[i] as Line
    if (line.address) return isWholeAddress(line)
    if (isLabel(line) || isHost(line) || posts.get(line) === 'label') return true
    if (!noise.has(line) && !posts.has(line) && !isTold(line) && !saysWho(line) && !isBox(line)) return false
  }
  return false
}

/** A byline, a box, or a short line that is no sentence: 校友會主席區先生致歡迎辭 */
function saysWho(line: Line): boolean {
  const { head, address, marker, lastHolds } = line
  if (isBox(line) || isByline(head, lengthOf(line))) return true
  return !address && !marker && lengthOf(line) <= LABELLED && !(lastHolds & LETTERS.clauseEnd) && !/[,;:]/.test(head)
}

/** Who speaks is said in at most so many units. */
const LABELLED = 40

/** A full sentence. */
function isTold({ head, lastHolds, start, end, address, marker, turn }: Line): boolean {
  if (address || marker || turn > 0 || end - start < TOLD || !(lastHolds & LETTERS.clauseEnd)) return false
  return !/^[(“‘「]/.test(head) && !startsWithGreeting(head)
}

const TOLD = 9

/** The site's frame has at most so many lines between the title and the address. */
const FRAME = 6
/** A line of it has at most so many units. */
const FRAME_LINE = 48

/**
 * A line above the address that is neither a sentence nor says who speaks is a part of the site's frame.
 *
 *     共有 3452 位讀者讀過此文 【大 中 小】
 */
export function isChrome(lines: readonly Line[], at: number): boolean {
  const line = lines[at] as Line
  if (isByline(line.head, lengthOf(line)) || !isFrame(line)) return false
  return matchSiteLine(line.head) !== undefined || lines.slice(at + 1, at + 1 + FRAME).some(isAddress)
}

function isAddress({ address }: Line): boolean {
  return address?.mark === ':'
}

/** Whether a line is no sentence and has what a site's frame has: its words, counters, or no Chinese ones. */
export function isFrame({ head, address, marker, turn, headHolds, lastHolds, isStage, start, end }: Line): boolean {
  if (address || marker || turn > 0 || isStage || end - start > FRAME_LINE || addressesInEnglish(head)) return false
  if (lastHolds & (LETTERS.clauseEnd | LETTERS.colon) || isLeadIn(head) || /[“‘「]|^[(—]/.test(head)) return false
  if (matchSiteLine(head)) return true
  return !(headHolds & LETTERS.listeners) && FRAMED.test(head)
}

const FRAMED =
  /\d ?[次人位个条]|[■●]|^(?=.*,).*(?:打开|查看|点击|点此|阅读|下载|扫|搜|订阅|高清|出自)|^[\d.,+ %a-z-]+$/i

/** What a reader asks stands in at most so many lines above the caption of the answer. */
const QUESTION = 6

/**
 *     下週就要上台了,哪位高手幫幫忙?
 *     最佳答案
 */
export function isAboveCaption(lines: readonly Line[], at: number, noise: ReadonlyMap<Line, Noise['kind']>): boolean {
  for (let i = at; i < Math.min(lines.length, at + QUESTION); i++) {
    const line = lines[i] as Line
    if (line.address || line.turn > 0 || line.marker) return false
    if (noise.has(line)) return i > at && opensAnswer(line.head)
  }
  return false
}
