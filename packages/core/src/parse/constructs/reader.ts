/** Whether a folded line is the caption of what somebody asked for: 最佳答案 */
export function opensAnswer(head: string): boolean {
  return /^(?:最佳|推荐|满意|优质|精选|热心网友|网友|专家|全部|精彩)?的?(?:答案|回答|解答|答复)(?: ?\(?共? ?\d+ ?[个条]?\)?)?:?$|^\d+ ?个(?:回答|答案)$|^(?:正文|全文|文稿|原文|稿件|范文|讲话全文|演讲稿全文):?$/.test(
    head,
  )
}

/** Whether a folded line opens what readers wrote: 其他回答(2)    分類:手記 | 評論(7) */
export function opensComments(head: string): boolean {
  return /^(?:其他|其它|全部|更多|网友|热心网友)的?(?:回答|答案|解答)|^评论:?$|^leave a (?:reply|comment)|(?:评论|留言|回复|回应|comments?) ?\(\d+\)|^(?:共 ?)?\d+ ?[条个则篇]?(?:评论|留言|回应|意见|comments)|(?:评论|留言):? ?\d+$/i.test(
    head,
  )
}

/** Whether a folded line below a speech opens what one reader wrote: 匿名用戶 2018-07-10    小麥 發表於 2013-1-9 20:31 */
export function opensReply(head: string): boolean {
  return /^作者:\S{1,16} +(?:时间|回复日期):\d{4}|^(?!(?:发[表布]|更新|上传|修改|编辑)于)[※·>#]?[^\s。,!?:;]{1,16} ?(?:发表于|发布于|回答于|回复于|评论于|于|\()? ?\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?: \d{1,2}:\d{2}(?::\d{2})?)?\)?(?: ?\[[^\]]{1,6}\]| ?(?:回复|举报|评论|说:?|道:?|写道:?))*$/.test(
    head,
  )
}
