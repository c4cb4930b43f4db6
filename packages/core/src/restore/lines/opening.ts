import { fold } from '../../source/fold.ts'

/** Longer than any marker, label or bullet. */
const HEAD = 12

/** 一、 (一) 1. 1、 ① 第三条 - • # */
const NUMBER = new RegExp(
  [
    '[-*+>#|•·●◆■□▪○◇★☆※√✓✔☑]',
    '[(【]?(?:[一二三四五六七八九十百零〇]{1,4}|\\d{1,4})(?:[)】、]|[.,:](?!\\d))',
    '[①-⑳⑴-⒇❶-❿㈠-㈩]',
    '第[一二三四五六七八九十百\\d]{1,3}[条章节]',
    '[A-Za-z][.、)]',
  ].join('|'),
  'y',
)

/** 第一, 一是 二要 其一 首先 ——: what can stand in the middle of a sentence as well */
const WORD = new RegExp(
  [
    '——[^—]',
    '第[一二三四五六七八九十百\\d]{1,3}[^\\u4e00]?',
    '[一二三四五六七八九十][是要]',
    '其[一二三四五六]',
    '[首其再最][先次后]',
  ].join('|'),
  'y',
)

/** 男: 女: 合: 主持人: 甲: A: */
const TURN = /(?:男|女|合|齐|众|领|甲|乙|丙|丁|主持人?|[A-Z])[一二三四\d]?(?:\([^)]{1,6}\))?:/y

/** Whether a line opens with a marker, a bullet or a turn label. */
export function isMarked(text: string, start: number, end: number): boolean {
  const head = headOf(text, start, end)
  return matches(NUMBER, head) || matches(WORD, head) || matches(TURN, head)
}

/** Whether a line opens with a marker that is no word of the language, a bullet or a turn label: it never opens in mid-sentence. */
export function isNumbered(text: string, start: number, end: number): boolean {
  const head = headOf(text, start, end)
  return matches(NUMBER, head) || matches(TURN, head)
}

function headOf(text: string, start: number, end: number): string {
  return fold(text, start, Math.min(start + HEAD, end))
}

function matches(pattern: RegExp, head: string): boolean {
  pattern.lastIndex = 0
  return pattern.test(head)
}

/** Whether a line is only a page number: 3, - 3 -, 第3页, 第3页 共10页, Page 3. */
export function isPageNumber(text: string, start: number, end: number): boolean {
  if (end - start > 16) return false
  return /^(?:page ?)?[-—·(]? ?(?:第 ?)?\d{1,4} ?页?(?: ?[/,]? ?共? ?\d{1,4} ?页?)? ?[-—·)]?$/i.test(
    fold(text, start, end),
  )
}
