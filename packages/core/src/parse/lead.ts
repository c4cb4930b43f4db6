import { isByline, isSpeakerLabel } from './constructs/byline.ts'
import { matchSiteLine } from './constructs/site-line.ts'
import { isSiteProse } from './constructs/site-prose.ts'
import { endsInGenre } from './constructs/title.ts'
import { HEAD, type Line, lengthOf } from './line.ts'
import { isBox } from './speaker-label.ts'

/** Lines that stand before a speech's first word can be at most so many; more are a speech without salutation. */
const LEAD_LIMIT = 4
/** With the site's notes, bylines and stage directions, so many; the lead is looked through with each line more. */
const LEAD_LINES = 40

/** Whether lines before a speech can still be the site's or a byline, and not the speech itself. */
export function isLead(lead: readonly Line[], skip: (line: Line) => boolean): boolean {
  if (lead.length > LEAD_LINES) return false
  const spoken = lead.filter(
    (line) => !skip(line) && !line.isStage && !isSiteProse(line.head) && !isByline(line.head, lengthOf(line)),
  )
  if (spoken.some(({ marker, turn }) => marker || turn > 0)) return false
  return spoken.length <= LEAD_LIMIT
}

/**
 * Tells the lines before a speech apart: the site's notes, the byline, and what must be the speech itself.
 * The parts keep the order of the page.
 */
export function sortLead(
  lead: readonly Line[],
  addressed: boolean,
  skip: (line: Line) => boolean,
): { notes: Line[]; bylines: Line[]; text: Line[] } {
  const byline = (line: Line) => line.isStage || (!line.marker && isByline(line.head, lengthOf(line)))
  if (addressed) {
    const isOwn = (line: Line, i: number) =>
      byline(line) || isSubtitle(line) || skip(line) || isFact(line) || isMotto(line, lead[i + 1])
    const border = lead.findLastIndex((line, i) => !isOwn(line, i)) + 1
    return { notes: lead.slice(0, border), bylines: lead.slice(border), text: [] }
  }
  const site = (line: Line) => skip(line) || isSiteProse(line.head) || (isBox(line) && !isSpeakerLabel(line.head))
  const notes = prefix(lead, site)
  const bylines = prefix(lead.slice(notes.length), byline)
  return { notes, bylines, text: lead.slice(notes.length + bylines.length) }
}

/** A short line right above an address that is no sentence and not the site's says who speaks, or of what. */
export function isSubtitle(line: Line): boolean {
  const { head } = line
  const isShort = lengthOf(line) <= SUBTITLE && (!/“/.test(head) || /^“[^“”]{2,20}”$/.test(head))
  if (!isShort && !(lengthOf(line) <= HEAD / 2 && endsInGenre(head))) return false
  const marks = lengthOf(line) <= MOTTO ? /^[([【]|[。!?:;…]/ : /^[([【]|[。!?,:;…]/
  return !marks.test(head) && !isSiteProse(head) && !matchSiteLine(head)
}

export const SUBTITLE = 30
/** With a comma in it, so many: 新學期,新起點 */
const MOTTO = 20

/** 指導老師:方文    主禮嘉賓:容教授 */
function isFact({ head }: Line): boolean {
  return /^[一-龥\d ]{2,6}:[^:。!?;,]{1,20}$/.test(head) && !isSiteProse(head) && !matchSiteLine(head)
}

/**
 *     一錘一鑿,石頭開花。
 *     ——石匠諺語
 */
function isMotto(line: Line, next: Line | undefined): boolean {
  return next !== undefined && /^—{1,2}[^—]/.test(next.head) && lengthOf(next) <= SUBTITLE && lengthOf(line) <= HEAD
}

function prefix(lines: readonly Line[], test: (line: Line) => boolean): Line[] {
  const end = lines.findIndex((line) => !test(line))
  return lines.slice(0, end === -1 ? lines.length : end)
}
