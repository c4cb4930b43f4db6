import { parseNumeral } from '../numeral.ts'
import { isBarred } from './field.ts'
import { endsInGenre } from './title.ts'

/** What the links of a block are called. */
const LINKS =
  '(?:文章|文档|范文|讲话稿|演讲稿|发言稿|主持词|致辞|内容|阅读|推荐|资料|链接|专题|资讯|新闻|信息|搜索|热搜|排行榜?|热词|标签|话题|词条|知识|素材|帖子|主题|问题|问答|提问|资源|课件|图书|视频|下载|热文|好文|美文|作品)'
/** What such links are said to be. */
const CHOSEN =
  '(?:延伸|拓展|扩展|推荐|精彩|热门|热点|同类|类似|相似|相近|最新|最热|最近|近期|往期|上期|本期|今日|本周|本月|一周|随机|本类|本栏|本栏目|栏目|本站|站内|编辑|小编|站长|网友|精选|优秀|经典|更多|其他|其它|下一篇|上一篇|猜你喜欢的)'
const CAPTION = new RegExp(
  `^(?:${[
    //  您可能關注的文檔    你還會喜歡的文章    大家都在看    猜你喜歡
    `(?:[看读][完过了].{2,30},)?(?:您|你|大家|网友)?(?:可能|还|也|会|或许|正在|都)+(?:关注|[感有]兴趣|喜欢|需要|想看|想要|想知道|想了解|想找|爱看|在搜|在找)的?(?:是|相关)?${LINKS}?`,
    `(?:猜|为)(?:您|你)(?:可能|还|也)*(?:喜欢|[感有]兴趣|想看|推荐|精选)的?${LINKS}?|(?:大家|网友|别人|他们)(?:都|还|也|正)?(?:在|爱|喜欢)?(?:看|读|搜)(?:了|的)?(?:什么)?${LINKS}?`,
    //  看了本文的人還看了    看過“元宵燈會講話”的人還看了
    `(?:看|读|浏览|阅读|下载)(?:过|了|完)?.{0,40}的(?:人|网友|读者|用户|朋友)?(?:还|也|都)+(?:看|读|喜欢|关注|下载|浏览|搜)(?:了|过)?.{0,6}`,
    //  【校園安全講話】相關文章    更多相關講話稿    延伸閱讀
    `(?:【.{2,60}】|.{2,40}的?)?(?:相关|有关)的?${LINKS}+(?:\\((?:搜索|阅读|推荐)\\))*`,
    `更多(?:相关|精彩|有关)?.{0,24}(?:${LINKS}|讲话稿|演讲稿|发言稿)+(?:推荐|请关注.{0,12})?`,
    `${CHOSEN}(?:精心|其他|其它|最新|热门|相关|原创)?(?:${LINKS}|访问|更新|发布|点击|精选|下载)+`,
    `(?:小编)?(?:精心|为您|为你)?推荐(?:阅读|给您|给你)?(?:\\(阅读\\))?|小编精心推荐(?:\\(阅读\\)|阅读)?`,
    `(?:与|和|跟)?(?:本文|此文|本篇).{0,4}(?:相关|有关|类似|相似)的?${LINKS}+|(?:关于|有关).{2,30}的(?:文章|文档|内容|阅读|推荐|资料|链接|专题|资讯|新闻|信息|搜索|标签|话题|知识|素材|问题)+|(?:你|您|大家)(?:还|也)(?:可以|可)(?:阅读|看看|参考|浏览)|(?:文章|文档|范文|热文|好文|美文|内容|专题|图文|阅读)(?:推荐|精选|排行|导读)|继续阅读|(?:本类|本栏目?)(?:热门|最新|推荐)`,
    `(?:往期|历史|精彩)(?:回顾|精选|推荐)|其他.{0,8}${LINKS}|(?:阅读|点击|热门|文章|下载|人气|浏览)(?:文章)?排行榜?|推荐度|(?:24小时|一周|本周|本月|今日)(?:热门|热文|热点|热榜|排行榜?)`,
    //  等待您來回答
    '(?:等待|期待)(?:您|你)?来?(?:回答|解答)(?:的问题)?|待(?:解决|回答)的?问题',
    `(?:喜欢|看过|下载|阅读)(?:此|本|该|这篇)?${LINKS}的?(?:人|用户|读者)?还(?:喜欢|看|下载|阅读)(?:了|过)?|历史上的今天|(?:我|博主|作者)的(?:更多|其他|最新)${LINKS}`,
    //  Related posts    You may also like
    `(?:related(?: posts| articles| pages| speeches| news| links)?|you (?:may|might) also like|more (?:posts|speeches|articles)|recent posts|popular posts|see also)`,
  ].join('|')})(?: ?(?:更多|more) ?(?=[>»]))?[:>»》… ]*$`,
  'i',
)

/** A caption has at most so many units. */
export const CAPTION_LIMIT = 50

/** ★相關閱讀:    ↓↓推薦閱讀↓↓    【相關文章】 */
const PAINTED = /^[【↓★☆◆◇■□●○▲▼►▶※]|[↓★☆◆◇■□●○▲▼◄◀※]$/

/** Whether a folded line is the caption of a block of links: 您可能關注的文檔 */
export function isRelatedCaption(head: string): boolean {
  if (head.length > CAPTION_LIMIT || /公众号|微信|QQ/.test(head)) return false
  return (
    CAPTION.test(head) ||
    (PAINTED.test(head) && CAPTION.test(head.replace(/^【([^【】]*)】|[↓★☆◆◇■□●○▲▼►▶◄◀※] ?/g, '$1')))
  )
}

/** Units of a caption that links stand behind on the same line: 【安全講話】相關文章:開學講話05-12 班會講話06-11 */
export function captionLength(head: string): number {
  if (!/\d-\d|\.(?:doc|pdf|txt|ppt|wps|rtf)/i.test(head)) return 0
  const box = head[0] === '【' ? head.indexOf('】') + 1 : 0
  return (
    [box, head.indexOf(':', box) + 1].find(
      (end) => end > 1 && isRelatedCaption(head.slice(0, end)) && linkBorders(head.slice(end)).length > 0,
    ) ?? 0
  )
}

/** Captions whose row of words stands on the same line: 熱門標籤:a b c */
const TAG_ROW =
  /^(?:(?:热门|相关|文章|本文|推荐|内容|文档)?(?:标签|tags?|关键词|关键字|热词|话题)|(?:热门|热词)(?:搜索|词|话题)|(?:推荐|相关)(?:访问|搜索|热搜)|(?:【[^】]{2,60}】)?相关(?:文章|阅读|推荐|链接|范文)(?=[: ] ?[^: ])(?!.*\d\d-\d\d)|(?:[^。,;!?: ]{2,24})?相关(?:热词|关键[词字])(?:搜索)?|热搜(?:词|榜)?|热门(?=:)|大家都在搜)[:： ]/i
const PIPE_ROW = /^(?!.*(?:19|20)\d{2}|.*:.*:)[^|│┃¦]{1,40}(?: ?[|｜│┃¦] ?[^|│┃¦]{1,40}){2,}[|│┃¦]?$/

/** Whether a folded line among links is a row of titles, which are no links: ★ 詩會串詞 ★ 簽售會主持詞 */
export function isStarRow(head: string): boolean {
  return STAR_ROW.test(head)
}

const STAR_ROW = /^([★☆]) ?[^★☆。,;!?]{2,40}(?: \1 ?[^★☆。,;!?]{2,40})+$/

/** Two titles; what has a colon or a figure beside the bar is a header line. */
const PIPE_PAIR = /^[^|:。,!?\d]{3,30} ?\| ?[^|:。,!?\d]{3,30}$/

/** 護士節 | 護士長在授帽儀式上的講話 — a column's name and a title, where rows have titles on both sides or on none. */
function isTitleBehindBar(head: string): boolean {
  const [column = '', title = ''] = head.split('|').map((part) => part.trim())
  return /[在的上]/.test(title) && endsInGenre(title) && !endsInGenre(column)
}

/** Whether a folded line is a row of tags or hot words, which are no links. */
export function isTagRow(head: string): boolean {
  return (
    (TAG_ROW.test(head) && captionLength(head) === 0) ||
    (PIPE_ROW.test(head) && !isBarred(head)) ||
    (PIPE_PAIR.test(head) && !isTitleBehindBar(head)) ||
    /^#(?!\d)[^#\s]{1,20}(?:[ #]+[^#\s]{1,20})*#?$|^[^#\s]{1,20}(?: ?#[^#\s]{1,20})+$/.test(head)
  )
}

/** Previous: 開學演講 */
const ENGLISH = /^[«<‹← ]*(?:previous|prev|next|older|newer)(?: (?:post|article|page))?: *[^ ]/i

export interface NeighbourMatch {
  /** Units of each link: caption included, and where its title starts. */
  from: number
  title: number
  to: number
  /** 沒有了 */
  empty: boolean
}

/** 上一篇 下一篇 返回列表 — buttons without a title, at least two. */
export const BUTTONS =
  /^[[(【<«‹← ]*(?:(?:[上下]一[篇条则期]|[前后]一篇|返?回(?:列表|目录|首页|顶部|上一?[级层页])?|列表|目录)(?:文章)?[[()【】\]<>«»‹›←→|· ]*){2,}$/

/** 上一篇:A 下一篇:B */
export function matchNeighbours(head: string): NeighbourMatch[] {
  if (BUTTONS.test(head)) return []
  if (!ENGLISH.test(head) && !/^[(【[<«‹← ]*[上下前后]一[篇条则期](?:文章)?(?:[)】\]:：> ]|$)/.test(head)) return []
  const captions = [
    ...head.matchAll(
      /[(【[<«‹← ]*(?:[上下]一[篇条则期]|前一篇|后一篇)(?:文章)?[)】\]]?[:： ]*|[«<‹← ]*(?:previous|prev|next|older|newer)(?: (?:post|article|page))?: */gi,
    ),
  ]
  if (captions[0]?.index !== 0) return []
  return captions.map((caption, i) => {
    const title = caption.index + caption[0].length
    const to = captions[i + 1]?.index ?? head.length
    return {
      from: caption.index,
      title,
      to,
      empty: /^(?:没有(?:了|资料|文章|更多)?|暂无|无|已是|已经是|返回)/.test(head.slice(title, to)),
    }
  })
}

const BRACKET = /[(【[]([^()【】[\]]{0,12}?) ?(\d{1,4}|[一二两三四五六七八九十百]{1,4}) ?[篇则份款例][)】\]]$/
/** 推薦度:★★★ stands behind the title of a link at the top of some pages. */
const RATING = / *(?:推荐度:? ?)?[★☆]+$| *推荐度:?$/
const DATE = /(?<=篇 ?\d{1,2})\d{2}-\d{2}$|[ ([]*(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?[)\]]*$/
const EXTENSION = /\.(?:docx?|pdf|txt|pptx?|wps|rtf|html?)(?: +(?:\d+ ?页|[\d.]+ ?[KM]B?))?$/i

export interface LinkMatch {
  /** Units of the title: without bracket, date and file extension. */
  end: number
  label: { start: number; end: number } | null
  count: number | null
}

/** What a folded line says as a link: 校園安全講話(優秀20篇) 05-12 */
export function matchLink(line: string): LinkMatch {
  let end = line.length - (RATING.exec(line)?.[0].length ?? 0)
  end -= DATE.exec(line.slice(0, end))?.[0].length ?? 0
  if (end === 0) end = line.length
  end -= EXTENSION.exec(line.slice(0, end))?.[0].length ?? 0
  const bracket = BRACKET.exec(line.slice(0, end))
  if (!bracket || bracket.index === 0) return { end: line.slice(0, end).trimEnd().length, label: null, count: null }
  const label = bracket[1] as string
  const start = bracket.index + 1
  return {
    end: line.slice(0, bracket.index).trimEnd().length,
    label: label.trim() ? { start, end: start + label.trimEnd().length } : null,
    count: parseNumeral(bracket[2] as string) ?? null,
  }
}

/** Whether a folded line can be a link in a block of links: short, and no sentence. */
export function isLinkLike(head: string, length: number): boolean {
  return length <= 80 && !/[。;]$/.test(head) && !/。./.test(head)
}

/** Where the links of a run-together line end: A 05-12B 06-11    A.docx B(6篇).doc */
export function linkBorders(line: string): number[] {
  const dates = [
    ...line.matchAll(
      /(?<![\d-]|篇 ?\d|篇 ?) ?\(?(?:\d{4}-)?\d{2}-\d{2}(?![\d-])\)?|(?<=篇 ?\d{1,2})\d{2}-\d{2}(?![\d-])/g,
    ),
  ]
  // 06-11 A 05-12 B
  if (dates[0] && dates[0].index <= 1) return dates.slice(1).map(({ index }) => index + 1)
  return dates.length > 0 ? dates.map(endOf) : endsOf(line, FILES)
}

/** The end of a file's name, with the day or the size behind it. */
const FILES =
  /\.(?:docx?|pdf|txt|pptx?|wps|rtf)(?: +(?:[[(]?(?:\d{4}[-/.])?\d{1,2}[-/.]\d{1,2}[\])]?|\d+ ?页|[\d.]+ ?[KM]B?))?(?: +[★☆]+)?(?= |$)/gi

function endsOf(line: string, pattern: RegExp): number[] {
  return [...line.matchAll(pattern)].map(endOf)
}

function endOf({ index, 0: match }: RegExpExecArray): number {
  return index + match.length
}

/** Units of the number that stands before a link's title in some blocks: 1.大橋通車致辭 */
export function linkNumber(line: string): number {
  return (
    /^(?:[★☆※◆◇●»›▪·]{1,3} *|[[(]?(?:\d{4}[-/.])?\d{1,2}[-/]\d{1,2}[\])]? +)(?=.)|^\d{1,2}(?:[、)] *(?=.)|\. *(?=\D|(?:19|20)\d\d)|(?= [一-龥]{2}) )/.exec(
      line,
    )?.[0].length ?? 0
  )
}

/** Whether a folded line is a link with the site's rating behind it, which needs no caption: 班會講話 推薦度:★★★ */
export function isRated(head: string): boolean {
  return head.includes('推荐度') && /^(?!.*(?:时间|日期|来源|作者|编辑):).{2,60} 推荐度:? ?[★☆]*$/.test(head)
}
