/** Words that only the site writes, each with its weight; two points make a line the site's. */
const SIGNS: readonly [RegExp, number][] = [
  [/小编|本站|本网|笔者整理|站长/, 2],
  [/仅供(?:大家|您|你|各位)?(?:参考|借鉴)|供(?:大家|您|你|各位|同学们)?(?:参考|借鉴|阅读|学习)|以供参考/, 2],
  [/欢迎(?:大家|您|你|各位)?(?:阅读|借鉴|参考|浏览|收藏|查看|下载)/, 2],
  [
    /(?:为|给|替)(?:大家|您|你|各位).{0,12}(?:整理|收集|搜集|准备|推荐|精选|精心|带来|分享|介绍|编辑)/,
    2,
  ],
  [
    /(?:整理|收集|搜集|精选|推荐|汇编|编写|带来|分享)(?:了|的|出)?.{0,24}(?:范文|\d+篇|[一二三四五六七八九十几]篇|讲话稿|演讲稿|发言稿|主持词|致辞|资料|内容)/,
    1,
  ],
  [/范文|例文|演讲稿|讲话稿|发言稿|主持词|致辞稿|文稿|文案|写作/, 1],
  [
    /(?:怎样|怎么|如何|该怎么|应该怎么).{0,4}(?:写|撰写|拟|才能写)|你(?:知道|会|见过|了解).{0,16}(?:吗|么)[?。]|(?:什么样|怎样)的.{2,16}(?:才|是)/,
    1,
  ],
  [
    /希望(?:能)?(?:对|给)(?:大家|您|你|各位).{0,8}(?:有所)?(?:帮助|启发|启示|借鉴)|(?:一起|一块儿)来?看看|来看看吧|快来看|随小编/,
    2,
  ],
  [
    /在(?:日常|平时|现实|当今|现代|我们平凡的)?(?:生活|学习|社会|工作)(?:中|里|和工作中|、工作中).{0,60}(?:使用|用到|接触|需要|出现|遇到|看到|离不开)/,
    1,
  ],
  [/越来越多|具有.{0,20}(?:特点|作用)|是(?:指)?(?:一种|在).{0,40}(?:文体|文书|讲话|文稿|应用文|文字)/, 1],
]
const LABEL =
  /^[【[(]?(?:导语|导读|引言|序言|前言|简介|内容简介|编者按|编者的话|摘要|内容摘要|阅读指引|说明|提示|核心提示|引子|文章简介|内容提要)[】\])]?(?:[:：]| |$)|^【(?:导语|导读|简介|摘要|编者按|序言|引言|前言)】/
const LEAD_IN =
  /^(?:以下|下面|现将|这是|下文)(?:是|为|就是|将|请看).{2,60}(?:全文|讲话|演讲|发言|致辞|内容|稿|如下|实录|摘要)?(?:如下|全文|内容)?[:]$|^.{4,60}如下:$/

/** Whether a folded line is the site's and not the speaker's. */
export function isSiteProse(head: string): boolean {
  if (LABEL.test(head) || isLeadIn(head)) return true
  let points = 0
  for (const [sign, weight] of SIGNS) {
    if (sign.test(head)) points += weight
    if (points >= 2) return true
  }
  return false
}

/** 以下是…全文: — a lead-in that names the speech. */
export function isLeadIn(head: string): boolean {
  return head.endsWith(':') && LEAD_IN.test(head)
}

/** 導語, 編者按 and their like at the head of a folded line. */
export function isLabelled(head: string): boolean {
  return LABEL.test(head)
}
