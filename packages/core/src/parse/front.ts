import type { Collection, Field, Header, Metadata } from '../schema/collection.ts'
import type { Noise } from '../schema/phrasing.ts'
import { fold } from '../source/fold.ts'
import { isByline } from './constructs/byline.ts'
import { isDateLine } from './constructs/closing.ts'
import { readDate } from './constructs/date.ts'
import {
  type FieldMatch,
  HOLDS_DATE,
  isBareDate,
  isBareLength,
  isPosterName,
  matchFields,
  matchUnknownField,
  withoutBracket,
} from './constructs/field.ts'
import { matchMarker } from './constructs/marker.ts'
import { isRank, isScore } from './constructs/poster.ts'
import { matchSiteLine } from './constructs/site-line.ts'
import { isLeadIn, isSiteProse } from './constructs/site-prose.ts'
import { isOnlySiteName } from './constructs/title.ts'
import { spanOf } from './leaves.ts'
import { LETTERS } from './letters.ts'
import { HEAD, type Line, lengthOf } from './line.ts'
import type { Lines } from './lines.ts'
import { findMeeting } from './meeting.ts'
import { readMetadata, titleDate, titleOf } from './metadata.ts'
import type { PostedLines } from './posts.ts'
import { findSample } from './sample.ts'
import { isAboveAddress, isAboveCaption, isChrome, isFrame } from './site-frame.ts'
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
export function readFront(text: string, scanned: PostedLines): Front {
  const { lines, items, tails, noise, title, titleAbove, stamp, posts } = scanned
  const isCollection = items.headings.size > 0
  const sample = isCollection ? -1 : findSample(lines, title)
  const meeting = findMeeting(lines)
  const roles: Role[] = []
  let belowTitle = false
  /** Whether a field above says when the page was published, and how many roles were looked at for it. */
  let published = false
  let looked = 0
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
    const fields = meeting.get(line)
    if (fields) {
      roles.push({ type: 'header', fields: [...fields] })
      continue
    }
    for (; looked < roles.length; looked++) published ||= isPublished(roles[looked] as Role)
    const role: Role | undefined =
      line === title || line === titleAbove
        ? { type: 'title' }
        : readRole(line, lines.slice(at + 1, at + 3), noise, isCollection, belowTitle, isBelowHeader(roles), published)
    if (!role && at <= sample) {
      roles.push(at === sample ? { type: 'noise', kind: 'navigation' } : { type: 'preface' })
      continue
    }
    if ((!role || role.type === 'preface') && isValueBelow(line, roles)) {
      roles.push({ type: 'header', fields: [bareField('other', line.head)] })
      continue
    }
    const isSite = () =>
      isAboveCaption(lines, at, noise) ||
      (belowTitle && isAboveFields(line, lines[at + 1])) ||
      (belowTitle && !isCollection && isAboveAddress(lines, at, noise, posts))
    if (!role && isSite()) {
      roles.push({ type: 'preface' })
      continue
    }
    // Home About Archives Contact — above a Chinese title stands the site's menu.
    const isMenu = () => title !== undefined && !belowTitle && !/[一-龥]/.test(line.head)
    if (!role && (belowTitle ? !isCollection && isChrome(lines, at) : isMenu())) {
      roles.push({ type: 'noise', kind: matchSiteLine(line.head) ?? 'navigation' })
      continue
    }
    if (role?.type === 'preface' && isCollection && belowTitle && isFrame(line) && !isSiteProse(line.head)) {
      roles.push({ type: 'noise', kind: matchSiteLine(line.head) ?? 'navigation' })
      continue
    }
    if ((!role || role.type === 'preface') && belowTitle && isOnlySiteName(line.head)) {
      roles.push({ type: 'noise' })
      continue
    }
    if (!role || (role.type === 'header' && isLabel(lines, at))) break
    belowTitle ||= role.type === 'title'
    roles.push(role)
  }
  const header = roles.flatMap((role, i) =>
    role.type === 'header' ? [{ line: lines[i] as Line, fields: role.fields }] : [],
  )
  // 主題班會 beside the date is no name where a breadcrumb or the title has it, too.
  const printed = lines.slice(0, roles.length).filter((line) => line === title || noise.get(line) === 'navigation')
  const metadata = readMetadata(text, header, (word) => printed.some(({ head }) => head.includes(fold(word))))
  if (title) metadata.published ??= titleDate(title)
  if (stamp) metadata.published ??= readDate(stamp.head + (lines[lines.indexOf(stamp) + 1]?.head ?? ''))
  const titles = [titleAbove, title].flatMap((line) => (line ? [titleOf(text, line)] : []))
  return { end: roles.length, title: titles.join('') || null, metadata, roles }
}

/**
 * Below a key without a value stands its value.
 *
 *     文檔分類:
 *     辦公文檔 -- 演講致辭
 */
function isValueBelow({ head, address }: Line, roles: readonly Role[]): boolean {
  const above = roles.at(-1)
  const last = above?.type === 'header' ? above.fields.at(-1) : undefined
  return (
    last !== undefined &&
    last.value >= last.to &&
    !address &&
    head.length <= VALUE &&
    !/^[(—]|[。,;!?:]/.test(head) &&
    !isByline(head, head.length)
  )
}

/** 記者: — a key without a value that comes again says who speaks. */
function isLabel(lines: readonly Line[], at: number): boolean {
  const { head, lastHolds } = lines[at] as Line
  return (lastHolds & LETTERS.colon) !== 0 && lines.slice(at + 1, at + AGAIN).some((line) => line.head === head)
}

/** Who speaks comes again within so many lines. */
const AGAIN = 64

/** The value of a field has at most so many units. */
const VALUE = 30

/**
 * The header goes on behind a second title or a motto.
 *
 *     在奶奶壽宴上的祝酒詞
 *     編輯:小蘭 來源:網友投稿
 */
function isAboveFields(line: Line, next: Line | undefined): boolean {
  if (
    !next ||
    next.address ||
    line.address ||
    line.turn > 0 ||
    line.marker ||
    lengthOf(line) > DATED ||
    /^[—(]/.test(line.head)
  )
    return false
  return isFollowedByFields([next]) && !isByline(next.head, lengthOf(next)) && !isMeetingTime(line.head, [next])
}

/** Whether a field says when the page was published. */
function isPublished(role: Role): boolean {
  return role.type === 'header' && role.fields.some(({ meaning }) => meaning === 'published')
}

/** Whether a header line stands above, a line of the site's between perhaps. */
function isBelowHeader(roles: readonly Role[]): boolean {
  const last = roles.at(-1)?.type === 'noise' ? roles.at(-2) : roles.at(-1)
  return last?.type === 'header'
}

/** What a line of the front is; undefined where the front ends. */
function readRole(
  line: Line,
  next: readonly Line[],
  noise: ReadonlyMap<Line, Noise['kind']>,
  isCollection: boolean,
  belowTitle: boolean,
  isBelowFields: boolean,
  isPublished: boolean,
): Role | undefined {
  const { head } = line
  const besideFields = isBelowFields || isFollowedByFields(next)
  // 以上是小編… stands on top of some pages too; below a date, 標籤:… is a field as others are.
  const tagged = isBelowFields && noise.get(line) === 'navigation' && TAGGED.test(head) ? matchFields(head) : []
  if (tagged.length > 0) return { type: 'header', fields: tagged }
  if (noise.has(line) && noise.get(line) !== 'repeated-title' && lengthOf(line) <= HEAD) {
    const told = matchFields(head)
    if (tellsOfPage(told, head)) return { type: 'header', fields: told }
  }
  const sharer = belowTitle ? sharerLength(line, next) : 0
  if (sharer > 0) return { type: 'header', fields: [{ ...bareField('editor', head), to: sharer }] }
  const kind = noise.get(line)
  const isSource = kind === 'footer' && /^(?:文章|本文)来源:/.test(head)
  if (kind && !isSource)
    return SAYS.has(kind) && (isSiteProse(head) || /^以上(?:就?是|为)/.test(head)) && !RIGHTS.test(head)
      ? { type: 'preface' }
      : { type: 'noise' }
  const fields =
    lengthOf(line) <= HEAD && !line.address && !isSpoken(head) && !isMeetingTime(head, next) ? matchFields(head) : []
  if (fields.length > 0) return { type: 'header', fields }
  const unknown = besideFields ? matchUnknownField(head) : undefined
  if (unknown && !line.address && line.turn === 0 && !isByline(head, lengthOf(line)))
    return { type: 'header', fields: [unknown] }
  // Below the day of publication and the title, another day is the speech's own.
  if (isPublished && belowTitle && isDateLine(head)) return undefined
  if (
    isBareLength(head) ||
    (isBareDate(head) && (!belowTitle || isCollection || !head.startsWith('(') || isFollowedByFields(next)))
  ) {
    return { type: 'header', fields: withLength(head) }
  }
  if (HOLDS_DATE.test(head) && lengthOf(line) <= DATED && !isSpoken(head) && !line.address && isStamped(head))
    return { type: 'header', fields: [bareField('published', head)] }
  if (belowTitle && RECENT.test(head)) return { type: 'header', fields: [bareField('published', head)] }
  const isOriginal = belowTitle && /^原创 \S/.test(head) && next[0] !== undefined && isBareDate(next[0].head)
  if (isOriginal) return { type: 'header', fields: [bareField('other', head)] }
  if (isPoster(head, next)) return { type: 'header', fields: [bareField('editor', head)] }
  if (isCollection) return { type: 'preface' }
  if (isSiteProse(head) && !isLeadIn(head) && !line.address) return { type: 'preface' }
  return undefined
}

/** Kinds of noise whose words may be the site's preface on top of a page. */
const SAYS: ReadonlySet<Noise['kind']> = new Set(['footer', 'comment'])

/** What a site says of where a text is from and whose it is, wherever that stands; a library numbers its terms. */
const RIGHTS =
  /^(?:\d{1,2}[、.]|版权|免责|(?:郑重|特别)?声明|转载|[本此该](?:文[档件]|资[料源])(?:[由为系是]|来[自源])(?!.*(?:整理|收集|欢迎))|资料来源|(?:本文|文章)(?:标题|题目|来源|地址|链接|出处|网址|编号))/

/** 來源:… 時間:2021-03-05 下載這篇文檔 — a field that dates the page and another make a header, whatever a site adds. */
function tellsOfPage(fields: readonly FieldMatch[], head: string): boolean {
  return (
    fields[0]?.from === 0 &&
    fields.length > 1 &&
    fields.every(({ name }) => name !== '') &&
    fields.some(({ meaning, value, to }) => meaning === 'published' && HOLDS_DATE.test(head.slice(value, to)))
  )
}

const TAGGED = /^(?:文档|文章|系统)?(?:标签|分类|关键词|关键字|栏目)[:]/

/** 南溪教育 昨天    3天前 */
const RECENT =
  /^(?:\S{2,16} ){0,2}(?:今天|昨天|前天|刚刚|\d{1,2} ?(?:分钟|小时|天|周|个月|年)前)(?: \d{1,2}:\d{2}| \(\d{4}-\d\d-\d\d\).{0,16})?$/

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
  return /^时 ?间/.test(head) && next !== undefined && /^(?:会议)?地 ?点/.test(next.head)
}

/** 2019-10-15 此文共2980字 — behind the day, the length is a field of its own. */
function withLength(head: string): FieldMatch[] {
  const day = bareField('published', head)
  const at = head.lastIndexOf(' ') + 1
  if (at === 0 || !isBareDate(head) || !isBareLength(head.slice(at)) || !head.endsWith('字')) return [day]
  return [
    { ...day, to: at },
    { ...bareField('other', head), from: at, value: at },
  ]
}

function bareField(meaning: FieldMatch['meaning'], head: string): FieldMatch {
  return { name: '', meaning, from: 0, value: 0, to: head.length }
}

/**
 *     老船長                         水鄉老周
 *     發表於 2012-10-5 21:33:07      2023-05-06 08:00
 */
function isPoster(head: string, next: readonly Line[]): boolean {
  if (!isPosterName(head)) return false
  if (next.some((line) => /^(?:发表于|发布于)/.test(line.head))) return true
  const [below = '', second = ''] = next.map((line) => line.head)
  if (below === '关注') return STAMP.test(second)
  return isRank(below) || isScore(below, second) || (STAMP.test(below) && !isByline(head, head.length))
}

const STAMP = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日? (?:\d{1,2}:\d{2}|发布于)/

/**
 * Units of the name of who put a text up, where the site's words below name it again; 0 where there is none.
 *
 *     河燈分享
 *     …下面是河燈為大家整理的…
 */
function sharerLength({ head, text, start }: Line, next: readonly Line[]): number {
  const { length } = SHARED.exec(head)?.[1] ?? ''
  if (length === 0) return 0
  const name = text.slice(start, start + length)
  const shares = SHARES.map((verb) => name + verb)
  return next.some((line) => shares.some((said) => text.slice(line.start, line.end).includes(said))) ? length : 0
}

const SHARED = /^(?!会员|网友|用户|读者|小编|编辑|本站)([^\s。,;!?:]{2,8}?) ?(?:分享|整理|收集|推荐|投稿)$/
const SHARES = ['为', '為', '给', '給', '整理', '收集', '带来', '帶來', '精心', '分享']

/** 時間:… opens header lines, and agenda lines of a speech that are numbered or long. */
function isSpoken(head: string): boolean {
  return matchMarker(head) !== undefined || /[。!?]$/.test(head)
}

/** Header, title, preface and noise as nodes. */
export function buildFront(front: Front, { lines, tails, noise }: Lines, writer: Writer): Collection['children'] {
  const children: Collection['children'] = []
  front.roles.forEach((role, i) => {
    const line = lines[i] as Line
    const last = children.at(-1)
    if (role.type === 'header') {
      const fields = buildFields(line, role.fields, writer)
      if (last?.type === 'header') {
        last.children.push(...fields)
        last.position = spanOf(last.children)
      } else children.push({ type: 'header', children: fields, position: spanOf(fields) })
    } else if (role.type === 'title') {
      const heading = writer.phrased('heading', line)
      if (last?.type === 'heading') {
        last.children.push(...heading.children)
        last.position = spanOf(last.children)
      } else children.push(heading)
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
  const children = lines.flatMap((line) => {
    const fields = matchFields(line.head)
    return buildFields(line, fields.length > 0 ? fields : [bareField('published', line.head)], writer)
  })
  return { type: 'header', children, position: spanOf(children) }
}

function buildFields(line: Line, fields: readonly FieldMatch[], writer: Writer): Field[] {
  return fields.map(({ from, value, to }, i) => {
    const start = line.start + from
    const last = i === fields.length - 1
    const end = last ? line.end : line.start + to
    const printed = writer.slice(start, line.start + value).trim()
    return {
      type: 'field',
      name: printed.replace(/^(?:[一二三四五六七八九十\d]{1,2}[、.．])?\s*[[【(（]?\s*|[\s:：|｜/／\]】]+$/g, ''),
      value: withoutBracket(
        writer
          .slice(line.start + value, end)
          .replace(/[\s|｜/]+$/, '')
          .trim(),
      ),
      position: writer.leaves.place(i === 0 ? line.from : start, last ? line.to : trimmedEnd(writer, start, end)),
    }
  })
}

function trimmedEnd(writer: Writer, start: number, end: number): number {
  return start + writer.slice(start, end).trimEnd().length
}
