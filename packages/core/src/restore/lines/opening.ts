import { fold } from '../../source/fold.ts'

/** Longer than any marker, label or bullet. */
const HEAD = 12

/** 一、 (一) 1. 1、 ① 第一, 第三条 一是 二要 其一 首先 - • # */
const MARKER = new RegExp(
  [
    '[-*+>#|•·●◆■□▪○◇★☆※]',
    '[(【]?(?:[一二三四五六七八九十百零〇]{1,4}|\\d{1,4})(?:[)】、]|[.,:](?!\\d))',
    '[①-⑳⑴-⒇❶-❿㈠-㈩]',
    '第[一二三四五六七八九十百\\d]{1,3}[^\\u4e00]?',
    '[一二三四五六七八九十][是要]',
    '其[一二三四五六]',
    '[首其再最][先次后]',
    '[A-Za-z][.、)]',
  ].join('|'),
  'y',
)

/** 男: 女: 合: 主持人: 甲: A: */
const TURN = /(?:男|女|合|齐|众|领|甲|乙|丙|丁|主持人?|[A-Z])[一二三四\d]?(?:\([^)]{1,6}\))?:/y

/** Whether a line opens with a marker, a bullet or a turn label. */
export function isMarked(text: string, start: number, end: number): boolean {
  const head = fold(text, start, Math.min(start + HEAD, end))
  MARKER.lastIndex = 0
  TURN.lastIndex = 0
  return MARKER.test(head) || TURN.test(head)
}

/** Whether a line is only a page number: 3, - 3 -, 第3页, 第3页 共10页, Page 3. */
export function isPageNumber(text: string, start: number, end: number): boolean {
  if (end - start > 16) return false
  return /^(?:page ?)?[-—·(]? ?(?:第 ?)?\d{1,4} ?页?(?: ?[/,]? ?共? ?\d{1,4} ?页?)? ?[-—·)]?$/i.test(
    fold(text, start, end),
  )
}
