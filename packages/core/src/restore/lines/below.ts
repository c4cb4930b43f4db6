import { fold } from '../../source/fold.ts'
import type { Block } from './blocks.ts'
import { columns, columnsOf } from './gauge.ts'
import { isMarked, isNumbered } from './opening.ts'

/** What stands below a row: nothing that could belong to its sentence, what can, or what does only where the row breaks off. */
export type Below = 'other' | 'more' | 'more-if-cut'

/** 发布日期:2019-09-12　来源:市外事办, 首页 > 讲话, 会员注册 | 投诉建议, 【加微信领取课件】, 共印25份 */
const FIELDS =
  /^[^\s:：]{2,6}[:：]\s?[^\s:：]+\s+[^\s:：]{2,6}[:：]|[|┊☆]|\s[>＞»]|\u3000\S+\u3000|^【[^【】]+】$|^共印\d+份$/

/** 會議時間:上午八時 / 地點:縣社會議室 — rows that each open with a label go on in none. */
const LABEL = /^[一-龥]{2,5}:\S/
/** Labels of minutes and reports, which open no row of running text. */
const HEADER_LABEL =
  /^(?:会议|活动|讲话|演讲)?(?:时间|日期|地点|主持人?|记录人?|(?:出席|列席|参加|参会|缺席)(?:人员?|者|领导)?|主题|议题|主讲人?|讲话人|演讲者):/
/** A label with its colon and what follows is no longer, in UTF-16 code units. */
const LABELLED = 8

/** What stands below each row, as markers, indents, blank lines and the furniture of the page tell it. */
export function belowOf(text: string, block: Block, isFurniture: boolean[]): { below: Below[]; isIndented: boolean } {
  const { starts, ends, lines } = block
  const indent = indentOf(text, block)
  const partedByBlanks = isPartedByBlanks(text, block)
  const isApart = starts.map((start, row) => isFurniture[row] || FIELDS.test(text.slice(start, ends[row])))
  const isPaged = pagedOf(text, block)
  const heads = starts.map((start, row) => fold(text, start, Math.min(start + LABELLED, ends[row] as number)))
  const below = starts.map((_, row): Below => {
    const next = starts[row + 1]
    const end = ends[row + 1]
    if (next === undefined || end === undefined || next === end) return 'other'
    if (isApart[row] || isApart[row + 1] || isPaged[row + 1] || '….【['.includes(text.charAt(next))) return 'other'
    if (isLabelBelow(heads[row] as string, heads[row + 1] as string)) return 'other'
    if (partedByBlanks && isAboveBlank(text, block, row)) return 'other'
    if (indent !== undefined && columnsOf(text, lines[row + 1] as number, next, columns) > indent) return 'other'
    if (!isMarked(text, next, end)) return 'more'
    return isNumbered(text, next, end) ? 'other' : 'more-if-cut'
  })
  return { below, isIndented: indent !== undefined }
}

function isLabelBelow(head: string, next: string): boolean {
  return HEADER_LABEL.test(next) || (LABEL.test(next) && LABEL.test(head))
}

/** Whether a blank line ends a paragraph: where most rows have one below them, it says nothing. */
function isPartedByBlanks(text: string, block: Block): boolean {
  const parted = block.starts.filter((_, row) => isAboveBlank(text, block, row)).length
  return parted * 2 < block.starts.length
}

/** Whether a blank line stands between a row and the next one. */
function isAboveBlank(text: string, { ends, lines }: Block, row: number): boolean {
  const next = lines[row + 1]
  return next !== undefined && (text.slice(ends[row], next).match(/\r\n?|\n/g)?.length ?? 0) > 1
}

/**
 * The indent of rows that open no paragraph: the least there is, a title or two aside. Undefined where hardly a row
 * has more: what is indented then is no paragraph.
 */
function indentOf(text: string, { starts, lines }: Block): number | undefined {
  const indents = starts
    .map((start, row) => columnsOf(text, lines[row] as number, start, columns))
    .sort((a, b) => a - b)
  const least = indents[Math.floor(indents.length / 10)] as number
  const deeper = indents.filter((indent) => indent > least).length
  return deeper * 20 > indents.length ? least : undefined
}

/** 到了十月,帶魚的個頭 / 2長了一截 — the figure of a page before the words it cuts; what counts is none. */
export const PAGE_FIGURE = /^(\d{1,3})(?![年月日号班级组队楼个名位座次条件项岁天元米吨亩万亿])[一-龥]/
/** A page has at least so many rows. */
const PAGE = 8

/** Rows that open with the figure of a page: they count on, each at least a page below the one before, up to two and more. */
function pagedOf(text: string, { starts, ends }: Block): readonly boolean[] {
  const paged: number[] = []
  let next = 0
  for (let row = 1; row < starts.length; row++) {
    const start = starts[row] as number
    if (!isDigit(text.charCodeAt(start))) continue
    const figure = Number(PAGE_FIGURE.exec(fold(text, start, Math.min(start + 4, ends[row] as number)))?.[1])
    const isNext = next === 0 ? figure === 1 || figure === 2 : figure === next && row - (paged.at(-1) as number) >= PAGE
    if (!isNext) continue
    paged.push(row)
    next = figure + 1
  }
  const rows = new Set(paged)
  return rows.size > 1 ? starts.map((_, row) => rows.has(row)) : []
}

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)
}
