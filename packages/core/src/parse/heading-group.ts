import { type HeadingForm, type HeadingMatch, matchHeadings } from './constructs/item-heading.ts'
import { isRelatedCaption } from './constructs/related.ts'
import { endsInGenre } from './constructs/title.ts'
import { isPlausible, mayHead } from './heading-line.ts'
import {
  isAbove,
  isAboveTitle,
  type KeyedHeading,
  matchCounted,
  matchNumbered,
  matchPiece,
  mayCount,
} from './heading-number.ts'
import { BOXED_NUMBER, isBoxedNumber, isPromised, isSpoken, isStrong, scoreGroup } from './heading-score.ts'
import { findStem, matchTitled, stripSuffix } from './heading-stem.ts'
import { LETTERS } from './letters.ts'
import { HEAD, type Line, lengthOf } from './line.ts'
import { parseNumeral } from './numeral.ts'

/** A line that can head an item. */
export interface Candidate extends KeyedHeading {
  index: number
  /** The heading goes on in the line below. */
  isTorn?: true
}

/** Forms whose title differs from item to item. */
const TITLED: ReadonlySet<HeadingForm> = new Set(['ordinal-title', 'numbered'])

/** The candidates of the form that the page uses, in order. */
export function chooseGroup(lines: readonly Line[]): Candidate[] {
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
    const isOpening = mayCount(line) && (isAbove(lines, index) || isAboveTitle(lines, index))
    const counted = isOpening || mayBePiece() ? matchCounted(line) : undefined
    if (counted && isOpening) push(groups, counted.key, { ...counted, index })
    spoken ||= isSpoken(line)
    const piece = mayBePiece() ? (matchPiece(line) ?? counted) : undefined
    if (piece) addPiece({ ...piece, form: 'piece', index, key: `piece ${piece.key}` })
    if (!(titled && line.text.startsWith(titled, line.start)) && !mayHead(line)) return
    if (spoken && (isInRow(line, lines[index - 1]) || isAmongLinks(lines, index))) return
    for (const match of titled ? matchTitled(line, titled) : matchHeadings(line.head)) {
      if (match.form === 'digit' && match.end >= lengthOf(line) && endsInGenre(match.stem) && !line.bullet)
        push(groups, 'titles', { ...match, form: 'title', index, key: 'titles' })
      const candidate = { ...match, index, key: isBoxedNumber(line) ? BOXED_NUMBER : keyOf(match) }
      if (!isPlausible(lines, index, match)) {
        if (match.stem !== '' && line.head[match.end] !== undefined) push(glued, stemKey(match), candidate)
        continue
      }
      push(groups, candidate.key, candidate)
    }
  })
  for (const group of glued.values()) {
    const [first] = group as [Candidate]
    if ((first.form === 'digit' || first.form === 'pian') && !groups.has(first.key) && isPromised(lines, first))
      groups.set(first.key, group)
  }
  const numbered = groups.get('numbered')
  if (numbered) groups.set('numbered', withBare(lines, numbered))
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
  if (best[0]?.form === 'bracket') return withBare(lines, withFirst(groups, best))
  if (best[0]?.form === 'counted') return withCounted(lines, best)
  if (best[0]?.form === 'numbered') return withListed(lines, best)
  return best[0] && isStrong(best[0].form) ? withOthers(groups, best) : best
}

/**
 * Below what was spoken, numbered titles right below one another are links, whatever is in them.
 *
 *     5.公司年會發言稿15篇
 *     6.年會發言稿 篇1
 */
function isInRow({ marker }: Line, above: Line | undefined): boolean {
  if (!marker || !above?.marker || marker.ordinal !== above.marker.ordinal + 1) return false
  return marker.system === above.marker.system && (above.lastHolds & LETTERS.clauseEnd) === 0
}

/** Links have their caption in at most so many lines above. */
const LINKS = 16

/**
 * Below the caption of related texts, a title with another one below it, or nothing, is a link.
 *
 *     相關文章:
 *     年會發言稿 篇1
 *     年會發言稿 篇2
 */
function isAmongLinks(lines: readonly Line[], index: number): boolean {
  const below = lines[index + 1]
  if (below && !mayBeLink(below)) return false
  for (let at = index - 1; at >= Math.max(0, index - LINKS); at--) {
    const above = lines[at] as Line
    if (isRelatedCaption(above.head)) return true
    if (!mayBeLink(above)) return false
  }
  return false
}

function mayBeLink(line: Line): boolean {
  return !line.address && line.turn === 0 && (line.lastHolds & LETTERS.clauseEnd) === 0 && lengthOf(line) <= HEAD
}

/** A group with headings of other forms that have the numbers it lacks, in their places: 篇一:…, 【第二篇】…, 第三篇 … */
function withOthers(groups: ReadonlyMap<string, Candidate[]>, group: Candidate[]): Candidate[] {
  const whole = [...group]
  for (const [other] of groups.values()) {
    if (!other || !isStrong(other.form) || whole.some(({ ordinal }) => ordinal === other.ordinal)) continue
    const behind = whole.find(({ ordinal }) => ordinal > other.ordinal)
    const above = whole.findLast(({ ordinal }) => ordinal < other.ordinal)
    const isNext = behind?.ordinal === other.ordinal + 1 || above?.ordinal === other.ordinal - 1
    const isInPlace = (!behind || other.index < behind.index) && (!above || other.index > above.index)
    if (isNext && isInPlace) whole.push(other)
    whole.sort((a, b) => a.index - b.index)
  }
  return whole
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

/**
 * Where (一) and (三) stand alone above addresses, so does (二), though no address follows; and behind 講話稿(四),
 * (五) does, if one follows.
 */
function withBare(lines: readonly Line[], group: readonly Candidate[]): Candidate[] {
  const bare = group.find(({ stem, end, index }) => stem === '' && end >= lengthOf(lines[index] as Line))
  const [first] = group as [Candidate]
  if (group.length < 2 || (!bare && first.form !== 'bracket')) return [...group]
  const own = bare ? bareShape(lines[bare.index] as Line) : '(一)'
  const whole = new Map(group.map((candidate) => [candidate.index, candidate]))
  let last = 0
  lines.forEach((line, index) => {
    const ordinal = whole.get(index)?.ordinal
    if (ordinal) last = ordinal
    else if (last > 0 && bareShape(line) === own && parseNumeral(line.head.replace(NO_NUMERAL, '')) === last + 1) {
      if (!bare && lines[index + 1]?.address?.mark !== ':') return
      whole.set(index, { ...first, stem: '', stemStart: 0, stemEnd: 0, end: lengthOf(line), index, ordinal: ++last })
    }
  })
  return [...whole.values()].sort((a, b) => a.index - b.index)
}

/** (一) for (三), 1. for 12.; undefined where a line holds more than a number. */
function bareShape(line: Line): string | undefined {
  if (lengthOf(line) > BARE) return undefined
  return line.head.replace(/[一二三四五六七八九十]+/, '一').replace(/\d+/, '1')
}

const BARE = 5
const NO_NUMERAL = /[^一二三四五六七八九十\d]/g

/**
 * A group with the numbered titles that go on behind it, though no address follows: those that a table of contents
 * lists, those with a colon where all others have one, and the next number, where nothing counts so between.
 */
function withListed(lines: readonly Line[], group: readonly Candidate[]): Candidate[] {
  const whole = [...group]
  const [first] = group as [Candidate]
  const system = lines[first.index]?.marker?.system
  const areLabels = group.every(({ stem }) => stem.endsWith(':'))
  let mayBeNext = group.length >= SURE
  for (let index = (group.at(-1) as Candidate).index + 1; index < lines.length; index++) {
    const line = lines[index] as Line
    const isNext = line.marker?.ordinal === (whole.at(-1) as Candidate).ordinal + 1
    const isAlike = line.marker !== undefined && line.marker.system === system
    const piece = isNext ? matchPiece(line) : undefined
    const isLabel = areLabels && piece?.stem.endsWith(':')
    const isListed = () => lines.slice(0, first.index).some(({ head }) => head.startsWith(line.head))
    if (piece && (isLabel || (isAlike && mayBeNext) || isListed())) whole.push({ ...piece, form: 'numbered', index })
    else if (isAlike) mayBeNext = false
  }
  return whole
}

/** So many numbered titles above addresses are headings beyond doubt. */
const SURE = 3

/** The form, and for forms that ordinary lines have too, the stem. */
function keyOf(match: HeadingMatch): string {
  return isStrong(match.form) || TITLED.has(match.form) ? match.form : `${match.form} ${stripSuffix(match.stem)}`
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
