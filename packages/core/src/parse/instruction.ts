import { fold } from '../source/fold.ts'
import { matchAddress, startsWithGreeting } from './constructs/address.ts'
import { matchHeadings } from './constructs/item-heading.ts'
import { matchNoise } from './constructs/noise.ts'
import { isRelatedCaption, matchNeighbours } from './constructs/related.ts'
import { isSiteProse } from './constructs/site-prose.ts'
import { endsInGenre } from './constructs/title.ts'
import { findOmissions, mayOmit } from './constructs/truncation.ts'
import { GLUED_FRONT, matchGluedFront } from './glued-front.ts'
import { LETTERS } from './letters.ts'
import { HEAD, type Line, lengthOf, makeLine, splitLines, trimBack } from './line.ts'
import { styleLength } from './style-dump.ts'

/**
 * Sites tell their readers which masked names to put back, and glue that to the salutation:
 *
 *     (把“×老師”換成你們的班主任)敬愛的×老師:
 *     ^                        ^
 */
const TITLED = /^【[^【】。,;!?]{2,40}】 *(?=[^ ])/
const INSTRUCTION = /^\([^()]{0,40}(?:换成|改成|改为|替换|填上|填写|换为)[^()]{0,40}\)(?=.)/

/** Gives an instruction, a title in 【】 or a note of the site, at the head of a line, a line of its own. */
export function splitInstructions(lines: readonly Line[]): readonly Line[] {
  return splitLines(lines, (line, i) => {
    // An empty line of a quoted mail is a blank line.
    if (line.to === line.from + 1 && line.text[line.from] === '>') return []
    const front = i < FRONT ? splitFront(line, i) : undefined
    if (front) return front
    const style = i < FRONT ? styleLength(line) : 0
    if (style > 0) {
      const [rules, rest] = cutAt(line, style)
      return [rules, ...(splitGlued(rest, i) ?? [rest])]
    }
    const number = i < FRONT && lengthOf(line) >= WHOLE ? (NUMBERED.exec(line.head)?.[0].length ?? 0) : 0
    if (number === 0) return splitBox(lines, line, i) ?? splitGlued(line, i)
    const [field, rest] = cutAt(line, number)
    const parts = rest.address ? [rest] : splitGlued(rest, i)
    return parts && [field, ...parts]
  })
}

/** 首頁>正文 護士節發言稿 時間:2021-05-10 在日常生活中,… — the trail, the title, the fields, and what they stand in front of. */
function splitFront(line: Line, index: number): Line[] | undefined {
  if (!(line.headHolds & LETTERS.digit) && !/[>»›→]/.test(line.head)) return undefined
  const ends = matchGluedFront(fold(line.text, line.start, Math.min(line.end, line.start + GLUED_FRONT)))
  const starts = [0, ...ends].map((end) => line.start + end)
  const last = starts.at(-1) as number
  if (ends.length === 0) return undefined
  const parts = starts
    .slice(0, -1)
    .map((start, i) => makeLine(line, i === 0 ? line.from : start, trimBack(line.text, starts[i + 1] as number), i > 0))
  const rest = makeLine(line, last, line.to)
  return [...parts, ...(splitGlued(rest, index) ?? [rest])]
}

/** 同志們:m.example.com — a site may put its address behind the speaker's. */
const SITE = /^ ?(?:www\.)?[a-z0-9.-]{2,24}\.(?:com|cn|net|org)$/i

/** 【開工致辭】開工之前,… — below the title itself, its words in a box stand on a line of their own. */
function splitBox(lines: readonly Line[], line: Line, index: number): Line[] | undefined {
  if (index === 0 || index >= FRONT || !(line.firstHolds & LETTERS.bracket)) return undefined
  const [box, title] = BOX.exec(line.head) ?? []
  return box && lines.slice(0, index).some(({ head }) => head === title) ? cutAt(line, box.length) : undefined
}

const BOX = /^【([^【】]{4,40})】 *(?=[^ ])(?!.{0,4}(?:相关|推荐|更多))/

function splitGlued(line: Line, index: number): Line[] | undefined {
  if (line.address?.mark === ':' && SITE.test(line.head.slice(line.address.end))) return cutAt(line, line.address.end)
  const twice = index < FRONT ? titleTwice(line) : 0
  if (twice > 0) {
    const [title, rest] = cutAt(line, twice)
    const [again, body] = cutAt(rest, twice)
    return [title, again, ...(splitGlued(body, index) ?? [body])]
  }
  // 【女】各位老師: is a turn of a script.
  if (line.turn > 0) return undefined
  const isBracket = (line.firstHolds & LETTERS.bracket) !== 0
  const length =
    (isBracket ? gluedLength(line.head) : 0) ||
    (isBracket || index < FRONT
      ? noteLength(line) || titleLength(line)
      : line.firstHolds & LETTERS.stepStart && TOLD_BY.test(line.head)
        ? noteLength(line)
        : 0)
  if (length === 0) return undefined
  const [title, body] = cutAt(line, length)
  const day = isBracket ? 0 : (DAY.exec(title.head)?.index ?? 0)
  return day > 0 ? [...cutAt(title, day), body] : [title, body]
}

/** …追悼會上的悼詞(20××年×月×日)同志們: — the day below a title, in brackets. */
const DAY = /\([^()]{4,16}[日号]\)$/

function cutAt(line: Line, length: number): [Line, Line] {
  const border = line.start + length
  return [makeLine(line, line.from, trimBack(line.text, border), line.embedded), makeLine(line, border, line.to, true)]
}

/** A line of at least so many units can hold a number and a speech. */
const WHOLE = 60
/** 編號:12345678在漁業會議上的主持詞同志們:… — the number of the page in front of a speech in one line. */
const NUMBERED =
  /^[【[(]?(?:[一-龥]{0,4}(?:编号|序号|索引号)|(?:文[章档])?id|(?:浏览|阅读|点击|访问|下载|字数|页数)(?:次?数|量)?) ?: ?[a-z]{0,4}[-\d]*\d{2}[次字页]?[】\])]? ?(?=[《【“一-龥])(?![年月日号时分])/i

/** Gives a mark of omission that is glued to spoken text a line of its own. */
export function splitOmissions(text: string, lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ holds, from, to }) => holds & LETTERS.omission && mayOmit(text.slice(from, to)))) return lines
  return splitLines(lines, (line, i) => {
    const borders = findOmissions(text.slice(line.from, line.to)).flatMap(({ start, end }) => [start, end])
    const cut = '….'.includes(text.charAt(line.end - 1)) ? DOTS.exec(line.tail) : null
    if (cut && endsSpeech(lines[i + 1])) borders.push(line.end - line.from - cut[0].length)
    if (borders.length === 0) return undefined
    // An address of the web beside the mark does not make a footer of what is spoken before it.
    const kind = lengthOf(line) <= HEAD ? matchNoise(line.head) : undefined
    if (kind !== undefined && kind !== 'footer') return undefined
    const starts = [0, ...borders].map((border) => line.from + border)
    return starts
      .map((from, i) => ({ from, to: starts[i + 1] ?? line.to }))
      .filter(({ from, to }) => text.slice(from, to).trim() !== '')
      .map(({ from, to }, i) => (from === line.from && to === line.to ? line : makePart(text, from, to, i, line)))
  })
}

/** 我會想到那個………… — more dots than a speaker's, where nothing of a speech follows, stand for the rest. */
const DOTS = /(?<=[一-龥,、])(?:…{4,}|\.{6,})$/

function endsSpeech(next: Line | undefined): boolean {
  if (!next) return true
  const { head } = next
  return matchNoise(head) !== undefined || isRelatedCaption(head) || matchNeighbours(head).length > 0
}

function makePart(text: string, from: number, to: number, index: number, line: Line): Line {
  const said = text.slice(from, to)
  const start = from + said.length - said.trimStart().length
  return makeLine(line, start, start + said.trim().length, line.embedded || index > 0)
}

/** A note without brackets is looked for on so many lines from the top. */
const FRONT = 8
/** Below the heading of an item, a note opens so: 以下是小編整理的發言,供參考。各位老師: */
const TOLD_BY = /^(?:以下|下面|下文)是/
/** A note is no longer than this. */
const NOTE_LIMIT = 600

/**
 * Units of the site's note before an address on the same line, 0 where there is none.
 *
 *     【導語】本篇以縣醫院院長的口吻寫成。各位同學:
 *     ^                                  ^
 */
function noteLength(line: Line): number {
  if (!(line.holds & LETTERS.listeners) || line.address || !isSiteProse(line.head)) return 0
  const said = fold(line.text, line.start, Math.min(line.end, line.start + NOTE_LIMIT))
  for (const { index } of said.matchAll(/[。!?:;](?=[^。!?:;”’)])/g)) {
    const rest = said.slice(index + 1, index + 1 + HEAD)
    if (!opensAddress(rest.trimStart()) || lengthOf(line) <= index + 1) continue
    // …供您參考。篇一:各位同學:
    const heading = /[^。!?;]*$/.exec(said.slice(0, index + 1)) as RegExpExecArray
    if (heading.index > 0 && matchHeadings(heading[0].trimStart()).length > 0) return heading.index
    return index + 1 + rest.length - rest.trimStart().length
  }
  return 0
}

/** 各位學長: and 各位學長,大家好! */
function opensAddress(head: string): boolean {
  const { mark, end = 0 } = matchAddress(head) ?? {}
  return mark === ':' || (mark === ',' && startsWithGreeting(head.slice(end).trimStart()))
}

const TITLE =
  /^[^。!?,:;]{2,40}?(?:[稿辞词》)】]|讲话|发言|演讲) *(?=尊敬|敬爱|亲爱|各位|全体|(?![稿篇范]|之?[一二三四五六七八九十])[一-龥]{2,8}们)/

function titleLength(line: Line): number {
  // 1、 may be the number of a page.
  if (!(line.headHolds & LETTERS.listeners) || line.address || line.head.startsWith('1、')) return 0
  return titleBefore(line.head)
}

/** Units of a folded title that an address is glued to, 0 where none is: 國旗下講話稿《節約一滴水》老師們,同學們: */
export function titleBefore(head: string): number {
  const title = TITLE.exec(head)?.[0] ?? ''
  if (title === '' || COUNTED.test(title)) return 0
  return opensAddress(head.slice(title.length)) ? title.length : 0
}

/**
 * Units of a title that a library prints twice in front of the text, without anything between; 0 where it does not.
 *
 *     水庫工地動員講話水庫工地動員講話各位師傅:
 *     ^               ^
 *
 * A count behind the second makes it a collection's, a number above an address the heading of an item.
 */
function titleTwice({ head, start, end }: Line): number {
  if (end - start < HEAD / 2) return 0
  const again = head.indexOf(head.slice(0, TITLE_STEM), TITLE_STEM)
  if (again < 0 || again > HEAD / 2 || !head.startsWith(head.slice(0, again), again)) return 0
  // Titles with a count behind them are a collection's.
  const rest = head.slice(again * 2)
  if (!endsInGenre(head.slice(0, again).trimEnd()) || !/^[一-龥]/.test(rest)) return 0
  const number = /^[一二三四五六七八九十]+/.exec(rest)?.[0].length ?? 0
  return number > 0 && matchAddress(rest.slice(number)) ? 0 : again
}

/** A title that comes again has at least so many units. */
const TITLE_STEM = 5

/** 開漁節致辭(一) — the heading of an item, with the next one perhaps on the same line. */
const COUNTED = /\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\) *$/

/** Units of what is glued to the front of a line: an instruction, or a title in brackets before an address. */
function gluedLength(head: string): number {
  if (head.startsWith('(')) return INSTRUCTION.exec(head)?.[0].length ?? 0
  if (!head.startsWith('【')) return 0
  const length = TITLED.exec(head)?.[0].length ?? 0
  return length > 0 && matchAddress(head.slice(length))?.mark === ':' ? length : 0
}
