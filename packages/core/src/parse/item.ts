import type { Finding } from '../messages/finding.ts'
import type { Item } from '../schema/collection.ts'
import type { Noise, Phrasing } from '../schema/phrasing.ts'
import type { Closing, Heading, Salutation, Speech, SpeechContent } from '../schema/speech.ts'
import { type ClosingLine, splitClosings } from './closings.ts'
import { isSpeakerLabel } from './constructs/byline.ts'
import { isDirection } from './constructs/stage.ts'
import { namesPraise } from './honoured.ts'
import { isGreeting } from './lead.ts'
import { spanOf } from './leaves.ts'
import { type Line, lengthOf } from './line.ts'
import { splitLonely } from './one-liner.ts'
import type { PostedLines } from './posts.ts'
import { buildBody } from './sections.ts'
import type { SpeechLines } from './speech/lines.ts'
import { type ItemPart, splitSpeeches } from './speeches.ts'
import type { Writer } from './writer.ts'

/** One item: its heading, and the notes and speeches under it. */
export function buildItem(
  range: readonly Line[],
  { items, posts, remarks, title }: PostedLines,
  ordinal: number,
  writer: Writer,
  findings: Finding[],
): Item {
  const first = range[0] as Line
  const heading = items.headings.get(first)
  const item: Item = { type: 'item', ordinal, printedOrdinal: heading?.ordinal ?? null, children: [] }
  const printed = heading ? [first, ...(heading.rest ? [heading.rest] : [])] : []
  if (heading) item.children.push(buildHeading(printed, writer))
  const parts = splitSpeeches(range.slice(printed.length), {
    skip: (line) => writer.noise.has(line),
    posts,
    remarks,
    praises: namesPraise(first.head) || (title !== undefined && namesPraise(title.head)),
  })
  const isHosted = isScriptTitle(first.head) || (title !== undefined && isScriptTitle(title.head))
  for (const part of parts) buildPart(part, item, isHosted, writer, findings)
  const speeches = item.children.filter(({ type }) => type === 'speech').length
  if (speeches > 1) {
    findings.push({ id: 'several-speeches-in-item', start: first.start, end: first.end, values: { count: speeches } })
  }
  item.position = spanOf(item.children)
  return item
}

/** The heading of an item, torn over two lines perhaps. */
function buildHeading(lines: readonly Line[], writer: Writer): Heading {
  const children: Phrasing[] = []
  for (const { start, end, from, to } of lines) children.push(...writer.leaves.text(start, end, from, to))
  return { type: 'heading', children, position: spanOf(children) }
}

function buildPart(
  { notes, speech }: ItemPart,
  item: Item,
  isHosted: boolean,
  writer: Writer,
  findings: Finding[],
): void {
  for (const line of notes) {
    const kind = writer.noise.get(line)
    item.children.push(kind ? writer.noiseLine(line, kind) : writer.phrased('editorNote', line))
  }
  const lonely = splitLonely(writer.text, speech.body, writer.noise)
  const { body, closings, trailing } = splitClosings(lonely, writer.noise, speech.letters)
  if (speech.bylines.length + body.length + closings.length > 0 || speech.salutation) {
    item.children.push(buildSpeech(speech, body, closings, isHosted, writer, findings))
  }
  for (const line of trailing) item.children.push(writer.noiseLine(line, writer.noise.get(line) as Noise['kind']))
}

function buildSpeech(
  { bylines, salutation, readdresses }: SpeechLines,
  body: readonly Line[],
  closings: readonly ClosingLine[],
  isHosted: boolean,
  writer: Writer,
  findings: Finding[],
): Speech {
  const first = (bylines[0] ?? salutation?.lines[0] ?? body[0] ?? closings[0]?.line) as Line
  const last = (closings.at(-1)?.line ?? body.at(-1) ?? salutation?.lines.at(-1) ?? bylines.at(-1)) as Line
  const { start } = first
  const { end } = last
  if (!salutation) findings.push({ id: 'speech-without-salutation', start, end: first.end })
  if (closings.length === 0) findings.push({ id: 'speech-without-closing', start: last.start, end })

  const mark = writer.mark(start)
  const children: SpeechContent[] = []
  for (const line of bylines) {
    const kind = writer.noise.get(line)
    if (isGreeting(line) || isVerse(line))
      children.push(writer.paragraph(line, line.start, line.end, line.from, line.to))
    else children.push(kind ? writer.noiseLine(line, kind) : writer.phrased(isStaged(line) ? 'stage' : 'byline', line))
  }
  if (salutation) children.push(buildSalutation(salutation, writer))
  const named = bylines.filter((line) => !isStaged(line))
  const isHost = named.length > 0 ? named.some(({ head }) => HOST.test(head)) : isHosted
  for (const part of splitSworn(body)) {
    if (Array.isArray(part)) for (const node of buildBody(part, writer, readdresses, isHost)) children.push(node)
    else children.push(buildClosing(part as Line, 'signature', writer))
  }
  for (const { line, kind } of closings) children.push(buildClosing(line, kind, writer))
  return { type: 'speech', id: writer.identify(mark, start, end), announced: [], children, position: spanOf(children) }
}

/** 主持人:    【主持人】 */
const HOST = /^[【[(]?(?:主持人?|司仪)[^。!?,:]{0,8}[】\])]?:?$/

/** 村晚中秋串詞    晚會主持開場白 */
function isScriptTitle(head: string): boolean {
  return /主持(?:[词稿人]|开场|结束语)|串[词场]|司仪/.test(head)
}

/**
 * An oath is signed where it ends, whatever is said behind it.
 *
 *     不取分外之財。
 *     宣誓人:________
 *     老師們:
 */
function splitSworn(body: readonly Line[]): (readonly Line[] | Line)[] {
  const at = body.findIndex((line) => lengthOf(line) <= SIGNED && /^(?:宣誓|承诺|立誓)人:/.test(line.head))
  return at === -1 ? [body] : [body.slice(0, at), body[at] as Line, body.slice(at + 1)]
}

const SIGNED = 32

/** 甲:有人說,相逢是一首歌。 — in front of the address, a turn is what its host says. */
function isVerse({ turn, tail }: Line): boolean {
  return turn > 0 && /[,。!?;…]$/.test(tail)
}

/** Above the first word, what brackets say is a direction only where something happens: (音樂起), and not (第十五周) */
function isStaged({ head, isStage }: Line): boolean {
  return isStage && !isSpeakerLabel(head) && (!head.startsWith('(') || isDirection(head))
}

/** The address; what else its last line says is a line of the body. */
function buildSalutation({ lines, end }: NonNullable<SpeechLines['salutation']>, writer: Writer): Salutation {
  const last = lines.at(-1)
  const children: Phrasing[] = []
  for (const line of lines) {
    const whole = line !== last || end >= line.end
    children.push(...writer.leaves.text(line.start, whole ? line.end : end, line.from, whole ? line.to : end))
  }
  return { type: 'salutation', children, position: spanOf(children) }
}

function buildClosing(line: Line, kind: ClosingLine['kind'], writer: Writer): SpeechContent {
  const noise = writer.noise.get(line)
  if (noise) return writer.noiseLine(line, noise)
  if (kind === 'stage') return writer.phrased('stage', line)
  if (kind === 'text') return writer.paragraph(line, line.start, line.end, line.from, line.to)
  const node = writer.phrased('closing', line)
  return { ...node, id: writer.identify(writer.mark(line.start), line.start, line.end), kind: kind as Closing['kind'] }
}
