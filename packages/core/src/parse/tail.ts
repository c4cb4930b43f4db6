import type { Finding } from '../messages/finding.ts'
import type { Related, RelatedLink } from '../schema/collection.ts'
import { fold } from '../source/fold.ts'
import { matchNoise } from './constructs/noise.ts'
import { isCredit } from './constructs/notice.ts'
import {
  CAPTION_LIMIT,
  captionLength,
  isLinkLike,
  isRated,
  isRelatedCaption,
  isStarRow,
  isTagRow,
  linkBorders,
  linkNumber,
  matchLink,
  matchNeighbours,
} from './constructs/related.ts'
import { isSiteProse } from './constructs/site-prose.ts'
import { endsInGenre, namesGenre, sameTitle } from './constructs/title.ts'
import { isCounterRow } from './constructs/toolbar.ts'
import type { ItemHeading } from './items.ts'
import { spanOf } from './leaves.ts'
import { LETTERS } from './letters.ts'
import { HEAD, type Line, lengthOf, makeLine, splitLines } from './line.ts'
import type { Writer } from './writer.ts'

/**
 * The blocks of links on the page: index of the first line to the index behind the last.
 *
 *     您可能關注的文檔
 *     - 校園安全講話(優秀20篇)
 */
export function findTails(lines: readonly Line[], headings: ReadonlyMap<Line, ItemHeading>): Map<number, number> {
  const tails = new Map<number, number>()
  let spoken = false
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line
    if (headings.has(line)) continue
    const rated = (line.headHolds & LETTERS.rating) !== 0 && isRated(line.head)
    const opens = rated || (mayCaption(line) && isRelatedCaption(line.head))
    spoken ||= line.address !== undefined
    const reach = opens ? linksEnd(lines, headings, i + 1, lines[rated ? i : i + 1]) : neighboursEnd(lines, i)
    const end = opens && !rated && !spoken ? aboveTitle(lines, headings, i + 1, reach) : reach
    if (end <= i) continue
    tails.set(i, end)
    i = end - 1
  }
  const last = tails.size === 0 ? findUncaptioned(lines, headings) : undefined
  if (last) tails.set(...last)
  return tails
}

/** 【安全講話】相關文章:開學講話05-12 班會講話06-11 — the caption of links on its line stands apart. */
export function splitCaptions(lines: readonly Line[]): readonly Line[] {
  return splitLines(lines, (line) => {
    const length = line.headHolds & (LETTERS.colon | LETTERS.bracket) && !line.address ? captionLength(line.head) : 0
    const border = line.start + length
    return length > 0
      ? [makeLine(line, line.from, border, line.embedded), makeLine(line, border, line.to, true)]
      : undefined
  })
}

/** What a site prints below its links has at most so many lines. */
const BELOW = 3
/** So many titles in a row are links, whatever stands above them. */
const TITLES = 2

/**
 * Titles of speeches in a row at the end of the page are links, whatever their caption says.
 *
 *     今日讀者最愛
 *     詩會串詞(附節目單)
 *     簽售會主持詞
 */
function findUncaptioned(
  lines: readonly Line[],
  headings: ReadonlyMap<Line, ItemHeading>,
): [from: number, end: number] | undefined {
  let end = lines.length
  while (end > lines.length - BELOW && end > 0 && !isTitle(lines[end - 1] as Line, headings)) end--
  let from = end
  while (from > 0 && isTitle(lines[from - 1] as Line, headings)) from--
  const above = lines[from - 1]
  if (end - from < TITLES || !above || headings.has(above)) return undefined
  if (isCaption(above)) return lines[from - 2] && isEnded(lines[from - 2] as Line) ? [from - 1, end] : undefined
  return (lines[from] as Line).bullet || (end - from > TITLES && isEnded(above)) ? [from, end] : undefined
}

function isCaption(line: Line): boolean {
  return (
    mayCaption(line) && !line.address && line.turn === 0 && lengthOf(line) <= UNKNOWN && CAPTION_WORDS.test(line.head)
  )
}

/** What is said of links, and hardly ever in a name. */
const CAPTION_WORDS = /:$|[看读荐最热爱你您]|更多|相关|链接|文章|推送|大家|其[他它]|下载|专题|精选|排行|目录|内容/

/** An unknown caption has at most so many units. */
const UNKNOWN = 16

/** Whether a line is nothing but the title of another speech. */
function isTitle(line: Line, headings: ReadonlyMap<Line, ItemHeading>): boolean {
  if (line.lastHolds & LETTERS.clauseEnd || line.marker || line.turn > 0 || line.isStage || headings.has(line))
    return false
  const title = line.head.slice(0, matchLink(line.head).end).replace(/[([【][^()[\]【】]{1,12}[)\]】]$/, '')
  return endsInGenre(title) && isLink(line)
}

/** The last line of a speech ends with a mark, or has a closing below it that needs none. */
function isEnded({ lastHolds }: Line): boolean {
  return (lastHolds & LETTERS.stop) !== 0
}

/**
 * On top of a page, what stands between the links and the first address is its title, printed twice perhaps; a single
 * link above the site's preface is that too.
 *
 *     相關文檔推薦
 *     婦女節座談會發言稿.doc
 *     各位姐妹:
 */
function aboveTitle(
  lines: readonly Line[],
  headings: ReadonlyMap<Line, ItemHeading>,
  from: number,
  end: number,
): number {
  const title = lines[end - 1]
  const next = lines[end]
  const stem = next && headings.get(next)?.stem
  const titled = stem ? lines.slice(from, end).findIndex(({ head }) => head.includes(stem)) : -1
  if (titled >= 0) return from + titled
  if (end <= from || !title || title.bullet || !next || !namesGenre(title.head)) return end
  const isText = next.address !== undefined || (end - from === 1 && (headings.has(next) || isSiteProse(next.head)))
  if (!isText) return end
  const above = lines[end - 2]
  return end - 2 >= from && above && sameTitle(above.head, title.head) ? end - 2 : end - 1
}

/** A caption is short and no sentence. */
function mayCaption(line: Line): boolean {
  return lengthOf(line) <= CAPTION_LIMIT && (line.lastHolds & LETTERS.clauseEnd) === 0
}

function linksEnd(
  lines: readonly Line[],
  headings: ReadonlyMap<Line, ItemHeading>,
  from: number,
  first: Line | undefined,
): number {
  let at = from
  while (at < lines.length) {
    const line = lines[at] as Line
    if (headings.has(line) || !isLink(line) || !isAlike(first, line)) break
    at++
  }
  return at
}

/** A block keeps the form of its first link: behind rated links or bullets, another line is no link. */
function isAlike(first: Line | undefined, line: Line): boolean {
  if (!first || isRelatedCaption(line.head) || isTagRow(line.head)) return true
  if (/[一-龥]/.test(first.head) && !/[一-龥\d]/.test(line.head)) return false
  if (isRated(first.head)) return isRated(line.head)
  return !first.bullet || line.bullet
}

function isLink(line: Line): boolean {
  if (isRelatedCaption(line.head) || isTagRow(line.head)) return true
  if (linkBorders(line.head).length > 1) return true
  if (!isLinkLike(line.head, lengthOf(line)) || line.address || isCredit(line.head) || isCounterRow(line.head))
    return false
  const kind = matchNoise(line.head)
  if (kind !== undefined && kind !== 'truncation') return false
  return lengthOf(line) <= 40 || !isSiteProse(line.head)
}

function neighboursEnd(lines: readonly Line[], from: number): number {
  let at = from
  while (at < lines.length && isNeighbours(lines[at] as Line)) at += isTitleBelow(lines, at) ? 2 : 1
  return at
}

/**
 *     上一篇
 *     船塢致辭
 */
function isTitleBelow(lines: readonly Line[], at: number): boolean {
  const title = lines[at + 1]
  return isBareNeighbour(lines[at] as Line) && title !== undefined && !isNeighbours(title) && isLink(title)
}

function isBareNeighbour({ head }: Line): boolean {
  const [first, second] = matchNeighbours(head)
  return first !== undefined && second === undefined && first.title === first.to
}

function isNeighbours(line: Line): boolean {
  return (line.firstHolds & LETTERS.neighbourStart) !== 0 && matchNeighbours(line.head).length > 0
}

/** Whether a block of links starts with a caption that no table knows. */
function isUnknown([first, second]: readonly Line[]): boolean {
  return (
    first !== undefined &&
    second !== undefined &&
    !endsInGenre(first.head) &&
    !isNeighbours(first) &&
    !isRated(first.head) &&
    !first.bullet
  )
}

/** 沒有了, where a title would stand. */
const NONE = /^(?:没有(?:了|更多)|暂无|已是)/

/** A block of links. */
export function buildTail(lines: readonly Line[], writer: Writer, findings: Finding[] = []): Related {
  const children = lines.flatMap((line): Related['children'] => {
    const isCaption =
      isRelatedCaption(line.head) ||
      isTagRow(line.head) ||
      isStarRow(line.head) ||
      isBareNeighbour(line) ||
      NONE.test(line.head) ||
      (line === lines[0] && isUnknown(lines))
    if (isCaption) return [writer.noiseLine(line, 'navigation')]
    const links = matchNeighbours(line.head).length > 0 ? buildNeighbours(line, writer) : buildLinks(line, writer)
    for (const link of links) if (isTruncated(link)) findings.push(truncation(line, link))
    return links
  })
  return { type: 'related', children, position: spanOf(children) }
}

function isTruncated(link: Related['children'][number]): link is RelatedLink {
  return link.type === 'relatedLink' && /(?:…|\.{2,})$/.test(link.title)
}

function truncation({ start, end }: Line, { title }: RelatedLink): Finding {
  return { id: 'truncated-link-title', start, end, values: { title } }
}

function buildNeighbours(line: Line, writer: Writer): Related['children'] {
  const text = fold(writer.slice(line.start, line.end))
  const neighbours = matchNeighbours(text)
  return neighbours.map(({ from, title, to, empty }, i) => {
    const start = i === 0 ? line.from : line.start + from
    const end = i === neighbours.length - 1 ? line.to : line.start + text.slice(0, to).trimEnd().length
    if (empty) {
      const value = writer.slice(line.start + from, end)
      return { type: 'noise', kind: 'navigation', value, position: writer.leaves.place(start, end) }
    }
    return buildLink(line.start + title, Math.min(end, line.end), start, end, writer)
  })
}

function buildLinks(line: Line, writer: Writer): RelatedLink[] {
  const text = lengthOf(line) <= HEAD ? line.head : fold(writer.slice(line.start, line.end))
  const borders = linkBorders(text).filter((border) => border < text.length)
  const starts = [0, ...borders]
  return starts.map((from, i) => {
    const to = starts[i + 1] ?? text.length
    const start = line.start + from
    const end = line.start + to
    return buildLink(start, end, i === 0 ? line.from : start, i === starts.length - 1 ? line.to : end, writer)
  })
}

function buildLink(start: number, end: number, from: number, to: number, writer: Writer): RelatedLink {
  const printed = writer.slice(start, end)
  const link = matchLink(fold(printed))
  return {
    type: 'relatedLink',
    title: printed.slice(linkNumber(printed), link.end).trim(),
    label: link.label && printed.slice(link.label.start, link.label.end),
    count: link.count,
    position: writer.leaves.place(from, to),
  }
}
