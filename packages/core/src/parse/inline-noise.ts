const INSIDE = '[^()（）【】[\\]]'
const SAYS = [
  //  (本帖轉自海港論壇,轉載請保留出處)
  `(?:本文|本帖|本貼|本贴|此文|文章|原文)${INSIDE}{0,30}(?:轉載|转载|出處|出处|整理|來自|来自|轉自|转自|來源|来源|摘自|首發|首发|版權|版权)${INSIDE}{0,24}`,
  //  (轉載請註明來自皖江論壇)
  `(?:如需)?(?:轉載|转载)(?:本文)?[,，]?(?:請|请|自|時|时|須|须|務必|务必)${INSIDE}{1,40}`,
  //  (來源:青禾範文網)
  `(?:來源|来源|出處|出处|摘自|轉自|转自|選自|选自)[:：于於]?${INSIDE}{1,24}(?:網|网|網站|网站|文庫|文库|論壇|论坛|公眾號|公众号|\\.com|\\.cn)`,
  //  (更多講話稿請關注公眾號青禾)
  `(?:更多|想看更多|歡迎|欢迎)?${INSIDE}{0,16}(?:關注|关注|搜索|添加|加)(?:微信)?(?:公眾號|公众号|微信號|微信号|本站|小編|小编)${INSIDE}{0,24}`,
  `${INSIDE}{0,24}(?:https?:\\/\\/|www\\.)${INSIDE}{4,50}`,
]

/**
 * A site's notice in brackets in the middle of a sentence.
 *
 *     大家都知道(本帖轉自海港論壇,轉載請保留出處)這件事
 *               ^                             ^
 */
const NOTICE = new RegExp(`[(（【[](?:${SAYS.join('|')})[)）】\\]]`, 'g')

/** Where such notices stand in the text between two offsets, in order. */
export function findNotices(text: string, start: number, end: number): { start: number; end: number }[] {
  return [...text.slice(start, end).matchAll(NOTICE)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }))
}
