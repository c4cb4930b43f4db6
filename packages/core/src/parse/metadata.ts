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
        withoutBracket(text.slice(line.start + field.value, line.start + field.to).trim()),
        isColumn,
      )
  }
  return metadata
}

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

/** The bare name that stands behind a date on some sites: 2018-03-05 16:36 小草 演講稿 */
function nickname(value: string): string | null {
  const behind = /\d{1,2}:\d{2}(?::\d{2})?\s+([^\s【[]\S{1,11})/.exec(value)?.[1]
  return behind && !TOOL_WORDS.test(fold(behind)) && !/^\d+$/.test(behind) ? behind : null
}

/** 中五仁班 祝小眉 — where somebody belongs is a part of the name. */
const WITH_NAME = /^[^\s|:：,，]{1,14}[班校院局部组組站社团團队隊委处處科室连連村镇鎮县縣][\s\u3000][一-龥]{2,4}$/

function wholeName(value: string): string | null {
  return WITH_NAME.test(value) && !TOOL_WORDS.test(fold(value)) ? value : firstWord(value)
}

/** 沐 晨 — the characters of a short name, set apart. */
const SPREAD = /^[一-龥](?:[\s\u3000]{1,4}[一-龥]){1,2}$/

/** Toolbar words stand behind a name, with a blank between. */
function firstWord(value: string): string | null {
  if (SPREAD.test(value)) return value.replace(/[\s\u3000]/g, '')
  const word = (/^[\w. '*-]+/.exec(value)?.[0].trim() || value.split(/[\s\u3000|]/)[0]) as string
  return /[\p{L}\p{N}]/u.test(word) ? word : null
}
