import type { Noise } from '../schema/phrasing.ts'
import { fold } from '../source/fold.ts'
import { firstAtLeast } from '../source/search.ts'
import { isEditorRemark } from './constructs/notice.ts'
import type { Page } from './page.ts'

const INSIDE = '[^()【】[\\]]'
const SAYS = [
  //  (本帖轉自海港論壇,轉載請保留出處)
  `(?:本[文帖贴]|此文|文章|原文)${INSIDE}{0,30}(?:转载|出处|整理|来自|转自|来源|摘自|首发|版权)${INSIDE}{0,24}`,
  //  (轉載請註明來自皖江論壇)
  `(?:如需)?转载(?:本文)?,?(?:请|自|时|须|务必)${INSIDE}{1,40}`,
  //  (來源:青禾範文網)
  `(?:来源|出处|[摘转选]自)[:于]?${INSIDE}{1,24}(?:网站?|文库|论坛|公众号|\\.com|\\.cn)`,
  //  (更多講話稿請關注公眾號青禾)
  `${INSIDE}{0,20}(?:关注|搜索|添?加)(?:微信)?(?:公众号|微信号|本站|小编)${INSIDE}{0,24}`,
  //  (編者注:此處有二十秒聽不清)    (此處錄音中斷)
  `(?:编者?|编辑|记者|整理者|译者|校)[注按]:${INSIDE}{2,80}|此处[^:]{0,4}(?:录音|磁带|原稿)${INSIDE}{2,24}`,
  `${INSIDE}{0,24}(?:https?:\\/\\/|www\\.)${INSIDE}{4,50}`,
]

/** Something in brackets, and where it stands. */
interface Notice {
  kind: Noise['kind']
  start: number
  end: number
}

/**
 * A site's notice in brackets in the middle of a sentence, or an editor's.
 *
 *     大家都知道(本帖轉自海港論壇,轉載請保留出處)這件事
 *               ^                             ^
 */
const NOTICE = new RegExp(`[(【[](?:${SAYS.join('|')})[)】\\]]`, 'g')

/** A number behind a mark or a word. */
const NUMBER = /(?<=[，。！？；,!?;”一-龥])[1-9]\d?(?![\d.．、%％])/g
/** Words before which no number counts. */
const UNCOUNTED = /^[我你他她它咱有也都没沒还還从從把让讓却卻才]/

/**
 * Where the numbers of pages stand that were torn into running text, in order: behind a mark, or where two lines were
 * joined, before words that nothing counts; behind a sentence that ends its line.
 *
 *     第一口是為什麼吸的,2有六十三個人說    保管員坐在麻袋上掉眼淚。2
 *                        ^                                         ^
 */
export function findFigures({ text, seams }: Pick<Page, 'text' | 'seams'>, start: number, end: number): Notice[] {
  const isSeam = (at: number) => seams[firstAtLeast(seams, seams.length, at)] === at
  return [...text.slice(start, end).matchAll(NUMBER)].flatMap(({ index, 0: figure }): Notice[] => {
    const at = start + index
    const to = at + figure.length
    const isBehindMark = /[^\d一二三四五六七八九十][^一-龥]$/.test(text.slice(Math.max(start, at - 2), at))
    const isTorn = UNCOUNTED.test(text.slice(to, to + 1)) && (isBehindMark || isSeam(at))
    const isLast = /[。！？”]$/.test(text.slice(at - 1, at)) && (isSeam(to) || (to === end && index > SHORT))
    return isTorn || isLast ? [{ kind: 'pagination', start: at, end: to }] : []
  })
}

/** What a page's number ends has more units. */
const SHORT = 20

/** Where such notices stand in the text between two offsets, in order. */
export function findNotices(text: string, start: number, end: number): Notice[] {
  return [...fold(text, start, end).matchAll(NOTICE)].map(({ index, 0: said }) => ({
    kind: isEditorRemark(said) ? 'comment' : 'footer',
    start: start + index,
    end: start + index + said.length,
  }))
}
