import { matchAddress } from './constructs/address.ts'
import { isByline } from './constructs/byline.ts'
import type { HeadingMatch } from './constructs/item-heading.ts'
import { isPostNumber } from './constructs/post.ts'
import { isSiteProse } from './constructs/site-prose.ts'
import { endsInGenre } from './constructs/title.ts'
import { LETTERS } from './letters.ts'
import { HEAD, isWholeAddress, type Line, lengthOf } from './line.ts'
import { parseNumeral } from './numeral.ts'

/** A heading whose form is known by the words around its number. */
export interface KeyedHeading extends HeadingMatch {
  key: string
}

/** A numbered title has at most so many units. */
const NUMBERED_LIMIT = 42

/**
 * A number, or a title with one, that stands right above an address to listeners.
 *
 *     一、校長開學講話
 *     老師們、同學們:
 */
export function matchNumbered(lines: readonly Line[], index: number): HeadingMatch | undefined {
  const line = lines[index] as Line
  const length = lengthOf(line)
  if (length > NUMBERED_LIMIT || (!line.marker && length > 3) || line.lastHolds & LETTERS.clauseEnd) return undefined
  if (!isAbove(lines, index) && !(endsInGenre(line.head) && addressesSomebody(lines[index + 1]))) return undefined
  const { head, marker } = line
  const ordinal = marker ? marker.ordinal : parseNumeral(head)
  if (!ordinal || (marker && !NUMBERED.has(marker.system) && marker.system !== 'circled') || /[。;!?]/.test(head))
    return undefined
  const stemStart = marker ? marker.rest : length
  return { form: 'numbered', ordinal, stem: head.slice(stemStart), stemStart, stemEnd: length, end: length }
}

/** 各位老師:大家好!    男:各位老師, */
function addressesSomebody(line: Line | undefined): boolean {
  if (line?.turn) return matchAddress(line.head.slice(line.turn)) !== undefined
  return line?.address?.mark === ':'
}

/** Whether a line stands right above an address to listeners, or above a note or a name that does. */
export function isAbove(lines: readonly Line[], index: number): boolean {
  const next = lines[index + 1]
  return isWholeAddress(next) || (isWholeAddress(lines[index + 2]) && (isNote(next) || isNamed(next)))
}

/**
 * Whether a line stands above a title, who gives it, and an address.
 *
 *     發言材料之一:
 *     讓青年留在田埂上
 *     青山村團支部
 *     各位代表:
 */
export function isAboveTitle(lines: readonly Line[], index: number): boolean {
  return isWholeAddress(lines[index + 3]) && lines.slice(index + 1, index + 3).every(isBare)
}

/** Whether a line is short, and no sentence, number or turn. */
function isBare(line: Line): boolean {
  if (line.marker || line.bullet || line.turn > 0 || line.address) return false
  return lengthOf(line) <= NAME_LIMIT && !/[。,;!?:]/.test(line.head)
}

/** A short line that says who speaks may stand between a heading and the address. */
function isNamed(line: Line | undefined): boolean {
  if (!line || lengthOf(line) > NAME_LIMIT || line.marker || line.bullet || line.turn > 0) return false
  return isByline(line.head, lengthOf(line)) || /^[^ 。,;!?:]{2,10} {1,3}[一-龥·]{2,4}$/.test(line.head)
}

const NAME_LIMIT = 24

/** A few words, a number, and one more that says what is counted. */
const COUNTED =
  /^([^\d一二三四五六七八九十百。,;!?]{0,10}?)([一二三四五六七八九十]{1,3}|[壹贰叁肆伍陆柒捌玖拾]|\d{1,2}|[①-⑩]|[A-H](?![A-Za-z]))(?!\d|[年月日号点时])([^\d.]?)[:、.)\] ]*/

/**
 * A number among words of any kind. It heads an item where the same words stand above one address
 * and, with the next number, above the next.
 *
 *     版本一:    NO.2 校園裏的紙    第4週:不說髒話
 */
export function matchCounted(line: Line): KeyedHeading | undefined {
  const length = lengthOf(line)
  if (!mayCount(line)) return undefined
  if (line.marker && NUMBERED.has(line.marker.system)) return undefined
  const [all, before = '', numeral = '', after = ''] = COUNTED.exec(line.head) ?? []
  if (isPostNumber(line.head)) return undefined
  const ordinal = CIRCLED.indexOf(numeral) + 1 || LETTERED.indexOf(numeral) + 1 || parseNumeral(numeral)
  if (all === undefined || !ordinal || (before === '' && after !== '篇' && isByline(line.head, length)))
    return undefined
  const stemStart = all.length
  const stem = line.head.slice(stemStart)
  return { form: 'counted', ordinal, stem, stemStart, stemEnd: length, end: length, key: `counted ${before}|${after}` }
}

/** Whether a line can be a heading with a number: short, and no sentence. */
export function mayCount(line: Line): boolean {
  return (
    lengthOf(line) <= NUMBERED_LIMIT &&
    (line.headHolds & LETTERS.markerStart) !== 0 &&
    (line.lastHolds & LETTERS.clauseEnd) === 0 &&
    !line.bullet &&
    line.turn === 0 &&
    !line.address
  )
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩'
const LETTERED = 'ABCDEFGH'

const NUMBERED: ReadonlySet<string> = new Set(['han', 'paren-han', 'arabic', 'paren-arabic'])

function isNote(line: Line | undefined): boolean {
  return line !== undefined && lengthOf(line) <= HEAD && isSiteProse(line.head)
}

/** A numbered title, where nothing was spoken above the first: 1.《父親的秤》 */
export function matchPiece(line: Line): KeyedHeading | undefined {
  const { marker, bullet, lastHolds } = line
  const length = lengthOf(line)
  if (!marker || marker.worded || bullet || !NUMBERED.has(marker.system)) return undefined
  if (length > NUMBERED_LIMIT || lastHolds & LETTERS.clauseEnd || marker.rest >= length) return undefined
  const stemStart = marker.rest
  return {
    form: 'piece',
    key: marker.series,
    ordinal: marker.ordinal,
    stem: line.head.slice(stemStart),
    stemStart,
    stemEnd: length,
    end: length,
  }
}
