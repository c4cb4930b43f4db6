import { closingOf } from './closings.ts'
import { type AddressMatch, matchAddress, startsWithGreeting } from './constructs/address.ts'
import { isByline, isSpeakerLabel } from './constructs/byline.ts'
import { opensSpeech } from './constructs/opening.ts'
import { matchSiteLine } from './constructs/site-line.ts'
import { isSiteProse } from './constructs/site-prose.ts'
import { LETTERS } from './letters.ts'
import { HEAD, type Line, lengthOf, makeLine } from './line.ts'

/** The lines of one speech, before they are told apart. */
export interface SpeechLines {
  bylines: Line[]
  /** Lines of the opening address, with where it ends on the last of them. */
  salutation: { lines: Line[]; end: number } | undefined
  body: Line[]
  readdresses: Set<Line>
}

/** What an item holds: the site's notes before each speech, and the speeches. */
export interface ItemPart {
  notes: Line[]
  speech: SpeechLines
}

/** Lines that stand before a speech's first word can be at most so many; more are a speech without salutation. */
const LEAD_LIMIT = 4
/** With the site's notes, bylines and stage directions, so many; the lead is looked through with each line more. */
const LEAD_LINES = 40

/**
 * Splits the lines of an item into speeches. A new one begins at a speaker label; at a salutation once the speech
 * before has closed or a fresh opening follows; and at a fresh opening behind a closing, where the salutation is lost.
 */
export function splitSpeeches(lines: readonly Line[], skip: (line: Line) => boolean): ItemPart[] {
  const parts: ItemPart[] = []
  let lead: Line[] = []
  let current: SpeechLines | undefined
  let closed = false

  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    const address = skip(line) ? undefined : readAddress(lines, at)
    const opens = address && opensAt(address, at)
    if (address && opens) {
      greet(address.salutation)
      at += address.salutation.lines.length - 1
      if (!address.alone) take(makeLine(line, address.salutation.end, (lines[at] as Line).to, true))
    } else if (address?.alone && current) {
      for (const part of address.salutation.lines) current.readdresses.add(part)
      current.body.push(...address.salutation.lines)
      at += address.salutation.lines.length - 1
    } else {
      take(line)
    }
  }
  if (lead.length > 0) begin()
  return parts

  /** Starts a speech with what stood before it. */
  function begin(salutation?: SpeechLines['salutation'], label?: Line): void {
    const { notes, bylines, text: spoken } = sortLead(lead, salutation !== undefined, skip)
    current = { bylines: label ? [...bylines, label] : bylines, salutation, body: spoken, readdresses: new Set() }
    parts.push({ notes, speech: current })
    lead = []
    closed = false
  }

  /** Whether an address opens a speech, and does not only address the listeners of one again. */
  function opensAt(address: Address, at: number): boolean {
    if (!current) return isLead(lead)
    if (current.body.length === 0 && !current.salutation) return true
    if (!address.alone) return false
    const next = lines[at + address.salutation.lines.length]
    const last = current.body.at(-1)
    return (
      closed ||
      (last !== undefined && closingOf(last, true) === 'thanks') ||
      (next !== undefined && current.body.length > 1 && opensSpeech(next.head))
    )
  }

  function greet(salutation: NonNullable<SpeechLines['salutation']>): void {
    if (current && current.body.length === 0 && !current.salutation) current.salutation = salutation
    else begin(salutation)
  }

  /** Puts a line where it belongs: before a speech, or into the one that is open. */
  function take(line: Line): void {
    if (skip(line)) {
      ;(current?.body ?? lead).push(line)
      return
    }
    if ((line.firstHolds & LETTERS.bracket || line.lastHolds & LETTERS.colon) && isSpeakerLabel(line.head)) {
      begin(undefined, line)
      return
    }
    if (closed && isSiteProse(line.head)) current = undefined
    if (!current) {
      lead.push(line)
      if (!isLead(lead)) begin()
      return
    }
    const isOpening = lengthOf(line) > 16 || startsWithGreeting(line.head)
    if (closed && isOpening && opensSpeech(line.head) && !closingOf(line)) begin()
    current.body.push(line)
    closed = (closes(line) && !isFirstWord(current, line)) || (closed && !isBodyText(line))
  }
}

function closes(line: Line): boolean {
  if (line.turn > 0 || line.marker) return false
  return closingOf(line) !== undefined
}

/** 感謝大家讓我來講幾句。 — a short line right behind the salutation opens a speech, whatever it says. */
function isFirstWord({ salutation, body }: SpeechLines, line: Line): boolean {
  return salutation !== undefined && body[0] === line && lengthOf(line) <= 40
}

/** A stage direction, a name or a date behind a closing leaves the speech closed. */
function isBodyText(line: Line): boolean {
  return lengthOf(line) > 30 && !line.isStage
}

/** Whether lines before a speech can still be the site's or a byline, and not the speech itself. */
function isLead(lead: readonly Line[]): boolean {
  if (lead.length > LEAD_LINES) return false
  const spoken = lead.filter((line) => !line.isStage && !isSiteProse(line.head) && !isByline(line.head, lengthOf(line)))
  if (spoken.some(({ marker, turn }) => marker || turn > 0)) return false
  return spoken.length <= LEAD_LIMIT
}

interface Address {
  salutation: { lines: Line[]; end: number }
  /** Nothing but the address stands on its lines. */
  alone: boolean
}

/** The address that starts at a line, torn over two lines or in the turns of a script perhaps. */
function readAddress(lines: readonly Line[], index: number): Address | undefined {
  const line = lines[index] as Line
  const turns = readTurns(lines, index)
  if (turns) return turns
  if (line.address) return readRow(lines, index) ?? toAddress(line, line.address)
  return readTorn(line, lines[index + 1])
}

/**
 * An address whose terms stand on lines of their own.
 *
 *     尊敬的王縣長,
 *     各位來賓,
 *     同志們:
 */
function readRow(lines: readonly Line[], index: number): Address | undefined {
  const row: Line[] = []
  for (let at = index; at < lines.length && row.length < 8; at++) {
    const line = lines[at] as Line
    if (line.turn > 0 || !line.address || line.address.end < lengthOf(line)) return undefined
    row.push(line)
    if (line.address.mark === ':')
      return row.length > 1 ? { salutation: { lines: row, end: line.end }, alone: true } : undefined
    if (line.address.mark === '!' || line.address.greets) return undefined
  }
  return undefined
}

function toAddress(line: Line, { end, mark, greets }: AddressMatch): Address | undefined {
  const length = lengthOf(line)
  if (end >= length && length <= HEAD) return { salutation: { lines: [line], end: line.end }, alone: true }
  const rest = line.head.slice(end).trimStart()
  if (mark === ',' && !startsWithGreeting(rest)) return undefined
  if (mark === '' && !greets) return undefined
  return { salutation: { lines: [line], end: line.start + end }, alone: false }
}

/**
 *     各位領導、各位
 *     同志:
 */
function readTorn(line: Line, next: Line | undefined): Address | undefined {
  if (!next || lengthOf(line) > 40 || lengthOf(next) > 30) return undefined
  if (!/^(?:尊敬|敬爱|亲爱|各位|同志|老师|女士|先生)/.test(line.head) || /[:。!?;]$/.test(line.head)) return undefined
  const joined = matchAddress(line.head + next.head)
  if (joined?.mark !== ':' || joined.end < line.head.length + next.head.length) return undefined
  return { salutation: { lines: [line, next], end: next.end }, alone: true }
}

/**
 * The turns of a script that together form the address; a greeting in a turn of its own is no part of it.
 *
 *     男:尊敬的各位領導,
 *     女:親愛的同學們:
 *     合:大家好!
 */
function readTurns(lines: readonly Line[], index: number): Address | undefined {
  if ((lines[index] as Line).turn === 0) return undefined
  const taken: Line[] = []
  for (let i = index; i < lines.length && taken.length < 8; i++) {
    const line = lines[i] as Line
    if (line.turn === 0 || lengthOf(line) > HEAD) break
    const said = line.head.slice(line.turn).trimStart()
    const address = matchAddress(said)
    if (!address) break
    if (address.end < said.length) {
      const greets =
        address.mark === ':' || (address.mark === ',' && startsWithGreeting(said.slice(address.end).trimStart()))
      if (!greets) break
      const end = line.start + line.head.length - said.length + address.end
      return { salutation: { lines: [...taken, line], end }, alone: false }
    }
    taken.push(line)
  }
  const last = taken.at(-1)
  return last && { salutation: { lines: taken, end: last.end }, alone: true }
}

/**
 * Tells the lines before a speech apart: the site's notes, the byline, and what must be the speech itself.
 * The parts keep the order of the page.
 */
function sortLead(
  lead: readonly Line[],
  addressed: boolean,
  skip: (line: Line) => boolean,
): { notes: Line[]; bylines: Line[]; text: Line[] } {
  const byline = (line: Line) => line.isStage || isByline(line.head, lengthOf(line))
  if (addressed) {
    const border = lead.findLastIndex((line) => !byline(line) && !isSubtitle(line) && !skip(line)) + 1
    return { notes: lead.slice(0, border), bylines: lead.slice(border), text: [] }
  }
  const site = (line: Line) => skip(line) || isSiteProse(line.head)
  const notes = prefix(lead, site)
  const bylines = prefix(lead.slice(notes.length), byline)
  return { notes, bylines, text: lead.slice(notes.length + bylines.length) }
}

/** A short line right above an address that is no sentence and not the site's says who speaks, or of what. */
function isSubtitle(line: Line): boolean {
  const length = lengthOf(line)
  return (
    length <= SUBTITLE && !/^[([【]|[。!?,:;…“]/.test(line.head) && !isSiteProse(line.head) && !matchSiteLine(line.head)
  )
}

const SUBTITLE = 30

function prefix(lines: readonly Line[], test: (line: Line) => boolean): Line[] {
  const end = lines.findIndex((line) => !test(line))
  return lines.slice(0, end === -1 ? lines.length : end)
}
