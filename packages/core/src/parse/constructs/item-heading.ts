import { codeSet } from '../../source/code-set.ts'
import { parseNumeral } from '../numeral.ts'
import { createSieve } from '../sieve.ts'
import { matchAddress, startsWithGreeting } from './address.ts'
import { isKeyedByline } from './byline.ts'
import { isSiteProse, tellsOfText } from './site-prose.ts'
import { endsInGenre } from './title.ts'

/** The forms in which sites number the speeches of a collection. */
export type HeadingForm =
  | 'pian'
  | 'digit'
  | 'bracket'
  | 'boxed'
  | 'ordinal-pian'
  | 'ordinal-behind'
  | 'pian-title'
  | 'sample'
  | 'ordinal-title'
  | 'numbered'
  | 'counted'
  | 'piece'
  | 'title'
  | 'plain'

export interface HeadingMatch {
  form: HeadingForm
  ordinal: number
  /** Folded title of the item, without number, label and brackets; empty where only a number is printed. */
  stem: string
  /** Units of the title in the line, as printed. */
  stemStart: number
  stemEnd: number
  /** Units up to the end of the heading; the line goes on behind it where heading and body are glued. */
  end: number
}

const N = '([一二三四五六七八九十百]{1,4}|\\d{1,3}(?!\\d))'
/** Behind 篇, a number is never a year: a collection can have thousands. */
const PIAN_N = '([一二三四五六七八九十百]{1,4}|\\d{1,5}(?!\\d))'
const LABEL =
  '(?:模板|精选|优选|甄选|精华|通用|优秀|优质|汇总|集合|合集|集锦|汇编|实用|专业|热门|范本|大全|经典|例文|范文|推荐|最新|简短|完整|标准)*'

interface HeadingRule {
  form: HeadingForm
  pattern: RegExp
}

/** Each form by its sample line; the first that fits is it. Group `stem`, then the number. */
const HEADINGS: readonly HeadingRule[] = [
  //  第一篇:校園安全講話
  { form: 'ordinal-pian', pattern: new RegExp(`^(?<stem>)[【(]?第${PIAN_N}篇[】)]?(?:[:、. ]+(?<title>.{2,50})?)?`) },
  //  第一篇校園安全講話
  { form: 'ordinal-title', pattern: new RegExp(`^(?<stem>)第${PIAN_N}篇(?!章(?!程))(?<title>[^。,;!?:、]{2,40})$`) },
  //  篇一:校園安全講話
  { form: 'pian-title', pattern: new RegExp(`^(?<stem>)篇${PIAN_N}[:、. ]+(?<title>.{2,50})`) },
  //  範文一    『范文1』    【範例一】
  {
    form: 'sample',
    pattern: new RegExp(
      `^(?<stem>)[【‘“\\[(]?(?:参考|优秀|精选|经典|推荐|示范)?(?:范文|范例|范本|范稿|例文|例稿|样本|样稿|样文|模板|模版|样例|示例|示范稿) ?${N}[】’”\\])]?(?:[:、. ]+(?<title>.{2,50}))?`,
    ),
  },
  //  【篇一】    [篇一]    校園安全講話【1】    【第一篇】    【校園安全講話一】    【校園安全講話(一)】    【篇一:校園安全講話】
  {
    form: 'boxed',
    pattern: new RegExp(
      `^(?<stem>[^。,;!?:[\\]【】]{0,40}?)(?:【|\\[(?=[^\\]]{0,40}[篇文]))(?:(?<inner>[^。,;!?:【】第篇]{2,30}?)?(?:篇|范文)? ?(?:${N}|\\(${N}\\))|第${N}篇)(?::(?<title>[^[\\]【】]{2,50}))?[\\]】]`,
    ),
  },
  //  校園安全講話 第一篇    校園安全講話(第1篇)
  { form: 'ordinal-behind', pattern: new RegExp(`^(?<stem>[^。,;!?:]{2,50}?)[ (]*第${PIAN_N}篇\\)?`) },
  //  校園安全講話篇一    校園安全講話 篇1    校園安全講話(精選篇1)
  //              ^^
  {
    form: 'pian',
    pattern: new RegExp(
      `^(?<stem>[^。,;!?:]{0,50}?(?:(?<=[稿话言辞词告])范文(?=篇))?)[ (‘“★☆■◆—-]*(?:${LABEL}篇|(?<=\\()${LABEL}(?:范文|例文)) ?${PIAN_N}[)’”★☆■◆—-]*`,
    ),
  },
  //  校園安全講話(一)
  {
    form: 'bracket',
    pattern: new RegExp(`^(?<stem>(?:[^。,;!?:]{2,40}?)?) ?(?:\\(${N}\\)|(?<=[一-龥])\\[(\\d{1,3})\\])`),
  },
  //  校園安全講話一    校園安全講話稿範文二    校園安全講話之三
  {
    form: 'digit',
    pattern:
      /^(?<stem>[^。,;!?:]{2,40}?(?:稿|[致贺悼誓祝]?[辞词]|讲话|演讲|发言|报告|总结|感言|心得|体会))(?:范文|例文|精选|模板|之)?([一二三四五六七八九十]{1,2})(?=:?$|[: ]*(?:尊敬|敬爱|亲爱|各位|同志们|老师们|同学们|女士们|朋友们|家长们|乡亲们|(?![直个定起些样切般])[一-龥]{1,5}(?<![我你他她它咱人])们[:,!、]))/,
  },
  //  校園安全講話1, but not the day of a link: 校園安全講話06-12
  {
    form: 'digit',
    pattern:
      /^(?<stem>(?![Pp](?:age|AGE) ?\d)[^。,;!?:]{2,40}?[^\d.,%\s年第:/-])(?: |[-—_](?=\d{1,2}(?:$|[^\d])))?(\d{1,2})(?![\d.%年月日个次届世篇则]| ?[-/]\d{1,2}$)/,
  },
]

/** Most lines fit no form, and to note where each part of a match stands costs more than the match. */
const RULES = createSieve(
  HEADINGS.map(({ form, pattern }) => ({ form, pattern, parts: new RegExp(pattern.source, 'd') })),
)

/** All forms that a folded line could be a heading in, the likeliest first; empty where it is none. */
export function matchHeadings(head: string): HeadingMatch[] {
  if (!isNumbered(head)) return []
  const matches: HeadingMatch[] = []
  for (const { form, pattern, parts } of RULES.all(head)) {
    const match = pattern.exec(head) as RegExpExecArray
    const numeral = match
      .slice(1)
      .find((group, i) => i > 0 && group && /^(?:[一二三四五六七八九十百]+|\d+)$/.test(group))
    const ordinal = numeral === undefined ? undefined : parseNumeral(numeral)
    if (ordinal === undefined || ordinal === 0) continue
    const [stemStart, stemEnd] = titleSpan(match, parts, head)
    const end = match.groups?.title && form !== 'boxed' ? stemEnd : match[0].length
    matches.push({
      form,
      ordinal,
      stem: head.slice(stemStart, stemEnd),
      stemStart,
      stemEnd,
      end: headingEnd(head, end, endsInGenre(match.groups?.stem ?? '')),
    })
  }
  return matches
}

/** Whether a number stands in the first clause of a folded line, as in every form. */
function isNumbered(head: string): boolean {
  for (let at = 0; at < head.length; at++) {
    const code = head.charCodeAt(at)
    if (isNumeral(code)) return true
    if (endsClause(code)) return false
  }
  return false
}

const isNumeral = codeSet('一二三四五六七八九十百0123456789')
const endsClause = codeSet('。,;!?:')

/** Where the item's title stands: before the number, or behind it up to an address that is glued to it. */
function titleSpan({ groups = {} }: RegExpExecArray, parts: RegExp, head: string): [number, number] {
  const { stem, title } = groups
  const [start, end] = stem ? [0, stem.length] : spanBehind(groups, parts, head)
  const span = head.slice(start, end)
  const isAddress = title && matchAddress(head.slice(start))?.mark === ':'
  const glued = isAddress ? 0 : title ? span.search(ADDRESS_START) : -1
  const cut = glued >= 0 && matchAddress(head.slice(start + glued)) ? glued : span.length
  const said = span.slice(0, cut).trimEnd()
  // 篇一:校長講話 校長講話尊敬的領導: — printed twice, it is the title once.
  const once = TWICE.exec(said)?.[1] ?? said
  return [start, start + once.length]
}

/** Where a title stands that has the number before it. */
function spanBehind(
  { inner, title }: Record<string, string | undefined>,
  parts: RegExp,
  head: string,
): [number, number] {
  if (!inner && !title) return [0, 0]
  const spans = parts.exec(head)?.indices?.groups
  return spans?.inner ?? spans?.title ?? [0, 0]
}

const TWICE = /^(.{4,30}) \1$/

const ADDRESS_START =
  /尊敬|敬爱|亲爱|各位|全体|(?:同志|老师|同学|女士|先生|朋友|家长|工友|乡亲|战友|孩子|小朋友|领导|队员)们/

/** 祝酒詞篇一(滿月酒) — what brackets say behind the number belongs to the heading. */
const SUBTITLE =
  /^[(【](?!.*[\d一二三四五六七八九十xX] ?[年月日号])[^()【】。;!?:]{2,20}[)】]$|^\([^()。,;!?:\d]{2,16}\)(?=[尊敬亲各]|..们) ?/

/** A heading ends with the line, or where the body that is glued to it starts. */
function headingEnd(head: string, matched: number, isNumberLast: boolean): number {
  let end = matched
  while (head[end] === ' ' || head[end] === ':') end++
  end += SUBTITLE.exec(head.slice(end))?.[0].length ?? 0
  if (isNumberLast && head.slice(matched, end).includes(':') && isTitleBehind(head.slice(end))) return head.length
  return behindBoxedTitle(head, end) ?? Math.min(end, head.length)
}

/** 國旗下講話稿篇一:春天在你腳下 — what stands behind the colon is neither a note nor what somebody says. */
function isTitleBehind(rest: string): boolean {
  return BEHIND.test(rest) && !opensBody(rest) && !isSiteProse(rest) && !tellsOfText(rest) && !isKeyedByline(rest)
}

const BEHIND = /^(?!适[合用]|.*(?:[我咱]|你们|今[天年日晚]|大家|各位|同[学志]|,$))[^。;!?:]{2,30}[!?]?$/

/**
 * Where the title behind a box ends, which is a part of the heading; undefined where there is none.
 *
 *     【範文一】校園安全講話各位老師:
 *                           ^
 */
function behindBoxedTitle(head: string, end: number): number | undefined {
  if (!/^[【[]/.test(head) || !/[】\]][: ]*$/.test(head.slice(0, end))) return undefined
  const rest = head.slice(end)
  if (opensBody(rest)) return undefined
  // 【篇一】國旗下講話稿:寫給晚到的人
  const colon = /:(?=[^。,;!?:]{2,20}$)/.exec(rest)?.index ?? 0
  if (colon > 0 && endsInGenre(rest.slice(0, colon))) return head.length
  if (/^[^。,;!?:]{2,40}(?:(?<!.{24}),[^。,;!?:]{2,24})?(?:\([^()。;!?:]{2,20}\)|\?)?$/.test(rest)) return head.length
  if (isTwofold(rest)) return head.length
  const glued = rest.search(ADDRESS_START)
  const title = rest.slice(0, glued)
  const isTitle = glued > 1 && (endsInGenre(title) || isTwofold(title)) && matchAddress(rest.slice(glued))?.mark === ':'
  return isTitle ? end + glued : undefined
}

/** 中學生國旗下講話稿:一隻鞋盒 — a genre or an occasion, and the title proper; no label of a note, and no words of somebody. */
function isTwofold(rest: string): boolean {
  return TWOFOLD.test(rest) && !isSiteProse(rest) && !tellsOfText(rest) && !isKeyedByline(rest)
}

const TWOFOLD = /^[^。,;!?:]{2,24}(?<![说道曰问答写]|如下):(?!.*[。;:]|.*,$)[^!?]{2,40}[!?]?$/

/** Whether what follows a heading on its line can be the body: an address or greeting, or nothing. */
export function opensBody(rest: string): boolean {
  return rest === '' || matchAddress(rest) !== undefined || startsWithGreeting(rest)
}
