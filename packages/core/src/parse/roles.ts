import { codeSet } from '../source/code-set.ts'
import { fold, foldTable } from '../source/fold.ts'
import { closingOf } from './closings.ts'
import type { MarkerMatch } from './constructs/marker.ts'
import {
  announcesOath,
  announcesRecital,
  announcesVerse,
  callsAct,
  callsStep,
  countRecited,
  isAgendaStep,
  isCeremonyStep,
  isProgrammeItem,
  isVote,
  namesAgenda,
} from './constructs/recital.ts'
import { LETTERS } from './letters.ts'
import { HEAD, type Line, lengthOf } from './line.ts'

/** What a line of a speech's body is. */
type Role = 'heading' | 'run-in' | 'item' | 'text'

/** A line of a speech's body, and what it is. */
export interface Entry {
  line: Line
  role: Role
  marker?: MarkerMatch
  /** Units of the line up to where the heading ends. */
  headingEnd: number
}

/** A first sentence of at most so many units can be a run-in heading: about 20 as a rule, 33 the longest measured. */
const RUN_IN_LIMIT = 34
/** A recited line has one clause of at most so many units. */
const RECITED_LIMIT = 30
/** A line of its own of at most so many units can be a heading. */
const HEADING_LIMIT = 64

/** Tells what each line of a speech's body is; `isFixed` says which lines are known to be neither section nor item. */
export function classify(lines: readonly Line[], isFixed: (line: Line) => boolean): Entry[] {
  /** The last member of a series of words, and the systems of numbers above it: their next number ends the series. */
  let counted: MarkerMatch | undefined
  const around = new Set<string>()
  const isScript =
    lines.some(({ turn, firstHolds }) => turn > 0 && !(firstHolds & LETTERS.markerStart)) || areReaders(lines)
  const entries = lines.map((line): Entry => {
    // In a script, A: is a reader and no choice.
    if (isFixed(line) || line.isStage || (isScript && line.turn > 0)) return { line, role: 'text', headingEnd: 0 }
    const marker = line.marker ?? lastMember(line, counted)
    if (marker?.series === 'ordinal-word') counted = line.marker
    else if (marker && counted && around.has(marker.system)) counted = undefined
    else if (marker && !counted) around.add(marker.system)
    if (!marker) return { line, role: line.bullet ? 'item' : 'text', headingEnd: 0 }
    const end = headingEnd(line, marker)
    return { line, role: roleFor(line, marker, end), marker, headingEnd: end }
  })
  settleTicked(entries)
  settleProgramme(entries)
  settleAgenda(entries)
  settleTables(entries, isFixed)
  settleRecited(entries)
  settleLists(entries)
  settleLong(entries)
  settleWords(entries)
  return entries
}

/** Whether A: and B: are readers and no choices: they say whole sentences. */
function areReaders(lines: readonly Line[]): boolean {
  const turns = lines.filter(({ turn }) => turn > 0)
  const sentences = turns.filter(({ tail }) => /[。!?,…~]$/.test(tail))
  return turns.length > 1 && sentences.length * 2 > turns.length
}

/** 最後, behind 首先 and 其次 is the last member of their series; 最後,祝大家平安! only wishes. */
function lastMember(line: Line, counted: MarkerMatch | undefined): MarkerMatch | undefined {
  if (!counted?.worded || counted.ordinal < 2 || !(line.firstHolds & LETTERS.appealStart)) return undefined
  const length = LAST_MEMBER.exec(line.head)?.[0].length
  if (length === undefined || closingOf(line) === 'wish') return undefined
  return {
    series: 'ordinal-word',
    system: 'ordinal-word',
    ordinal: counted.ordinal + 1,
    length,
    rest: length,
    worded: true,
  }
}

const LAST_MEMBER = /^最后(?:[,、:]|就?是|要(?!求))/

/** Where the first sentence behind the marker ends, its mark included; the line's end where it has only one. */
function headingEnd(line: Line, marker: MarkerMatch): number {
  const { text, start } = line
  const to = foldTable()
  const limit = Math.min(lengthOf(line), HEAD)
  let depth = 0
  for (let at = marker.rest; at < limit; at++) {
    const code = to[text.charCodeAt(start + at)] as number
    if (!isTelling(code)) continue
    const read = at - marker.rest
    if (opensPair(code)) depth++
    else if (closesPair(code)) depth = Math.max(0, depth - 1)
    else if (depth > 0) continue
    else if (endsSentence(code)) return at + 1
    else if (code === COLON && read >= 2 && read <= 24) {
      if (line.embedded || line.lastHolds & LETTERS.stop || lengthOf(line) > RUN_IN_LIMIT) return at + 1
    } else if (code === BLANK && read >= (line.embedded ? 2 : 4) && read <= 30 && isHan(text, start + at - 1)) {
      if (line.embedded || line.lastHolds & LETTERS.stop || lengthOf(line) > HEADING_LIMIT) return at
    }
  }
  return lengthOf(line) > HEAD ? Number.POSITIVE_INFINITY : lengthOf(line)
}

const COLON = 0x3a
const BLANK = 0x20
const opensPair = codeSet('“‘《(')
const closesPair = codeSet('”’》)')
const endsSentence = codeSet('。!?')
const isTelling = codeSet('“‘《(”’》)。!?: ')

/** Blanks set a heading off from its body in Chinese text; between Latin words they mean nothing. */
function isHan(text: string, at: number): boolean {
  return /[一-龥”’》)]/.test(fold(text, at, at + 1))
}

/** 第二封,是一位老人寫的: — what is read aloud below heads nothing. */
const READS = /[写念读寄留][^。!?]{0,10}:$/

function roleFor(line: Line, marker: MarkerMatch, end: number): Role {
  const length = lengthOf(line)
  if (marker.worded && line.lastHolds & LETTERS.colon && READS.test(line.tail)) return 'text'
  if (end >= length) return length <= HEADING_LIMIT ? 'heading' : 'item'
  return end - marker.rest <= RUN_IN_LIMIT ? 'run-in' : 'item'
}

/** Between two guests, a single number that a host says counts the acts, and heads nothing. */
export function settleHost(entries: Entry[]): void {
  const numbered = entries.filter(({ marker }) => marker)
  const [only] = numbered
  if (only && numbered.length === 1 && isFull(only.line)) only.role = 'text'
}

/** A host whose numbered paragraphs call the next act again and again counts acts, and heads nothing. */
function settleCalls(entries: Entry[]): void {
  const calls = tally(entries, ({ line, role }) => role !== 'text' && mayCall(line) && callsAct(line.tail))
  if (calls.size === 0) return
  for (const entry of entries) {
    if (entry.marker && (calls.get(entry.marker.system) ?? 0) >= 2 && isFull(entry.line)) entry.role = 'text'
  }
}

/** So many numbered calls are the steps of a ceremony. */
const STEPS = 3

/** A host whose numbered paragraphs open with a call to act counts the steps of a ceremony, and heads nothing. */
function settleSteps(entries: Entry[]): void {
  const runIns = tally(entries, ({ role }) => role === 'run-in')
  if (![...runIns.values()].some((count) => count >= STEPS)) return
  const steps = tally(
    entries,
    ({ line, marker, role }) => role === 'run-in' && callsStep(line.head, marker as MarkerMatch),
  )
  for (const entry of entries) {
    const { line, marker } = entry
    if (!marker || !(entry.role === 'run-in' || (entry.role === 'heading' && callsStep(line.head, marker)))) continue
    const count = steps.get(marker.system) ?? 0
    if (count >= STEPS && count * 2 > (runIns.get(marker.system) ?? 0)) entry.role = 'text'
  }
}

/** Whether 請 or 掌 stands near the end of a line. */
function mayCall({ units, start, end }: Line): boolean {
  for (let at = Math.max(start, end - CALL); at < end; at++) if (isCalling(units[at] as number)) return true
  return false
}

const CALL = 40
const isCalling = codeSet('请請掌')

function isFull(line: Line): boolean {
  return (line.lastHolds & LETTERS.stop) !== 0 && lengthOf(line) > RUN_IN_LIMIT / 2
}

/** Lines in a row that open with one sign are a list: √雨衣, ——不帶火種 */
function settleTicked(entries: Entry[]): void {
  for (let i = 1; i < entries.length; i++) {
    const above = entries[i - 1] as Entry
    const entry = entries[i] as Entry
    const tick = entry.role === 'text' ? tickOf(entry.line) : 0
    if (tick === 0 || tick !== tickOf(above.line)) continue
    if (above.role === 'text') above.role = 'item'
    entry.role = 'item'
  }
}

/** The sign that a line opens with; 0 where it is none. */
function tickOf({ units, start }: Line): number {
  const code = units[start] as number
  return isTick(code) && (code !== DASH || units[start + 1] === DASH) ? code : 0
}

const isTick = codeSet('√✓✔☑☐□➢❖—')
const DASH = 0x2014

/** In a script, the turns of its hosts stand between the numbers of a programme, which head nothing. */
function settleProgramme(entries: Entry[]): void {
  settleCalls(entries)
  settleSteps(entries)
  const isScript = entries.filter(({ line }) => line.turn > 0).length >= 3
  const headings = tally(entries, ({ role }) => role === 'heading')
  const runIns = tally(entries, ({ role }) => role === 'run-in' || role === 'text')
  const isAct = ({ line }: Entry) => isScript || isProgrammeItem(line.head)
  const isStep = ({ line, marker }: Entry) =>
    isCeremonyStep(line.head) || (marker !== undefined && callsStep(line.head, marker))
  const acts = tally(entries, (entry) => entry.role === 'heading' && (isAct(entry) || isStep(entry)))
  for (const [i, entry] of entries.entries()) {
    if (!entry.marker) continue
    const { system } = entry.marker
    const asks = entry.role !== 'text' && isChoice(entries[i + 1]?.marker) && ASKED.test(entry.line.tail)
    if (asks) entry.headingEnd = lengthOf(entry.line)
    if (asks || isChoice(entry.marker)) entry.role = 'item'
    if (entry.role === 'run-in' && isVote(entry.line.head)) entry.role = 'text'
    //  1、快板《一根道釘》 表演者:工務工區
    if (entry.role === 'run-in' && !(entry.line.lastHolds & LETTERS.clauseEnd) && isProgrammeItem(entry.line.head)) {
      entry.role = 'item'
      entry.headingEnd = lengthOf(entry.line)
    }
    if (entry.role !== 'heading' || !acts.has(system)) continue
    const count = headings.get(system) as number
    const isProgramme = (acts.get(system) as number) * 2 > count && (runIns.get(system) ?? 0) <= count
    if (isProgramme || isAct(entry)) entry.role = 'item'
  }
}

/** 1.看見有人落水,你會? and 1.下列說法正確的是( ) — above the choices. */
const ASKED = /[?_]$|\( *\)[。?]?$|(?:是|应该?|哪[一-龥]{1,3}):?$/

/** A、 B、 */
function isChoice(marker: MarkerMatch | undefined): boolean {
  return marker?.series === 'none' && !marker.worded
}

/** Where a host has announced an agenda, its steps head nothing, nor do the other numbers of their system. */
function settleAgenda(entries: Entry[]): void {
  if (!entries.some(({ line, marker }) => !marker && speaksOfAgenda(line))) {
    for (const entry of entries)
      if (entry.marker && speaksOfAgenda(entry.line) && isAgendaStep(entry.line.head, entry.marker)) entry.role = 'text'
    return
  }
  const isStep = ({ line, marker }: Entry) => marker !== undefined && isAgendaStep(line.head, marker)
  const steps = tally(entries, isStep)
  const all = tally(entries, ({ role }) => role !== 'item')
  entries.forEach((entry, i) => {
    if (!entry.marker || entry.role === 'item' || endsList(entries, i)) return
    const { system } = entry.marker
    const isAgenda = (steps.get(system) ?? 0) * 2 > (all.get(system) ?? 0)
    if (isAgenda || isStep(entry)) entry.role = 'text'
  })
}

/**
 * Whether an entry is the last of a list whose other members end in semicolons.
 *
 *     1、會議期間不得中途退場;
 *     2、請帶孩子的家長照看好孩子。
 */
function endsList(entries: readonly Entry[], at: number): boolean {
  const above = entries[at - 1]
  return isSibling(above, entries[at] as Entry) && above?.line.tail.endsWith(';') === true
}

function speaksOfAgenda(line: Line): boolean {
  return ((line.headHolds | line.tailHolds) & LETTERS.agenda) !== 0 && namesAgenda(line.head, line.tail)
}

/**
 * Rows of two columns behind what announces them are a list.
 *
 *     下面宣布獲獎名單:
 *     打字最快獎 靳伯年
 *     提問最多獎 汲鳳蘭
 */
function settleTables(entries: Entry[], isFixed: (line: Line) => boolean): void {
  const isRow = (entry: Entry | undefined) => entry?.role === 'text' && !isFixed(entry.line) && isTabular(entry.line)
  for (let i = 1; i < entries.length; i++) {
    const before = (entries[i - 1] as Entry).line
    if (!isRow(entries[i]) || before.address || !ANNOUNCED.test(before.tail)) continue
    const from = i
    while (isRow(entries[i])) i++
    if (i - from > 1) for (const entry of entries.slice(from, i)) entry.role = 'item'
  }
}

const ANNOUNCED = /:$|(?:名单|名字)[。!]$/

/** Whether a line has a blank between its words and ends with one of them. */
function isTabular({ head, tail, turn, start, end, isStage }: Line): boolean {
  if (turn > 0 || isStage || end - start > RECITED_LIMIT) return false
  return /^[^。!?;:“” ]{2,12} +[^。!?;:“”]+$/.test(head) && /[一-龥\d)]$/.test(tail)
}

/** Lines that are recited, one clause each: an oath, a set of rules. */
function settleRecited(entries: Entry[]): void {
  for (let i = 1; i < entries.length; i++) {
    const above = (entries[i - 1] as Entry).line
    const before = announcerOf(above, entries[i - 2]?.line)
    if (!before || announcesVerse(before.tail)) {
      if (above.lastHolds & LETTERS.colon && above.turn === 0 && !announcesVerse(above.tail)) settleParallel(entries, i)
      continue
    }
    let end = i
    while (entries[end]?.role === 'text' && isRecited((entries[end] as Entry).line, end > i)) end++
    // The first full sentence behind the last clause ends what is recited.
    const clause = entries.slice(i, end).findLastIndex(({ line }) => !/[。!]$/.test(line.tail))
    const counted = countRecited(before.tail)
    // Behind lines without any mark, a sentence is the speaker's again.
    const isBare = clause > -1 && isUnmarked((entries[i + clause] as Entry).line)
    const full = Math.min(end, i + clause + (isBare ? 1 : 2))
    // 苦戰百日,決勝六月! may be cried at the very end.
    const isCried = end === full + 1 && end === entries.length && /!$/.test((entries[full] as Entry).line.tail)
    const last = counted !== undefined && end - i >= counted ? i + counted : isCried ? end : full
    const isShouted = entries.slice(i, end).every(({ line }) => /!$/.test(line.tail)) && /[:]$/.test(before.tail)
    const sworn = clause === -1 ? swornEnd(entries, i, end, before) : 0
    const isCounted = clause === -1 && end - i === counted
    const recited = isShouted
      ? entries.slice(i, end)
      : clause === -1
        ? entries.slice(i, isCounted ? end : sworn)
        : entries.slice(i, last)
    if (recited.length >= 2) for (const entry of recited) entry.role = 'item'
    i = end
  }
}

function announcesBelow({ tail, tailHolds }: Line): boolean {
  return (tailHolds & LETTERS.recital) !== 0 && announcesRecital(tail)
}

/**
 * What announces lines that are recited below it: a line, the one above the direction that stands below it, or the
 * direction itself.
 *
 *     請跟我宣誓:
 *     (全體起立)
 *     我是一名河長,
 */
function announcerOf(line: Line, above: Line | undefined): Line | undefined {
  if (!line.isStage) return announcesBelow(line) ? line : undefined
  if (ENDED.test(line.head)) return undefined
  if (above && announcesBelow(above)) return above
  return READ_OUT.test(line.head) || announcesBelow(line) ? line : undefined
}

const READ_OUT = /齐[读诵念声]|[跟领诵朗]读|[宣领]誓|同声|集体[朗诵宣读]/
const ENDED = /[完毕束]/

/** An oath of whole sentences has at least so many. */
const SWORN = 3

/**
 * Behind the last line of an oath each of whose lines is a sentence, up to the first one that speaks to the listeners.
 *
 *     我們宣誓:
 *     熱愛祖國,忠於人民。
 */
function swornEnd(entries: readonly Entry[], from: number, to: number, before: Line): number {
  if (!announcesOath(before.tail)) return from
  let end = from
  while (end < to && !SPOKEN.test((entries[end] as Entry).line.head)) end++
  return end - from >= SWORN ? end : from
}

const SPOKEN = /大家|各位|同[志学]们|你们|请|谢谢|感谢|下面|现在|最后|完毕|誓词|宣誓人|祝/

/** So many lines alike are recited, whatever announces them; each has at most so many units, and so many more or less. */
const PARALLEL = 3
const PARALLEL_LIMIT = 18
const UNLIKE = 2

/** Short lines of one length behind a colon are recited: 念給大家聽: and 不爭不搶, … */
function settleParallel(entries: Entry[], from: number): void {
  const { line } = entries[from] as Entry
  const first = line.units[line.start]
  // Rules that all open with one word may be whole sentences; else the first full sentence is the last.
  const isRule = (entry: Entry | undefined) => entry?.line.units[entry.line.start] === first
  const areRules = isRule(entries[from + 1]) && isRule(entries[from + 2])
  let end = from
  while (isAlike(entries[end], lengthOf(line)) && (!areRules || isRule(entries[end]))) {
    end++
    if (!areRules && isStopped(entries[end - 1] as Entry)) break
  }
  if (
    !areRules &&
    end - from > 1 &&
    isStopped(entries[end - 1] as Entry) &&
    isUnmarked((entries[end - 2] as Entry).line)
  )
    end--
  if (end - from >= PARALLEL) for (const entry of entries.slice(from, end)) entry.role = 'item'
}

function isStopped({ line }: Entry): boolean {
  return (line.lastHolds & LETTERS.stop) !== 0 && !line.tail.endsWith(';')
}

/** Whether a line ends with a word and no mark: 不冒一次險 */
function isUnmarked({ tail }: Line): boolean {
  return /[一-龥]$/.test(tail)
}

function isAlike(entry: Entry | undefined, length: number): boolean {
  if (entry?.role !== 'text' || !isRecited(entry.line)) return false
  const own = lengthOf(entry.line)
  return own <= PARALLEL_LIMIT && Math.abs(own - length) <= UNLIKE
}

/** 我宣誓:以仁愛之心, */
const PLEDGE = /^我们?(?:宣誓|承诺|保证|倡议|郑重承诺|庄严宣誓|庄严承诺):/

/** Whether a line can be recited; 我承諾: alone can only be where lines are recited above it. */
function isRecited(line: Line, isBelow = false): boolean {
  if (lengthOf(line) > RECITED_LIMIT || line.turn > 0 || line.isStage) return false
  const said = line.head.replace(PLEDGE, '')
  return said === '' ? isBelow : !/[:“”]/.test(said)
}

/**
 * A numbered line of its own that heads nothing is a list item. A row of such lines, one behind the other,
 * is an agenda, an oath, a list; a single one is judged by what its system of numbers does elsewhere in the speech.
 */
function settleLists(entries: Entry[]): void {
  const heads = tally(
    entries,
    (entry, i) => entry.role === 'run-in' || (entry.role === 'heading' && hasBody(entries, i) && !endsRow(entries, i)),
  )
  for (let i = 0; i < entries.length; ) {
    const entry = entries[i] as Entry
    let end = i + 1
    if (entry.role === 'heading' && entry.marker) {
      while (isSibling(entries[end], entry) && entries[end]?.role === 'heading' && !startsAnew(entries, end)) end++
      if (end - i > 1 && startsAnew(entries, end)) for (const listed of entries.slice(i, end)) listed.role = 'item'
      else settleRow(entries, i, end, heads.get(entry.marker.system) ?? 0)
    }
    i = end
  }
}

/**
 * Whether an entry starts the numbers anew right below the last of them: what stands above it only told what comes.
 *
 *     (一)老機器怎麼辦;
 *     (二)新機器怎麼辦。
 *     (一)老機器怎麼辦
 */
function startsAnew(entries: readonly Entry[], at: number): boolean {
  const entry = entries[at]
  return entry?.marker?.ordinal === 1 && entry.role === 'heading' && isSibling(entries[at - 1], entry)
}

/** So many numbered lines without a body are a list, whatever stands below the last. */
const ROW = 3

/** Whether an entry is the last of such a row. */
function endsRow(entries: readonly Entry[], at: number): boolean {
  const entry = entries[at] as Entry
  for (let back = 1; back < ROW; back++) {
    const above = entries[at - back]
    if (!isSibling(above, entry) || above?.role !== 'heading') return false
  }
  return true
}

/** Settles the row of headings from `from` up to `to`; `heads` counts the lines of their system that head something. */
function settleRow(entries: Entry[], from: number, to: number, heads: number): void {
  const rows = to - from
  const lastHeads = hasBody(entries, to - 1)
  const elsewhere = heads - (lastHeads && rows < ROW ? 1 : 0)
  if (rows === 1 && ((lastHeads && !isAboveAddress(entries, from)) || elsewhere > 0)) return
  // What has sections below it heads them, and so does its sibling above.
  if (rows === 2 && (elsewhere > 0 || (lastHeads && entries[to]?.marker !== undefined))) return
  const last = lastHeads && elsewhere > 0 && rows < ROW ? to - 1 : to
  for (let k = from; k < last; k++) (entries[k] as Entry).role = 'item'
}

/** (1)記錄儀全程打開。 — the only one of its numbers, a sentence above words to all listeners, heads nothing. */
function isAboveAddress(entries: readonly Entry[], at: number): boolean {
  const { line, marker } = entries[at] as Entry
  return (
    marker?.ordinal === 1 && (line.lastHolds & LETTERS.clauseEnd) !== 0 && entries[at + 1]?.line.address !== undefined
  )
}

/**
 * A long numbered line is a run-in section where its siblings are sections. Otherwise it is an item of a list if it is
 * one sentence, and a paragraph that happens to be numbered if it is more.
 */
function settleLong(entries: Entry[]): void {
  const runIns = tally(entries, ({ role }) => role === 'run-in')
  for (const entry of entries) {
    if (entry.role !== 'item' || !entry.marker || entry.headingEnd >= lengthOf(entry.line)) continue
    entry.role = runIns.has(entry.marker.system) && entry.headingEnd <= RUN_IN_LIMIT * 1.5 ? 'run-in' : 'text'
  }
}

/** 首先, 第一, 一是 open ordinary paragraphs too: they head sections only in a series. */
function settleWords(entries: Entry[]): void {
  const ordinals = new Map<string, Set<number>>()
  for (const { line, marker, role } of entries) {
    if (!marker?.worded || role === 'text') continue
    const family = familyOf(line, marker)
    const seen = ordinals.get(family)
    if (seen) seen.add(marker.ordinal)
    else ordinals.set(family, new Set([marker.ordinal]))
  }
  // 首先, … 第二, … 第三,
  const [named, numbered] = [ordinals.get('ordinal-word'), ordinals.get('第')]
  if (named?.has(1) && numbered && !named.has(2) && !numbered.has(1)) {
    for (const ordinal of numbered) named.add(ordinal)
    ordinals.set('第', named)
  }
  for (const entry of entries) {
    const { line, marker } = entry
    const counted = marker?.worded ? ordinals.get(familyOf(line, marker)) : undefined
    if (marker?.worded && ((counted?.size ?? 0) < 2 || (TIMES.test(line.head) && !isSeries(counted))))
      entry.role = 'text'
  }
}

const TIMES = /^第.{1,3}[次回天年]/

/** Whether two numbers follow each other: 第一次 and 第五次 only tell of times. */
function isSeries(ordinals: ReadonlySet<number> | undefined): boolean {
  return [...(ordinals ?? [])].some((ordinal) => ordinals?.has(ordinal + 1))
}

/** 第一 and 第二 are one series, 首先 and 其次 another, 關鍵詞一 and 關鍵詞二 a third. */
function familyOf({ head }: Line, { series, length }: MarkerMatch): string {
  if (series !== 'ordinal-word' || '首其再最'.includes(head[0] as string)) return series
  return head.startsWith('第') ? '第' : head.slice(0, length - 2)
}

/** How many entries of each system of numbers pass a test. */
function tally(entries: readonly Entry[], test: (entry: Entry, index: number) => boolean): Map<string, number> {
  const counts = new Map<string, number>()
  entries.forEach((entry, i) => {
    if (entry.marker && test(entry, i)) counts.set(entry.marker.system, (counts.get(entry.marker.system) ?? 0) + 1)
  })
  return counts
}

function isSibling(other: Entry | undefined, entry: Entry): boolean {
  return other?.marker !== undefined && other.marker.system === entry.marker?.system
}

/** Whether what follows an entry can be the body under it. */
function hasBody(entries: readonly Entry[], index: number): boolean {
  const next = entries[index + 1]
  if (next === undefined || isSibling(next, entries[index] as Entry)) return false
  // What goes on counting belongs to a section above.
  return next.role === 'text' || next.marker === undefined || next.marker.ordinal === 1
}
