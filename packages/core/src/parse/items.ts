import type { Series } from '../schema/speech.ts'
import { matchAddress } from './constructs/address.ts'
import { isByline } from './constructs/byline.ts'
import { isHeaderLine } from './constructs/field.ts'
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
  const chosen = chooseGroup(lines).filter((candidate, i, all) => !isAgain(candidate, all[i - 1]))
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

/** A heading right below itself is printed twice. */
function isAgain({ index, ordinal, stem }: Candidate, above: Candidate | undefined): boolean {
  return above?.index === index - 1 && above.ordinal === ordinal && above.stem === stem
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
  const titled = findStem(lines)
  let spoken = false
  let hasPieces = false
  const mayBePiece = () => !spoken || hasPieces
  const addPiece = (piece: Candidate) => {
    if (spoken && !groups.has(piece.key)) return
    push(groups, piece.key, piece)
    hasPieces = true
  }
  lines.forEach((line, index) => {
    const numbered = matchNumbered(lines, index)
    if (numbered) push(groups, 'numbered', { ...numbered, index, key: 'numbered' })
    const isOpening = mayCount(line) && isAbove(lines, index)
    const counted = isOpening || mayBePiece() ? matchCounted(line) : undefined
    if (counted && isOpening) push(groups, counted.key, { ...counted, index })
    spoken ||= isSpoken(line)
    const piece = mayBePiece() ? (matchPiece(line) ?? counted) : undefined
    if (piece) addPiece({ ...piece, form: 'piece', index, key: `piece ${piece.key}` })
    if (!(titled && line.text.startsWith(titled, line.start)) && !mayHead(line)) return
    for (const match of titled ? matchTitled(line, titled) : matchHeadings(line.head)) {
      if (match.form === 'digit' && match.end >= lengthOf(line) && endsInGenre(match.stem) && !line.bullet)
        push(groups, 'titles', { ...match, form: 'title', index, key: 'titles' })
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
  if (best[0]?.form === 'bracket') return withFirst(groups, best)
  if (best[0]?.form === 'counted') return withCounted(lines, best)
  return best[0]?.form === 'numbered' ? withListed(lines, best) : best
}

/** Behind 講話稿(一), the others may be printed as (二) and (三) alone. */
function withFirst(groups: ReadonlyMap<string, Candidate[]>, group: Candidate[]): Candidate[] {
  const [second] = group as [Candidate]
  if (second.stem !== '' || second.ordinal !== 2) return group
  for (const [first] of groups.values()) {
    if (first?.form === 'bracket' && first.ordinal === 1 && first.index < second.index) return [first, ...group]
  }
  return group
}

/** A group with the numbered titles that go on behind it and that a table of contents lists, though no address follows. */
function withListed(lines: readonly Line[], group: Candidate[]): Candidate[] {
  const whole = [...group]
  for (let index = (group.at(-1) as Candidate).index + 1; index < lines.length; index++) {
    const { ordinal } = whole.at(-1) as Candidate
    const line = lines[index] as Line
    if (line.marker?.ordinal !== ordinal + 1) continue
    const piece = matchPiece(line)
    const isListed =
      piece && lines.slice(0, (group[0] as Candidate).index).some(({ head }) => head.startsWith(line.head))
    if (isListed) whole.push({ ...piece, form: 'numbered', index })
  }
  return whole
}

/** A page's title stands in so many lines from the top. */
const TOP = 8

/** The title of the page as printed, where it holds a mark that no heading has and is printed again and again. */
function findStem(lines: readonly Line[]): string | undefined {
  for (const line of lines.slice(0, TOP)) {
    if (lengthOf(line) > TITLE_REACH || line.lastHolds & LETTERS.clauseEnd || line.address) continue
    const { length } = line.head.replace(/[([【][^()[\]【】]{0,14}[)\]】]$/, '').trimEnd()
    const stem = line.text.slice(line.start, line.start + length)
    if (length < STEM || !/^[^第篇【([].*[:：,，!！?？]/.test(stem) || line.marker) continue
    const again = lines.filter((other) => other.start > line.start && other.text.startsWith(stem, other.start))
    if (again.length > 1 && !isHeaderLine(line.head)) return stem
  }
  return undefined
}

/** So short a title is no sure one. */
const STEM = 6

/** 國旗下講話:愛護公物 2 — behind the title of the page, the marks in it tell nothing. */
function matchTitled(line: Line, stem: string): HeadingMatch[] {
  const { head, text, start } = line
  if (!text.startsWith(stem, start)) return matchHeadings(head)
  const masked = head.slice(0, stem.length).replace(/[:,!?]/g, '·') + head.slice(stem.length)
  return matchHeadings(masked).map((match) => {
    const form = match.form === 'digit' && match.stemEnd <= stem.length ? 'pian' : match.form
    return { ...match, form, stem: head.slice(match.stemStart, match.stemEnd) }
  })
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
  if (!isAbove(lines, index) && !(endsInGenre(line.head) && lines[index + 1]?.address?.mark === ':')) return undefined
  const { head, marker } = line
  const ordinal = marker ? marker.ordinal : parseNumeral(head)
  if (!ordinal || (marker && !NUMBERED.has(marker.series)) || /[。;!?]/.test(head)) return undefined
  const stemStart = marker ? marker.rest : length
  return { form: 'numbered', ordinal, stem: head.slice(stemStart), stemStart, stemEnd: length, end: length }
}

/** Whether a line stands right above an address to listeners, or above a note or a name that does. */
function isAbove(lines: readonly Line[], index: number): boolean {
  const next = lines[index + 1]
  return isGreeted(next) || (isGreeted(lines[index + 2]) && (isNote(next) || isNamed(next)))
}

/** A short line that says who speaks may stand between a heading and the address. */
function isNamed(line: Line | undefined): boolean {
  if (!line || lengthOf(line) > NAME_LIMIT || line.marker || line.bullet || line.turn > 0) return false
  return isByline(line.head, lengthOf(line)) || /^[^ 。,;!?:]{2,10} {1,3}[一-龥·]{2,4}$/.test(line.head)
}

const NAME_LIMIT = 24

/** A few words, a number, and one more that says what is counted. */
const COUNTED =
  /^([^\d一二三四五六七八九十百。,;!?]{0,10}?)([一二三四五六七八九十]{1,3}|[壹贰叁肆伍陆柒捌玖拾]|\d{1,2}|[①-⑩]|[A-H](?![A-Za-z]))(?!\d|[年月日号点时])([^\d.]?)[:、.)\] ]*/

/**
 * A number among words of any kind. It heads an item where the same words stand above one address
 * and, with the next number, above the next.
 *
 *     版本一:    NO.2 校園裏的紙    第4週:不說髒話
 */
function matchCounted(line: Line): Omit<Candidate, 'index'> | undefined {
  const length = lengthOf(line)
  if (!mayCount(line)) return undefined
  if (line.marker && NUMBERED.has(line.marker.series)) return undefined
  const [all, before = '', numeral = '', after = ''] = COUNTED.exec(line.head) ?? []
  const ordinal = CIRCLED.indexOf(numeral) + 1 || LETTERED.indexOf(numeral) + 1 || parseNumeral(numeral)
  if (all === undefined || !ordinal || (before === '' && isByline(line.head, length))) return undefined
  const stemStart = all.length
  const stem = line.head.slice(stemStart)
  return { form: 'counted', ordinal, stem, stemStart, stemEnd: length, end: length, key: `counted ${before}|${after}` }
}

/** Whether a line can be a heading with a number: short, and no sentence. */
function mayCount(line: Line): boolean {
  return (
    lengthOf(line) <= NUMBERED_LIMIT &&
    (line.headHolds & LETTERS.markerStart) !== 0 &&
    (line.lastHolds & LETTERS.clauseEnd) === 0 &&
    !line.bullet &&
    line.turn === 0 &&
    !line.address
  )
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩'
const LETTERED = 'ABCDEFGH'

/** Where the words of such headings are known, one above no address is a heading too, if its number goes on. */
function withCounted(lines: readonly Line[], group: readonly Candidate[]): Candidate[] {
  const { key } = group[0] as Candidate
  const whole: Candidate[] = []
  lines.forEach((line, index) => {
    const counted = matchCounted(line)
    if (counted?.key !== key) return
    const isNext = counted.ordinal === (whole.at(-1)?.ordinal ?? counted.ordinal - 1) + 1
    if (isNext || group.some((candidate) => candidate.index === index)) whole.push({ ...counted, index })
  })
  return whole
}

const NUMBERED: ReadonlySet<Series> = new Set(['han', 'paren-han', 'arabic', 'paren-arabic'])

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
    // Between the turns of a script, 【節目1】 heads a number of the programme.
    if (form === 'boxed' && lines.slice(0, first.index).some(({ turn }) => turn > 0)) return 0
    // Above the header lines stands the title of the page, whatever number it has.
    if (only && isHeaderLine(lines[first.index + 1]?.head ?? '')) return 0
    return group.length * 2
  }
  if (form === 'title') return areTitles(group) ? group.length - 0.5 : 0
  if (form === 'piece') return arePieces(lines, group) ? group.length : 0
  if (form === 'counted') return group.length > 1 && countsUp(group) ? group.length - 0.5 : 0
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

/** Whether a line can only be a speaker's, so that numbers below it may head sections. */
function isSpoken(line: Line): boolean {
  return line.address !== undefined || line.turn > 0 || (lengthOf(line) > HEAD && !isSiteProse(line.head))
}

/** A numbered title, where nothing was spoken above the first: 1.《父親的秤》 */
function matchPiece({ head, marker, bullet, lastHolds, start, end }: Line): Omit<Candidate, 'index'> | undefined {
  const length = end - start
  if (!marker || marker.worded || bullet || !NUMBERED.has(marker.series)) return undefined
  if (length > NUMBERED_LIMIT || lastHolds & LETTERS.clauseEnd || marker.rest >= length) return undefined
  const stemStart = marker.rest
  return {
    form: 'piece',
    key: marker.series,
    ordinal: marker.ordinal,
    stem: head.slice(stemStart),
    stemStart,
    stemEnd: length,
    end: length,
  }
}

const WORK = /^《[^《》]{1,36}》$/
/** 講話稿(3篇)    演講稿範文三則 */
const PROMISE = /(\d{1,2}|[一二两三四五六七八九十]{1,3}) ?[篇则份首]/

/** Whether numbered titles head items: titles of works, or as many as the page promises, each with a text below. */
function arePieces(lines: readonly Line[], group: readonly Candidate[]): boolean {
  const [first] = group
  if (!first || group.length < 2 || group.some(({ ordinal }, i) => ordinal !== i + 1)) return false
  const apart = group.every(({ index }, i) => holdsText(lines, index + 1, group[i + 1]?.index ?? lines.length))
  if (!apart) return false
  if (group.every(({ stem }) => WORK.test(stem))) return true
  return lines.slice(0, first.index).some(({ head }) => parseNumeral(PROMISE.exec(head)?.[1] ?? '') === group.length)
}

/** 金婚慶典老伴致辭1 and 金婚慶典孫子致辭2: titles that differ and begin alike, counted from 1. */
function areTitles(group: readonly Candidate[]): boolean {
  const start = group[0]?.stem.slice(0, 2)
  return group.length > 1 && group.every(({ ordinal, stem }, i) => ordinal === i + 1 && stem.slice(0, 2) === start)
}

/** Whether a full sentence stands between two lines. */
function holdsText(lines: readonly Line[], from: number, to: number): boolean {
  return lines.slice(from, to).some((line) => lengthOf(line) > 12 && (line.lastHolds & LETTERS.stop) !== 0)
}

/** Each number is the next of the one before, wherever they start. */
function countsUp(group: readonly Candidate[]): boolean {
  return group.every(({ ordinal }, i) => i === 0 || ordinal === (group[i - 1] as Candidate).ordinal + 1)
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
    const isList = new Set(group.slice(i, end).map(({ ordinal }) => ordinal)).size > 1
    for (let k = i; k < end && isList; k++) {
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
