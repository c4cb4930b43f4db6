import type { Noise } from '../../schema/phrasing.ts'

/** Words that a site says and a speaker hardly ever does in so short a line, by what the line then is. */
const VOCABULARY: readonly (readonly [Noise['kind'], RegExp])[] = [
  //  下載剩餘 3 頁    您需要登錄才可以下載
  ['truncation', /还剩|剩余\d|展开(?:全文|更多)|未登[录陆]|需要? ?登[录陆]|登[录陆] ?(?:才|后)|试读|预览/],
  //  長按識別二維碼    點個在看,讓更多人看到
  [
    'advertisement',
    /二维码|公众号|蓝字|扫码|扫一扫|长按|客户端|小程序|加微信|微信号|视频号|关注我们|在看[,!]|点个[“ ]?(?:赞|在看)|朋友圈|转发给|就[喝选认用][^。,我]{2,8}[!。]?$|认准|写好?稿[^。]{0,6}找|\bapp\b|(?:写作|公文|材料)[^。,]{0,6}(?:培训班|训练营|直播间|课程)|》[^。]*直播间$/i,
  ],
  //  此文檔下載收益歸作者所有    此郵件由系統自動發出
  [
    'footer',
    /^主办|版权|侵权|转载|免责|声明|收益|备案|自动(?:发出|发送|生成)|请勿(?:直接)?回复|技术支持|powered by|copyright|rights reserved|邮件列表|本[站网帖贴文]|责任?编|审核|校对|来源 ?[|/:]|图文? ?[|/:]|编辑 ?[|/:]|^【(?:作者|分类|下载|被引|正文|机构|出处|责任|来源|关键|图片|编辑)|作者简介|作者介绍/i,
  ],
  //  收藏 3 分享 評分    匿名用戶 已讚過
  [
    'navigation',
    /收藏|转藏|免费|书评|还可以?输入|读者读过|字体|分享(?!会)|^[←‹«]|[→›]$|评分|评价|举报|打印|列印|转寄|回复|回帖|跟帖|帖子|楼主|评论|留言|浏览|点击|点阅|阅读\d|人气|下载|登[录陆]|注册|会员|积分|金币|暂无|文档|网友|网站|网页|首页|页首|顶端|顶部|上一?页|下一?页|栏目|标签|订阅|点赞|赞过|踩过|收起|链接|附件|附图|最后由|发表于|发布于|↑|▲|▼|»|┊/,
  ],
]

/** What sites that lend speeches call themselves, with a slogan perhaps. */
const LENDERS =
  /^[一-龥\da-z]{1,8}(?:(?:文秘|范文|公文|作文|文档|资料|学习|写作|演讲|美文|稿件?)网|文库|文秘站?)(?: ?[-—_|]{1,2} ?[^。,!?]{2,20})?$|^[^。!?我]{2,20}(?:尽在|就[上来到选])[一-龥\da-z]{1,8}(?:文秘|文库|(?:范文|公文|作文|文档|资料|学习|写作|演讲|美文|稿件?)网?)$/i

/** Whether a folded line inside of a speech is nothing but the name of a site that lends speeches: 青禾文秘網——寫稿好幫手 */
export function namesLender(head: string): boolean {
  return LENDERS.test(head)
}

/** What sites speak of in whole sentences: the text, the page and who reads it. */
const TOPICS =
  /更新|投稿|栏目|[您你]觉得.{2,16}\?$|推荐给|五星|稿子|模板|化名|原文|点这|上传|文档|页面|本[页站网]|文中|本文|本稿|网友|读者|Ctrl/i

/** Whether a folded sentence can be the site's, where a speech has ended above it: 喜歡就收藏吧,下次找得到! */
export function soundsLikeSite(head: string): boolean {
  if (head.length > 60 || /同[志学]|大家|老师|乡亲|[我咱]们(?!更新|努力)/.test(head)) return false
  return TOPICS.test(head) || VOCABULARY.some(([, words]) => words.test(head))
}

/** What sites say in whole English sentences; without such words, one may be a speaker's: Good morning, dear students! */
const ENGLISH =
  /\b(?:posted|permalink|bookmark|comments?|share|subscribe|tagged|copyright|theme|blog|entry|pages?|reply|click|read more)\b/i

/** Whether a folded line is an English sentence of the site's: This entry was posted in 未分類 … */
export function isEnglishOfSite(head: string): boolean {
  return /^[ -~]{12}/.test(head) && ENGLISH.test(head)
}

/** What a line of a site has at most, in units. */
const LIMIT = 44

/**
 * What a folded line is that stands where only the site still speaks: short, no sentence, and with a word of a site's,
 * or without any Chinese one. Undefined where it may be a speaker's.
 */
export function matchSiteLine(head: string): Noise['kind'] | undefined {
  if (head.length > LIMIT && /[一-龥]/.test(head)) return undefined
  const called = head.replace(/(?:关注|联系)我们/, '')
  if (/[。!…”]$|。/.test(head) || /[我你您咱]们|同[志学]|老师|大家/.test(called)) return undefined
  for (const [kind, words] of VOCABULARY) if (words.test(head)) return kind
  if (!/[一-龥]/.test(head) && /[a-z]{3}/i.test(head) && (!/[.!?,]$/.test(head) || ENGLISH.test(head)))
    return 'navigation'
  return undefined
}
