import type { Noise } from '../schema/phrasing.ts'
import type { Heading, List, ListItem, Paragraph, Section, SectionContent } from '../schema/speech.ts'
import type { MarkerMatch } from './constructs/marker.ts'
import { spanOf } from './leaves.ts'
import { LETTERS } from './letters.ts'
import { type Line, lengthOf, makeLine } from './line.ts'
import { splitNested } from './nested-line.ts'
import { depthFor, type Open, readOrder } from './nesting.ts'
import type { Entry } from './roles/entries.ts'
import { introducesHost, settleHost, settlePatter } from './roles/host-steps.ts'
import { classify } from './roles.ts'
import type { Writer } from './writer.ts'

/** What may stand in the body of a speech; headings stand in sections. */
type BodyContent = Exclude<SectionContent, Heading>

/** The body of a speech, line by line, as sections, paragraphs and lists; that of a host goes from act to act. */
export function buildBody(
  spoken: readonly Line[],
  writer: Writer,
  readdresses: ReadonlySet<Line>,
  isHost: boolean,
): BodyContent[] {
  const lines = splitNested(spoken)
  const entries = classify(lines, (line) => readdresses.has(line) || writer.noise.has(line))
  if (isHost) settleHost(entries)
  if (entries.some(({ role }) => role === 'run-in') && (isHost || introducesHost(lines))) settlePatter(entries)
  return nest(entries, writer, readdresses)
}

/** Puts entries under the headings they belong to. Depth is nesting as this speech uses it. */
function nest(entries: readonly Entry[], writer: Writer, readdresses: ReadonlySet<Line>): BodyContent[] {
  const body: BodyContent[] = []
  const open: Open[] = []
  const order = readOrder(entries)
  const verse = isRecital(entries)
  let items: Entry[] = []
  /** The last run-in section of a series that counts anew under a heading of its own numbers. */
  let anew: MarkerMatch | undefined

  /** Whether empty lines part what a mail quotes, so that its other lines go on. */
  let quotes: boolean | undefined
  const isQuote = () => {
    quotes ??= entries.some((_, at) => endsQuote(entries, at))
    return quotes
  }

  const container = (): { push(node: BodyContent): unknown } => open.at(-1)?.section.children ?? body
  const flush = () => {
    if (items.length > 0) container().push(buildList(items, writer))
    items = []
  }
  const close = (depth: number) => {
    while (open.length > depth) {
      const { section } = open.pop() as Open
      section.position = spanOf(section.children)
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
      const cut =
        cutBy(entries, i, writer, readdresses) ||
        turnBy(entries, i, verse, writer, readdresses) ||
        (isQuote() ? quoteBy(entries, i, writer, readdresses) : 0)
      container().push(
        cut > 0
          ? writer.cutParagraph(entries.slice(i, i + cut + 1).map(({ line }) => line))
          : buildText(entry.line, writer, readdresses),
      )
      i += cut
      continue
    }
    const deeper = countsAnew(entry, entries[i - 1], open, anew)
    if (deeper || (anew && anew.system === `${entry.marker?.system} anew`)) anew = deeper
    const marker = deeper ?? (entry.marker as MarkerMatch)
    const depth = depthFor(open, marker, order)
    close(depth)
    const cut =
      entry.role === 'run-in' ? cutBy(entries, i, writer, readdresses) || quoteBy(entries, i, writer, readdresses) : 0
    const behind = cut > 0 ? entries.slice(i + 1, i + cut + 1).map(({ line }) => line) : []
    const section = buildSection(entry, marker, depth + 1, behind, writer)
    i += cut
    container().push(section)
    open.push({ section, system: marker.system, ordinal: marker.ordinal })
  }
  flush()
  close(0)
  return body
}

/**
 * The marker of a run-in section that lies a level deeper than the numbers of its own system above it.
 *
 *     三、做到開門辦館
 *     就是要落實“三個不讓”:
 *     一、不讓群眾多跑一趟。…
 */
function countsAnew(
  { role, marker }: Entry,
  above: Entry | undefined,
  open: readonly Open[],
  last: MarkerMatch | undefined,
): MarkerMatch | undefined {
  if (role !== 'run-in' || !marker || !(last || marker.ordinal === 1)) return undefined
  const system = `${marker.system} anew`
  const isNext = last?.system === system && marker.ordinal === last.ordinal + 1
  const isFirst =
    marker.ordinal === 1 &&
    above?.role === 'text' &&
    (above.line.lastHolds & LETTERS.colon) !== 0 &&
    open.some(({ section, system }) => system === marker.system && section.kind === 'heading')
  return isNext || isFirst ? { ...marker, system } : undefined
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
  return isUnfinished((entries[from] as Entry).line) ? cutFrom(entries, from, writer, readdresses) : 0
}

function cutFrom(entries: readonly Entry[], from: number, writer: Writer, readdresses: ReadonlySet<Line>): number {
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
  const isNumber = (at: number) => isFurniture(writer.noise.get(entries[at]?.line as Line))
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

/** A line of verse has at most so many units. */
const VERSE = 28

/** A script of verse has at least so many short lines without a label. */
const VERSES = 4

/** Whether the readers of a script recite verse: many short lines without a label, and some that break off. */
function isRecital(entries: readonly Entry[]): boolean {
  const turns = entries.filter(({ line }) => line.turn > 0).length
  if (turns < 2) return false
  const bare = entries.filter(({ line, role }) => role === 'text' && line.turn === 0 && !line.isStage && !isNamed(line))
  const short = bare.filter(({ line }) => lengthOf(line) <= VERSE)
  const broken = short.filter(({ line }) => (line.lastHolds & LETTERS.stop) === 0)
  return (
    short.length >= Math.max(VERSES, turns) && short.length * 5 >= bare.length * 4 && broken.length * 4 >= short.length
  )
}

/** 【互評】    寧書芳:他借出去的工具,從不登記。 */
function isNamed({ firstHolds, head }: Line): boolean {
  return (firstHolds & LETTERS.bracket) !== 0 || /^[一-龥·]{2,5}:.*[。!?]$/.test(head)
}

/**
 * How many entries behind the first line of a turn belong to the turn, which is one paragraph.
 *
 *     女:我在石階上長大,
 *     聽慣了汽笛,
 *     聽慣了號子。
 */
function turnBy(
  entries: readonly Entry[],
  from: number,
  verse: boolean,
  writer: Writer,
  readdresses: ReadonlySet<Line>,
): number {
  const { line: first } = entries[from] as Entry
  if (first.turn === 0) return 0
  const isBare = lengthOf(first) === first.turn
  let last = from
  for (let at = from + 1; at < entries.length; at++, last++) {
    const { line, role } = entries[at] as Entry
    if (role !== 'text' || line.turn > 0 || line.isStage || writer.noise.has(line) || readdresses.has(line)) break
    if (isNamed(line)) break
    if (isBare && last === from) continue
    const goesOn =
      verse || (lengthOf((entries[last] as Entry).line) <= VERSE && /[,、]$/.test((entries[last] as Entry).line.tail))
    if (!goesOn || lengthOf(line) > VERSE) break
  }
  return last - from
}

/**
 * How many entries behind this one a mail's quotation holds before its next empty line.
 *
 *     > 我在這棟樓裏待了三十八年,從一樓的排字房,
 *     > 待到七樓的總編室。
 *     >
 */
function quoteBy(entries: readonly Entry[], from: number, writer: Writer, readdresses: ReadonlySet<Line>): number {
  if (!isQuoted((entries[from] as Entry).line)) return 0
  let last = from
  for (let at = from + 1; at < entries.length && !endsQuote(entries, last); at++, last++) {
    const { line, role } = entries[at] as Entry
    if (role !== 'text' || !isQuoted(line) || line.isStage || writer.noise.has(line) || readdresses.has(line)) break
  }
  return last - from
}

function isQuoted({ units, from }: Line): boolean {
  return units[from] === QUOTE
}

const QUOTE = 0x3e

/** Whether an empty line of the quotation stands behind an entry. */
function endsQuote(entries: readonly Entry[], at: number): boolean {
  const { line } = entries[at] as Entry
  const next = entries[at + 1]?.line
  return isQuoted(line) && next !== undefined && line.text.slice(line.to, next.from).includes('>')
}

/** A page number, or the motto beside it. */
function isFurniture(kind: Noise['kind'] | undefined): boolean {
  return kind === 'pagination' || kind === 'footer'
}

function isUnfinished({ lastHolds }: Line): boolean {
  return (lastHolds & LETTERS.stop) === 0
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
  const heading = buildHeading(line, marker, headingTo, runIn, writer)
  const children = runIn ? [heading, buildRunIn(line, headingTo, behind, writer)] : [heading]
  return {
    type: 'section',
    depth,
    marker: value,
    ordinal: marker.ordinal,
    series: marker.series,
    kind: line.embedded ? 'embedded' : runIn || goesOnBehind(line) ? 'run-in' : 'heading',
    children,
  }
}

/** (三)差距擺在那裏。1.項目落地慢。 — on the line of the first heading, the next one stands. */
function goesOnBehind({ text, to }: Line): boolean {
  return /^[ \u3000]*[^\s]/.test(text.slice(to, to + 4))
}

/** What a run-in heading goes on with. */
function buildRunIn(line: Line, from: number, behind: readonly Line[], writer: Writer): Paragraph {
  return behind.length > 0
    ? writer.cutParagraph([makeLine(line, from, line.to), ...behind])
    : writer.paragraph(line, from, line.end, from, line.to)
}

function buildHeading(line: Line, marker: MarkerMatch, to: number, runIn: boolean, writer: Writer): Heading {
  const children = writer.marked(line, marker, to, runIn ? to : line.to)
  return { type: 'heading', children, position: spanOf(children) }
}

function buildList(entries: readonly Entry[], writer: Writer): List {
  const children = entries.map(({ line, marker }): ListItem => {
    const children = writer.marked(line, marker, line.end, line.to)
    return {
      type: 'listItem',
      id: writer.identify(writer.mark(line.start), line.start, line.end),
      children,
      position: spanOf(children),
    }
  })
  return { type: 'list', children, position: spanOf(children) }
}

function buildText(line: Line, writer: Writer, readdresses: ReadonlySet<Line>): BodyContent {
  const kind = writer.noise.get(line)
  if (kind) return writer.noiseLine(line, kind)
  if (readdresses.has(line)) return writer.phrased('readdress', line)
  if (line.isStage) return writer.phrased('stage', line)
  return paragraphOf(line, writer)
}

function paragraphOf(line: Line, writer: Writer): Paragraph {
  return writer.paragraph(line, line.start, line.end, line.from, line.to)
}
