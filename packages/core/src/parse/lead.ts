import { startsWithGreeting } from './constructs/address.ts'
import { isByline, isSpeakerLabel, namesOffice } from './constructs/byline.ts'
import { isDateLine } from './constructs/closing.ts'
import { matchSiteLine } from './constructs/site-line.ts'
import { instructs, isLabelledPreface, isSiteProse, remarksOnText, tellsOfText } from './constructs/site-prose.ts'
import { namesSpeakerOfRecord } from './constructs/speaker.ts'
import { endsInGenre } from './constructs/title.ts'
import { LETTERS } from './letters.ts'
import { HEAD, type Line, lengthOf } from './line.ts'
import { FORWARDS } from './salutation.ts'
import { isBox } from './speaker-label.ts'

/** Lines that stand before a speech's first word can be at most so many; more are a speech without salutation. */
const LEAD_LIMIT = 4
/** With the site's notes, bylines and stage directions, so many; the lead is looked through with each line more. */
const LEAD_LINES = 40

/** Whether a line says who speaks, where or when. */
function saysWho(line: Line): boolean {
  return isByline(line.head, lengthOf(line)) || namesSpeakerOfRecord(line.head)
}

/** Whether lines before a speech, above `next`, can still be the site's or a byline, and not the speech itself. */
export function isLead(lead: readonly Line[], skip: (line: Line) => boolean, next?: Line): boolean {
  if (lead.length > LEAD_LINES) return false
  const spoken = lead.filter((line) => !skip(line) && !line.isStage && !isSiteProse(line.head) && !saysWho(line))
  // In a script, the number of what comes first may stand above the first turn.
  const isScript = next !== undefined && next.turn > 0
  // 同學們, — below a sentence of one who says 我, whoever is called is called again.
  const isAgain = next?.address?.mark === ','
  const opens = (line: Line) => isSpoken(line) || (isAgain && opensSentence(line) && /[我咱]/.test(line.head))
  if (spoken.some((line) => (line.marker && !isScript) || line.turn > 0 || opens(line))) return false
  return spoken.length <= LEAD_LIMIT
}

/** Whether a line is so long, and tells its listeners so much, that it is the speech, whoever is addressed below it. */
function isSpoken(line: Line): boolean {
  return lengthOf(line) > NOTE && /[我咱]|大家|同志/.test(line.tail) && !isSiteProse(line.tail)
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
  const byline = (line: Line) =>
    line.isStage || (!line.marker && !isLabelledPreface(line.head) && !instructs(line.head) && saysWho(line))
  if (addressed) {
    const isOwn = (line: Line, i: number) =>
      (byline(line) && !instructs(line.head)) ||
      isGreeting(line) ||
      isSubtitle(line) ||
      skip(line) ||
      isFact(line) ||
      isOffice(line) ||
      isMotto(line, lead[i + 1])
    const border = noticeEnd(lead, lead.findLastIndex((line, i) => !isOwn(line, i)) + 1)
    return { notes: lead.slice(0, border), bylines: lead.slice(border), text: [] }
  }
  const site = (line: Line) =>
    skip(line) ||
    isSiteProse(line.head) ||
    (lengthOf(line) <= NOTE && tellsOfText(line.head)) ||
    (isBox(line) && !isSpeakerLabel(line.head))
  // (根據現場記錄整理) — above a speech, a byline; behind one, a note.
  const last = lead.findLastIndex((line) => !skip(line))
  const isAbove = (line: Line, i: number) => i < last && isByline(line.head, lengthOf(line))
  const notes = prefix(lead, (line, i) => site(line) || (remarksOnText(line.head) && !isAbove(line, i)))
  const below = lead.slice(notes.length)
  const bylines = prefix(below, (line, i) => byline(line) || skip(line) || isNameAbove(line, below[i + 1]))
  while (bylines.length > 0 && skip(bylines.at(-1) as Line)) bylines.pop()
  return { notes, bylines, text: lead.slice(notes.length + bylines.length) }
}

/**
 * Where the notice ends that forwards a speech: behind the office and the day below it, if more than a day follows.
 *
 *     現將鹿書記的講話印發給你們,請認真貫徹。
 *     縣委辦公室
 *     2016年2月20日
 *     在全縣糧食工作會議上的講話
 */
function noticeEnd(lead: readonly Line[], end: number): number {
  if (!FORWARDS.test(lead[end - 1]?.head ?? '')) return end
  const day = lead.slice(end, end + 2).findIndex(({ head }) => isDateLine(head))
  const isTitled = day >= 0 && lead.slice(end + day + 1).some(({ head }) => endsInGenre(head))
  return isTitled ? end + day + 1 : end
}

/** What is said of a text has at most so many units; more is the text. */
const NOTE = 140

/** A short line right above an address that is no sentence and not the site's says who speaks, or of what. */
export function isSubtitle(line: Line): boolean {
  const { head } = line
  const isShort = lengthOf(line) <= SUBTITLE && (!/“/.test(head) || /^“[^“”]{2,20}”(?: ?[一-龥·]{2,10})?$/.test(head))
  if (!isShort && !(lengthOf(line) <= HEAD / 2 && endsInGenre(head))) return false
  const marks = lengthOf(line) <= MOTTO ? /^[([【]|[。!?:;…]/ : /^[([【]|[。!?,:;…]/
  return !marks.test(head) && !isSiteProse(head) && !matchSiteLine(head)
}

export const SUBTITLE = 30

/** 大家下午好! — right above an address, the speaker's first word. */
export function isGreeting(line: Line): boolean {
  return lengthOf(line) <= GREETING && line.turn === 0 && startsWithGreeting(line.head)
}

const GREETING = 12
/** With a comma in it, so many: 新學期,新起點 */
const MOTTO = 20

/** 校長: */
function isOffice(line: Line): boolean {
  return (line.lastHolds & LETTERS.colon) !== 0 && namesOffice(line.head.slice(0, -1))
}

/** 指導老師:方文    主禮嘉賓:容教授    【致辭背景】建廠十周年慶典 */
function isFact({ head }: Line): boolean {
  return (
    /^(?:[一-龥\d ]{2,6}:|【[一-龥]{2,6}】:?)[^:。!?;,【】]{1,20}$/.test(head) &&
    !isSiteProse(head) &&
    !tellsOfText(head) &&
    !matchSiteLine(head)
  )
}

/**
 *     一錘一鑿,石頭開花。
 *     ——石匠諺語
 */
function isMotto(line: Line, next: Line | undefined): boolean {
  if (!next || !/^—{1,2}[^—]/.test(next.head) || lengthOf(next) > SUBTITLE) return false
  return lengthOf(line) <= HEAD && !isSiteProse(line.head)
}

/**
 * A short line without a mark, right above the first sentence or greeting, says who speaks or of what.
 *
 *     江縣第三中學 江平
 *     我們學校在江邊,江水漲的時候,操場就是碼頭。
 */
function isNameAbove(line: Line, next: Line | undefined): boolean {
  return next !== undefined && (opensSentence(next) || startsWithGreeting(next.head)) && isNamed(line)
}

/** Whether a line is short, without a mark, and may say who speaks or of what. */
export function isNamed(line: Line): boolean {
  if (line.marker || line.bullet || line.turn > 0) return false
  const said = line.head.replace(/^[“《][^“”《》]*[”》]/, '')
  if (lengthOf(line) < 2 || /[,“”我你您他她]|大家/.test(said)) return false
  return isSubtitle(line) || isFact(line) || saysWho(line)
}

/** Whether a line is a sentence that a speech can open with. */
export function opensSentence({ marker, bullet, turn, start, end, lastHolds }: Line): boolean {
  return !marker && !bullet && turn === 0 && end - start >= SENTENCE && (lastHolds & LETTERS.clauseEnd) !== 0
}

/** A sentence that opens a speech has at least so many units. */
const SENTENCE = 20

function prefix(lines: readonly Line[], test: (line: Line, index: number) => boolean): Line[] {
  const end = lines.findIndex((line, index) => !test(line, index))
  return lines.slice(0, end === -1 ? lines.length : end)
}
