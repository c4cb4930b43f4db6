import type { Closing } from '../schema/speech.ts'
import { codeSet } from '../source/code-set.ts'
import { fold } from '../source/fold.ts'
import { firstAtLeast } from '../source/search.ts'
import { matchAddress, startsWithGreeting } from './constructs/address.ts'
import { isSpeakerLabel, namesCast, namesHost } from './constructs/byline.ts'
import { classifyClosing } from './constructs/closing.ts'
import { type HeadingMatch, matchHeadings } from './constructs/item-heading.ts'
import { matchMarker } from './constructs/marker.ts'
import { isSiteProse } from './constructs/site-prose.ts'
import { isStage, STAGE_LIMIT } from './constructs/stage.ts'
import { endsInGenre } from './constructs/title.ts'
import { turnLength } from './constructs/turn.ts'
import { LETTERS } from './letters.ts'
import { HEAD, type Line, lengthOf, makeLine, splitLines, trimBack } from './line.ts'
import { isStyleDump } from './style-dump.ts'

/** A line of at least so many units can hold a whole speech. */
const WHOLE_SPEECH = 80
/** A piece of such a line, cut off by a mark of omission, holds less. */
const PIECE = 30
/** A title that the first address is glued to has at most so many units: 婚禮主持詞:各位來賓,大家好! */
const TITLE = 40
/** A page whose longest lines hold at least this share of its text is one of one-line speeches. */
const SHARE = 0.6

/**
 * Splits the lines of pages that hold a whole speech in one line, where headings stand mid-line.
 * On other pages nothing is split: there, numbers in running text are enumerations.
 *
 *     同志們:今天…。下面,我講兩點意見。一、提高認識。…。二、抓好落實。…。謝謝大家!
 *                                       ^                ^                ^
 */
export function splitOneLiners(
  text: string,
  lines: readonly Line[],
  isHeading: (line: Line) => boolean,
): readonly Line[] {
  const isWhole = isOneLiner(
    lines.filter((line) => !isStyleDump(line)),
    isHeading,
  )
  const titles = new Set<string>()
  let last = 0
  // Above the first speech, what a site says is its preface.
  const first = lines.findIndex((line) => line.address !== undefined || isHeading(line))
  return splitLines(lines, (line, i) => {
    if (isStyleDump(line)) return undefined
    if (isWhole && lengthOf(line) >= (line.embedded ? PIECE : WHOLE_SPEECH)) {
      const page = { last: isPage(lines, i) ? last : 0, goesOn: isPage(lines, i + 2) }
      const parts = splitLine(text, line, titles, page)
      last = page.last
      return parts
    }
    return (
      (line.turn > 0 && !namesCast(line.head) ? splitTurns(line) : undefined) ??
      (i >= first && lines.length - i <= LAST ? splitGlued(line) : undefined)
    )
  })
}

/** What a site glues to the last line of a speech stands in so many lines from the end. */
const LAST = 40

/** 謝謝大家!(責任編輯:小田)    謝謝大家!返回搜狐,查看更多 */
function splitGlued(line: Line): Line[] | undefined {
  const folded = fold(line.text, line.start, line.end)
  const first = findFurniture(folded, sentenceStarts(folded)).find((at) => endsBefore(folded, at) || folded[at] === '…')
  return first === undefined ? undefined : cutLine(line, folded, [first])
}

/** Turns that share a line: 甲:尊敬的老師,乙:親愛的同學,合:大家好! */
function splitTurns(line: Line): Line[] | undefined {
  const folded = fold(line.text, line.start, line.end)
  const turns = findTurns(folded, 2).filter((at) => at > 0)
  return turns.length > 0 ? cutLine(line, folded, turns) : undefined
}

/** Few lines, and nearly all of the text in long ones that each hold a speech. */
function isOneLiner(lines: readonly Line[], isHeading: (line: Line) => boolean): boolean {
  let long = 0
  let total = 0
  let held = 0
  for (const line of lines) {
    total += lengthOf(line)
    if (lengthOf(line) >= WHOLE_SPEECH) long++
  }
  if (long === 0 || lines.length > long * 6 + 6) return false
  for (let at = 0, rest = total; at < lines.length && held + rest >= total * SHARE; at++) {
    const line = lines[at] as Line
    rest -= lengthOf(line)
    if (lengthOf(line) < WHOLE_SPEECH) continue
    const isWhole = long === 1 || line.address?.mark || isAlone(lines, at, isHeading)
    if (isWhole || isPage(lines, at) || holdsItems(line)) held += lengthOf(line)
  }
  return held >= total * SHARE
}

/** A line of at least so many units can hold several speeches with their headings. */
const SEVERAL = 600

/** Whether headings of items stand in the middle of a line that nobody prints as a paragraph. */
function holdsItems(line: Line): boolean {
  if (lengthOf(line) < SEVERAL || !(line.holds & LETTERS.listeners)) return false
  const folded = fold(line.text, line.start, line.end)
  return findHeadings(folded, sentenceStarts(folded), new Set()).length > 0
}

/** 第2頁共3頁    2、 — behind the number of a page stands what the page holds. */
function isPage(lines: readonly Line[], at: number): boolean {
  return lines[at]?.embedded === true && /^(?:第\d{1,4}页 ?共|\d{1,3}[、.]?$)/.test(lines[at - 1]?.head ?? '')
}

/** Whether nothing but this line stands between two headings. */
function isAlone(lines: readonly Line[], at: number, isHeading: (line: Line) => boolean): boolean {
  const before = lines[at - 1]
  const next = lines[at + 1]
  return before !== undefined && isHeading(before) && (next === undefined || isHeading(next))
}

/** A speech of one line only, shorter than a page of one line: its closing stands apart all the same. */
export function splitLonely(text: string, body: readonly Line[], noise: ReadonlyMap<Line, unknown>): readonly Line[] {
  const first = body.findIndex((line) => !noise.has(line))
  const only = body[first]
  const isOnly = body.findIndex((line, i) => i > first && !noise.has(line)) === -1
  if (!only || !isOnly || lengthOf(only) < LONELY || lengthOf(only) >= 2000) return body
  const folded = fold(text, only.start, only.end)
  const starts = sentenceStarts(folded)
  const signed = findSignature(folded, folded.length)
  const closings = findClosings(folded, starts, signed[0] ?? folded.length)
  const borders = new Set([
    ...findSeries(folded, starts).filter((at) => endsBefore(folded, at)),
    ...closings,
    ...signed,
  ])
  if (borders.size === 0) return body
  const parts = cutLine(
    only,
    folded,
    [...borders].sort((a, b) => a - b),
  )
  return body.flatMap((line) => (line === only ? parts : [line]))
}

/** Whether a sentence ends before an offset: what counts inside of one heads nothing. */
function endsBefore(folded: string, at: number): boolean {
  return '。!?'.includes(folded[trimBack(folded, at) - 1] ?? '')
}

/** A line of at least so many units can hold a body and a closing. */
const LONELY = 20

/** The parts of a line; `titles` are those that headings had in the lines above. */
function splitLine(text: string, line: Line, titles: Set<string>, page: Page): Line[] {
  const folded = fold(text, line.start, line.end)
  return cutLine(line, folded, findBorders(folded, titles, page))
}

/** A page of a document, which may cut its sections: the last number above it, and whether another page follows. */
interface Page {
  last: number
  goesOn: boolean
}

/** The parts of a line between borders, which are sorted. */
function cutLine(line: Line, folded: string, borders: readonly number[]): Line[] {
  const starts = [0, ...borders]
  return starts.map((from, i) => {
    const to = starts[i + 1] ?? folded.length
    const start = i === 0 ? line.from : line.start + from
    const end = i === starts.length - 1 ? line.to : line.start + trimBack(folded, to)
    return makeLine(line, start, end, line.embedded || i > 0)
  })
}

/** Where in a folded line something new begins, sorted. */
function findBorders(folded: string, titles: Set<string>, page: Page): number[] {
  const ads = findAds(folded)
  const stages = findStages(folded)
  const behind = [...ads.map(({ to }) => to), ...stages].filter((at) => at > 0 && at < folded.length)
  const starts = [...new Set([...sentenceStarts(folded), ...behind])].sort((a, b) => a - b)
  const borders = new Set<number>()
  const turns = findTurns(folded)
  for (const at of turns) borders.add(at)
  for (const at of stages) borders.add(at)
  const headings = findHeadings(folded, withStarts(folded, starts, BEHIND_BRACKET), titles)
  for (const at of headings) borders.add(at)
  for (const at of findTitles(folded, headings.find((at) => at > 0) ?? 0)) borders.add(at)
  if (turns.length === 0) {
    const counted = withStarts(folded, starts, COUNTED).filter((at) => !isInHeading(folded, headings, at))
    for (const at of findSeries(folded, counted, page)) borders.add(at)
  }
  const title = TITLED.exec(folded)?.[0].length ?? 0
  if (title > 0 && endsInGenre(folded.slice(0, title).trimEnd())) borders.add(title)
  for (const at of starts) {
    const window = folded.slice(at, at + HEAD)
    const address = matchAddress(window)
    const greets = address?.mark === ',' && startsWithGreeting(window.slice(address.end).trimStart())
    if ((address?.mark === ':' || greets) && !/^第?.{0,2}篇/.test(window)) borders.add(at)
    else if (address && at <= TITLE && endsInGenre(folded.slice(0, at).replace(/[: ]+$/, ''))) borders.add(at)
  }
  for (const { from, to } of ads) borders.add(from).add(to)
  const furniture = findFurniture(folded, starts)
  for (const { from, to } of turns.length > 0 ? [] : findSpeeches(folded, borders, furniture)) {
    const end = spokenTo(folded, starts, from, to)
    borders.add(end)
    const signed = findSignature(folded, end)
    for (const at of signed) borders.add(at)
    for (const closing of findClosings(folded, starts, signed[0] ?? end, from)) borders.add(closing)
  }
  for (const at of furniture) borders.add(at)
  splitLead(folded, borders)
  borders.delete(0)
  borders.delete(folded.length)
  return [...borders].sort((a, b) => a - b)
}

/** Where the last word of a speech ends, behind which an editor says something of it: 謝謝大家!這篇講話值得借鑒。 */
function spokenTo(folded: string, starts: readonly number[], from: number, to: number): number {
  // Above the first speech, the site's sentences are a preface.
  const sentences = from > 0 || opensSpeechAt(folded, 0) ? lastSentences(folded, starts, to, from) : []
  let end = to
  while (sentences.length > 0) {
    const at = sentences.pop() as number
    if (end - at > REMARK || !isSiteProse(folded.slice(at, end).trimEnd())) break
    end = at
  }
  return end
}

/** A sentence of an editor's has at most so many units. */
const REMARK = 120

/** 座談會發言稿 我叫苗青,… — a title, and a sentence behind the blank. */
const TITLED = /^[^。,;!?: ]{4,40} (?=[一-龥])/

interface Span {
  from: number
  to: number
}

/** The speeches of a line, each from where it opens to the next one, or to what the site says below it. */
function findSpeeches(folded: string, borders: ReadonlySet<number>, furniture: readonly number[]): readonly Span[] {
  const openings = [...borders].filter((at) => opensSpeechAt(folded, at)).sort((a, b) => a - b)
  return [...openings, folded.length].map((end, i, all) => {
    const from = all[i - 1] ?? 0
    const below = furniture[firstAtLeast(furniture, furniture.length, from + 1)]
    return { from, to: below !== undefined && below < end ? below : end }
  })
}

/** What stands before the first address on a page of one line has at most so many units. */
const LEAD = 240
/** The value of a field before the address has at most so many units. */
const NAME = 12
const LEAD_FIELD =
  /(?<=[ ^])(?:(?:发布|更新|上传|发表)?(?:时间|日期)|来源|作者|编辑|小编|责编|浏览|阅读|点击|字数)(?:次数|量|数)?:|(?<= )[\d.,]+[万wk]?\+?(?:次|人)?(?:阅读|浏览|看过)(?= )|(?<= )\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}|\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d{2}/
/** 首頁 > 演講稿 > 敬業 */
const CRUMBS = /^[^。!?]{0,60}(?:[>»›] ?)[^ >»›。!?]{1,16}(?= )/

/**
 * The site's trail, the title and the header lines that stand before the first address.
 *
 *     首頁 > 演講稿 > 敬業 一盞礦燈 時間:2018-05-04 來源:礦工報 各位工友:大家好!
 *                          ^        ^                          ^
 */
function splitLead(folded: string, borders: Set<number>): void {
  const early = [...borders].filter((at) => at <= LEAD && matchAddress(folded.slice(at, at + HEAD)) !== undefined)
  const [first = Number.POSITIVE_INFINITY] = early.sort((a, b) => a - b)
  // 作者:小禾 老師們: — the name before the address is the last field's value.
  const end = early.filter((at) => at <= first + NAME && !/[,。!?、]/.test(folded.slice(first, at))).at(-1) ?? first
  if (end > LEAD) return
  const lead = folded.slice(0, end)
  const field = LEAD_FIELD.exec(lead)?.index
  if (field === undefined) return
  for (const at of borders) if (at < end) borders.delete(at)
  borders.add(field)
  const trail = CRUMBS.exec(lead.slice(0, field))?.[0].length
  if (trail !== undefined && trail + 1 < field) borders.add(trail + 1)
}

/** What a site glues to the end of a speech in one line: 上一篇:    【校園安全講話】相關文章:    (未完,全文共1820字) */
const FURNITURE =
  /^(?:[(【[]?上一[篇条][:)】\] ]|下一[篇条]:(?=[^。]{0,30}$)|【[^】]{2,40}】相关|相关(?:文章|推荐|阅读|热词)[^。]{0,6}:|[([【…]*未完[^一-龥]|以上(?:就)?是(?:小编|本站)|(?:版权|免责)声明:|本文(?:来源|标题|链接|地址)|\(?(?:责任编辑|责编|编辑)[: ]|返回搜狐|[[【](?:打印|列印|关闭|返回|收藏)[^\]】]{0,6}[\]】] ?(?:$|[[【])|本文由.{2,20}(?:整理|提供|网)|更多[^。,]{0,12}[稿文词章][^。,]{0,4}(?:访问|关注|点击)|(?:小编|名师)?点评:|【(?:编者按|编后[语记]?|(?:名师|教师|专家|小编)?(?:点评|简评|评析|赏析|寄语))】|(?:热门)?标签:|(?:点击)?展开剩余|(?:点击|展开|查看|打开)(?:阅读|查看)?(?:全文|更多)|打开.{0,8}(?:app|APP|客户端))/

/** Where such furniture starts, dots before it included. */
function findFurniture(folded: string, starts: readonly number[]): number[] {
  return withStarts(folded, starts, BEHIND_CREDIT)
    .filter((at) => FURNITURE.test(folded.slice(at, at + HEAD)))
    .map((at) => at - (/…+$/.exec(folded.slice(0, at).slice(-8))?.[0].length ?? 0))
}

/** (編輯:小舟)上一篇: — behind a bracket, too, the next speech is linked. */
const BEHIND_CREDIT = /(?<=[)】])(?=[上下]一[篇条][:】])/g

/** A script in one line has at least so many turns. */
const TURNS = 3
/** The label of a turn, with what stands behind it in brackets, has at most so many units. */
const LABEL = 24

/**
 * The turns of a script, whose labels tell more of it than its numbers do; empty where the line holds none.
 *
 *     男:尊敬的各位領導,女:親愛的同學們,合:大家好!
 *     ^                 ^               ^
 */
function findTurns(folded: string, least = TURNS): number[] {
  const labels = folded.matchAll(
    /(?<=^|[。!?;,~…”) ] ?|[词稿录答])(?:[(【]?[一-龥A-D]{1,5}\d?[)】]?:|[(【][一-龥A-D]{1,5}\d?[)】])/g,
  )
  const turns: number[] = []
  const named = new Map<string, number[]>()
  for (const { index, 0: label } of labels) {
    if (turnLength(folded.slice(index, index + LABEL)) > 0) turns.push(index)
    else if (!named.get(label)?.push(index)) named.set(label, [index])
  }
  // 記者:…老船長:…記者:…老船長:… — whoever else speaks again and again.
  const speakers = [...named.values()].filter((starts) => starts.length >= TURNS)
  if (
    speakers.length > 1 &&
    !/[。!?:]/.test(folded.slice(0, Math.min(turns[0] ?? folded.length, speakers[0]?.[0] ?? 0)))
  )
    for (const starts of speakers) for (const at of starts) turns.push(at)
  return turns.length >= least ? turns.sort((a, b) => a - b) : []
}

/** Both ends of the stage directions and boxed labels between sentences: 伏師傅從來沒有坐過。(點睛)男:龍睛一亮【縣長講話】 */
function findStages(folded: string): number[] {
  return [...folded.matchAll(/(?<=^|[。!?~…”)\]] ?)(?:\([^()]{1,40}\)|\[[^[\]]{1,40}\]|【[^【】]{2,24}】)/g)].flatMap(
    ({ index, 0: stage }) =>
      (stage.length <= STAGE_LIMIT && isStage(stage)) || namesHost(stage) || isSpeakerLabel(stage)
        ? [index, index + stage.length]
        : [],
  )
}

/** 開學講話(精選3篇)開學講話1 — behind brackets, a title may start. */
const BEHIND_BRACKET = /(?<=[)】])(?=[一-龥])/g
/** 落實措施(一)明確責任    提幾點要求,一是質量第一。 — a number in brackets and a first word need no full stop before them. */
const COUNTED = /(?=\([一二三四五六七八九十]{1,2}\)(?!班[^主级]))|(?<=,)(?=一[是要]|第一[,、])/g

/** The starts of sentences, and what else a pattern finds, sorted. */
function withStarts(folded: string, starts: readonly number[], pattern: RegExp): readonly number[] {
  const more = [...folded.matchAll(pattern)].map(({ index }) => index).filter((at) => at > 0)
  return more.length === 0 ? starts : [...new Set([...starts, ...more])].sort((a, b) => a - b)
}

/** Whether a number in brackets is that of an item: 開學講話(一) */
function isInHeading(folded: string, headings: readonly number[], at: number): boolean {
  if (folded[at] !== '(') return false
  const start = headings[firstAtLeast(headings, headings.length, at + 1) - 1] ?? 0
  return at > start && at - start <= HEADING_REACH && !/[。!?:]/.test(folded.slice(start, at))
}

/** The heading of an item has at most so many units. */
const HEADING_REACH = 40

/** Who signs below the last sentence, and when: 散會!村委會主任 羅湘 2011年3月5日 */
function findSignature(folded: string, end: number): readonly number[] {
  const from = Math.max(0, end - SIGNED)
  const said = folded.slice(from, end).trimEnd()
  const to = from + said.length
  const [, name = '', date = ''] = SIGNATURE.exec(said) ?? []
  if (date === '')
    return end === folded.length ? [to - (NAMED.exec(said)?.[1]?.length ?? 0)].filter((at) => at < to) : []
  return name.trim() === '' ? [to - date.length] : [to - date.length - name.length, to - date.length]
}

/** Name and date have together at most so many units. */
const SIGNED = 60
const SIGNATURE =
  /[。!?”)] *((?:[^。,;!?“” ]{2,16} +){0,3}|[^。,;!?“” \d]{2,16})((?:\d{4}|[二一][零○一二三四五六七八九]{3}|20xx) ?年[^。,;!?: ]{1,8}[日号月])$/

/** 祝大家一路順風! 退休船員 江一帆 */
const NAMED = /[。!?”)] +([^。,;!?:()“”\d ]{2,14}(?: +[一-龥·]{2,4})?)$/

/** Where a site's advertisement stands in running text, up to the next number: 【廣告】勞保手套廠家直銷二、手腳要實。 */
function findAds(folded: string): { from: number; to: number }[] {
  if (!/[广推会]/.test(folded)) return []
  return [...folded.matchAll(AD)].map(({ index, 0: ad }) => ({ from: index, to: index + ad.length }))
}

const AD =
  /[【[(](?:广告|推广|赞助)[】\])][^。!?]{2,60}?(?=[一二三四五六七八九十]、|\([一二三四五六七八九十]\)|\d{1,2}、|[。!?]|$)[。!?]?|【[^】]{0,12}(?:会员|限时|特惠)[^】]{2,40}】/g

/** Behind every sentence mark or blank. */
function sentenceStarts(folded: string): number[] {
  const starts: number[] = []
  for (let at = 1; at < folded.length; at++) {
    if (!mayStand(folded.charCodeAt(at - 1)) || ' ”’)'.includes(folded[at] as string)) continue
    const isClosed = '”’)'.includes(folded[at - 1] as string)
    if (!isClosed || '。!?'.includes(folded[at - 2] ?? '')) starts.push(at)
  }
  return starts
}

/** Whether a mark may stand before a sentence. */
const mayStand = codeSet('。!?;: …”’)')

/** 校園安全講話篇二 between two speeches; a title with a digit is sure where `titles`, or another heading, has it too. */
function findHeadings(folded: string, sentences: readonly number[], titles: Set<string>): number[] {
  const found = sentences.map((at) => headingAt(folded, at))
  const first = findFirst(folded, sentences, found)
  const starts = first === undefined ? sentences : [...new Set([...sentences, first])].sort((a, b) => a - b)
  const headings = first === undefined ? found : starts.map((at) => headingAt(folded, at))
  const stems = countStems([headingAt(folded, 0), ...headings])
  const sure = starts.filter((at, i) => {
    const heading = headings[i]
    if (!heading) return false
    if (at !== first && !'。!?…”)】'.includes(folded[trimBack(folded, at) - 1] ?? '。')) return false
    const rest = folded.slice(at + heading.end, at + HEAD)
    if ((stems.get(heading.stem) ?? 0) > 1) titles.add(heading.stem)
    if (titles.has(heading.stem)) return true
    if (heading.form === 'digit' || heading.form === 'bracket')
      return endsInGenre(heading.stem) && matchAddress(rest)?.mark === ':'
    return heading.stem !== '' || heading.form !== 'pian' ? matchAddress(rest) !== undefined || rest === '' : false
  })
  return withMissing(folded, sure)
}

/**
 * Headings with those between them that have the same title and the next number, though no sentence ends before them.
 *
 *     …加微信hk**88創衛動員講話三同志們:
 *                      ^
 */
function withMissing(folded: string, sure: readonly number[]): number[] {
  const known = sure.map((at) => headingAt(folded, at))
  return sure.flatMap((at, i) => {
    const heading = known[i]
    const end = sure[i + 1] ?? folded.length
    const isGap = known[i + 1] === undefined ? i > 0 : known[i + 1]?.ordinal === (heading?.ordinal ?? 0) + 2
    if (!heading || heading.stem.length < STEM || !isGap) return [at]
    const next = folded.indexOf(heading.stem, at + heading.end)
    const missing = next > 0 && next < end ? headingAt(folded, next) : undefined
    return missing?.stem === heading.stem && missing.ordinal === heading.ordinal + 1 ? [at, next] : [at]
  })
}

/**
 * Where the title with the first number stands, which a site glues to its preface without a mark; the second number,
 * behind the end of a speech, tells of it.
 *
 *     請改了再用校園安全講話稿1各位老師:…謝謝大家!校園安全講話稿2各位家長:
 *               ^
 */
function findFirst(
  folded: string,
  starts: readonly number[],
  headings: readonly (HeadingMatch | undefined)[],
): number | undefined {
  const isSecond = (heading: HeadingMatch | undefined) =>
    heading?.ordinal === 2 && heading.stemStart === 0 && heading.stem.length >= STEM
  const index = headings.findIndex(isSecond)
  const second = headings[index]
  if (!second) return undefined
  const at = starts[index] as number
  const printed = folded.slice(at, at + second.end).trimEnd()
  const first = folded.lastIndexOf(
    printed.replace(/[2二](?=[^2二]*$)/, (two) => (two === '2' ? '1' : '一')),
    at,
  )
  const heading = first > 0 ? headingAt(folded, first) : undefined
  return heading?.ordinal === 1 && heading.stem === second.stem ? first : undefined
}

/**
 * Where the titles end that stand in front of everything, printed once or again; the heading at `known` has their words.
 *
 *     述職報告述職報告(精選5篇)時光飛逝,又到年底。述職報告1各位領導:
 *             ^                ^
 */
function findTitles(folded: string, known: number): number[] {
  const { stem = '' } = known > 0 ? (headingAt(folded, known) ?? {}) : {}
  const ends: number[] = []
  for (let at = 0; stem.length >= STEM && folded.startsWith(stem, at); at = ends.at(-1) as number) {
    const end = at + stem.length
    const rest = folded.slice(end, end + TITLE)
    const count =
      /^ ?(?:[([【](?!第?[一二三四五六七八九十\d]{1,3}[)\]】])[^()[\]【】]{1,14}[)\]】])? ?/.exec(rest)?.[0].length ?? 0
    if (count === 0 && !rest.startsWith(stem)) break
    ends.push(end + count)
  }
  return ends.filter((at) => at < known)
}

/** The heading that starts at an offset; undefined where there is none, or one too long to stand mid-line. */
function headingAt(folded: string, at: number): HeadingMatch | undefined {
  const heading = matchHeadings(folded.slice(at, at + HEAD))[0]
  return heading && heading.end <= 40 ? heading : undefined
}

/** How often each title with a number comes: 豐收節致辭(一) … 豐收節致辭(二) */
function countStems(headings: readonly (HeadingMatch | undefined)[]): ReadonlyMap<string, number> {
  const stems = new Map<string, number>()
  for (const heading of headings) {
    if (heading && heading.stem.length >= STEM) stems.set(heading.stem, (stems.get(heading.stem) ?? 0) + 1)
  }
  return stems
}

/** So short a title is no sure one. */
const STEM = 5

/** Systems of numbers whose members head sections also mid-line; 一是 and 第一 count things in running text. */
const HEADING_SERIES: ReadonlySet<string> = new Set([
  'han',
  'paren-han',
  'boxed-han',
  'arabic',
  'paren-arabic',
  'circled',
])

interface Member {
  at: number
  ordinal: number
}

/** The markers of every run that counts up from 1 and reaches 2 at least, on the pages before or behind perhaps. */
function findSeries(folded: string, starts: readonly number[], page: Page = WHOLE): number[] {
  return [...readRuns(folded, starts, page.last)].flatMap(([system, runs]) => {
    const series = runs
      .filter((run) => (run.length > 1 ? !isOneSentence(folded, run) : system === 'han' && isCut(run, page)))
      .filter((run) => !RUN_IN.has(system) || headsSections(folded, run))
      .flat()
    if (system === 'han' && page !== WHOLE) page.last = series.at(-1)?.ordinal ?? page.last
    return series.map(({ at }) => at)
  })
}

/** Whether the only number of a page goes on with those above, or is the first and may go on below. */
function isCut([only]: readonly Member[], { last, goesOn }: Page): boolean {
  return only !== undefined && (only.ordinal === 1 ? goesOn : only.ordinal === last + 1)
}

/** What no page figure cuts. */
const WHOLE: Page = { last: 0, goesOn: false }

/** By system of numbers, the runs that each start at 1; what has headings on the page above goes on behind `last`. */
function readRuns(folded: string, starts: readonly number[], last: number): ReadonlyMap<string, Member[][]> {
  const series = new Map<string, Member[][]>()
  for (const at of starts) {
    const marker = matchMarker(folded.slice(at, at + 12))
    if (!marker || !(HEADING_SERIES.has(marker.system) || RUN_IN.has(marker.system))) continue
    const { system, ordinal } = marker
    const runs = series.get(system) ?? []
    series.set(system, runs)
    const previous = runs.at(-1)?.at(-1)?.ordinal ?? (system === 'han' ? last : 0)
    if (ordinal === 1 || runs.length === 0) runs.push([])
    if (ordinal === 1 || (ordinal > previous && ordinal <= previous + 2)) runs.at(-1)?.push({ at, ordinal })
  }
  return series
}

/** Whether words that count from the first on stand each before a short sentence and what it says. */
function headsSections(folded: string, run: readonly Member[]): boolean {
  return run[0]?.ordinal === 1 && run.every((member, i) => isRunIn(folded, member, run[i + 1]?.at))
}

/** Systems of numbers that count in running text, and head sections where a short sentence stands behind each. */
const RUN_IN: ReadonlySet<string> = new Set(['ordinal-word', 'first-is'])

/** 第一 counts in running text too: it heads a section where a short sentence and what it says stand behind it. */
function isRunIn(folded: string, { at, ordinal }: Member, next = folded.length): boolean {
  if (!endsBefore(folded, at) && !(ordinal === 1 && ',:'.includes(folded[trimBack(folded, at) - 1] ?? ''))) return false
  const end = folded.slice(at, at + HEADING).search(/[。!?]/)
  return end > 0 && next - at - end > SAID
}

/** The first sentence of a section in running text has at most so many units, and what it says more than so many. */
const HEADING = 24
const SAID = 6

/** 議程有三項:一、獻花;二、致辭;三、鳴炮。 — an enumeration inside a sentence heads nothing. */
function isOneSentence(folded: string, members: readonly { at: number }[]): boolean {
  return members.slice(1).every(({ at }) => folded[trimBack(folded, at) - 1] === ';')
}

/** A speech closes in at most so many sentences. */
const CLOSING_SENTENCES = 5
/** Blanks and colons start something too; so many starts back, the sentences are found or there are none. */
const CLOSING_STARTS = 40

/** Where the closings of the speech from `from` to `end` begin: thanks stay with the closing they are glued to, other kinds stand apart. */
function findClosings(folded: string, starts: readonly number[], end: number, from = 0): number[] {
  const begin = findClosing(folded, starts, end, from)
  if (begin === undefined) return []
  const sentences = lastSentences(folded, starts, end, from).filter((at) => at >= begin)
  const closings: number[] = []
  let last: Closing['kind'] | undefined
  sentences.forEach((at, i) => {
    const kind = closingOf(folded.slice(at, sentences[i + 1] ?? end), i === sentences.length - 1)
    const isApart = (kind === 'completion' || kind === 'wish') && kind !== last
    if (i > 0 && !isApart) return
    closings.push(at)
    last = kind
  })
  return closings
}

/**
 * Where the closing before `end` begins: with the last sentences that each read like one,
 * or with one that opens a peroration, which goes on to the end.
 */
function findClosing(folded: string, starts: readonly number[], end: number, from: number): number | undefined {
  const sentences = lastSentences(folded, starts, end, from)
  let begin: number | undefined
  let unbroken = true
  /** How the first sentence of the closings found so far closes. */
  let first: Closing['kind'] | undefined
  /** Whether the listeners are addressed where the appeal begins. */
  let isAddressed = false
  for (let i = sentences.length - 1; i >= 0; i--) {
    const at = sentences[i] as number
    const alone = closingOf(folded.slice(at, sentences[i + 1] ?? end), i === sentences.length - 1)
    if (isLastOfSeries(folded, at)) return begin
    unbroken &&= alone !== undefined
    // What is wished or thanked for behind it makes no appeal of a sentence.
    const appeals = closingOf(folded.slice(at, first === 'peroration' ? end : begin)) === 'peroration'
    if (!unbroken && (isAddressed || !appeals)) continue
    begin = at
    first = alone ?? 'peroration'
    isAddressed ||= appeals && matchAddress(folded.slice(at, at + HEAD)) !== undefined
  }
  return begin
}

/** 首先…其次…最後,彎腰是一種擔當。 — the last point of a series in running text closes nothing, where it is no wish. */
function isLastOfSeries(folded: string, at: number): boolean {
  if (!folded.startsWith('最后', at) || LAST_WISH.test(folded.slice(at, at + HEADING))) return false
  return /(?:其次|再次)[,、:是要]/.test(folded.slice(Math.max(0, at - SERIES), at))
}

const LAST_WISH = /^最后[,.:]?我?(?:再次|衷心|真诚)?(?:[恭敬预]?祝|愿(?!意))/
/** The points of a series stand in so many units. */
const SERIES = 400

/** The starts of the last sentences before `end`, in the speech that opens at `from`. */
function lastSentences(folded: string, starts: readonly number[], end: number, from: number): number[] {
  const sentences: number[] = []
  const last = firstAtLeast(starts, starts.length, end) - 1
  const first = Math.max(0, last - CLOSING_STARTS)
  for (let i = last; i >= first && sentences.length < CLOSING_SENTENCES; i--) {
    const at = starts[i] as number
    if (at <= from && from > 0) break
    if (startsSentence(folded, at)) sentences.unshift(at)
  }
  return sentences
}

/** 謝謝!(掌聲)現在散會。 — a direction belongs to the sentence before it. */
function startsSentence(folded: string, at: number): boolean {
  const end = trimBack(folded, at)
  const stop = '”’'.includes(folded[end - 1] ?? ' ') ? end - 2 : end - 1
  if ('。!?'.includes(folded[stop] ?? '')) return folded[at] !== '(' || !DIRECTED.test(folded.slice(at, at + ACT))
  return folded[end - 1] === ')' && BEHIND_DIRECTION.test(folded.slice(Math.max(0, end - ACT - 1), end))
}

const DIRECTED = /^\([^()]{1,14}\)/
const BEHIND_DIRECTION = /[。!?]\([^()]{1,14}\)$/
/** A direction with its brackets has at most so many units. */
const ACT = 16

function closingOf(said: string, isLast = false): Closing['kind'] | undefined {
  const trimmed = said.trimEnd()
  return classifyClosing({ head: trimmed.slice(0, HEAD), tail: trimmed.slice(-40), length: trimmed.length, isLast })
}

function opensSpeechAt(folded: string, at: number): boolean {
  const window = folded.slice(at, at + HEAD)
  return matchAddress(window)?.mark === ':' || matchHeadings(window).length > 0
}
