import type { Noise } from '../schema/phrasing.ts'
import { closingOf } from './closings.ts'
import { startsWithGreeting } from './constructs/address.ts'
import { HOLDS_DATE, isPosterName } from './constructs/field.ts'
import { matchNoise } from './constructs/noise.ts'
import { opensSpeech } from './constructs/opening.ts'
import { isLaterFloor, isPostNumber, isPostTime, namesPoster } from './constructs/post.ts'
import { isRank } from './constructs/poster.ts'
import { opensAnswer, opensComments, opensReply } from './constructs/reader.ts'
import { isSiteProse } from './constructs/site-prose.ts'
import type { RemarkedLines } from './editor-remark.ts'
import { LETTERS } from './letters.ts'
import { HEAD, isWholeAddress, type Line, lengthOf } from './line.ts'
import type { Lines } from './lines.ts'
import { isBox } from './speaker-label.ts'

/** The lines of a page, and those that stand above what somebody posted on it. */
export interface PostedLines extends RemarkedLines {
  /** What a forum or a page of answers prints above a speech: a label says who speaks, the rest is noise. */
  posts: ReadonlyMap<Line, 'label' | 'noise'>
}

/**
 * Finds the floors of a forum, and the answers on a page of them, that hold speeches: comments they are not.
 *
 *     2樓 岳父                      label
 *     各位親友:
 *     石頭                          noise
 *     發表於 2014-5-4 11:02:00      noise
 *     各位來賓:
 */
export function readPosts(scanned: RemarkedLines): PostedLines {
  const { lines } = scanned
  const borders = findBorders(scanned)
  if (borders.length === 0) return { ...scanned, posts: NONE }
  const answered = borders.find((at) => opensAnswer((lines[at] as Line).head)) ?? -1
  const addressed = lines.findIndex(isSpoken)
  const blocks = borders.map((from, i) =>
    readBlock(scanned, from, borders[i + 1] ?? lines.length, from > addressed || isAnsweringFloor(lines[from] as Line)),
  )
  const spoken = firstOf(addressed, blocks.find(({ isSpeech }) => isSpeech)?.start ?? -1)
  const starters = lines.slice(0, Math.max(spoken, 0))
  const posts = new Map<Line, 'label' | 'noise'>()
  const noise = new Map(scanned.noise)
  const remarks = new Set(scanned.remarks)
  // Where nobody but the first poster speaks, the others comment.
  const isThread = blocks.some(({ from, isSpeech }) => isSpeech && from > spoken)
  const isForum = borders.some((at) => !SIGNED.test((lines[at] as Line).head))
  for (const [i, { from, said, start, end, isSpeech }] of blocks.entries()) {
    const on = spoken !== -1 && from > spoken ? goesOnAt(lines, blocks[i] as Block, blocks[i - 1], starters) : undefined
    if (on !== undefined) {
      ;(blocks[i] as Block).isSpeech = true
      goOn(from, said, on, end)
      continue
    }
    const isRemark = !isSpeech && from > spoken && start < end
    const signs = !isForum && isThread && (isSpeech || start === end) && isBelowClosing(lines, from)
    if (signs) noise.delete(lines[from] as Line)
    else if (isThread || isSpeech)
      for (const line of lines.slice(topOf(lines, from), start)) {
        if (from < spoken || line.start < (lines[said] ?? line).start || isBox(line))
          takeTop(line, from < spoken, isSpeech)
        else if (TRANSCRIBES.test(line.head)) tell(line)
        else noise.set(line, 'comment')
      }
    if (isRemark && isFloorHead(lines[from] as Line)) noise.set(lines[from] as Line, 'navigation')
    if (isRemark && isForum) comment(lines.slice(start, end), noise)
    if (isSpeech) clearComments(lines.slice(start, end), noise)
  }
  return { ...scanned, noise, remarks, posts }

  /** Below the caption of an answer, who gave it and when is no header. */
  function isAnswer(line: Line): boolean {
    return answered !== -1 && line.start > (lines[answered] as Line).start
  }

  function takeTop(line: Line, isAbove: boolean, isSpeech: boolean): void {
    // Above the first speech, who posted it and when is the header's.
    if (isAbove && !isLaterFloor(line.head) && !(isPostNumber(line.head) && !HOLDS_DATE.test(line.head))) {
      if (isAnswer(line)) noise.set(line, 'navigation')
      else if (noise.get(line) === 'comment') noise.delete(line)
      if (isSpeech && isBox(line)) posts.set(line, 'label')
      return
    }
    const isLabel = isSpeech && (isBox(line) || namesPoster(line.head))
    posts.set(line, isLabel ? 'label' : 'noise')
    if (isLabel) noise.delete(line)
    else if (noise.get(line) !== 'navigation')
      noise.set(line, line.lastHolds & LETTERS.clauseEnd ? 'comment' : 'navigation')
  }

  /** Two floors of one speech: what stands between its words is no border of speeches. */
  function goOn(from: number, said: number, start: number, end: number): void {
    for (const line of lines.slice(from, said)) noise.set(line, 'navigation')
    for (const line of [lines[from - 1] as Line, ...lines.slice(said, start)])
      if (joins(line)) noise.set(line, 'comment')
    clearComments(lines.slice(start, end), noise)
  }

  function tell(line: Line): void {
    noise.delete(line)
    remarks.add(line)
  }
}

/**
 * Where who posted the speech above goes on with it on the next floor; undefined where nobody does.
 *
 *     我說三句話。第一句話,…
 *     2樓 機修工 發表於 2010-10-01 20:21
 *     (接上樓)
 *     第二句話,手藝不能丟。
 */
function goesOnAt(
  lines: readonly Line[],
  { from, said, end }: Block,
  above: Block | undefined,
  starters: readonly Line[],
): number | undefined {
  const start = joins(lines[said]) ? said + 1 : said
  const last = joins(lines[from - 1]) ? lines[from - 2] : lines[from - 1]
  const poster = posterOf(lines, from)
  const first = lines[start]
  if (poster === '' || !last || !first || start >= end || closingOf(last, true)) return undefined
  if (first.address || startsWithGreeting(first.head) || OF_POSTS.test(first.head)) return undefined
  if (lines.slice(start, end).some((line) => isBox(line) || isWholeAddress(line))) return undefined
  const isSame = above
    ? above.isSpeech && posterOf(lines, above.from) === poster
    : starters.some(({ head }) => head.includes(poster))
  return isSame ? start : undefined
}

/** 打字慢,明天接著貼。 — what is said of posting is no speaker's. */
const OF_POSTS = /打字|[楼帖贴]|[接继]着发|回复|谢谢.{0,6}支持/

/** (太長了,下一樓接著發)    (接上樓) */
function joins(line: Line | undefined): boolean {
  return (
    line !== undefined && /^\([^()]{2,20}\)$/.test(line.head) && /[楼帖]|待续|[接继]着[发贴]|续[上前]/.test(line.head)
  )
}

/** Who wrote there: 作者:小玉 回復日期:…    2樓 機修工 發表於 … — on a line of its own above the hour, too. */
function posterOf(lines: readonly Line[], from: number): string {
  const [line, next] = [lines[from], lines[from + 1]]
  if (line && next && isTimed(next) && posterIn(next) === '' && isPosterName(line.head)) return line.head
  return line ? posterIn(line) : ''
}

function posterIn({ head }: Line): string {
  return POSTER.exec(head)?.groups?.name ?? ''
}

const POSTER =
  /^(?:[【[(]?(?:第? ?\d{1,4} ?[楼#]|#\d{1,4}|楼主|沙发|板凳|地板)[】\])]?[ :|]*)?(?:(?:作者|楼主|发言人):)?(?<name>(?!(?:发[表布]|回[复答]|编辑|评论|推荐|提交)于|[发回][表复]日期|时间)[^\s:]{1,16}?)(?: +[^\s:\d]{1,6})?(?: *(?:发表于|发布于|回复于|时间:|回复日期:|发表日期:)| +\d{4}[-/.年])/

/** 我來補一段,講的時候我錄了。    錄音整理,一字沒改: — what is said of how a speech came to be posted. */
const TRANSCRIBES =
  /^(?!\(|.*(?:同志|同学|各位|大家)).*(?:录音|录了|录下|听打|整理|照抄|抄下|一字[没未不]改|我来补|补一[段篇])/

/** The smaller of two indices, of which -1 is none. */
function firstOf(a: number, b: number): number {
  return a < 0 || b < 0 ? Math.max(a, b) : Math.min(a, b)
}

/** Index of the floor where it stands alone above the name of who wrote there, and of that name otherwise. */
function topOf(lines: readonly Line[], from: number): number {
  return /^(?:沙发|板凳|地板)$/.test(lines[from - 1]?.head ?? '') ? from - 1 : from
}

/** 沙發 小葵 發表於 2016-9-4 11:02 — the head of a floor that holds nothing of what was written there. */
function isFloorHead({ head }: Line): boolean {
  return isPostTime(head) && /^(?:沙发|板凳|地板|\d+ ?[楼#]|第?\d+楼)/.test(head)
}

/** 沙發 小葵 發表於 2016-9-4 — not the floor of who opened the thread. */
function isAnsweringFloor(line: Line): boolean {
  return isFloorHead(line) && !/^(?:第?1楼|#1(?!\d))/.test(line.head)
}

/**
 * Whether a line says whose words a post quotes, right below its head.
 *
 *     板凳 小葵 發表於 2016-10-5 21:15
 *     石頭 發表於 2016-10-5 21:02
 */
function isQuoted(line: Line, head: Line): boolean {
  return isTimed(line) && isFloorHead(head) && !isFloorHead(line)
}

/** Index behind the short lines between the caption of an answer and its address: they say who answers. */
function behindAsker(lines: readonly Line[], from: number, end: number): number {
  if (!opensAnswer((lines[from] as Line).head)) return from + 1
  for (let at = from + 1; at < Math.min(end, from + SEEN); at++) {
    const line = lines[at] as Line
    if (line.address) return at
    if (lengthOf(line) > BORDER / 2 || /[。:!]$/.test(line.tail) || isBox(line)) break
  }
  return from + 1
}

/** A name and a day, as a speaker signs: 阿木 2019-09-10 */
const SIGNED = /^[一-龥·]{2,12} +\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?$/

function isBelowClosing(lines: readonly Line[], at: number): boolean {
  const above = lines[at - 1]
  return above !== undefined && closingOf(above) !== undefined
}

interface Block {
  /** Indices of the line above the post, of the speech's first words, and of the line behind it. */
  from: number
  /** Where what was posted starts; who posted a speech may say a word above its label. */
  said: number
  start: number
  end: number
  isSpeech: boolean
}

function readBlock(scanned: Lines, from: number, next: number, isLater: boolean): Block {
  const { lines } = scanned
  const end = endOf(scanned, from + 1, next)
  let start = behindAsker(lines, from, end)
  while (start < end && isChrome(lines[start] as Line) && !isQuoted(lines[start] as Line, lines[from] as Line)) start++
  const said = start
  const label = labelBelow(lines, start, end)
  const top = lines[start]
  if (label > 0) start = label
  else if (isLater && top && end - start > SAID_BEFORE && lengthOf(top) <= BORDER && TRANSCRIBES.test(top.head)) start++
  const isSpeech = isSaid(lines.slice(start, Math.min(end, start + SEEN)))
  if (!isSpeech) start = said
  else if (start < end && isBox(lines[start] as Line)) start++
  return { from, said, start, end, isSpeech }
}

/**
 * Index of the label below what the poster says of the words that he has taken down; 0 where there is none.
 *
 *     接著貼小隊長的。
 *     【小隊長 羅景文】
 */
function labelBelow(lines: readonly Line[], start: number, end: number): number {
  if (!lines[start] || isBox(lines[start])) return 0
  const at = lines.slice(start, Math.min(end, start + 1 + SAID_BEFORE)).findIndex(isBox)
  const isTold = at > 0 && lines.slice(start, start + at).every(({ address, turn }) => !address && turn === 0)
  return isTold && isSaid(lines.slice(start + at, Math.min(end, start + at + SEEN))) ? start + at : 0
}

const NONE: PostedLines['posts'] = new Map()
/** So many lines of a post tell whether it is a speech. */
const SEEN = 12
/** The line above a post has at most so many units. */
const BORDER = 72

/** Indices of the lines above what is posted. */
function findBorders({ lines, noise, items }: Lines): number[] {
  const borders: number[] = []
  lines.forEach((line, at) => {
    if (lengthOf(line) > BORDER || line.lastHolds & LETTERS.clauseEnd || line.address || items.headings.has(line))
      return
    if (borders.at(-1) === at - 1 && isQuoted(line, lines[at - 1] as Line)) return
    const border = isTimed(line)
      ? ((isFloorHead(line) || posterIn(line) !== '' ? undefined : findPoster(lines, at)) ?? at)
      : isBorder(line, noise.get(line))
        ? at
        : undefined
    if (border !== undefined && border > (borders.at(-1) ?? -1)) borders.push(border)
  })
  return borders
}

function isBorder({ head, headHolds }: Line, kind: Noise['kind'] | undefined): boolean {
  if (kind === 'navigation' && (opensAnswer(head) || opensComments(head))) return true
  return (headHolds & (LETTERS.digit | LETTERS.numeral)) !== 0 && (isPostNumber(head) || opensReply(head))
}

function isTimed(line: Line): boolean {
  return (line.headHolds & LETTERS.digit) !== 0 && isPostTime(line.head)
}

/** The name above the line that says when something was posted; the poster's rank may stand between. */
function findPoster(lines: readonly Line[], at: number): number | undefined {
  for (let above = at - 1; above >= Math.max(0, at - RANKS); above--) {
    const { head } = lines[above] as Line
    if (isRank(head) || head === '楼主') continue
    return isPosterName(head) ? above : undefined
  }
  return undefined
}

const RANKS = 4

/** Where a post ends: at the next one, at a block of links, at the heading of an item. */
function endOf({ lines, tails, items }: Lines, from: number, next: number): number {
  let end = from
  while (end < next && !tails.has(end) && !items.headings.has(lines[end] as Line)) end++
  return end
}

/** What a forum prints between a poster's name and what he wrote. */
function isChrome({ head, start, end, address }: Line): boolean {
  if (address || end - start > HEAD || TRANSCRIBES.test(head)) return false
  return isRank(head) || isPostTime(head) || matchNoise(head) === 'navigation'
}

/** Whether a line is one of a speech, so that no header stands below it. */
function isSpoken(line: Line): boolean {
  return line.address !== undefined || (lengthOf(line) > HEAD && !isSiteProse(line.head))
}

/** What is written below a post is a speech where it addresses listeners, or greets them, or closes as speeches do. */
function isSaid(post: readonly Line[]): boolean {
  const [top] = post
  const isLabelled = top !== undefined && isBox(top)
  const first = post[isLabelled ? 1 : 0]
  if (!first) return false
  const units = post.reduce((sum, line) => sum + lengthOf(line), 0)
  if (isLabelled && units > LONG) return true
  // Who answers may say a word before the speech.
  if (post.slice(0, SAID_BEFORE).some(isWholeAddress) && post.length > SAID_BEFORE) return true
  if (first.address?.mark === ':') return units > lengthOf(first) || lengthOf(first) > LONG
  if (first.address || startsWithGreeting(first.head) || opensSpeech(first.head))
    return units > (post.length > 1 ? SHORT : HEAD)
  return post.length > 2 && units > LONG && post.some((line) => closingOf(line) !== undefined)
}

const SAID_BEFORE = 2

/** A speech has more units than so many where its first words greet, and where nothing but its end tells. */
const SHORT = 24
const LONG = 40

/** A remark has at most so many units. */
const REMARK = 100

/** What is posted below a speech and is short is a comment on it. */
function comment(post: readonly Line[], noise: Map<Line, Noise['kind']>): void {
  if (post.reduce((sum, line) => sum + lengthOf(line), 0) > REMARK) return
  for (const line of post) if (!noise.has(line)) noise.set(line, 'comment')
}

/** What was taken for a comment in a speech is what it says, up to the first line that only a comment has: 引用 1樓: */
function clearComments(post: readonly Line[], noise: Map<Line, Noise['kind']>): void {
  for (const line of post) {
    if (noise.get(line) !== 'comment') continue
    const own = lengthOf(line) <= HEAD ? matchNoise(line.head) : undefined
    if (own === 'comment') return
    if (own) noise.set(line, own)
    else noise.delete(line)
  }
}
