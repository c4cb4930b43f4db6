import { parseNumeral } from '../numeral.ts'

const CAPTION =
  /^(?:(?:您|你|大家)?可能(?:会|也|还)?(?:关注|感兴趣|喜欢|需要)的?(?:文档|文章|内容|范文)?|(?:【.{2,60}】|.{2,40}的?)?相关(?:文章|推荐|阅读|范文|文档|热词(?:搜索)?|链接|内容|专题|资讯|新闻|搜索)(?:推荐|阅读)?|推荐(?:阅读|访问|文章|范文|文档)|(?:小编)?(?:精心|为您|为你)?推荐(?:阅读)?(?:\(阅读\))?|小编精心推荐(?:\(阅读\)|阅读)?|精彩(?:推荐|阅读|文章)|热门(?:标签|文章|推荐|阅读|搜索|文档|范文|专题)|猜你喜欢|延伸阅读|拓展阅读|更多(?:相关)?.{0,16}(?:文章|范文|阅读|推荐|内容)(?:推荐|请关注.{0,12})?|(?:最新|随机|本类|本栏|栏目)(?:文章|推荐|文档|更新|热门)|看过本文的人还看了|其他.{0,8}(?:文章|文档|范文)|推荐度)[:>》… ]*$/

/** Whether a folded line is the caption of a block of links: 您可能關注的文檔 */
export function isRelatedCaption(head: string): boolean {
  return head.length <= 50 && CAPTION.test(head)
}

/** Captions whose row of words stands on the same line: 熱門標籤:a b c */
const TAG_ROW = /^(?:热门)?(?:标签|tags?|关键词|关键字|热门搜索|热词|推荐访问|相关热词(?:搜索)?|热搜)[:： ]/i
const PIPE_ROW = /^[^|]{1,40}(?: ?[|｜] ?[^|]{1,40}){2,}\|?$/

/** Whether a folded line is a row of tags or hot words, which are no links. */
export function isTagRow(head: string): boolean {
  return (
    TAG_ROW.test(head) ||
    PIPE_ROW.test(head) ||
    /^#[^#\s]{1,20}(?:[ #]+[^#\s]{1,20})*#?$|^[^#\s]{1,20}(?: ?#[^#\s]{1,20})+$/.test(head)
  )
}

export interface NeighbourMatch {
  /** Units of each link: caption included, and where its title starts. */
  from: number
  title: number
  to: number
  /** 沒有了 */
  empty: boolean
}

/** 上一篇:A 下一篇:B */
export function matchNeighbours(head: string): NeighbourMatch[] {
  if (!/^[(【[]?[上下前后]一[篇条]/.test(head)) return []
  const captions = [...head.matchAll(/[(【[]?(?:上一篇|下一篇|上一条|下一条|前一篇|后一篇)(?:文章)?[)】\]]?[:： ]*/g)]
  if (captions[0]?.index !== 0) return []
  return captions.map((caption, i) => {
    const title = caption.index + caption[0].length
    const to = captions[i + 1]?.index ?? head.length
    return {
      from: caption.index,
      title,
      to,
      empty: /^(?:没有了?|暂无|无|已是|已经是|返回)/.test(head.slice(title, to)),
    }
  })
}

const BRACKET = /[(【[]([^()【】[\]]{0,12}?) ?(\d{1,4}|[一二三四五六七八九十百]{1,4}) ?篇[)】\]]$/
/** 推薦度:★★★ stands behind the title of a link at the top of some pages. */
const RATING = / *推荐度:? ?[★☆]*$/
const DATE = /[ ([]*(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?[)\]]*$/
const EXTENSION = /\.(?:docx?|pdf|txt|pptx?|wps|rtf|html?)$/i

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

/** Where the links of a run-together line end: A 05-12B 06-11 */
export function linkBorders(line: string): number[] {
  const borders: number[] = []
  for (const match of line.matchAll(/(?<![\d-]) ?(?:\d{4}-)?\d{2}-\d{2}(?![\d-])/g))
    borders.push(match.index + match[0].length)
  return borders
}

/** Units of the number that stands before a link's title in some blocks: 1.大橋通車致辭 */
export function linkNumber(line: string): number {
  return /^\d{1,2}[.、)] *(?=[^\d])/.exec(line)?.[0].length ?? 0
}

/** Whether a folded line is a link with the site's rating behind it, which needs no caption: 班會講話 推薦度:★★★ */
export function isRated(head: string): boolean {
  return head.includes('推荐度') && /^.{2,60} 推荐度:? ?[★☆]*$/.test(head)
}
