import { matchHeadings } from './constructs/item-heading.ts'
import type { Candidate } from './heading-group.ts'
import { type Line, lengthOf } from './line.ts'

/**
 * A group with the headings that it lacks and that stand torn over two lines, where the others have the whole title.
 *
 *     校慶籌備會主任
 *     致辭(二)
 */
export function withTorn(lines: readonly Line[], group: readonly Candidate[]): readonly Candidate[] {
  const { stem, form } = group[0] as Candidate
  if (stem === '' || group.length < 2 || group.some((other) => other.stem !== stem)) return group
  const whole = [...group]
  let behind = 0
  for (let index = 0; index + 1 < lines.length; index++) {
    while ((group[behind]?.index ?? lines.length) <= index) behind++
    const ordinal = tornOrdinal(lines[index] as Line, lines[index + 1] as Line, stem, form)
    if (ordinal === undefined || !isBetween(ordinal, group[behind - 1], group[behind])) continue
    const length = lengthOf(lines[index] as Line)
    whole.push({ key: '', form, ordinal, index, stem, stemStart: 0, stemEnd: length, end: length, isTorn: true })
  }
  return whole.sort((a, b) => a.index - b.index)
}

/** The number of the heading that two lines print together; undefined where they print none. */
function tornOrdinal(first: Line, second: Line, stem: string, form: Candidate['form']): number | undefined {
  if (lengthOf(first) < 2 || lengthOf(first) > stem.length || !stem.startsWith(first.head)) return undefined
  const rest = stem.slice(first.head.length)
  // A figure alone may be that of a page.
  if (lengthOf(second) > rest.length + NUMBER || !second.head.startsWith(rest) || /^\d+$/.test(second.head))
    return undefined
  const printed = first.head + second.head
  return matchHeadings(printed).find(
    (match) => match.form === form && match.stem === stem && match.end === printed.length,
  )?.ordinal
}

/** A number with its brackets has at most so many units. */
const NUMBER = 8

/** Whether a number lies between those of the headings above and below it. */
function isBetween(ordinal: number, above: Candidate | undefined, below: Candidate | undefined): boolean {
  return (!above || above.ordinal < ordinal) && (!below || below.ordinal > ordinal)
}
