import { closingOf } from './closings.ts'
import { type AddressMatch, greetedLength, matchAddress, startsWithGreeting } from './constructs/address.ts'
import { isByline, isSpeakerLabel, namesSpeaker } from './constructs/byline.ts'
import { isDateLine } from './constructs/closing.ts'
import { opensSpeech } from './constructs/opening.ts'
import { matchSiteLine } from './constructs/site-line.ts'
import { isSiteProse } from './constructs/site-prose.ts'
import { isDirection } from './constructs/stage.ts'
import { endsInGenre } from './constructs/title.ts'
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

  const labels = findBoxes(lines)

  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    const address = skip(line) ? undefined : (readAddress(lines, at) ?? (isFirst() ? readFirst(lines, at) : undefined))
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

  /** Whether a line like the one above the first address stands above another. */
  function isBelowLabel(body: readonly Line[]): boolean {
    const first = parts[0]?.speech.bylines.at(-1)
    const last = body.at(-1)
    return first !== undefined && last !== undefined && body.length > 1 && !skip(last) && isLikeLabel(first, last)
  }

  /** Whether nothing of a speech was read yet. */
  function isFirst(): boolean {
    return current ? current.body.length === 0 && !current.salutation : lead.every(isSilent)
  }

  /** Whether a line before the speech is no word of its speaker. */
  function isSilent(line: Line): boolean {
    return (
      skip(line) || line.isStage || isByline(line.head, lengthOf(line)) || isSubtitle(line) || isSiteProse(line.head)
    )
  }

  /** Starts a speech with what stood before it. */
  function begin(salutation?: SpeechLines['salutation'], label?: Line): void {
    if (current && salutation) {
      if (closed || isTitled(current.body)) lead = takeTitle(current.body, skip, countNamed(parts[0]))
      if (lead.length === 0 && isBelowLabel(current.body)) lead = current.body.splice(-1)
    }
    const { notes, bylines, text: spoken } = sortLead(lead, salutation !== undefined, skip)
    current = { bylines: label ? [...bylines, label] : bylines, salutation, body: spoken, readdresses: new Set() }
    parts.push({ notes, speech: current })
    lead = []
    closed = false
  }

  /** Whether an address opens a speech, and does not only address the listeners of one again. */
  function opensAt(address: Address, at: number): boolean {
    if (!current) return isLead(lead, skip)
    if (current.body.length === 0 && !current.salutation) return true
    if (!address.alone) return false
    const next = lines[at + address.salutation.lines.length]
    const last = current.body.at(-1)
    return (
      closed ||
      isTitled(current.body) ||
      isBelowLabel(current.body) ||
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
    if (isLabel(line) || labels.has(line)) {
      if (sortLead(lead, false, skip).text.length > 0) begin()
      begin(undefined, line)
      return
    }
    if (closed && isSiteProse(line.head)) current = undefined
    if (!current) {
      lead.push(line)
      if (!isLead(lead, skip)) begin()
      return
    }
    const isOpening = lengthOf(line) > 16 || startsWithGreeting(line.head)
    if (closed && isOpening && opensSpeech(line.head) && !closingOf(line)) begin()
    current.body.push(line)
    closed = (closes(line) && !isFirstWord(current, line)) || (closed && !isBodyText(line))
  }
}

/** Whether a title stands below the words of a speech: who is addressed below it hears another one. */
function isTitled(body: readonly Line[]): boolean {
  const last = body.at(-1)
  return body.length > 1 && last !== undefined && !last.isStage && isTitle(last)
}

/**
 * Takes back the title of the next speech, and who gives it, from behind the end of the speech before.
 * Where `named` lines stand above the first speech of the page, as many stand above the others.
 */
function takeTitle(body: Line[], skip: (line: Line) => boolean, named: number): Line[] {
  let from = body.length
  while (from > 1 && isTitle(body[from - 1] as Line)) from--
  if (from < body.length) return body.splice(from)
  while (from > 1 && body.length - from < named && isHead(body[from - 1] as Line) && !skip(body[from - 1] as Line))
    from--
  return body.length - from === named ? body.splice(from) : []
}

/** Whether two lines are labels of one shape: short, no sentence, and both in brackets, with a colon, or neither. */
function isLikeLabel(first: Line, { head, marker, turn, isStage }: Line): boolean {
  if (head.length > SUBTITLE || marker || turn > 0 || isStage || /[。!?,;…]/.test(head)) return false
  return /^[([【]/.test(first.head) === /^[([【]/.test(head) && first.head.includes(':') === head.includes(':')
}

/** How many lines above a speech name it or its speaker; a remark in brackets does not. */
function countNamed(part: ItemPart | undefined): number {
  return part ? part.speech.bylines.filter(({ head }) => !/^[([【]/.test(head)).length : 0
}

/** A line above a speech is short and neither a sentence, a date nor a closing. */
function isHead(line: Line): boolean {
  return lengthOf(line) <= SUBTITLE && !/[。!?,:;…]/.test(line.head) && !isDateLine(line.head) && !line.isStage
}

/** 學員代表發言    縣長在開工儀式上的講話    (女方父親用) */
function isTitle(line: Line): boolean {
  if (line.isStage) return line.head.startsWith('(') && !isDirection(line.head)
  return lengthOf(line) <= SUBTITLE && endsInGenre(line.head) && !/[。!?,:;…]/.test(line.head) && !isDateLine(line.head)
}

/**
 * Boxes on lines of their own say who speaks where the first of them stands above the first spoken word.
 *
 *     【主席開場白】
 *     【正方一辯陳詞】
 */
function findBoxes(lines: readonly Line[]): ReadonlySet<Line> {
  const boxes = new Set<Line>()
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    if (isBox(line) && !isBox(lines[at + 1]) && !AWARDED.test(line.head)) boxes.add(line)
    else if (boxes.size === 0 && (line.address || lengthOf(line) > SUBTITLE)) break
  }
  return boxes.size > 1 ? boxes : NONE
}

/** 【授予接線員艾靜】 says of whom the site's text speaks, and not who speaks. */
const AWARDED = /^【(?:授予|颁给|颁发|致|献给|关于|给)/
const NONE: ReadonlySet<Line> = new Set()

function isBox(line: Line | undefined): boolean {
  return (
    line !== undefined &&
    (line.firstHolds & LETTERS.bracket) !== 0 &&
    !line.isStage &&
    /^【[^【】。,;!?:]{2,24}】$/.test(line.head) &&
    !isSiteProse(line.head)
  )
}

/** A label on a line of its own that opens another speaker's speech. */
function isLabel(line: Line): boolean {
  if (!(line.firstHolds & LETTERS.bracket || line.lastHolds & LETTERS.colon) || line.turn > 0) return false
  return isSpeakerLabel(line.head) || (lengthOf(line) <= SUBTITLE && !line.address && namesSpeaker(line.head))
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
function isLead(lead: readonly Line[], skip: (line: Line) => boolean): boolean {
  if (lead.length > LEAD_LINES) return false
  const spoken = lead.filter(
    (line) => !skip(line) && !line.isStage && !isSiteProse(line.head) && !isByline(line.head, lengthOf(line)),
  )
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

/** The first words of a speech address somebody in at most so many units. */
const FIRST = 36
/** Words that make of a first line with a colon something else: 現將工作報告如下:    領導講話內容: */
const NO_ADDRESS =
  /[。!?;“”《》【】\d我你您它是谢感祝讲说谈提问答写读念请由]|如下|以下|下面|正文|全文|内容|目录|背景|说明|简介|导[读语]|[一-龥]稿|题目|主题|标题|时间|地点|单位|部门/

/**
 * A line that ends in a colon, with nothing spoken before it and no list behind it, is an address, whoever it names.
 *
 *     縣委:
 *     現將一年來的工作報告如下。
 */
function readFirst(lines: readonly Line[], index: number): Address | undefined {
  const line = lines[index] as Line
  const next = lines[index + 1]
  if (!(line.lastHolds & LETTERS.colon) || lengthOf(line) > FIRST) return readGreeted(line)
  if (line.turn > 0 || line.marker || line.bullet || line.isStage) return undefined
  if (!next || next.address || next.marker || next.bullet || next.turn > 0 || lengthOf(next) < 4) return undefined
  // Who forwards a speech has words of his own above its address.
  if (lines.slice(index + 2, index + 4).some(isWholeAddress)) return undefined
  const { head } = line
  if (
    NO_ADDRESS.test(head) ||
    endsInGenre(head.slice(0, -1)) ||
    isByline(head, lengthOf(line)) ||
    isLabel(line) ||
    isSiteProse(head)
  )
    return undefined
  return { salutation: { lines: [line], end: line.end }, alone: true }
}

function isWholeAddress(line: Line): boolean {
  return line.address?.mark === ':' && line.address.end >= lengthOf(line)
}

/** 主席、評委、對方辯友,大家好!我方認爲… — who is named before a greeting is greeted. */
function readGreeted(line: Line): Address | undefined {
  if (line.turn > 0 || line.marker || line.bullet) return undefined
  const named = /^(?=[^,]*[一-龥])[^。,:;!?“”《》]{2,32},(?=.{0,6}好)/.exec(line.head)?.[0]
  const greeted = greetedLength(line.head)
  if (greeted > 0) {
    const end = line.start + greeted
    return { salutation: { lines: [line], end }, alone: end >= line.end }
  }
  if (!named || NO_ADDRESS.test(named) || !startsWithGreeting(line.head.slice(named.length).trimStart()))
    return undefined
  return { salutation: { lines: [line], end: line.start + named.length }, alone: false }
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
    const next = lines[at + 1]
    if (row.length > 1 && next && !next.address && startsWithGreeting(next.head))
      return { salutation: { lines: row, end: line.end }, alone: true }
  }
  return undefined
}

function toAddress(line: Line, { end, mark, greets }: AddressMatch): Address | undefined {
  const length = lengthOf(line)
  if (end >= length && length <= HEAD) return { salutation: { lines: [line], end: line.end }, alone: true }
  const rest = line.head.slice(end).trimStart()
  if (mark === ',' && !startsWithGreeting(rest)) return undefined
  if (mark === '' && !greets) return undefined
  // 同志們!朋友們!
  const more = mark === '!' ? matchAddress(rest) : undefined
  const whole = more && more.mark === '!' && more.end >= rest.length
  return { salutation: { lines: [line], end: whole ? line.end : line.start + end }, alone: whole === true }
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
function isSubtitle(line: Line): boolean {
  const { head } = line
  const isShort = lengthOf(line) <= SUBTITLE && !/“/.test(head)
  if (!isShort && !(lengthOf(line) <= HEAD / 2 && endsInGenre(head))) return false
  const marks = lengthOf(line) <= MOTTO ? /^[([【]|[。!?:;…]/ : /^[([【]|[。!?,:;…]/
  return !marks.test(head) && !isSiteProse(head) && !matchSiteLine(head)
}

const SUBTITLE = 30
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
