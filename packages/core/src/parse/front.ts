import type { Collection, Field, Header, Metadata } from '../schema/collection.ts'
import type { Noise } from '../schema/phrasing.ts'
import { fold } from '../source/fold.ts'
import { readDate } from './constructs/date.ts'
import { type FieldMatch, isBareDate, isBareLength, matchFields } from './constructs/field.ts'
import { matchMarker } from './constructs/marker.ts'
import { isLeadIn, isSiteProse } from './constructs/site-prose.ts'
import { spanOf } from './leaves.ts'
import { HEAD, type Line, lengthOf } from './line.ts'
import type { Lines } from './lines.ts'
import { buildTail } from './tail.ts'
import type { Writer } from './writer.ts'

type Role = { type: 'header'; fields: FieldMatch[] } | { type: 'title' | 'preface' | 'skip' | 'noise' }

/** What stands before the first item. */
export interface Front {
  /** Index of the first line behind it. */
  end: number
  title: string | null
  metadata: Metadata
  roles: Role[]
}

/** Reads header, title and preface: everything before the first item's heading, or before the speech on other pages. */
export function readFront(text: string, { lines, items, tails, noise, title, stamp }: Lines): Front {
  const isCollection = items.headings.size > 0
  const roles: Role[] = []
  let belowTitle = false
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    if (items.headings.has(line)) break
    const tail = tails.get(at)
    if (tail !== undefined) {
      if (tail === lines.length && at > 0) break
      for (; at < tail; at++) roles.push({ type: 'skip' })
      at--
      continue
    }
    const role: Role | undefined =
      line === title ? { type: 'title' } : readRole(line, lines.slice(at + 1, at + 3), noise, isCollection, belowTitle)
    if (!role) break
    belowTitle ||= role.type === 'title'
    roles.push(role)
  }
  const metadata = readMetadata(text, lines, roles)
  if (stamp) metadata.published ??= readDate(stamp.head)
  return { end: roles.length, title: title ? titleOf(text, title) : null, metadata, roles }
}

/** What a line of the front is; undefined where the front ends. */
function readRole(
  line: Line,
  next: readonly Line[],
  noise: ReadonlyMap<Line, Noise['kind']>,
  isCollection: boolean,
  belowTitle: boolean,
): Role | undefined {
  const { head } = line
  // 以上是小編… stands on top of some pages too.
  if (noise.has(line))
    return noise.get(line) === 'footer' && isSiteProse(head) ? { type: 'preface' } : { type: 'noise' }
  const fields =
    lengthOf(line) <= HEAD && !line.address && !isSpoken(head) && !isMeetingTime(head, next) ? matchFields(head) : []
  if (fields.length > 0) return { type: 'header', fields }
  if (
    isBareLength(head) ||
    (isBareDate(head) && (!belowTitle || isCollection || /\d:\d/.test(head) || isFollowedByFields(next)))
  ) {
    return { type: 'header', fields: [bareField('published', head)] }
  }
  if (isPoster(head, next)) return { type: 'header', fields: [bareField('editor', head)] }
  if (isCollection) return { type: 'preface' }
  if (isSiteProse(head) && !isLeadIn(head) && !line.address) return { type: 'preface' }
  return undefined
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
  return /^[^\s。,;:!?()]{1,12}$/.test(head) && next.some((line) => /^(?:发表于|发布于)/.test(line.head))
}

/** 時間:… opens header lines, and agenda lines of a speech that are numbered or long. */
function isSpoken(head: string): boolean {
  return matchMarker(head) !== undefined || /[。!?]$/.test(head)
}

function titleOf(text: string, line: Line): string {
  return text
    .slice(line.start, line.end)
    .replace(/\.(?:docx?|pdf|txt|wps)$/i, '')
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
    metadata[meaning] ??= firstWord(value)
    return
  }
  metadata.published ??= readDate(fold(value))
  metadata.editor ??= nickname(value)
}

const TOOL_WORDS =
  /话|話|教育|安全|活动|活動|稿|文|辞|詞|词|總結|总结|報告|报告|心得|大全|投|下載|下载|分享|閱讀|阅读|瀏覽|浏览|字號|字号|收藏|打印|點擊|点击|來源|来源|首頁|首页|[:：|]/

/** The bare name that stands behind a date on some sites: 2018-03-05 16:36 小草 演講稿 */
function nickname(value: string): string | null {
  const behind = /\d{1,2}:\d{2}(?::\d{2})? +(\S{2,12})/.exec(value)?.[1]
  return behind && !TOOL_WORDS.test(behind) && !/^\d+$/.test(behind) ? behind : null
}

/** Toolbar words stand behind a name, with a blank between. */
function firstWord(value: string): string | null {
  const word = value.split(/[\s\u3000|]/)[0] as string
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
      children.push(writer.noiseLine(line, noise.get(line) ?? 'repeated-title'))
    } else {
      const end = tails.get(i)
      if (end !== undefined) children.push(buildTail(lines.slice(i, end), writer))
    }
  })
  return children
}

/** The release stamp below the end mark, as a header of one field. */
export function buildStamp(line: Line, writer: Writer): Header {
  const children = buildFields(line, [bareField('published', line.head)], writer)
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
      name: printed.replace(/[\s:：]+$/, ''),
      value: writer.slice(line.start + value, end).trim(),
      position: writer.leaves.place(i === 0 ? line.from : start, last ? line.to : trimmedEnd(writer, start, end)),
    }
  })
}

function trimmedEnd(writer: Writer, start: number, end: number): number {
  return start + writer.slice(start, end).trimEnd().length
}
