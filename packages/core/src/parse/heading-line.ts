import { matchAddress } from './constructs/address.ts'
import { type HeadingMatch, opensBody } from './constructs/item-heading.ts'
import { isPostNumber } from './constructs/post.ts'
import { isSiteProse } from './constructs/site-prose.ts'
import { LETTERS, lettersOf, letterTable } from './letters.ts'
import { HEAD, type Line, lengthOf } from './line.ts'

/** What every heading has within so many units: a number behind 篇, in brackets, or behind a word. */
const MAY_HEAD =
  /^[^。;!?]{0,56}?(?:篇 ?[一二三四五六七八九十百\d]|[一二三四五六七八九十百\d] ?篇|[【[]|(?:稿|辞|词|话|讲|言|告|结|文|得|会|选|板)之?[一二三四五六七八九十]{1,2}(?::?$|[: ]*(?:[尊敬亲各]|..们))|范[文例本]|例文|样[本例]|模板|示例|\([一二三四五六七八九十百\d]{1,4}\)|[^\d.,%\s年第:/-][ —_-]?\d{1,2}(?![\d.%年月日个次届世]))/

/** Whether a line can be the heading of an item, or start with one: its first clause tells. */
export function mayHead(line: Line): boolean {
  const last = line.lastHolds & LETTERS.colon ? lettersOf(line.units, line.end - 2, line.end - 1) : line.lastHolds
  const endsWithNumber = lengthOf(line) <= HEAD && (last & LETTERS.numeral) !== 0
  return (endsWithNumber || numbersFirstClause(line)) && MAY_HEAD.test(line.head)
}

/** The title of an item has at most so many units. */
export const TITLE_REACH = 60

function numbersFirstClause({ units, start, end, headHolds }: Line): boolean {
  // 講話一尊敬的老師: — a Chinese numeral counts only where an address may be glued to it.
  const numerals = headHolds & LETTERS.listeners ? LETTERS.numeral : 0
  const telling = LETTERS.itemHeading | LETTERS.digit | numerals
  if (!(headHolds & telling)) return false
  const groups = letterTable()
  const reach = Math.min(end, start + TITLE_REACH)
  for (let at = start; at < reach; at++) {
    const held = groups[units[at] as number] as number
    if (held & telling) return true
    if (held & LETTERS.clauseEnd) return false
  }
  return false
}

/** A heading fills its line, or an address or greeting is glued to it; a bare (一) stands before a speech. */
export function isPlausible(lines: readonly Line[], index: number, match: HeadingMatch): boolean {
  const line = lines[index] as Line
  const rest = line.head.slice(match.end)
  if (match.form === 'digit' && (line.bullet || isPostNumber(line.head))) return false
  if (match.form === 'bracket' && match.stem === '') {
    if (!standsBeforeSpeech(lines, index) && matchAddress(rest)?.mark !== ':') return false
  }
  if (rest === '') return lengthOf(line) <= HEAD
  if (match.form === 'bracket' && !matchAddress(rest)) return false
  // 【第一篇】 is a heading whatever is glued to it.
  if (match.form === 'boxed' && /^[【[]第?.{0,3}篇.{0,3}[\]】]/.test(line.head)) return true
  // 範文4根據安排,… was cut off where a speech ends.
  if (match.form === 'sample' && line.embedded && match.stem === '') return true
  // 篇一:校長講話 校長講話尊敬的領導: — the title is printed again.
  if (match.stem.length >= STEM && rest.trimStart().startsWith(match.stem)) return true
  return opensBody(rest)
}

/** A title that is printed again has at least so many units. */
const STEM = 5

/** Whether an address or the site's own words stand right below a line. */
export function standsBeforeSpeech(lines: readonly Line[], index: number): boolean {
  return lines.slice(index + 1, index + 3).some(({ head, address }) => address !== undefined || isSiteProse(head))
}
