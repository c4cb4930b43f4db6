import type { Noise } from '../schema/phrasing.ts'
import type { Print } from '../source/patches.ts'
import { closingOf } from './closings.ts'
import { startsWithGreeting } from './constructs/address.ts'
import { isByline, isKeyedByline, isOfficer, isSpeakerLabel } from './constructs/byline.ts'
import { isDateLine } from './constructs/closing.ts'
import { readDate } from './constructs/date.ts'
import { HOLDS_DATE, isHeaderBelow, isHeaderLine, isPosterName } from './constructs/field.ts'
import {
  isCounterRow,
  isCredit,
  isEditorLine,
  isFileName,
  isRank,
  matchLongNoise,
  matchNoise,
  opensAppendix,
  opensAttachment,
  opensComments,
  opensReply,
} from './constructs/noise.ts'
import { isTagRow } from './constructs/related.ts'
import { matchSiteLine, namesLender } from './constructs/site-line.ts'
import { instructs, isLabelledPreface, isLabelledRemark, isSiteProse, remarksOnText } from './constructs/site-prose.ts'
import { endsInGenre, isGenre, isSiteName, isTitleLike, namesGenre, sameTitle } from './constructs/title.ts'
import { dropLonelyDecimals } from './decimals.ts'
import { findEpilogue } from './epilogue.ts'
import { splitInstructions, splitOmissions } from './instruction.ts'
import { commonStem, findItems, type ItemHeading, type Items } from './items.ts'
import { LETTERS } from './letters.ts'
import { HEAD, isWholeAddress, type Line, lengthOf, readLines } from './line.ts'
import { splitOneLiners } from './one-liner.ts'
import { splitPageFigures } from './page-figure.ts'
import { isStyleDump } from './style-dump.ts'
import { findTails } from './tail.ts'
import { labelTurns } from './turns.ts'

/** The lines of a page, and what is known of them before the tree is built. */
export interface Lines {
  lines: readonly Line[]
  items: Items
  /** Blocks of links: index of the first line to the index behind the last. */
  tails: ReadonlyMap<number, number>
  noise: ReadonlyMap<Line, Noise['kind']>
  /** The line that prints the page's title, if one does. */
  title: Line | undefined
  /** The line above it, where the title is torn over two. */
  titleAbove: Line | undefined
  /** The line below the end mark that says when the page was released. */
  stamp: Line | undefined
}

/** Scans a restored text: lines, item headings, blocks of links, title, noise. */
export function scan(print: Print): Lines {
  const items = readItems(print)
  const { lines, headings } = items
  dropLonelyDecimals(lines)
  labelTurns(lines)
  const tails = findTails(lines, headings)
  const noise = findNoise(items, tails)
  const chosen = chooseTitle(items, tails, noise)
  const title = chosen && goesOnBelow(lines, chosen) ? lines[lines.indexOf(chosen) + 1] : chosen
  const titleAbove = title && findTitleAbove(lines, title, noise)
  findRepeatedTitles(items, tails, title, titleAbove, noise)
  findFrontFurniture(items, title, noise)
  return { lines, items, tails, noise, title, titleAbove, stamp: findStamp(lines, noise) }
}

/** Lines and item headings; where pages hold a speech in a line, headings stand mid-line and are looked for again. */
function readItems(print: Print): Items {
  const { text } = print
  const items = findItems(text, splitPageFigures(splitInstructions(splitOmissions(text, readLines(print)))))
  const lines = splitOneLiners(text, items.lines, (line) => items.headings.has(line))
  return lines.length === items.lines.length ? items : findItems(text, lines)
}

/** The lines that are neither speech nor site prose, outside of headings and blocks of links. */
function findNoise({ lines, headings, contents }: Items, tails: ReadonlyMap<number, number>): Map<Line, Noise['kind']> {
  const noise = new Map<Line, Noise['kind']>()
  /** What the lines below a caption belong to: a table of contents, the site's advice, comments. */
  let block: Noise['kind'] | undefined
  let advice: Line[] = []
  let level: string | undefined
  let inFront = headings.size > 0
  let spoken = false
  /** Whether nothing of a speech stands between the heading and the line. */
  let below = false
  /** Index behind the last line of the outline that was opened last. */
  let outlined = 0
  eachLine(lines, tails, (line, index) => {
    if (headings.has(line)) {
      block = undefined
      inFront = false
      level = levelOf(line)
      below = true
      return
    }
    if (!spoken && line.marker && outlined === 0 && headings.size === 0) outlined = bareOutlineEnd(lines, index)
    const isContents = index < outlined || contents.has(line) || (block === 'contents' && isListed(line))
    // Under a heading, what an editor says of the speech is a note.
    const isNote = () =>
      isLabelledRemark(line.head) || isHint(line) || (below && (instructs(line.head) || /^.?小编/.test(line.head)))
    if (headings.size > 0 && !inFront && isNote()) return
    below &&= line.address === undefined && lengthOf(line) <= HEAD
    const own = isContents
      ? 'contents'
      : ((spoken ? readBelowWords(line, noise.get(lines[index - 1] as Line)) : undefined) ?? readNoise(line))
    if (own === 'contents' && !isContents) outlined = outlineEnd(lines, index + 1)
    if (block === 'contents') block = undefined
    if (block === 'footer' && !own && isSpoken(line)) {
      for (const spoken of advice) restoreNoise(spoken, noise)
      block = undefined
    }
    spoken ||= line.address !== undefined || lengthOf(line) > HEAD
    if (block === 'comment' && own === 'navigation' && !opensComments(line.head)) block = undefined
    if (spoken && !own && lengthOf(line) <= 60 && (opensReply(line.head) || isReplier(line, lines[index + 1])))
      block = 'comment'
    const isOther = block === 'comment' || (block === 'footer' && own !== 'markup')
    const kind = own && isOther ? own : (block ?? own)
    if (own === 'navigation' && spoken && opensComments(line.head)) block = 'comment'
    if (kind === 'comment' || (kind === 'contents' && inFront)) block = kind
    else if (
      !kind &&
      lengthOf(line) <= HEAD &&
      (opensAppendix(line.head) || isBesideItems(line, level) || isAttached(lines, index))
    ) {
      block = 'footer'
      advice = []
    }
    if (block === 'footer') advice.push(line)
    if (kind ?? block) noise.set(line, (kind ?? block) as Noise['kind'])
  })
  findMottoes(lines, noise)
  findFurniture({ lines, headings, contents }, tails, noise)
  findLeftovers({ lines, headings, contents }, tails, noise)
  findCut(lines, noise, (line, index) => headings.has(line) || tails.has(index))
  return noise
}

/**
 * What goes with a speech stands below its end.
 *
 *     謝謝大家!
 *     附:推薦書目
 */
function isAttached(lines: readonly Line[], index: number): boolean {
  const { head } = lines[index] as Line
  return head.startsWith('附') && opensAttachment(head) && isFinished(lines, index - 1)
}

/** (注:文中的姓名請按實際情況修改)    注意:此稿可根據班級情況修改 */
function isHint({ head, firstHolds }: Line): boolean {
  return ((firstHolds & LETTERS.bracket) !== 0 || '注备附'.includes(head[0] as string)) && instructs(head)
}

/** What a short line is that only the words of a speech above it tell from the header's. */
function readBelowWords(line: Line, above: Noise['kind'] | undefined): Noise['kind'] | undefined {
  // 附件列表 / 收支表.xls
  if (above === 'navigation' && isFileName(line.head)) return above
  if (lengthOf(line) <= 3 && /^(?:评论|留言):?$/.test(line.head)) return 'comment'
  if (lengthOf(line) > SITE || line.lastHolds & LETTERS.clauseEnd) return undefined
  return isEditorLine(line.head) ? 'footer' : namesLender(line.head) ? 'advertisement' : undefined
}

/** Who edited a page, and what the site is called, is said in so many units. */
const SITE = 32

/**
 *     大鐵鍋
 *     發表於 2009-8-14 12:31
 */
function isReplier({ head }: Line, next: Line | undefined): boolean {
  return next !== undefined && isPosterName(head) && /^(?:发表于|发布于|回复于|回答于|评论于)/.test(next.head)
}

/** So many lines below an outline, its first line comes again. */
const OUTLINE_BELOW = 60

/**
 * Where the outline of a speech ends whose caption stands above `from`: behind the last line that is listed, if the
 * address follows, or the lines come again as headings; `from` where there is none.
 *
 *     目錄
 *     一、看清汛情
 *     二、備足沙袋
 *     ……
 *     同志們:
 */
function outlineEnd(lines: readonly Line[], from: number): number {
  let first: Line | undefined
  const isFirst = ({ head }: Line) => first !== undefined && head.startsWith(first.head)
  let end = from
  while (end < lines.length && isOutlined(lines[end] as Line) && !isFirst(lines[end] as Line)) {
    if (lines[end]?.marker) first ??= lines[end]
    end++
  }
  if (!first) return from
  return lines[end]?.address?.mark === ':' || lines.slice(end, end + OUTLINE_BELOW).some(isFirst) ? end : from
}

/** Where an outline without a caption ends, which stands above the first word: its lines come again as headings. */
function bareOutlineEnd(lines: readonly Line[], from: number): number {
  const end = outlineEnd(lines, from)
  const below = lines.slice(end, end + OUTLINE_BELOW)
  const again = lines.slice(from, end).filter((line) => below.some(({ head }) => head.startsWith(line.head)))
  return again.length > 1 ? end : from
}

function isOutlined(line: Line): boolean {
  if (line.address || lengthOf(line) > 60) return false
  return line.marker || line.bullet ? !/[。;!?]./.test(line.head) : UNNUMBERED.test(line.head)
}

/** What an outline has without a number. */
const UNNUMBERED = /^(?:…+|\.{3,}|引[言子]|[前序导]言|导语|开[头场]白?|结语|结束语|结尾|小结|附录|后记)$/

/** Whether a line below 目錄 lists an item: numbered, or with a bullet, and no sentence. */
function isListed(line: Line): boolean {
  return (line.marker !== undefined || line.bullet) && lengthOf(line) <= 60 && !(line.lastHolds & LETTERS.clauseEnd)
}

/** The Markdown before a line's words: `## ` */
function levelOf({ text, from, start, firstHolds }: Line): string | undefined {
  return start > from && !(firstHolds & LETTERS.markerStart) && text[from] === '#' ? text.slice(from, start) : undefined
}

/** `## 寫在最後` — a heading of the items' own level that is no item's. */
function isBesideItems(line: Line, level: string | undefined): boolean {
  return level !== undefined && !line.marker && levelOf(line) === level
}

/** Whether a line can only be a speaker's, so that what looked like the site's advice above it is a part of the speech. */
function isSpoken(line: Line): boolean {
  return !line.bullet && (line.address?.mark === ':' || closingOf(line) !== undefined)
}

function restoreNoise(line: Line, noise: Map<Line, Noise['kind']>): void {
  const own = readNoise(line)
  if (own) noise.set(line, own)
  else noise.delete(line)
}

/** What stands behind the last speech, or above the first block of links behind it, and is the site's. */
function findFurniture(
  { lines, headings }: Items,
  tails: ReadonlyMap<number, number>,
  noise: Map<Line, Noise['kind']>,
): void {
  const last = lines.findLastIndex((line) => headings.has(line))
  let floor = Math.max(FURNITURE_FROM, last)
  let above = last
  findBetween(lines, headings, tails, noise)
  for (const [from, end] of [...tails, [lines.length, lines.length] as const]) {
    if (from > last) {
      clearBack(lines, from, floor, noise, headings.size > 0)
      findEpilogue(lines, above, from, noise, headings.size > 0 ? remarks : undefined)
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
function isFinished(lines: readonly Line[], index: number): boolean {
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
function findLeftovers(
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

/** The site's own lines among those before the first address or heading: 點擊上方藍字關注我們 */
function findFrontFurniture(
  { lines, headings }: Items,
  title: Line | undefined,
  noise: Map<Line, Noise['kind']>,
): void {
  const first = lines.slice(0, FRONT).findIndex((line) => line.address || headings.has(line))
  for (const line of lines.slice(0, Math.max(0, first))) {
    if (title && line !== title && isKeywordRow(line.head, title.head)) noise.set(line, 'navigation')
    if (line === title || noise.has(line) || lengthOf(line) > FRONT_LINE || line.turn > 0 || /^—|[,:]/.test(line.head))
      continue
    if (isHeaderLine(line.head) || isSiteProse(line.head) || namesGenre(line.head) || HOLDS_DATE.test(line.head))
      continue
    const kind = matchSiteLine(line.head)
    if (kind) noise.set(line, kind)
  }
}

/** 防汛,講話,水庫    防汛 講話 水庫 堤壩 — words in a row of which some come from the page's title. */
function isKeywordRow(head: string, title: string): boolean {
  const words = head.split(/ ?[,;|] ?| /)
  return (
    words.length > 2 &&
    words.every((word) => KEYWORD.test(word)) &&
    words.filter((word) => title.includes(word)).length > (/[,;|]/.test(head) || words.length > 3 ? 1 : 2)
  )
}

const KEYWORD = /^[一-龥a-z\d]{2,8}$/i

/** A front has at most so many lines, and the site's own in it so many units. */
const FRONT = 24
const FRONT_LINE = 30

/** What is left behind a block of links has at most so many units. */
const LEFT = 120

/** What a line behind the last speech is that means something else above it. */
function furnitureOf(line: Line): Noise['kind'] | undefined {
  const { head } = line
  if (lengthOf(line) <= 44 && isCredit(head)) return 'footer'
  if (isCounterRow(head) || isFileName(head)) return 'navigation'
  return isHeaderBelow(head) ? 'footer' : undefined
}

/**
 * Dots behind an unfinished sentence say that the site has no more of the speech.
 *
 *     我第一次扎針,扎的是我自己的
 *     ……
 */
function findCut(
  lines: readonly Line[],
  noise: Map<Line, Noise['kind']>,
  opensOther: (line: Line, index: number) => boolean,
): void {
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i] as Line
    if (!line.isStage || !/^…+$/.test(line.head)) continue
    const next = lines[i + 1]
    const ends = next === undefined || opensOther(next, i + 1) || noise.has(next)
    if (ends && /[一-龥,、…]$/.test((lines[i - 1] as Line).tail)) noise.set(line, 'truncation')
  }
}

/**
 * A line that comes again beside the page numbers is the library's motto, and so is one without a mark that stands
 * there once below the first address.
 */
function findMottoes(lines: readonly Line[], noise: Map<Line, Noise['kind']>): void {
  const beside = new Map<string, Line[]>()
  const isNumber = (line: Line | undefined) => line !== undefined && noise.get(line) === 'pagination'
  let spoken = Number.POSITIVE_INFINITY
  for (let i = 0; i < lines.length && noise.size > 0; i++) {
    const line = lines[i] as Line
    if (line.address) spoken = Math.min(spoken, line.start)
    if (lengthOf(line) > 40 || noise.has(line)) continue
    const same = beside.size > 0 ? beside.get(line.head) : undefined
    const isBeside = isNumber(lines[i - 1]) || isNumber(lines[i + 1])
    const [first] = same ?? []
    const isMotto = first && (isBeside || (first.start > spoken && !(line.lastHolds & LETTERS.clauseEnd)))
    if (isMotto) same?.push(line)
    else if (isBeside) beside.set(line.head, [line])
  }
  for (const same of beside.values()) if (same.length > 1) for (const line of same) noise.set(line, 'footer')
}

function readNoise(line: Line): Noise['kind'] | undefined {
  if (isStyleDump(line)) return 'markup'
  if (lengthOf(line) > HEAD) return line.firstHolds & LETTERS.siteStart ? matchLongNoise(line.head) : undefined
  return matchNoise(line.head) ?? (line.headHolds & LETTERS.tags && isTagRow(line.head) ? 'navigation' : undefined)
}

/** Calls `visit` with every line outside of the blocks of links. */
function eachLine(
  lines: readonly Line[],
  tails: ReadonlyMap<number, number>,
  visit: (line: Line, index: number) => void,
): void {
  for (let i = 0; i < lines.length; i++) {
    const tail = tails.get(i)
    if (tail === undefined) visit(lines[i] as Line, i)
    else i = tail - 1
  }
}

/**
 * The line that prints the page's title, among those before the first item and the first prose:
 * one that shares the stem of the items, or names a genre of speech; else the first that looks like a title.
 * A site's name or a slogan above it is noise.
 */
function chooseTitle(
  { lines, headings }: Items,
  tails: ReadonlyMap<number, number>,
  noise: Map<Line, Noise['kind']>,
): Line | undefined {
  const candidates: Line[] = []
  findSlogans(lines, noise, headings.size > 0)
  findNumberedTrail(lines, noise)
  const prose: Line[] = []
  let ended = false
  eachLine(lines, tails, (line, index) => {
    if (ended || noise.has(line)) return
    ended = headings.has(line) || endsFront(line, headings)
    if (!ended && (line.lastHolds & LETTERS.clauseEnd) !== 0 && isSiteProse(line.head)) prose.push(line)
    if (
      !ended &&
      line.turn === 0 &&
      !addresses(line) &&
      (isTitleLike(line.head, lengthOf(line)) || isAsked(line.head)) &&
      !isHeaderLine(line.head) &&
      !isKeyedByline(line.head) &&
      !(isOfficer(line.head) && isWholeAddress(lines[index + 1])) &&
      !isLabelledPreface(line.head) &&
      // 演講稿範文只作參考,請改了再用 says what to do with the titles below it.
      !(line.head.includes(',') && isSiteProse(line.head))
    )
      candidates.push(line)
  })
  const stem = commonStem(headings)?.stem
  dropColumn(candidates, lines, noise)
  const late =
    headings.size === 0 && !candidates.some(({ head }) => namesGenre(head)) ? findLateTitle(lines, noise) : undefined
  if (late) return late
  const title =
    (headings.size === 0 && !candidates.some(({ head }) => namesGenre(head))
      ? findAnyTitle(lines, noise)
      : undefined) ??
    candidates.find(({ head }) => TITLED.test(head)) ??
    (RECORDED.test(candidates[0]?.head ?? '') ? candidates[0] : undefined) ??
    candidates.find(({ head }) => stem && sameTitle(head, stem)) ??
    candidates.find(
      ({ head }, i) =>
        !isSiteName(head) &&
        candidates.some((other, k) => k > i && sameTitle(head, other.head)) &&
        (namesGenre(head) || !candidates.slice(0, i).some((above) => namesGenre(above.head))),
    ) ??
    (candidates.length > 1 ? candidates.find((line) => isNamedIn(prose, line)) : undefined) ??
    aboveSubtitle(
      candidates,
      candidates.findIndex(
        ({ head }) => namesGenre(head) && !isSiteName(head) && !isSpeakerLabel(head) && !isGenre(head),
      ),
    ) ??
    (stem && stem.length > LABEL
      ? undefined
      : (candidates.find(({ head }) => !isSiteName(head) && !matchSiteLine(head)) ??
        candidates.find(({ head }) => !isSiteName(head))))
  const above = title
    ? candidates.slice(0, candidates.indexOf(title))
    : candidates.filter(({ head }) => isSiteName(head))
  for (const line of above.filter((line) => !isPoster(line, lines)))
    noise.set(line, /,/.test(line.head) ? 'advertisement' : 'navigation')
  return title
}

/**
 * The first line of a page without a title is one, called out or asked, dated or with a column beside it, where who
 * speaks or whom one addresses stands below.
 *
 *     加油,少年!
 *     ——高三百日誓師講話
 */
function findAnyTitle(lines: readonly Line[], noise: Map<Line, Noise['kind']>): Line | undefined {
  const isBesideColumn = ({ head }: Line) => COLUMNED.test(head) && namesGenre(head)
  const at = lines
    .slice(0, FRONT)
    .findIndex((line) => /[一-龥]/.test(line.head) && (!noise.has(line) || isBesideColumn(line)))
  const [line, next, below] = lines.slice(Math.max(0, at), at + 3)
  if (!line || !next || lengthOf(line) > FRONT_LINE || line.turn > 0 || addresses(line)) return undefined
  const { head } = line
  const kind = noise.get(line)
  if (kind ? kind !== 'navigation' || !isBesideColumn(line) : !CALLED.test(head)) return undefined
  if (startsWithGreeting(head) || isSiteProse(head) || matchSiteLine(head) || /[你您]|大家|各位|同学/.test(head))
    return undefined
  const isHead = addresses(next) || isByline(next.head, lengthOf(next)) || isHeaderLine(next.head)
  if (!isHead && !(below && addresses(below))) return undefined
  noise.delete(line)
  return line
}

const CALLED =
  /^[^。]+[!?]$|^[^。:]{6,}(?:[稿词][:。]|(?:讲话|发言|演讲|致辞)。)$|^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[一-龥]+(?:讲话|致[辞词]|发言|演讲|主持词)/
const COLUMNED = /^[^|]{4,16} ?\| ?[^|]{2,16}$/

/**
 * Where a speech was given stands below its title, without a dash, too.
 *
 *     修好一段堤 守住一村人
 *     在防汛動員大會上的講話
 */
function aboveSubtitle(candidates: readonly Line[], at: number): Line | undefined {
  const line = candidates[at]
  const above = candidates[at - 1]
  const isSubtitle = above && line?.head.startsWith('在') && isByline(line.head, lengthOf(line))
  return isSubtitle &&
    lengthOf(above) > COLUMN &&
    !OFFICE.test(above.head) &&
    !isSiteName(above.head) &&
    !matchSiteLine(above.head)
    ? above
    : line
}

/** 柳灣鎮人民政府 — whose speech it is stands above its title. */
const OFFICE = /^[^ 的]{2,16}(?:政府|委员会|[市县区镇乡总团村校]委|[局厅院处校部]|公司|集团|中心|工会|协会|[中小大]学)$/

/** 葦塘縣水利工作會議 */
const EVENT = /^[^ ]{4,}(?:[会式礼节]议?|论坛)$/

/**
 * Whether a title goes on in the line below: its genre, its last character, or the second of two phrases above the
 * dash that says where it was given.
 *
 *     葦塘縣人民代表大會常務委員會        凝心聚力 真抓實幹
 *     工作報告                            奮力開創治水新局面
 *                                         ——在全縣水利工作會議上的講話
 */
function goesOnBelow(lines: readonly Line[], line: Line): boolean {
  const at = lines.indexOf(line)
  const next = lines[at + 1]
  if (!next || endsInGenre(line.head)) return false
  const said = line.head + next.head
  if (lengthOf(next) <= 2) return endsInGenre(said)
  if ((OFFICE.test(line.head) || EVENT.test(line.head)) && isGenre(next.head.replaceAll(' ', ''))) return true
  return (
    /^——?在/.test(lines[at + 2]?.head ?? '') &&
    [line, next].every(({ head, start, end }) => end - start > COLUMN && isTitleLike(head, end - start)) &&
    !namesGenre(said) &&
    ![line, next].some(({ head }) => isSiteName(head) || isHeaderLine(head) || isByline(head, head.length))
  )
}

/**
 * The line above the title, where it is the title's beginning: one that cannot end, or words that the speech says in
 * one piece with those below.
 *
 *     青溪縣第九屆人民代表大會        在柳灣鎮安全生產
 *     第二次會議閉幕詞                工作會議上的講話
 */
function findTitleAbove(lines: readonly Line[], title: Line, noise: Map<Line, Noise['kind']>): Line | undefined {
  const at = lines.indexOf(title)
  const above = lines[at - 1]
  if (!above || (noise.get(above) ?? 'navigation') !== 'navigation') return undefined
  if (lengthOf(above) < COLUMN || !isTitleLike(above.head, lengthOf(above)) || endsInGenre(above.head)) return undefined
  const opens = /^(?:在|关于)/
  const said = above.head + title.head.slice(0, 4)
  const isTorn =
    goesOnBelow(lines, above) ||
    (opens.test(above.head) && !/[上中里下时间后前内外]$/.test(above.head) && !opens.test(title.head)) ||
    /[届年]度?$/.test(above.head) ||
    title.head.startsWith('的') ||
    (/会议?$/.test(above.head) && /^第.{1,3}[次届]/.test(title.head)) ||
    lines.slice(at + 1, at + FRONT).some(({ head }) => head.includes(said))
  if (!isTorn) return undefined
  noise.delete(above)
  return above
}

/** 下面是小編整理的渡口開工講話稿,歡迎閱讀。 — what a site says in front of a speech names its title as printed. */
function isNamedIn(prose: readonly Line[], { head, text, start, end }: Line): boolean {
  if (end - start <= COLUMN || !namesGenre(head) || isSiteName(head)) return false
  const printed = text.slice(start, end)
  return prose.some((line) => text.slice(line.start, line.end).includes(printed))
}

/**
 * The column that a breadcrumb ends in, printed again above the title, is none; nor is one that stands above the
 * breadcrumb that leads through it.
 *
 *     當前位置:首頁>> 致辭演講>> 徵文演講
 *     徵文演講
 *     春耕演講稿:一粒種子的路
 */
function dropColumn(candidates: Line[], lines: readonly Line[], noise: Map<Line, Noise['kind']>): void {
  const [first, ...others] = candidates
  if (!first || lengthOf(first) > COLUMN || others.length === 0) return
  const at = lines.indexOf(first)
  const isEnd =
    others.some(({ head }) => namesGenre(head) && head !== first.head) && trail(at - 1).at(-1) === first.head
  if (!isEnd && !trail(at + 1).includes(first.head)) return
  noise.set(first, 'navigation')
  candidates.shift()

  /** The columns that a breadcrumb leads through; none where a line is no breadcrumb. */
  function trail(index: number): string[] {
    const line = lines[index]
    if (!line || noise.get(line) !== 'navigation' || !/[>»›]/.test(line.head)) return []
    return line.head.split(/[>»›]+/).map((column) => column.trim())
  }
}

/**
 * A breadcrumb whose steps are the items of a numbered list is none of the speech's lists.
 *
 *     1. 首頁
 *     2. 講話稿
 *     渡口小學國旗下的講話稿
 */
function findNumberedTrail(lines: readonly Line[], noise: Map<Line, Noise['kind']>): void {
  if (!/^1[.、] ?(?:网站)?[首主]页$/.test(lines[0]?.head ?? '')) return
  for (let at = 0; lines[at]?.head.startsWith(`${at + 1}`) && lines[at]?.marker; at++)
    noise.set(lines[at] as Line, 'navigation')
}

/** The name of a column has at most so many units. */
const COLUMN = 6

/** 人物一, 人物二: what headings share is no title in at most so many units. */
const LABEL = 4

/**
 * The title of a library's page stands right above the address; what the library says above it is no title.
 *
 *     該文檔貢獻者很忙,什麼也沒留下。
 *     婦女節座談會發言稿
 *     各位姐妹:
 */
function findLateTitle(lines: readonly Line[], noise: Map<Line, Noise['kind']>): Line | undefined {
  const address = lines.slice(0, FRONT).findIndex((line) => line.address?.mark === ':')
  const isTitle = (line: Line | undefined) =>
    line !== undefined &&
    !noise.has(line) &&
    isTitleLike(line.head, lengthOf(line)) &&
    endsInGenre(titleCore(line.head))
  if (!isTitle(lines[address - 1])) return undefined
  const twice =
    isTitle(lines[address - 2]) &&
    sameTitle(titleCore((lines[address - 2] as Line).head), titleCore((lines[address - 1] as Line).head))
  const at = twice ? address - 2 : address - 1
  const above = lines
    .slice(0, at)
    .filter((line) => !noise.has(line) && !isHeaderLine(line.head) && !isSiteProse(line.head))
  if (above.some((line) => lengthOf(line) > SLOGAN_LIMIT || line.turn > 0 || line.marker)) return undefined
  if (!above.some(({ head }) => matchSiteLine(head))) return undefined
  for (const line of above) noise.set(line, matchSiteLine(line.head) ?? 'navigation')
  return lines[at]
}

function titleCore(head: string): string {
  return head.replace(/\.(?:docx?|pdf|txt|wps)$/i, '')
}

/**
 *     秋天的核桃
 *     LV.5 中級會員
 */
function isPoster(line: Line, lines: readonly Line[]): boolean {
  const next = lines[lines.slice(0, FRONT).indexOf(line) + 1]
  return next !== undefined && isPosterName(line.head) && isRank(next.head)
}

/** 茶廠表彰大會實錄 — above the titles of the speeches that were held there. */
const RECORDED = /[会式礼坛赛](?:上的?)?(?:发言|讲话)?(?:实录|纪实|摘登|摘要|选登|摘编)$/

/** 標題:畢業典禮祝福 */
const TITLED = /^(?:标题|题目|主题|文章标题|subject|title): ?\S/i

/** So many lines from the top, a slogan may stand above the title, and the title so many lines below it. */
const SLOGANS = 2
const TITLE_BELOW = 2

/**
 * A sentence above the title is no speaker's.
 *
 *     好雨知時節,好稿找松針!
 *     春耕動員講話
 */
function findSlogans(lines: readonly Line[], noise: Map<Line, Noise['kind']>, isCollection: boolean): void {
  for (let i = 0; i < Math.min(SLOGANS, lines.length); i++) {
    const line = lines[i] as Line
    if (noise.has(line)) continue
    const { head } = line
    if (lengthOf(line) > SLOGAN_LIMIT || line.marker || line.turn > 0 || addresses(line) || startsWithGreeting(head))
      return
    if (isTitleLike(head, lengthOf(line)) || isHeaderLine(head) || isSiteProse(head)) return
    // What tells of the pieces below ends as a statement does.
    if (isCollection && !/[!?]$/.test(head)) return
    const isTitle = (below: Line) =>
      !addresses(below) && !noise.has(below) && isTitleLike(below.head, lengthOf(below)) && endsInGenre(below.head)
    const below = lines.slice(i + 1, i + SLOGANS + TITLE_BELOW).filter((line) => !noise.has(line))
    if (!below.some(isTitle)) return
    noise.set(line, /[一-龥]/.test(head) ? 'advertisement' : 'navigation')
  }
}

const SLOGAN_LIMIT = 48

/** Whether a line addresses listeners, torn perhaps: 各位領導、各位 */
function addresses({ head, address }: Line): boolean {
  return address !== undefined || (/^(?:各位|尊敬的|敬爱的|亲爱的)/.test(head) && !namesGenre(head))
}

/** 怎麼寫隊長競聘演講稿? — what somebody asks for is the title of the page. */
function isAsked(head: string): boolean {
  if (head.length > 40 || !namesGenre(head)) return false
  if (/^(?:急|跪|诚|在线)*(?:求|求助|请问|谁[有能会帮]|哪位)/.test(head)) return true
  return /\?$/.test(head) && /稿|词|怎么[讲说写办]|[讲说]几句/.test(head) && !/[。!;:]|[我你]们/.test(head)
}

/** Whether the title can no longer follow: on a page without items, the first spoken line. */
function endsFront(line: Line, headings: ReadonlyMap<Line, ItemHeading>): boolean {
  if (headings.size > 0) return false
  if (addresses(line) || line.turn > 0) return true
  if (isAsked(line.head) || !/[一-龥]/.test(line.head)) return false
  return !isTitleLike(line.head, lengthOf(line)) && !isHeaderLine(line.head) && !isSiteProse(line.head)
}

/**
 *     (完)
 *     2013年11月8日(星期五)香港時間15時45分
 */
function findStamp(lines: readonly Line[], noise: ReadonlyMap<Line, Noise['kind']>): Line | undefined {
  for (let i = lines.length - 1; i > 0; i--) {
    const line = lines[i] as Line
    if (noise.has(line) || isClock(line.head) || matchSiteLine(line.head)) continue
    const mark = /^(?:\((?:完|全文完)\)|完)$/.test((lines[i - 1] as Line).head)
    return mark && lengthOf(line) <= 40 && readDate(line.head) ? line : undefined
  }
  return undefined
}

/** 香港時間15時45分 — the hour of the release stamp, on a line of its own. */
export function isClock(head: string): boolean {
  return /^[一-龥]{0,4}时间? ?\d{1,2}[时:]\d{2}分?$/.test(head)
}

/** Lines that print the title or the heading again, torn over two or three lines perhaps. */
function findRepeatedTitles(
  { lines, headings }: Items,
  tails: ReadonlyMap<number, number>,
  title: Line | undefined,
  titleAbove: Line | undefined,
  noise: Map<Line, Noise['kind']>,
): void {
  // 榮休發言稿,“鈴聲伴一路” — what a page wants to be found by is printed again alone.
  const key = /^[^,|_]{5,}(?=[,|_])/.exec(title?.head ?? '')?.[0]
  const own = [
    title && (titleAbove?.head ?? '') + title.head,
    key && endsInGenre(key) ? key : undefined,
    commonStem(headings)?.stem,
  ].filter((printed) => printed !== undefined)
  let titles = own
  let behindHeading = 0
  let passed = title === undefined
  eachLine(lines, tails, (line, i) => {
    if (line === title) passed = true
    const heading = headings.get(line)
    behindHeading = heading ? 3 : behindHeading - 1
    if (heading) titles = heading.stem ? [...own, heading.stem, line.head] : own
    if (line === title || heading || noise.has(line) || !passed || lengthOf(line) > 60) return
    const torn = behindHeading > 0 ? tornTitle(lines, i, titles) : []
    for (const part of torn) noise.set(part, 'repeated-title')
    if (torn.length === 0 && repeats(withoutStop(line.head), titles, line.head.endsWith('。') ? MORE : undefined))
      noise.set(line, 'repeated-title')
  })
}

/** A site may close a title as it closes a sentence, or print it in a box: 【開工致辭】 */
function withoutStop(head: string): string {
  return namesGenre(head) ? head.replace(/。$|^【|】$/g, '') : head
}

function repeats(head: string, titles: readonly string[], more = Number.POSITIVE_INFINITY): boolean {
  const isPart = head.length >= PART && endsInGenre(head)
  return titles.some(
    (title) => (isPart && title.includes(head)) || (head.length <= title.length + more && sameTitle(head, title)),
  )
}

/** 新生家長會發言稿 below 小學一年級新生家長會發言稿(整理版): the end of a title has at least so many units. */
const PART = 10

/** What opens with the title and goes on as a sentence has more units than that: 防汛講話稿一般要求語言簡短。 */
const MORE = 4

/** A title is torn over at most so many lines. */
const PARTS = 3

/**
 *     青禾小學開學
 *     典禮講話
 */
function tornTitle(lines: readonly Line[], from: number, titles: readonly string[]): readonly Line[] {
  const isWhole = (printed: string) => titles.some((title) => title.replaceAll(' ', '') === printed.replaceAll(' ', ''))
  let printed = (lines[from] as Line).head
  if (isWhole(printed)) return []
  // (運維班 霍小川) below a title that is whole says who speaks.
  if (/^\(.*\)$/.test(lines[from + 1]?.head ?? '') && repeats(printed, titles)) return []
  let torn: readonly Line[] = []
  for (let end = from + 1; end < Math.min(lines.length, from + PARTS) && !isWhole(printed); end++) {
    printed += (lines[end] as Line).head
    if (repeats(printed, titles)) torn = lines.slice(from, end + 1)
  }
  return torn
}
