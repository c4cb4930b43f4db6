import type { Series } from '../schema/speech.ts'
import { matchAddress } from './constructs/address.ts'
import { type HeadingForm, type HeadingMatch, matchHeadings, opensBody } from './constructs/item-heading.ts'
import { isSiteProse } from './constructs/site-prose.ts'
import { endsInGenre } from './constructs/title.ts'
import { LETTERS, letterTable } from './letters.ts'
import { HEAD, type Line, lengthOf, makeLine, trimBack } from './line.ts'
import { parseNumeral } from './numeral.ts'

/** The heading of an item, and where its words stand on the line. */
export interface ItemHeading {
  ordinal: number
  form: HeadingForm
  stem: string
  /** Restored offsets of the stem as printed. */
  stemStart: number
  stemEnd: number
}

export interface Items {
  /** The page's lines; where a heading is glued to the body, its line is two. */
  lines: readonly Line[]
  headings: ReadonlyMap<Line, ItemHeading>
  /** Lines that repeat the headings to come: a table of contents. */
  contents: ReadonlySet<Line>
}

/** Forms whose title differs from item to item. */
const TITLED: ReadonlySet<HeadingForm> = new Set(['ordinal-title', 'numbered'])

interface Candidate extends HeadingMatch {
  index: number
  key: string
}

/** Forms that no ordinary line has; the others count only in a row of at least two with the same stem. */
const STRONG: ReadonlySet<HeadingForm> = new Set(['pian', 'ordinal-pian', 'pian-title', 'sample', 'boxed'])

/** Finds the headings that split the page into items, and splits lines where heading and body are glued. */
export function findItems(text: string, lines: readonly Line[]): Items {
  const chosen = chooseGroup(lines)
  const headings = new Map<Line, ItemHeading>()
  const contents = new Set<Line>()
  if (chosen.length === 0) return { lines, headings, contents }

  const byIndex = new Map(chosen.map((candidate) => [candidate.index, candidate]))
  const listed = findContents(chosen)
  const result: Line[] = []
  lines.forEach((line, index) => {
    const candidate = byIndex.get(index)
    if (!candidate) {
      result.push(line)
      return
    }
    if (listed.has(index)) {
      contents.add(line)
      result.push(line)
      return
    }
    const border = line.start + candidate.end
    const glued = border < line.end
    const heading = glued ? makeLine(line, line.from, trimBack(text, border), line.embedded) : line
    headings.set(heading, {
      ordinal: candidate.ordinal,
      form: candidate.form,
      stem: candidate.stem,
      stemStart: heading.start + candidate.stemStart,
      stemEnd: heading.start + candidate.stemEnd,
    })
    result.push(heading)
    if (glued) result.push(makeLine(line, border, line.to, true))
  })
  return { lines: result, headings, contents }
}

/** What every heading has within so many units: a number behind 篇, in brackets, or behind a word. */
const MAY_HEAD =
  /^[^。;!?]{0,56}?(?:篇 ?[一二三四五六七八九十百\d]|[一二三四五六七八九十百\d] ?篇|[【[]|(?:稿|辞|词|话|讲|言|告|结|文|得|会|选|板)之?[一二三四五六七八九十]{1,2}(?:$|[: ]*(?:[尊敬亲各]|..们))|范[文例本]|例文|样[本例]|模板|示例|\([一二三四五六七八九十百\d]{1,4}\)|[^\d.,%\s年第:/-][ —_-]?\d{1,2}(?![\d.%年月日个次届世]))/

/** Whether a line can be the heading of an item, or start with one: its first clause tells. */
function mayHead(line: Line): boolean {
  const endsWithNumber = lengthOf(line) <= HEAD && (line.lastHolds & LETTERS.numeral) !== 0
  return (endsWithNumber || numbersFirstClause(line)) && MAY_HEAD.test(line.head)
}

/** The title of an item has at most so many units. */
const TITLE_REACH = 60

function numbersFirstClause({ units, start, end, headHolds }: Line): boolean {
  // 講話一尊敬的老師: — a Chinese numeral counts only where an address may be glued to it.
  const numerals = headHolds & LETTERS.listeners ? LETTERS.numeral : 0
  const telling = LETTERS.itemHeading | LETTERS.digit | numerals
  if (!(headHolds & telling)) return false
  const groups = letterTable()
  const reach = Math.min(end, start + TITLE_REACH)
  for (let at = start; at < reach; at++) {
    const held = groups[units[at] as number] as number
    if (held & telling) return true
    if (held & LETTERS.clauseEnd) return false
  }
  return false
}

/** The candidates of the form that the page uses, in order. */
function chooseGroup(lines: readonly Line[]): Candidate[] {
  const groups = new Map<string, Candidate[]>()
  const glued = new Map<string, Candidate[]>()
  lines.forEach((line, index) => {
    const numbered = matchNumbered(lines, index)
    if (numbered) push(groups, 'numbered', { ...numbered, index, key: 'numbered' })
    if (!mayHead(line)) return
    for (const match of matchHeadings(line.head)) {
      const candidate = { ...match, index, key: keyOf(match) }
      if (!isPlausible(lines, index, match)) {
        if (match.stem !== '' && line.head[match.end] !== undefined) push(glued, stemKey(match), candidate)
        continue
      }
      push(groups, candidate.key, candidate)
    }
  })
  let best: Candidate[] = []
  let bestScore = 0
  for (const group of groups.values()) {
    const whole = withGlued(group, glued)
    const score = scoreGroup(lines, whole)
    if (score > bestScore) {
      best = whole
      bestScore = score
    }
  }
  return best
}

/** The form, and for forms that ordinary lines have too, the stem. */
function keyOf(match: HeadingMatch): string {
  return STRONG.has(match.form) || TITLED.has(match.form) ? match.form : `${match.form} ${stripSuffix(match.stem)}`
}

function stemKey({ form, stem }: HeadingMatch): string {
  return `${form} ${stem}`
}

function push(groups: Map<string, Candidate[]>, key: string, candidate: Candidate): void {
  const group = groups.get(key)
  if (group) group.push(candidate)
  else groups.set(key, [candidate])
}

/** A group with the lines that go on with the body behind the very stem the group has. */
function withGlued(group: Candidate[], glued: ReadonlyMap<string, Candidate[]>): Candidate[] {
  if (glued.size === 0) return group
  const stems = new Set(group.map(stemKey))
  const taken = new Set(group.map(({ index }) => index))
  const more = [...stems].flatMap((key) => glued.get(key) ?? []).filter(({ index }) => !taken.has(index))
  return more.length === 0 ? group : [...group, ...more].sort((a, b) => a.index - b.index)
}

/** A heading fills its line, or an address or greeting is glued to it; a bare (一) stands before a speech. */
function isPlausible(lines: readonly Line[], index: number, match: HeadingMatch): boolean {
  const line = lines[index] as Line
  const rest = line.head.slice(match.end)
  if (line.bullet && match.form === 'digit') return false
  if (match.form === 'bracket' && match.stem === '') {
    if (!standsBeforeSpeech(lines, index) && matchAddress(rest)?.mark !== ':') return false
  }
  if (rest === '') return lengthOf(line) <= HEAD
  if (match.form === 'bracket' && !matchAddress(rest)) return false
  // 【第一篇】 is a heading whatever is glued to it.
  if (match.form === 'boxed' && /^[【[]第?.{0,3}篇.{0,3}[\]】]/.test(line.head)) return true
  return opensBody(rest)
}

/** A numbered title has at most so many units. */
const NUMBERED_LIMIT = 42

/**
 * A number, or a title with one, that stands right above an address to listeners.
 *
 *     一、校長開學講話
 *     老師們、同學們:
 */
function matchNumbered(lines: readonly Line[], index: number): HeadingMatch | undefined {
  const line = lines[index] as Line
  const length = lengthOf(line)
  if (length > NUMBERED_LIMIT || (!line.marker && length > 3) || line.lastHolds & LETTERS.clauseEnd) return undefined
  const opens = isGreeted(lines[index + 1]) || (endsInGenre(line.head) && lines[index + 1]?.address?.mark === ':')
  if (!opens && !(isNote(lines[index + 1]) && isGreeted(lines[index + 2]))) return undefined
  const { head, marker } = line
  const ordinal = marker ? marker.ordinal : parseNumeral(head)
  if (!ordinal || (marker && !NUMBERED.has(marker.series)) || /[。;!?]/.test(head)) return undefined
  const stemStart = marker ? marker.rest : length
  return { form: 'numbered', ordinal, stem: head.slice(stemStart), stemStart, stemEnd: length, end: length }
}

const NUMBERED: ReadonlySet<Series> = new Set(['han', 'paren-han', 'arabic', 'paren-arabic', 'ordinal-word'])

/** Whether a line is nothing but an address that ends in a colon. */
function isGreeted(line: Line | undefined): boolean {
  return line?.address?.mark === ':' && line.address.end >= lengthOf(line)
}

function isNote(line: Line | undefined): boolean {
  return line !== undefined && lengthOf(line) <= HEAD && isSiteProse(line.head)
}

function standsBeforeSpeech(lines: readonly Line[], index: number): boolean {
  return lines.slice(index + 1, index + 3).some(({ head, address }) => address !== undefined || isSiteProse(head))
}

/** 校園安全講話(匯總16篇) and 校園安全講話 are one stem. */
function stripSuffix(stem: string): string {
  return stem.replace(/[([【][^()[\]【】]{0,14}[)\]】]$/, '').replaceAll(' ', '')
}

function scoreGroup(lines: readonly Line[], group: Candidate[]): number {
  const form = group[0]?.form as HeadingForm
  const ordinals = new Set(group.map(({ ordinal }) => ordinal))
  if (STRONG.has(form)) {
    const first = group[0] as Candidate
    const only = group.length === 1
    // 【1】 or 範文一 as a page's first line is a title; 講話 篇26 is one item of a longer list.
    if (only && form !== 'pian' && !hasGluedBody(lines, first) && !holdsTextBefore(lines, first.index)) return 0
    if (only && form === 'sample' && first.ordinal !== 1) return 0
    return group.length * 2
  }
  if (ordinals.size < 2 || !runsFromStart([...ordinals])) return 0
  if (form === 'numbered' && group.some(({ ordinal }, i) => ordinal !== i + 1)) return 0
  // Numbered section headings stand in weak forms too: 問題(一). An item holds a speech, so its headings lie apart.
  const apart = group.filter(({ index }, i) => {
    const previous = group[i - 1]
    return !previous || index - previous.index > 1 || hasGluedBody(lines, previous)
  }).length
  return apart >= 2 ? group.length : 0
}

function hasGluedBody(lines: readonly Line[], { index, end }: Candidate): boolean {
  return (lines[index] as Line).head[end] !== undefined
}

function holdsTextBefore(lines: readonly Line[], index: number): boolean {
  return lines.slice(0, index).some((line) => lengthOf(line) > 12 && !/^[^:]{1,6}:/.test(line.head))
}

/** 1, 2, 3 … with few gaps. */
function runsFromStart(ordinals: number[]): boolean {
  const sorted = ordinals.sort((a, b) => a - b)
  return (sorted[0] as number) <= 2 && (sorted.at(-1) as number) <= sorted.length + 3
}

/** Indices of headings that stand next to each other and come again later. */
function findContents(group: Candidate[]): ReadonlySet<number> {
  const last = new Map(group.map(({ ordinal }, k) => [ordinal, k]))
  const listed = new Set<number>()
  for (let i = 0; i < group.length; ) {
    let end = i + 1
    while (end < group.length && (group[end] as Candidate).index === (group[end - 1] as Candidate).index + 1) end++
    for (let k = i; k < end && end - i >= 2; k++) {
      const { index, ordinal } = group[k] as Candidate
      if ((last.get(ordinal) as number) > k) listed.add(index)
    }
    i = end
  }
  return listed
}

/** The stem that all headings share, where they differ in nothing but their number; undefined otherwise. */
export function commonStem(headings: ReadonlyMap<Line, ItemHeading>): ItemHeading | undefined {
  const [first, ...others] = headings.values()
  if (!first || first.stem === '') return undefined
  return others.every(({ stem }) => stem === first.stem) ? first : undefined
}
