import type { Metadata } from '../schema/collection.ts'
import { fold } from '../source/fold.ts'
import { readDate } from './constructs/date.ts'
import { type FieldMatch, withoutBracket } from './constructs/field.ts'
import type { Line } from './line.ts'

/** A line of the header, and the fields it is made of. */
export interface HeaderLine {
  line: Line
  fields: readonly FieldMatch[]
}

/** 在老同學聚會上的發言(2012-01-02 10:20:30) */
const POSTED = /[\s\u3000]?[(（](?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}[\d:： ]*[)）]$/

/** When a page was posted, where its title says so. */
export function titleDate({ head }: Line): string | null {
  return readDate(POSTED.exec(head)?.[0] ?? '')
}

/** The title that a line prints: without markup, extension, and what stands before or behind it. */
export function titleOf(text: string, line: Line): string {
  return text
    .slice(line.start, line.end)
    .replace(/\.(?:docx?|pdf|txt|wps)$/i, '')
    .replace(POSTED, '')
    .replace(
      /^(?:(?:主题|主題|(?:公告)?主旨|公告[标標][题題]|[标標]\s*[题題]|题目|題目|名\s*[称稱]|转发|轉發|回复|回覆|subject|title|fwd?|re)[:：]\s*)+/i,
      '',
    )
    .replace(/^【(.*)】$/, '$1')
    .replace(TWICE, '$1')
    .trim()
}

/** 開漁節致辭兩篇開漁節致辭兩篇 */
const TWICE = /^(\S.{4,}\S)\s?\1$/

/** What the header lines mean; `isColumn` tells a word that the site prints elsewhere from a name. */
export function readMetadata(
  text: string,
  header: readonly HeaderLine[],
  isColumn: (word: string) => boolean,
): Metadata {
  const metadata: Metadata = { published: null, editor: null, author: null, source: null, format: null, fields: {} }
  for (const { line, fields } of header) {
    for (const field of fields)
      readField(
        metadata,
        field,
        withoutBracket(
          text
            .slice(line.start + field.value, line.start + field.to)
            .replace(TRAILING, '')
            .trim(),
        ),
        isColumn,
      )
  }
  return metadata
}

/** A bar behind a value parts it from the next field. */
const TRAILING = /[\s|｜/／]+$/

function readField(
  metadata: Metadata,
  { name, meaning }: FieldMatch,
  value: string,
  isColumn: (word: string) => boolean,
): void {
  if (name && metadata.fields[name] === undefined) metadata.fields[name] = value
  if (meaning === 'other') return
  if (meaning !== 'published') {
    metadata[meaning] ??= meaning === 'author' ? wholeName(value) : firstWord(value)
    return
  }
  metadata.published ??= readDate(fold(value))
  const nick = nickname(value)
  if (nick && !isColumn(nick)) metadata.editor ??= nick
}

const TOOL_WORDS =
  /[周星]|会员|本站|原创|来自|话|教育|书|安全|活动|稿|文|辞|词|总结|报告|心得|大全|投|下载|分享|阅读|浏览|字号|收藏|打印|点击|来源|首页|纠错|只看|引用|楼主|复制|回[复覆]|检举|举报|^[ap]m$|^发[表布]|工作$|类$|[:|]/i

/** The bare name that stands behind a date on some sites: 2018-03-05 16:36 小草 演講稿    2020-10-22 | 小草 | 3頁 */
function nickname(value: string): string | null {
  const behind =
    /\d{1,2}:\d{2}(?::\d{2})?\s+([^\s【[]\S{1,11})/.exec(value)?.[1] ??
    /\d ?[|｜] ?([^\s|｜]{2,12}) ?[|｜] ?\d+ ?[页頁]/.exec(value)?.[1]
  return behind && !TOOL_WORDS.test(fold(behind)) && !/^\d+$/.test(behind) ? behind : null
}

/** 中五仁班 祝小眉    通訊員 李平 林木 — where somebody belongs, and as what, is a part of the name. */
const WITH_NAME =
  /^[^ |:,]{1,14}[班校院系局部组站社团队委会处科室所厂馆连村镇乡县区市台员者生师长任记事] {1,2}([一-龥]{2,4}(?: [一-龥]{2,4}){0,2})$/

function wholeName(value: string): string | null {
  const name = WITH_NAME.exec(fold(value))?.[1]
  return name && !TOOL_WORDS.test(name) && !/演讲|发言|主持/.test(name) ? value : firstWord(value)
}

/** 沐 晨 — the characters of a short name, set apart. */
const SPREAD = /^[一-龥](?:[\s\u3000]{1,4}[一-龥]){1,2}$/

/** Toolbar words stand behind a name, with a blank between. */
function firstWord(value: string): string | null {
  if (SPREAD.test(value)) return value.replace(/[\s\u3000]/g, '')
  const word = (/^[\w. '*-]+/.exec(value)?.[0].trim() || value.split(/[\s\u3000|]/)[0]) as string
  return /[\p{L}\p{N}]/u.test(word) ? word : null
}
