import type { Noise } from '../../schema/phrasing.ts'
import { closingOf } from '../closings.ts'
import { isFileName, opensAppendix, opensAttachment } from '../constructs/appendix.ts'
import { isPosterName } from '../constructs/field.ts'
import { matchNoise } from '../constructs/noise.ts'
import { isEditorLine, matchLongNoise } from '../constructs/notice.ts'
import { opensComments, opensReply } from '../constructs/reader.ts'
import { isTagRow } from '../constructs/related.ts'
import { namesLender } from '../constructs/site-line.ts'
import { instructs, isLabelledRemark } from '../constructs/site-prose.ts'
import { eachLine } from '../each-line.ts'
import type { Items } from '../items.ts'
import { LETTERS } from '../letters.ts'
import { HEAD, type Line, lengthOf } from '../line.ts'
import { findCut } from './cut.ts'
import { findFurniture, findLeftovers, isFinished, isHint } from './furniture.ts'
import { findMottoes } from './mottoes.ts'
import { bareOutlineEnd, outlineEnd } from './outline.ts'
import { findWatermarks } from './watermarks.ts'

/** The lines that are neither speech nor site prose, outside of headings and blocks of links. */
export function findNoise(
  { lines, headings, contents }: Items,
  tails: ReadonlyMap<number, number>,
): Map<Line, Noise['kind']> {
  const noise = new Map<Line, Noise['kind']>()
  /** What the lines below a caption belong to: a table of contents, the site's advice, comments. */
  let block: Noise['kind'] | undefined
  let advice: Line[] = []
  let level: string | undefined
  let inFront = headings.size > 0
  let spoken = false
  /** Whether nothing of a speech stands between the heading and the line. */
  let below = false
  /** Index behind the last line of the outline that was opened last. */
  let outlined = 0
  eachLine(lines, tails, (line, index) => {
    if (headings.has(line)) {
      block = undefined
      inFront = false
      level = levelOf(line)
      below = true
      return
    }
    if (!spoken && line.marker && outlined === 0 && headings.size === 0) outlined = bareOutlineEnd(lines, index)
    const isContents = index < outlined || contents.has(line) || (block === 'contents' && isListed(line))
    if (headings.size > 0 && !inFront && isNote(line, below)) return
    below &&= line.address === undefined && line.turn === 0 && lengthOf(line) <= HEAD
    const own = isContents
      ? 'contents'
      : ((spoken ? readBelowWords(line, noise.get(lines[index - 1] as Line)) : undefined) ?? readNoise(line))
    if (own === 'contents' && !isContents) outlined = outlineEnd(lines, index + 1)
    if (block === 'contents') block = undefined
    if (block === 'footer' && !own && isSpoken(line)) {
      for (const spoken of advice) restoreNoise(spoken, noise)
      block = undefined
    }
    spoken ||= line.address !== undefined || lengthOf(line) > HEAD
    if (block === 'comment' && own === 'navigation' && !opensComments(line.head)) block = undefined
    if (spoken && !own && lengthOf(line) <= 60 && (opensReply(line.head) || isReplier(line, lines[index + 1])))
      block = 'comment'
    const isOther = block === 'comment' || (block === 'footer' && own !== 'markup')
    const kind = own && isOther ? own : (block ?? own)
    if (own === 'navigation' && spoken && opensComments(line.head)) block = 'comment'
    if (kind === 'comment' || (kind === 'contents' && inFront)) block = kind
    else if (
      lengthOf(line) <= HEAD &&
      // 寫作小貼士(本段由智能助手生成)
      (!kind || kind === 'footer') &&
      ((spoken && opensAppendix(line.head)) || (!kind && (isBesideItems(line, level) || isAttached(lines, index))))
    ) {
      if (block !== 'footer') advice = []
      block = 'footer'
    }
    if (block === 'footer') advice.push(line)
    if (kind ?? block) noise.set(line, (kind ?? block) as Noise['kind'])
  })
  findMottoes(lines, noise)
  if (spoken)
    findWatermarks(
      lines.filter((line) => !headings.has(line)),
      noise,
    )
  findFurniture({ lines, headings, contents }, tails, noise)
  findLeftovers({ lines, headings, contents }, tails, noise)
  findCut(lines, noise, (line, index) => headings.has(line) || tails.has(index))
  return noise
}

/** Under a heading, what an editor says of the speech is a note. */
function isNote(line: Line, below: boolean): boolean {
  const mayLabel = (line.headHolds & (LETTERS.colon | LETTERS.bracket)) !== 0
  if ((mayLabel && isLabelledRemark(line.head)) || isHint(line)) return true
  return below && (instructs(line.head) || /^.?小编/.test(line.head))
}

/**
 * What goes with a speech stands below its end.
 *
 *     謝謝大家!
 *     附:推薦書目
 */
function isAttached(lines: readonly Line[], index: number): boolean {
  const { head } = lines[index] as Line
  return head.startsWith('附') && opensAttachment(head) && isFinished(lines, index - 1)
}

/** What a short line is that only the words of a speech above it tell from the header's. */
function readBelowWords(line: Line, above: Noise['kind'] | undefined): Noise['kind'] | undefined {
  // 附件列表 / 收支表.xls
  if (above === 'navigation' && isFileName(line.head)) return above
  if (lengthOf(line) <= 3 && /^(?:评论|留言):?$/.test(line.head)) return 'comment'
  if (lengthOf(line) > SITE || line.lastHolds & LETTERS.clauseEnd) return undefined
  return isEditorLine(line.head) ? 'footer' : namesLender(line.head) ? 'advertisement' : undefined
}

/** Who edited a page, and what the site is called, is said in so many units. */
const SITE = 32

/**
 *     大鐵鍋
 *     發表於 2009-8-14 12:31
 */
function isReplier({ head }: Line, next: Line | undefined): boolean {
  return next !== undefined && isPosterName(head) && /^(?:发表于|发布于|回复于|回答于|评论于)/.test(next.head)
}

/** Whether a line below 目錄 lists an item: numbered, or with a bullet, and no sentence. */
function isListed(line: Line): boolean {
  return (line.marker !== undefined || line.bullet) && lengthOf(line) <= 60 && !(line.lastHolds & LETTERS.clauseEnd)
}

/** The Markdown before a line's words: `## ` */
function levelOf({ text, from, start, firstHolds }: Line): string | undefined {
  return start > from && !(firstHolds & LETTERS.markerStart) && text[from] === '#' ? text.slice(from, start) : undefined
}

/** `## 寫在最後` — a heading of the items' own level that is no item's. */
function isBesideItems(line: Line, level: string | undefined): boolean {
  return level !== undefined && !line.marker && levelOf(line) === level
}

/** Whether a line can only be a speaker's, so that what looked like the site's advice above it is a part of the speech. */
function isSpoken(line: Line): boolean {
  return !line.bullet && (line.address?.mark === ':' || closingOf(line) !== undefined)
}

function restoreNoise(line: Line, noise: Map<Line, Noise['kind']>): void {
  const own = readNoise(line)
  if (own) noise.set(line, own)
  else noise.delete(line)
}

function readNoise(line: Line): Noise['kind'] | undefined {
  if (line.isDump) return 'markup'
  if (lengthOf(line) > HEAD) return line.firstHolds & LETTERS.siteStart ? matchLongNoise(line.head) : undefined
  return matchNoise(line.head) ?? (line.headHolds & LETTERS.tags && isTagRow(line.head) ? 'navigation' : undefined)
}
