import { HOLDS_DATE } from './field.ts'

const NUMBER = '(?:\\d{1,4}|[一二三四五六七八九十]{1,3})'
const FLOOR = `[【[(]?(?:第? ?${NUMBER} ?(?:楼|层楼|#)|#\\d{1,4}(?!\\d))`

/**
 * The number of a floor of a forum, with who wrote there and when, and nothing of what was written.
 *
 *     2樓    1樓(岳父)    【3樓 廠長】    #4 老馬 2012-1-9 20:31
 */
const NUMBERED = new RegExp(`^${FLOOR}(?:$|[】\\])]:?$|[】\\])]? ?[ (【[:、.|][^。,;!?“]{0,36}$)`)
/** 回答二:    網友答案3    第1個回答    小禾的回答: */
const ANSWER = new RegExp(
  `^[【[(]?(?:第 ?${NUMBER} ?[个条]|(?:热心|匿名|其他)?(?:网友|用户)的?)(?:回答|答案|解答|答复) ?${NUMBER}?[】\\])]?:?$|^[【[(]?(?:回答|答案|解答|答复) ?\\(?${NUMBER}\\)?[】\\])]?:?$|^[^\\s。,;:!?的]{1,12}的(?:回答|答案|解答):$`,
)

/** Whether a folded line is the number of a floor or of an answer. */
export function isPostNumber(head: string): boolean {
  // 2樓 空軍司令:頂會長 says already what was written.
  return (NUMBERED.test(head) && !/:(?!\d\d)(?=.)/.test(head)) || ANSWER.test(head)
}

const NAME = new RegExp(
  `^${FLOOR}[】\\])]?[ (【[:、.|]*(?!楼主|沙发|板凳|地板|只看|回复|举报|引用|显示)[^\\d ]*[一-龥]`,
)

/** Whether the number of a floor stands beside who speaks there, and not beside when it was posted: 【3樓 廠長】 */
export function namesPoster(head: string): boolean {
  return NAME.test(head) && !HOLDS_DATE.test(head) && isPostNumber(head)
}

/**
 * Whether a folded line says when something was posted, and who did perhaps.
 *
 *     發表於 2012-10-5 21:33    作者:小葵 時間:2015-11-09 08:30    燈下磨墨 採納率:87% 回答時間:2018-09-30 15:02
 */
export function isPostTime(head: string): boolean {
  return /^作者:\S{1,16} +时间:\d{4}|^(?:\S{1,16} )?(?:[^。,;!?]{0,40} )?(?:发表于|发布于|回复于|回答于|评论于|推荐于|提交于|编辑于|回答时间|回复时间|评论时间|解决时间|回复日期|发表日期)[: ]{0,2}\d{4}/.test(
    head,
  )
}

/** Whether a folded line is the head of a floor below the first: 2樓 熱心人 發表於 2011-12-20 */
export function isLaterFloor(head: string): boolean {
  return LATER.test(head) && isPostNumber(head)
}

const LATER = /^[【[(]?(?:第? ?(?:[2-9]|\d{2,4}|[二三四五六七八九十]{1,3}) ?(?:楼|层楼|#)|#(?:[2-9]|\d{2,4})(?!\d))/
