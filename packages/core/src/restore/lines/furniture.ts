import { fold } from '../../source/fold.ts'
import type { Block } from './blocks.ts'
import { isPageNumber } from './opening.ts'

/** No running head is longer, in UTF-16 code units. */
const LONGEST = 40
/** So often a running head is printed, at least, where no figure stands in it or beside it. */
const OFTEN = 3

/** A number at either end, which counts the pages. */
const COUNTED = /^\d{1,4}(?=\D)|(?<=\D)\d{1,4}$/

/** 优质文档 欢迎下载 第 1 页, 第 3 页 青石镇水利所 */
const FIGURE = /(?:^|\s)第 ?\d{1,4} ?页(?: ?[/,]? ?共? ?\d{1,4} ?页)?$|^第 ?\d{1,4} ?页\s/
/** 试读结束,剩余 3 页未读 */
const PREVIEW_END =
  /试读|试看|预览(?:结束|到此)|(?:还剩|剩余) ?约?\d+ ?[页字%]|(?:阅读|展开|查看)全文|(?:下载|登[录陆])后.{0,4}(?:阅读|查看)|会员内容|(?:阅读|浏览)完毕|\(未完/

/**
 * Tells which rows a page prints around its text: page figures, the running heads and feet beside them, and the
 * notice that a preview ends. They cut a paragraph in two and belong to neither half.
 *
 *     差的那一
 *     桂香园：让每一个黄昏都有灯      a running foot
 *     第 1 页 / 共 6 页
 *     截，是院子里的菜地补上的
 */
export function furnitureOf(text: string, rows: Block): boolean[] {
  const { starts, ends } = rows
  const words = starts.map((start, row) =>
    (ends[row] as number) - start > LONGEST ? '' : fold(text, start, ends[row]),
  )
  const figures = words.map((line, row) => line !== '' && isFigure(text, rows, row, line))
  const counts = new Map<string, number>()
  const heads = words.map((line) => line.replace(COUNTED, '#'))
  for (const head of heads) if (head !== '') counts.set(head, (counts.get(head) ?? 0) + 1)
  const countOf = (row: number) => counts.get(heads[row] ?? '') ?? 0
  return words.map((line, row) => {
    if (line === '') return false
    if (figures[row] || PREVIEW_END.test(line)) return true
    if (/[。!?;,…]$/.test(line)) return false
    if (figures[row - 1] || figures[row + 1]) return countOf(row) > 1
    // Where its neighbours are repeated with it, a whole passage is.
    const isAlone = countOf(row - 1) < countOf(row) && countOf(row + 1) < countOf(row)
    return isAlone && countOf(row) >= (heads[row] === line ? OFTEN : 2)
  })
}

function isFigure(text: string, { starts, ends }: Block, row: number, line: string): boolean {
  return isPageNumber(text, starts[row] as number, ends[row] as number) || FIGURE.test(line)
}
