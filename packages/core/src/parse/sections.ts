import type { Heading, List, ListItem, Paragraph, Section, SectionContent } from '../schema/speech.ts'
import type { MarkerMatch } from './constructs/marker.ts'
import { announcesRecital, isAgendaStep, isProgrammeItem, namesAgenda } from './constructs/recital.ts'
import { around } from './leaves.ts'
import { HEAD, type Line, lengthOf, makeLine } from './line.ts'
import type { Writer } from './writer.ts'

/** What may stand in the body of a speech; headings stand in sections. */
type BodyContent = Exclude<SectionContent, Heading>

/** What a line of a speech's body is. */
type Role = 'heading' | 'run-in' | 'item' | 'text'

interface Entry {
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

/** The body of a speech, line by line, as sections, paragraphs and lists. */
export function buildBody(lines: readonly Line[], writer: Writer, readdresses: ReadonlySet<Line>): BodyContent[] {
  return nest(classify(lines, writer, readdresses), writer, readdresses)
}

function classify(lines: readonly Line[], writer: Writer, readdresses: ReadonlySet<Line>): Entry[] {
  let counted: MarkerMatch | undefined
  const entries = lines.map((line): Entry => {
    if (readdresses.has(line) || writer.noise.has(line)) return { line, role: 'text', headingEnd: 0 }
    const marker = line.marker ?? lastMember(line, counted)
    if (marker?.series === 'ordinal-word') counted = marker
    if (!marker) return { line, role: line.bullet ? 'item' : 'text', headingEnd: 0 }
    const end = headingEnd(line, marker)
    return { line, role: roleFor(line, marker, end), marker, headingEnd: end }
  })
  settleProgramme(entries)
  settleAgenda(entries)
  settleRecited(entries)
  settleLists(entries)
  settleLong(entries)
  settleWords(entries)
  return entries
}

/** 最後, behind 首先 and 其次 is the last member of their series. */
function lastMember({ head }: Line, counted: MarkerMatch | undefined): MarkerMatch | undefined {
  if (!counted?.worded || !/^最后[,、:]/.test(head)) return undefined
  return { series: 'ordinal-word', ordinal: counted.ordinal + 1, length: 3, rest: 3, worded: true }
}

/** Where the first sentence behind the marker ends, its mark included; the line's end where it has only one. */
function headingEnd(line: Line, marker: MarkerMatch): number {
  const { head } = line
  let depth = 0
  for (let at = marker.rest; at < head.length; at++) {
    const char = head[at] as string
    if ('“‘《('.includes(char)) depth++
    else if ('”’》)'.includes(char)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && '。!?'.includes(char)) return at + 1
    else if (depth === 0 && char === ':' && at - marker.rest >= 2 && at - marker.rest <= 24) return at + 1
    else if (depth === 0 && char === ' ' && at - marker.rest >= 4 && at - marker.rest <= 30 && isHan(head, at - 1))
      return at
  }
  return lengthOf(line) > HEAD ? Number.POSITIVE_INFINITY : lengthOf(line)
}

/** Blanks set a heading off from its body in Chinese text; between Latin words they mean nothing. */
function isHan(head: string, at: number): boolean {
  return /[一-龥”’》)]/.test(head[at] as string)
}

function roleFor(line: Line, marker: MarkerMatch, end: number): Role {
  const length = lengthOf(line)
  if (end >= length) return length <= HEADING_LIMIT ? 'heading' : 'item'
  return end - marker.rest <= RUN_IN_LIMIT ? 'run-in' : 'item'
}

/** In a script, the turns of its hosts stand between the numbers of a programme, which head nothing. */
function settleProgramme(entries: Entry[]): void {
  const isScript = entries.filter(({ line }) => line.turn > 0).length >= 3
  for (const entry of entries) {
    if (entry.marker?.series === 'none') entry.role = 'item'
    if (entry.role === 'heading' && (isScript || isProgrammeItem(entry.line.head))) entry.role = 'item'
  }
}

/** Where a host has announced an agenda, its steps head nothing, nor do the other numbers of their system. */
function settleAgenda(entries: Entry[]): void {
  if (!entries.some(({ line, marker }) => !marker && namesAgenda(line.head, line.tail))) return
  const isStep = ({ line, marker }: Entry) => marker !== undefined && isAgendaStep(line.head, marker)
  const steps = tally(entries, isStep)
  const all = tally(entries, ({ role }) => role !== 'item')
  for (const entry of entries) {
    if (!entry.marker || entry.role === 'item') continue
    const { series } = entry.marker
    const isAgenda = (steps.get(series) ?? 0) * 2 > (all.get(series) ?? 0)
    if (isAgenda || isStep(entry)) entry.role = 'text'
  }
}

/** Lines that are recited, one clause each: an oath, a set of rules. */
function settleRecited(entries: Entry[]): void {
  for (let i = 1; i < entries.length; i++) {
    if (!announcesRecital((entries[i - 1] as Entry).line.tail)) continue
    let end = i
    while (entries[end]?.role === 'text' && isRecited((entries[end] as Entry).line)) end++
    // The first full sentence behind the last clause ends what is recited.
    const clause = entries.slice(i, end).findLastIndex(({ line }) => !/[。!]$/.test(line.tail))
    const recited = clause === -1 ? [] : entries.slice(i, Math.min(end, i + clause + 2))
    if (recited.length >= 2) for (const entry of recited) entry.role = 'item'
    i = end
  }
}

/** 我宣誓:以仁愛之心, */
const PLEDGE = /^我们?(?:宣誓|承诺|保证|倡议|郑重承诺|庄严宣誓|庄严承诺):/

function isRecited(line: Line): boolean {
  return (
    lengthOf(line) <= RECITED_LIMIT && line.turn === 0 && !line.isStage && !/[:“”]/.test(line.head.replace(PLEDGE, ''))
  )
}

/**
 * A numbered line of its own that heads nothing is a list item. A row of such lines, one behind the other,
 * is an agenda, an oath, a list; a single one is judged by what its system of numbers does elsewhere in the speech.
 */
function settleLists(entries: Entry[]): void {
  const heads = tally(
    entries,
    (entry, i) => entry.role === 'run-in' || (entry.role === 'heading' && hasBody(entries, i)),
  )
  for (let i = 0; i < entries.length; ) {
    const entry = entries[i] as Entry
    let end = i + 1
    if (entry.role === 'heading' && entry.marker) {
      while (isSibling(entries[end], entry) && entries[end]?.role === 'heading') end++
      settleRow(entries, i, end, heads.get(entry.marker.series) ?? 0)
    }
    i = end
  }
}

/** Settles the row of headings from `from` up to `to`; `heads` counts the lines of their system that head something. */
function settleRow(entries: Entry[], from: number, to: number, heads: number): void {
  const rows = to - from
  const lastHeads = hasBody(entries, to - 1)
  const elsewhere = heads - (lastHeads ? 1 : 0)
  if (rows === 1 && (lastHeads || elsewhere > 0)) return
  if (rows === 2 && elsewhere > 0) return
  const last = lastHeads && elsewhere > 0 ? to - 1 : to
  for (let k = from; k < last; k++) (entries[k] as Entry).role = 'item'
}

/**
 * A long numbered line is a run-in section where its siblings are sections. Otherwise it is an item of a list if it is
 * one sentence, and a paragraph that happens to be numbered if it is more.
 */
function settleLong(entries: Entry[]): void {
  const runIns = tally(entries, ({ role }) => role === 'run-in')
  for (const entry of entries) {
    if (entry.role !== 'item' || !entry.marker || entry.headingEnd >= lengthOf(entry.line)) continue
    entry.role = runIns.has(entry.marker.series) && entry.headingEnd <= RUN_IN_LIMIT * 1.5 ? 'run-in' : 'text'
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
  for (const entry of entries) {
    const { line, marker } = entry
    if (marker?.worded && (ordinals.get(familyOf(line, marker))?.size ?? 0) < 2) entry.role = 'text'
  }
}

/** 第一 and 第二 are one series, 首先 and 其次 another, 關鍵詞一 and 關鍵詞二 a third. */
function familyOf({ head }: Line, { series, length }: MarkerMatch): string {
  if (series !== 'ordinal-word' || '首其再最'.includes(head[0] as string)) return series
  return head.startsWith('第') ? '第' : head.slice(0, length - 2)
}

/** How many entries of each system of numbers pass a test. */
function tally(
  entries: readonly Entry[],
  test: (entry: Entry, index: number) => boolean,
): Map<Section['series'], number> {
  const counts = new Map<Section['series'], number>()
  entries.forEach((entry, i) => {
    if (entry.marker && test(entry, i)) counts.set(entry.marker.series, (counts.get(entry.marker.series) ?? 0) + 1)
  })
  return counts
}

function isSibling(other: Entry | undefined, entry: Entry): boolean {
  return other?.marker !== undefined && other.marker.series === entry.marker?.series
}

/** Whether what follows an entry can be the body under it. */
function hasBody(entries: readonly Entry[], index: number): boolean {
  const next = entries[index + 1]
  return next !== undefined && !isSibling(next, entries[index] as Entry)
}

interface Open {
  section: Section
  series: Section['series']
  ordinal: number
}

/** Puts entries under the headings they belong to. Depth is nesting as this speech uses it. */
function nest(entries: readonly Entry[], writer: Writer, readdresses: ReadonlySet<Line>): BodyContent[] {
  const body: BodyContent[] = []
  const open: Open[] = []
  const order = readOrder(entries)
  let items: Entry[] = []

  const container = (): { push(node: BodyContent): unknown } => open.at(-1)?.section.children ?? body
  const flush = () => {
    if (items.length > 0) container().push(buildList(items, writer))
    items = []
  }
  const close = (depth: number) => {
    while (open.length > depth) {
      const { section } = open.pop() as Open
      Object.assign(section, around(section.children))
    }
  }

  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i] as Entry
    if (entry.role === 'item') {
      items.push(entry)
      continue
    }
    flush()
    if (entry.role === 'text') {
      const cut = cutBy(entries, i, writer, readdresses)
      container().push(
        cut > 0
          ? writer.cutParagraph(entries.slice(i, i + cut + 1).map(({ line }) => line))
          : buildText(entry.line, writer, readdresses),
      )
      i += cut
      continue
    }
    const marker = entry.marker as MarkerMatch
    const depth = depthFor(open, marker, order)
    close(depth)
    const cut = entry.role === 'run-in' ? cutBy(entries, i, writer, readdresses) : 0
    const behind = entries.slice(i + 1, i + cut + 1).map(({ line }) => line)
    const section = buildSection(entry, marker, depth + 1, behind, writer)
    i += cut
    container().push(section)
    open.push({ section, series: marker.series, ordinal: marker.ordinal })
  }
  flush()
  close(0)
  return body
}

/** Whether an entry is running text; the one that a cut starts at may follow a run-in heading. */
function isOpen({ role }: Entry, first: boolean): boolean {
  return role === 'text' || (first && role === 'run-in')
}

/**
 * How many entries behind this one belong to its paragraph: page numbers that cut a sentence, and what follows them.
 *
 *     必須在年底以
 *     第2頁
 *     前補上。
 */
function cutBy(entries: readonly Entry[], from: number, writer: Writer, readdresses: ReadonlySet<Line>): number {
  const isText = (at: number) => {
    const entry = entries[at]
    return (
      entry !== undefined &&
      isOpen(entry, at === from) &&
      !writer.noise.has(entry.line) &&
      !readdresses.has(entry.line) &&
      !entry.line.isStage
    )
  }
  const isNumber = (at: number) => writer.noise.get(entries[at]?.line as Line) === 'pagination'
  const isCutShort = (at: number) => isUnfinished((entries[at] as Entry).line)
  let last = from
  while (isText(last) && isCutShort(last)) {
    let next = last + 1
    while (isNumber(next)) next++
    if (!isText(next) || (entries[next] as Entry).line.turn > 0) break
    // A line that the page number cuts off short may itself go on with the line above.
    if (next === last + 1 && !(isCutShort(next) && isNumber(next + 1))) break
    last = next
  }
  return last - from
}

function isUnfinished({ tail }: Line): boolean {
  return !/[。!?:;…”’)』」]$/.test(tail)
}

/** Which system of numbers this speech puts above which: whatever a 1 follows is above it. */
type Order = (above: Section['series'], below: Section['series']) => number

function readOrder(entries: readonly Entry[]): Order {
  const counts = new Map<string, number>()
  let last: MarkerMatch | undefined
  for (const { marker, role } of entries) {
    if (!marker || (role !== 'heading' && role !== 'run-in')) continue
    if (last && marker.ordinal === 1 && last.series !== marker.series) {
      const key = `${last.series} ${marker.series}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    last = marker
  }
  return (above, below) => (counts.get(`${above} ${below}`) ?? 0) - (counts.get(`${below} ${above}`) ?? 0)
}

/** The systems as official documents nest them (GB/T 9704-2012): it decides where a speech does not. */
const CUSTOM: readonly Section['series'][] = ['han', 'paren-han', 'arabic', 'paren-arabic', 'circled']

/** How many open sections a new one lies in. */
function depthFor(open: readonly Open[], { series, ordinal }: MarkerMatch, order: Order): number {
  let depth = open.length
  while (depth > 0 && isAbove(series, (open[depth - 1] as Open).series, ordinal, order)) depth--
  for (let at = depth - 1; at >= 0; at--) if (open[at]?.series === series) return at
  if (ordinal > 1) {
    // A series that starts at 2 goes on where another one stopped: 一、 then 第二,
    for (let at = depth - 1; at >= 0; at--) if (open[at]?.ordinal === ordinal - 1) return at
  }
  return depth
}

/** Whether a section closes an open one of another system because it stands above it. */
function isAbove(series: Section['series'], other: Section['series'], ordinal: number, order: Order): boolean {
  if (series === other) return false
  const evidence = order(series, other)
  if (evidence !== 0) return evidence > 0
  const [custom, otherCustom] = [CUSTOM.indexOf(series), CUSTOM.indexOf(other)]
  return ordinal > 1 && custom !== -1 && otherCustom !== -1 && custom < otherCustom
}

/** A section with its heading; `behind` are the lines that go on with a run-in paragraph which a page number cuts. */
function buildSection(
  entry: Entry,
  marker: MarkerMatch,
  depth: number,
  behind: readonly Line[],
  writer: Writer,
): Section {
  const { line } = entry
  const length = lengthOf(line)
  const runIn = entry.headingEnd < length
  const headingTo = runIn ? line.start + entry.headingEnd : line.end
  const value = writer.slice(line.start, line.start + marker.length)
  const section: Section = {
    type: 'section',
    depth,
    marker: value,
    ordinal: marker.ordinal,
    series: marker.series,
    kind: line.embedded ? 'embedded' : runIn ? 'run-in' : 'heading',
    children: [buildHeading(line, marker, headingTo, runIn, writer)],
  }
  if (runIn) {
    section.children.push(
      behind.length > 0
        ? writer.cutParagraph([makeLine(writer.text, headingTo, line.to), ...behind])
        : writer.paragraph(headingTo, line.end, headingTo, line.to),
    )
  }
  return section
}

function buildHeading(line: Line, marker: MarkerMatch, to: number, runIn: boolean, writer: Writer): Heading {
  const children = writer.marked(line, marker, to, runIn ? to : line.to)
  return { type: 'heading', children, ...around(children) }
}

function buildList(entries: readonly Entry[], writer: Writer): List {
  const children = entries.map(({ line, marker }): ListItem => {
    const children = writer.marked(line, marker, line.end, line.to)
    return {
      type: 'listItem',
      id: writer.identify(writer.mark(line.start), line.start, line.end),
      children,
      ...around(children),
    }
  })
  return { type: 'list', children, ...around(children) }
}

function buildText(line: Line, writer: Writer, readdresses: ReadonlySet<Line>): BodyContent {
  const kind = writer.noise.get(line)
  if (kind) return writer.noiseLine(line, kind)
  if (readdresses.has(line)) return writer.phrased('readdress', line)
  if (line.isStage) return writer.phrased('stage', line)
  return paragraphOf(line, writer)
}

function paragraphOf(line: Line, writer: Writer): Paragraph {
  return writer.paragraph(line.start, line.end, line.from, line.to)
}
