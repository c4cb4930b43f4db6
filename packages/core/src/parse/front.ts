import type { Collection, Field, Header, Metadata } from '../schema/collection.ts'
import type { Noise } from '../schema/phrasing.ts'
import { fold } from '../source/fold.ts'
import { addressesInEnglish } from './constructs/address.ts'
import { isByline } from './constructs/byline.ts'
import { readDate } from './constructs/date.ts'
import {
  type FieldMatch,
  HOLDS_DATE,
  isBareDate,
  isBareLength,
  isPosterName,
  matchFields,
  matchUnknownField,
} from './constructs/field.ts'
import { matchMarker } from './constructs/marker.ts'
import { isRank, opensAnswer } from './constructs/noise.ts'
import { matchSiteLine } from './constructs/site-line.ts'
import { isLeadIn, isSiteProse } from './constructs/site-prose.ts'
import { spanOf } from './leaves.ts'
import { LETTERS } from './letters.ts'
import { HEAD, type Line, lengthOf } from './line.ts'
import type { Lines } from './lines.ts'
import type { PostedLines } from './posts.ts'
import { isBox } from './speaker-label.ts'
import { buildTail } from './tail.ts'
import type { Writer } from './writer.ts'

type Role =
  | { type: 'header'; fields: FieldMatch[] }
  | { type: 'title' | 'preface' | 'skip' }
  | { type: 'noise'; kind?: Noise['kind'] }

/** What stands before the first item. */
export interface Front {
  /** Index of the first line behind it. */
  end: number
  title: string | null
  metadata: Metadata
  roles: Role[]
}

/** Reads header, title and preface: everything before the first item's heading, or before the speech on other pages. */
export function readFront(text: string, { lines, items, tails, noise, title, stamp, posts }: PostedLines): Front {
  const isCollection = items.headings.size > 0
  const roles: Role[] = []
  let belowTitle = false
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    if (items.headings.has(line) || posts.get(line) === 'label') break
    const tail = tails.get(at)
    if (tail !== undefined) {
      if (tail === lines.length && at > 0) break
      for (; at < tail; at++) roles.push({ type: 'skip' })
      at--
      continue
    }
    const role: Role | undefined =
      line === title
        ? { type: 'title' }
        : readRole(line, lines.slice(at + 1, at + 3), noise, isCollection, belowTitle, isBelowHeader(roles))
    const isSite = () =>
      isAboveCaption(lines, at, noise) ||
      (belowTitle && isAboveFields(line, lines[at + 1])) ||
      (belowTitle && !isCollection && isAboveAddress(lines, at, noise, posts))
    if (!role && isSite()) {
      roles.push({ type: 'preface' })
      continue
    }
    if (!role && belowTitle && !isCollection && isChrome(lines, at)) {
      roles.push({ type: 'noise', kind: matchSiteLine(line.head) ?? 'navigation' })
      continue
    }
    if (role?.type === 'preface' && isCollection && belowTitle && isFrame(line) && !isSiteProse(line.head)) {
      roles.push({ type: 'noise', kind: matchSiteLine(line.head) ?? 'navigation' })
      continue
    }
    if (!role) break
    belowTitle ||= role.type === 'title'
    roles.push(role)
  }
  const metadata = readMetadata(text, lines, roles)
  if (title) metadata.published ??= readDate(POSTED.exec(title.head)?.[0] ?? '')
  if (stamp) metadata.published ??= readDate(stamp.head + (lines[lines.indexOf(stamp) + 1]?.head ?? ''))
  return { end: roles.length, title: title ? titleOf(text, title) : null, metadata, roles }
}

/**
 * The header goes on behind a second title or a motto.
 *
 *     在奶奶壽宴上的祝酒詞
 *     編輯:小蘭 來源:網友投稿
 */
function isAboveFields(line: Line, next: Line | undefined): boolean {
  if (!next || line.address || line.turn > 0 || line.marker || lengthOf(line) > DATED || /^[—(]/.test(line.head))
    return false
  return isFollowedByFields([next]) && !isByline(next.head, lengthOf(next)) && !isMeetingTime(line.head, [next])
}

/** Whether a header line stands above, a line of the site's between perhaps. */
function isBelowHeader(roles: readonly Role[]): boolean {
  const last = roles.at(-1)?.type === 'noise' ? roles.at(-2) : roles.at(-1)
  return last?.type === 'header'
}

/** What the site says of a speech stands in at most so many lines above its address. */
const ABOUT = 3

/**
 * Prose above the address that nobody speaks is the site's, whatever it says.
 *
 *     【發言背景】重陽節,志願隊到養老院慰問。
 *     爺爺奶奶們:
 */
function isAboveAddress(
  lines: readonly Line[],
  at: number,
  noise: ReadonlyMap<Line, Noise['kind']>,
  posts: PostedLines['posts'],
): boolean {
  if (!isTold(lines[at] as Line)) return false
  for (let i = at + 1; i <= at + ABOUT && i < lines.length; i++) {
    const line = lines[i] as Line
    if (line.address) return line.address.mark === ':' && line.address.end >= lengthOf(line)
    if (!noise.has(line) && !posts.has(line) && !isTold(line) && !isByline(line.head, lengthOf(line)) && !isBox(line))
      return false
  }
  return false
}

/** A full sentence. */
function isTold({ head, lastHolds, start, end, address, marker, turn }: Line): boolean {
  if (address || marker || turn > 0 || end - start < TOLD || !(lastHolds & LETTERS.clauseEnd)) return false
  return !/^[(“‘「]/.test(head)
}

const TOLD = 16

/** The site's frame has at most so many lines between the title and the address. */
const FRAME = 6

/**
 * A line above the address that is neither a sentence nor says who speaks is a part of the site's frame.
 *
 *     共有 3452 位讀者讀過此文 【大 中 小】
 */
function isChrome(lines: readonly Line[], at: number): boolean {
  const line = lines[at] as Line
  if (isByline(line.head, lengthOf(line)) || !isFrame(line)) return false
  return matchSiteLine(line.head) !== undefined || lines.slice(at + 1, at + 1 + FRAME).some(isAddress)
}

function isAddress({ address }: Line): boolean {
  return address?.mark === ':'
}

/** Whether a line is no sentence and has what a site's frame has: its words, counters, or no Chinese ones. */
function isFrame({ head, address, marker, turn, headHolds, lastHolds, isStage, start, end }: Line): boolean {
  if (address || marker || turn > 0 || isStage || end - start > DATED || addressesInEnglish(head)) return false
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
function isAboveCaption(lines: readonly Line[], at: number, noise: ReadonlyMap<Line, Noise['kind']>): boolean {
  for (let i = at; i < Math.min(lines.length, at + QUESTION); i++) {
    const line = lines[i] as Line
    if (line.address || line.turn > 0 || line.marker) return false
    if (noise.has(line)) return i > at && opensAnswer(line.head)
  }
  return false
}

/** What a line of the front is; undefined where the front ends. */
function readRole(
  line: Line,
  next: readonly Line[],
  noise: ReadonlyMap<Line, Noise['kind']>,
  isCollection: boolean,
  belowTitle: boolean,
  isBelowFields: boolean,
): Role | undefined {
  const { head } = line
  const besideFields = isBelowFields || isFollowedByFields(next)
  // 以上是小編… stands on top of some pages too; below a date, 標籤:… is a field as others are.
  const tagged = isBelowFields && noise.get(line) === 'navigation' && TAGGED.test(head) ? matchFields(head) : []
  if (tagged.length > 0) return { type: 'header', fields: tagged }
  const kind = noise.get(line)
  const isSource = kind === 'footer' && /^(?:文章|本文)来源:/.test(head)
  if (kind && !isSource)
    return SAYS.has(kind) && isSiteProse(head) && !RIGHTS.test(head) ? { type: 'preface' } : { type: 'noise' }
  const fields =
    lengthOf(line) <= HEAD && !line.address && !isSpoken(head) && !isMeetingTime(head, next) ? matchFields(head) : []
  if (fields.length > 0) return { type: 'header', fields }
  const unknown = besideFields ? matchUnknownField(head) : undefined
  if (unknown && !line.address && line.turn === 0 && !isByline(head, lengthOf(line)))
    return { type: 'header', fields: [unknown] }
  if (
    isBareLength(head) ||
    (isBareDate(head) && (!belowTitle || isCollection || !head.startsWith('(') || isFollowedByFields(next)))
  ) {
    return { type: 'header', fields: [bareField('published', head)] }
  }
  if (HOLDS_DATE.test(head) && lengthOf(line) <= DATED && !isSpoken(head) && !line.address && isStamped(head))
    return { type: 'header', fields: [bareField('published', head)] }
  if (belowTitle && RECENT.test(head)) return { type: 'header', fields: [bareField('published', head)] }
  if (isPoster(head, next)) return { type: 'header', fields: [bareField('editor', head)] }
  if (isCollection) return { type: 'preface' }
  if (isSiteProse(head) && !isLeadIn(head) && !line.address) return { type: 'preface' }
  return undefined
}

/** Kinds of noise whose words may be the site's preface on top of a page. */
const SAYS: ReadonlySet<Noise['kind']> = new Set(['footer', 'comment'])

/** What a site says of where a text is from and whose it is, wherever that stands. */
const RIGHTS = /^(?:版权|免责|(?:郑重|特别)?声明|转载|(?:本文|文章)(?:标题|题目|来源|地址|链接|出处|网址|编号))/

const TAGGED = /^(?:标签|分类|关键词|关键字|栏目)[:]/

/** 南溪教育 昨天    3天前 */
const RECENT = /^(?:\S{2,16} ){0,2}(?:今天|昨天|前天|刚刚|\d{1,2} ?(?:分钟|小时|天|周|个月|年)前)(?: \d{1,2}:\d{2})?$/

/** A header line of no known key has at most so many units. */
const DATED = 48

/** 2021-05-12 · 3.2萬閱讀    原創 李木子 2020-06-30 18:00 — an hour or a counter beside the date is no speaker's. */
function isStamped(head: string): boolean {
  return (
    (/\d:\d\d|\d ?[KM]B|\d ?页|阅读|浏览|点击|人气|评论/i.test(head) ||
      matchSiteLine(head) !== undefined ||
      /^\S{1,8} \d{4}/.test(head)) &&
    !isByline(head, head.length)
  )
}

/**
 *     2011-03-09
 *     編輯:松針
 */
function isFollowedByFields([next]: readonly Line[]): boolean {
  return next !== undefined && lengthOf(next) <= HEAD && !isSpoken(next.head) && matchFields(next.head).length > 0
}

/**
 *     時間:2021年7月3日上午
 *     地點:二樓會議室
 */
function isMeetingTime(head: string, [next]: readonly Line[]): boolean {
  return head.startsWith('时间') && next !== undefined && /^(?:会议)?地点/.test(next.head)
}

function bareField(meaning: FieldMatch['meaning'], head: string): FieldMatch {
  return { name: '', meaning, from: 0, value: 0, to: head.length }
}

/**
 *     老船長
 *     發表於 2012-10-5 21:33:07
 */
function isPoster(head: string, next: readonly Line[]): boolean {
  return (
    isPosterName(head) &&
    (next.some((line) => /^(?:发表于|发布于)/.test(line.head)) || (next[0] !== undefined && isRank(next[0].head)))
  )
}

/** 時間:… opens header lines, and agenda lines of a speech that are numbered or long. */
function isSpoken(head: string): boolean {
  return matchMarker(head) !== undefined || /[。!?]$/.test(head)
}

/** 在老同學聚會上的發言(2012-01-02 10:20:30) */
const POSTED = /[\s\u3000]?[(（](?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}[\d:： ]*[)）]$/

function titleOf(text: string, line: Line): string {
  return text
    .slice(line.start, line.end)
    .replace(/\.(?:docx?|pdf|txt|wps)$/i, '')
    .replace(POSTED, '')
    .replace(
      /^(?:(?:主题|主題|(?:公告)?主旨|公告[标標][题題]|[标標]\s*[题題]|题目|題目|转发|轉發|回复|回覆|subject|title|fwd?|re)[:：]\s*)+/i,
      '',
    )
    .replace(/^【(.*)】$/, '$1')
    .trim()
}

/** What the header lines mean. */
function readMetadata(text: string, lines: readonly Line[], roles: readonly Role[]): Metadata {
  const metadata: Metadata = { published: null, editor: null, author: null, source: null, format: null, fields: {} }
  roles.forEach((role, i) => {
    if (role.type !== 'header') return
    const line = lines[i] as Line
    for (const field of role.fields)
      readField(metadata, field, text.slice(line.start + field.value, line.start + field.to).trim())
  })
  return metadata
}

function readField(metadata: Metadata, { name, meaning }: FieldMatch, value: string): void {
  if (name && metadata.fields[name] === undefined) metadata.fields[name] = value
  if (meaning === 'other') return
  if (meaning !== 'published') {
    metadata[meaning] ??= WITH_NAME.exec(value)?.[0] ?? firstWord(value)
    return
  }
  metadata.published ??= readDate(fold(value))
  metadata.editor ??= nickname(value)
}

const TOOL_WORDS =
  /[周星]|会员|會員|投稿|本站|原创|原創|来自|來自|话|話|教育|书|書|安全|活动|活動|稿|文|辞|詞|词|總結|总结|報告|报告|心得|大全|投|下載|下载|分享|閱讀|阅读|瀏覽|浏览|字號|字号|收藏|打印|點擊|点击|來源|来源|首頁|首页|[:：|]/

/** The bare name that stands behind a date on some sites: 2018-03-05 16:36 小草 演講稿 */
function nickname(value: string): string | null {
  const behind = /\d{1,2}:\d{2}(?::\d{2})? +(\S{2,12})/.exec(value)?.[1]
  return behind && !TOOL_WORDS.test(behind) && !/^\d+$/.test(behind) ? behind : null
}

/** 中五仁班 祝小眉 — where somebody belongs is a part of the name. */
const WITH_NAME = /^[^\s|:：,，]{1,14}[班校院局部组組站社团團队隊委处處科室连連村镇鎮县縣][\s\u3000][一-龥]{2,4}$/

/** Toolbar words stand behind a name, with a blank between. */
function firstWord(value: string): string | null {
  const word = (/^[\w. '-]+/.exec(value)?.[0].trim() || value.split(/[\s\u3000|]/)[0]) as string
  return word === '' ? null : word
}

/** Header, title, preface and noise as nodes. */
export function buildFront(front: Front, { lines, tails, noise }: Lines, writer: Writer): Collection['children'] {
  const children: Collection['children'] = []
  front.roles.forEach((role, i) => {
    const line = lines[i] as Line
    const last = children.at(-1)
    if (role.type === 'header') {
      const fields = buildFields(line, role.fields, writer)
      if (last?.type === 'header') Object.assign(last, extend(last, fields))
      else children.push({ type: 'header', children: fields, position: spanOf(fields) })
    } else if (role.type === 'title') {
      children.push(writer.phrased('heading', line))
    } else if (role.type === 'preface') {
      const paragraph = writer.paragraph(line, line.start, line.end, line.from, line.to)
      if (last?.type === 'preface') {
        last.children.push(paragraph)
        last.position = spanOf(last.children)
      } else children.push({ type: 'preface', children: [paragraph], position: spanOf([paragraph]) })
    } else if (role.type === 'noise') {
      children.push(writer.noiseLine(line, noise.get(line) ?? role.kind ?? 'navigation'))
    } else {
      const end = tails.get(i)
      if (end !== undefined) children.push(buildTail(lines.slice(i, end), writer))
    }
  })
  return children
}

/** The release stamp below the end mark, as a header of a field a line. */
export function buildStamp(lines: readonly Line[], writer: Writer): Header {
  const children = lines.flatMap((line) => buildFields(line, [bareField('published', line.head)], writer))
  return { type: 'header', children, position: spanOf(children) }
}

function extend(header: Header, fields: Field[]): Header {
  const children = [...header.children, ...fields]
  return { ...header, children, position: spanOf(children) }
}

function buildFields(line: Line, fields: readonly FieldMatch[], writer: Writer): Field[] {
  return fields.map(({ from, value, to }, i) => {
    const start = line.start + from
    const last = i === fields.length - 1
    const end = last ? line.end : line.start + to
    const printed = writer.slice(start, line.start + value).trim()
    return {
      type: 'field',
      name: printed.replace(/[\s:：|｜/／]+$/, ''),
      value: writer
        .slice(line.start + value, end)
        .replace(/[\s|｜/]+$/, '')
        .trim(),
      position: writer.leaves.place(i === 0 ? line.from : start, last ? line.to : trimmedEnd(writer, start, end)),
    }
  })
}

function trimmedEnd(writer: Writer, start: number, end: number): number {
  return start + writer.slice(start, end).trimEnd().length
}
