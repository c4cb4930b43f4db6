import { createSieve } from '../sieve.ts'

/** Words that only the site writes, each with its weight; two points make a line the site's. */
const SIGNS: readonly (readonly [RegExp, number])[] = [
  [/小编|本站|本网|笔者整理|站长(?:推荐|整理|提醒|分享|为)|与站长/, 2],
  [
    /(?:[只仅]供|[只仅][作做])(?:大家|您|你|各位)?(?:参考|借鉴)|供(?:大家|您|你|各位|同学们)?(?:对比|对照|学习|选择|挑选)?(?:参考|借鉴|阅读|学习)|以供参考|[给供].{2,12}[做作]个?参考/,
    2,
  ],
  [/欢迎(?:大家|您|你|各位)?(?:阅读|借鉴|参考|浏览|收藏|查看|下载)/, 2],
  [/(?:为|给|替)(?:大家|您|你|各位).{0,12}(?:整理|收集|搜集|准备|推荐|精选|精心|带来|分享|介绍|编辑)/, 2],
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
  [/^(?:本篇|本文|这篇(?:讲话|演讲|发言|致辞|范文|主持|稿))(?!章程|明)/, 2],
  [/由(?:会员|网友|用户|本站).{0,10}(?:分享|上传|提供|整理|投稿)|可在线阅读|珍藏版|不代表本[站网]/, 2],
  [/^(?:下面|以下|下文|这里)(?:是|为|有)[^。]{0,12}[一两几\d][篇份则段]/, 2],
  [/换成(?:自己|你|您)|改成(?:自己|你|您)/, 1],
  [/适合(?:于|在)?.{2,20}(?:使用|参考|借鉴|场合|套用)/, 1],
  [/^这是一[篇份则].{0,20}(?:讲话|演讲|发言|致辞|主持|范文|稿)/, 1],
  [/越来越多|具有.{0,20}(?:特点|作用)|是(?:指)?(?:一种|在).{0,40}(?:文体|文书|讲话|文稿|应用文|文字)/, 1],
]
const SIEVE = createSieve(SIGNS.map(([pattern, weight]) => ({ pattern, weight })))
const LABEL =
  /^(?!\(摘要\)$)[【[(]?(?:导语|导读|引言|序言|前言|简介|内容简介|编者按|编者的话|摘要|内容摘要|阅读指引|说明|提示|核心提示|引子|文章简介|内容提要)[】\])]?(?:[:：]| |$)|^【(?:导语|导读|简介|摘要|编者按|序言|引言|前言)】/
/** 適用場合:表彰大會    【使用說明】語速宜慢。    這段頒獎詞適合表彰大會使用。 — under an item's heading only the site says so. */
const ABOUT_TEXT =
  /^[【[(]?(?:(?:适[用合]|推荐|入选|使用|写作|阅读|[^人者]{0,2}背景|小?编[辑者]?)[一-龥]{0,3}|字数|篇幅|[时用][长时]|关键词|特[点色]|亮点|来源|出处|[选摘]自)(?:[】\])]?:|[】\]]).|^(?!.*[我!])(?:[这本此该]篇?[一-龥]{0,6}(?:[致颁贺祝][一-龥]?[词辞]|[主演发讲][一-龥]{1,2}[词稿]|倡议书).*(?:适[合用]|语[言气]|结构|由|献给|篇幅)|这是(?:一[篇份则位]|某).{0,30}(?:讲话|演讲|发言|致辞|主持|[词稿]))|(?:[致颁贺祝][一-龥]?[词辞]|[主演发讲][一-龥]{1,2}[词稿])[由为][^。,我]{2,16}(?:撰写|执笔|创作|提供|整理)/
const LEAD_IN =
  /^(?:以下|下面|现将|这是|下文)(?:是|为|就是|将|请看).{2,60}(?:全文|讲话|演讲|发言|致辞|内容|稿|如下|实录|摘要)?(?:如下|全文|内容)?[:]$|^.{4,60}如下:$/

/** Whether a folded line is the site's and not the speaker's. */
export function isSiteProse(head: string): boolean {
  if (LABEL.test(head) || isLeadIn(head)) return true
  let points = 0
  for (const { weight } of SIEVE.all(head)) points += weight
  return points >= 2
}

/** Whether a folded line between an item's heading and its speech says something of the text: for whom it is, how long. */
export function tellsOfText(head: string): boolean {
  return ABOUT_TEXT.test(head) || TIP.test(head)
}

/** 點評:開頭點題。    【名師點評】語言生動。 — with what an editor opens a remark on the speech above. */
const REMARK =
  /^[【[(]?(?:名师|专家|小编|编辑|编者|教师|老师|评委|评审|领导)?(?:点评|评析|赏析|简评|总评|短评|评语|简析)(?:[】\])]:?|:).{2,}/
/** 溫馨提示:請將文中的班名換成您的班級。 — what the reader of a text is asked to do with it. */
const TIP =
  /^[【[(]?(?:温馨|友情|使用|特别)?(?:提示|提醒|说明)[】\])]?:(?!.*(?:本[站网]|版权|侵权|下载|转载|上传|收藏))|^[(【[][^()]{0,40}(?:替换|换成|改[成为]|填[写入上]|自行|此处可|注意:)[^()]{0,40}[)】\]]$/
/** Words for how a text is written. */
const CRAFT =
  /语言|文风|篇幅|结构|层次|开头|结尾|[点扣]题|立意|意象|比喻|排比|细节|[感真]情|余味|值得一读|借鉴|以小见大|娓娓道来|简洁|朴[素实]/g
const OF_TEXT = /^(?:[这该本此全][篇文段稿]|作者|文章|讲话|演讲|发言|致辞)/

/** 這篇演講稿照您的要求寫成。    如需修改,請隨時告訴我。 — who writes to order, most often a machine, on what was ordered. */
const COMMISSIONED = new RegExp(
  [
    '(?:[这该此本][篇份段则]?|以上|上述)[一-龥]{0,8}(?:文字|文[案本章]|内容|[稿文词辞]|演讲|讲话|发言)[^。!?]{0,40}[您你]的?(?:要求|需[求要]|期[待望]|预期|心意)',
    '(?:[您你]|以上[一-龥]{0,6}|本[文稿])可以?(?:根据|按照?|结合)[^,。!?]{0,8}(?:情况|需[要求])[^。!?]{0,12}(?:修改|调整|补充|增减|替换)',
    '(?:修改|调整|润色|补充|完善|优化|扩写|改动)[^。!?]{0,16}随时(?:告[诉知]|提出|联系|和我|跟我|找我)',
    '为[您你](?:撰写|量身|生成|创作)',
    '祝[您你](?:演讲|发言|讲话|致辞|主持)[^。!?]{0,4}(?:成功|顺利)',
  ].join('|'),
)

/** Whether a folded line behind a speech remarks on how it is written: 這篇發言以小見大,語言生動。 */
export function remarksOnText(head: string): boolean {
  if (REMARK.test(head) || COMMISSIONED.test(head)) return true
  if (/[我你您咱!]|大家|同[志学]|各位/.test(head)) return false
  const words = new Set(head.match(CRAFT)).size + (OF_TEXT.test(head) ? 1 : 0)
  return words >= 2
}

/** Whether a folded line tells the reader how to use the text below it. */
export function instructs(head: string): boolean {
  return TIP.test(head)
}

/** Whether a folded line opens such a remark with its label. */
export function isLabelledRemark(head: string): boolean {
  return REMARK.test(head)
}

/** 以下是…全文: — a lead-in that names the speech. */
export function isLeadIn(head: string): boolean {
  return head.endsWith(':') && LEAD_IN.test(head)
}
