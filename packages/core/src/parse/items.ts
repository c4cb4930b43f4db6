import type { HeadingForm } from './constructs/item-heading.ts'
import { type Candidate, chooseGroup } from './heading-group.ts'
import { findPlain, withoutFigure } from './heading-plain.ts'
import { withTorn } from './heading-torn.ts'
import { LETTERS } from './letters.ts'
import { type Line, makeLine, splitLines, trimBack } from './line.ts'

/** The heading of an item, and where its words stand on the line. */
export interface ItemHeading {
  /** The printed number; null where the heading has none. */
  ordinal: number | null
  form: HeadingForm
  stem: string
  /** Restored offsets of the stem as printed. */
  stemStart: number
  stemEnd: number
  /** The line below, where the heading is torn over two. */
  rest: Line | undefined
}

export interface Items {
  /** The page's lines; where a heading is glued to the body, its line is two. */
  lines: readonly Line[]
  headings: ReadonlyMap<Line, ItemHeading>
  /** Lines that repeat the headings to come: a table of contents. */
  contents: ReadonlySet<Line>
}

/** Finds the headings that split the page into items, and splits lines where heading and body are glued. */
export function findItems(text: string, printed: readonly Line[]): Items {
  const lines = splitRows(printed)
  const contents = new Set(lines.slice(0, FRONT).filter((line) => rowStem(line) > 0))
  const whole = chooseGroup(lines)
    .filter(({ index }) => !contents.has(lines[index] as Line))
    .filter((candidate, i, all) => !isAgain(candidate, all[i - 1]))
  const headings = new Map<Line, ItemHeading>()
  const chosen = whole.length > 0 ? withTorn(lines, whole) : findPlain(lines)
  if (chosen.length === 0) return { lines, headings, contents }

  const byIndex = new Map(chosen.map((candidate) => [candidate.index, candidate]))
  const listed = new Set([...findContents(chosen), ...findListed(lines, chosen)])
  const result: Line[] = []
  lines.forEach((line, index) => {
    const candidate = byIndex.get(index)
    if (listed.has(index)) contents.add(line)
    if (!candidate || listed.has(index)) {
      result.push(line)
      return
    }
    const border = line.start + candidate.end
    const glued = border < line.end
    const heading = glued ? makeLine(line, line.from, trimBack(text, border), line.embedded) : line
    headings.set(heading, {
      ordinal: candidate.form === 'plain' ? null : candidate.ordinal,
      form: candidate.form,
      stem: candidate.stem,
      stemStart: heading.start + candidate.stemStart,
      stemEnd: heading.start + candidate.stemEnd,
      rest: candidate.isTorn ? lines[index + 1] : undefined,
    })
    result.push(heading)
    if (glued) result.push(makeLine(line, border, line.to, true))
  })
  return { lines: result, headings, contents }
}

/** A row of headings stands in so many lines from the top. */
const FRONT = 24
const ROW = /^([^。,;!?:]{4,40}?) ?篇 ?[1一] ?\1 ?篇 ?[2二]/

/** Units of the title that all headings of a row have, 0 where a line is no such table of contents. */
function rowStem(line: Line): number {
  return line.headHolds & LETTERS.itemHeading ? (ROW.exec(line.head)?.[1]?.length ?? 0) : 0
}

/**
 * The first heading may be glued to the end of a row of all headings.
 *
 *     開船致辭 篇1開船致辭 篇2開船致辭 篇1
 *                                ^
 */
function splitRows(lines: readonly Line[]): readonly Line[] {
  return splitLines(lines, (line, i) => {
    const length = i < FRONT ? rowStem(line) : 0
    if (length === 0) return undefined
    const { text, start, end } = line
    const at = text.lastIndexOf(text.slice(start, start + length), end)
    if (!/^\s?篇\s?[1１一]$/.test(text.slice(at + length, end))) return undefined
    return [makeLine(line, line.from, at, line.embedded), makeLine(line, at, line.to, true)]
  })
}

/** A heading right below itself is printed twice. */
function isAgain({ index, ordinal, stem }: Candidate, above: Candidate | undefined): boolean {
  return above?.index === index - 1 && above.ordinal === ordinal && above.stem === stem
}

/** Indices of headings that stand next to each other and come again later. */
function findContents(group: readonly Candidate[]): ReadonlySet<number> {
  const last = new Map(group.map(({ ordinal }, k) => [ordinal, k]))
  const listed = new Set<number>()
  for (let i = 0; i < group.length; ) {
    let end = i + 1
    while (end < group.length && (group[end] as Candidate).index === (group[end - 1] as Candidate).index + 1) end++
    if (end - i === 1) {
      i = end
      continue
    }
    const isList = new Set(group.slice(i, end).map(({ ordinal }) => ordinal)).size > 1
    const row = group.slice(i, end)
    const comesAgain = ({ ordinal }: Candidate, k: number) => (last.get(ordinal) as number) > i + k
    // What is listed among them and never comes is listed all the same.
    const isTable = row.filter(comesAgain).length > 1
    const seen = new Set<number>()
    row.forEach((candidate, k) => {
      const isNew = !seen.has(candidate.ordinal)
      seen.add(candidate.ordinal)
      if (isList && (comesAgain(candidate, k) || (isTable && isNew && k < row.length - 1))) listed.add(candidate.index)
    })
    i = end
  }
  return listed
}

/**
 * Indices of the lines in a row above the first heading that print the headings to come.
 *
 *     一、總經理講話
 *     二、員工代表講話
 *     一、總經理講話
 *     各位同仁:
 */
function findListed(lines: readonly Line[], group: readonly Candidate[]): readonly number[] {
  const [first] = group as [Candidate]
  const headings = new Set(group.flatMap(({ index, stem }) => [(lines[index] as Line).head, stem]))
  const listed: number[] = []
  for (let index = 0; index < first.index; index++) {
    const line = lines[index] as Line
    if (headings.has(line.head) || headings.has(withoutFigure(line))) listed.push(index)
  }
  return new Set(listed.map((index) => (lines[index] as Line).head)).size > 1 ? listed : []
}

/** The stem that all headings share, where they differ in nothing but their number; undefined otherwise. */
export function commonStem(headings: ReadonlyMap<Line, ItemHeading>): ItemHeading | undefined {
  const [first, ...others] = headings.values()
  if (!first || first.stem === '') return undefined
  return others.every(({ stem }) => stem === first.stem) ? first : undefined
}
