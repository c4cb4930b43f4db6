import type { Noise } from '../../schema/phrasing.ts'
import { isByline, isKeyedByline, isOfficer, isSpeakerLabel } from '../constructs/byline.ts'
import { isHeaderLine, isPosterName } from '../constructs/field.ts'
import { isRank } from '../constructs/poster.ts'
import { matchSiteLine } from '../constructs/site-line.ts'
import { isLabelledPreface, isSiteProse } from '../constructs/site-prose.ts'
import { isGenre, isSiteName, isTitleLike, namesGenre, sameTitle } from '../constructs/title.ts'
import { eachLine } from '../each-line.ts'
import { commonStem, type Items } from '../items.ts'
import { LETTERS } from '../letters.ts'
import { isWholeAddress, type Line, lengthOf } from '../line.ts'
import { isOrganization, OFFICE } from './above.ts'
import { findAnyTitle } from './bare.ts'
import { addresses, COLUMN, endsFront, FRONT, isAsked } from './front-line.ts'
import { findLateTitle } from './late.ts'
import { findSlogans } from './slogans.ts'

/**
 * The line that prints the page's title, among those before the first item and the first prose:
 * one that shares the stem of the items, or names a genre of speech; else the first that looks like a title.
 * A site's name or a slogan above it is noise.
 */
export function chooseTitle(
  { lines, headings }: Items,
  tails: ReadonlyMap<number, number>,
  noise: Map<Line, Noise['kind']>,
): Line | undefined {
  const candidates: Line[] = []
  const stem = headings.size > 0 ? (commonStem(headings)?.stem ?? '') : undefined
  findSlogans(lines, noise, stem)
  findNumberedTrail(lines, noise)
  const prose: Line[] = []
  let ended = false
  eachLine(lines, tails, (line, index) => {
    if (ended || noise.has(line)) return
    ended = candidates.length === MOST || headings.has(line) || endsFront(line, headings)
    if (!ended && (line.lastHolds & LETTERS.clauseEnd) !== 0 && isSiteProse(line.head)) prose.push(line)
    if (
      !ended &&
      line.turn === 0 &&
      !addresses(line) &&
      (isTitleLike(line.head, lengthOf(line)) || isAsked(line.head)) &&
      !isHeaderLine(line.head) &&
      !isKeyedByline(line.head) &&
      !(isOfficer(line.head) && isWholeAddress(lines[index + 1])) &&
      !isLabelledPreface(line.head) &&
      // 演講稿範文只作參考,請改了再用 says what to do with the titles below it.
      !(line.head.includes(',') && isSiteProse(line.head.replace(TAG, '')))
    )
      candidates.push(line)
  })
  dropColumn(candidates, lines, noise)
  dropSite(candidates, prose, noise)
  const late =
    headings.size === 0 && !candidates.some(({ head }) => namesGenre(head)) ? findLateTitle(lines, noise) : undefined
  if (late) return late
  const title =
    (headings.size === 0 && !candidates.some(({ head }) => namesGenre(head))
      ? findAnyTitle(lines, noise)
      : undefined) ??
    candidates.find(({ head }, i) => TITLED.test(head) || (i === 0 && THEME.test(head))) ??
    (RECORDED.test(candidates[0]?.head ?? '') ? candidates[0] : undefined) ??
    candidates.find(({ head }) => stem && sameTitle(head, stem)) ??
    candidates.find(
      ({ head }, i) =>
        !isSiteName(head) &&
        !isOrganization(head) &&
        candidates.some((other, k) => k > i && sameTitle(head, other.head)) &&
        (namesGenre(head) || !candidates.slice(0, i).some((above) => namesGenre(above.head))),
    ) ??
    (candidates.length > 1 ? candidates.find((line) => isNamedIn(prose, line)) : undefined) ??
    aboveSubtitle(
      candidates,
      candidates.findIndex(
        ({ head }) => namesGenre(head) && !isSiteName(head) && !isSpeakerLabel(head) && !isGenre(head),
      ),
    ) ??
    (stem && stem.length > LABEL
      ? undefined
      : (candidates.find(({ head }) => !isSiteName(head) && !isOrganization(head) && !matchSiteLine(head)) ??
        candidates.find(({ head }) => !isSiteName(head) && !isOrganization(head)) ??
        candidates.find(({ head }) => !isSiteName(head))))
  const above = title
    ? candidates.slice(0, candidates.indexOf(title))
    : candidates.filter(({ head }) => isSiteName(head))
  for (const line of above.filter((line) => !isPoster(line, lines)))
    noise.set(line, /,|——|^点[击按]上方/.test(line.head) ? 'advertisement' : 'navigation')
  return title
}

/** So many lines above the first prose are no page's front: a list without any speech may have very many. */
const MOST = 64

/**
 * Where a speech was given stands below its title, without a dash, too.
 *
 *     修好一段堤 守住一村人
 *     在防汛動員大會上的講話
 */
function aboveSubtitle(candidates: readonly Line[], at: number): Line | undefined {
  const line = candidates[at]
  const above = candidates[at - 1]
  const isSubtitle = above && line?.head.startsWith('在') && isByline(line.head, lengthOf(line))
  return isSubtitle &&
    lengthOf(above) > COLUMN &&
    !OFFICE.test(above.head) &&
    !isSiteName(above.head) &&
    !matchSiteLine(above.head)
    ? above
    : line
}

/** 下面是小編整理的渡口開工講話稿,歡迎閱讀。 — what a site says in front of a speech names its title as printed. */
function isNamedIn(prose: readonly Line[], { head, text, start, end }: Line): boolean {
  if (end - start <= COLUMN || !namesGenre(head) || isSiteName(head)) return false
  const printed = text.slice(start, end)
  return prose.some((line) => text.slice(line.start, line.end).includes(printed))
}

/**
 * The column that a breadcrumb ends in, printed again above the title, is none; nor is one that stands above the
 * breadcrumb that leads through it.
 *
 *     當前位置:首頁>> 致辭演講>> 徵文演講
 *     徵文演講
 *     春耕演講稿:一粒種子的路
 */
function dropColumn(candidates: Line[], lines: readonly Line[], noise: Map<Line, Noise['kind']>): void {
  const [first, ...others] = candidates
  if (!first || lengthOf(first) > COLUMN || others.length === 0) return
  const at = lines.indexOf(first)
  const isEnd =
    others.some(({ head }) => namesGenre(head) && head !== first.head) && trail(at - 1).at(-1) === first.head
  if (!isEnd && !trail(at + 1).includes(first.head)) return
  noise.set(first, 'navigation')
  candidates.shift()

  /** The columns that a breadcrumb leads through; none where a line is no breadcrumb. */
  function trail(index: number): string[] {
    const line = lines[index]
    if (!line || noise.get(line) !== 'navigation' || !/[>»›]/.test(line.head)) return []
    return line.head.split(/[>»›]+/).map((column) => column.trim())
  }
}

/** 青禾範文 — above 以下是青禾範文小編整理的… stands what the site is called. */
function dropSite(candidates: Line[], prose: readonly Line[], noise: Map<Line, Noise['kind']>): void {
  const [first, second] = candidates
  if (!first || !second || lengthOf(first) > COLUMN) return
  if (!prose.some(({ head }) => head.includes(`${first.head}小编`))) return
  noise.set(first, 'navigation')
  candidates.shift()
}

/**
 * A breadcrumb whose steps are the items of a numbered list is none of the speech's lists.
 *
 *     1. 首頁
 *     2. 講話稿
 *     渡口小學國旗下的講話稿
 */
function findNumberedTrail(lines: readonly Line[], noise: Map<Line, Noise['kind']>): void {
  if (!/^1[.、] ?(?:网站)?[首主]页$/.test(lines[0]?.head ?? '')) return
  for (let at = 0; lines[at]?.head.startsWith(`${at + 1}`) && lines[at]?.marker; at++)
    noise.set(lines[at] as Line, 'navigation')
}

/** 人物一, 人物二: what headings share is no title in at most so many units. */
const LABEL = 4

/**
 *     秋天的核桃
 *     LV.5 中級會員
 */
function isPoster(line: Line, lines: readonly Line[]): boolean {
  const next = lines[lines.slice(0, FRONT).indexOf(line) + 1]
  return next !== undefined && isPosterName(line.head) && isRank(next.head)
}

/** 茶廠表彰大會實錄 — above the titles of the speeches that were held there. */
const RECORDED = /[会式礼坛赛](?:上的?)?(?:发言|讲话)?(?:实录|纪实|摘登|摘要|选登|摘编)$/

/** [分享]    【經驗分享】 */
const TAG = /^(?:\[[^[\]]{2,6}\]|【[^【】]{2,6}】)/

/** 標題:畢業典禮祝福 */
const TITLED = /^(?:标题|题目|文章标题|subject|title): ?\S/i
/** 主題:節約每一滴水 — below the name of an event, what it was about. */
const THEME = /^主题: ?\S/
