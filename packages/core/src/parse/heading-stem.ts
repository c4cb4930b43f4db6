import { isHeaderLine } from './constructs/field.ts'
import { type HeadingMatch, matchHeadings } from './constructs/item-heading.ts'
import { TITLE_REACH } from './heading-line.ts'
import { LETTERS } from './letters.ts'
import { type Line, lengthOf } from './line.ts'

/** A page's title stands in so many lines from the top. */
const TOP = 8

/** The title of the page as printed, where it holds a mark that no heading has and is printed again and again. */
export function findStem(lines: readonly Line[]): string | undefined {
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
export function matchTitled(line: Line, stem: string): HeadingMatch[] {
  const { head, text, start } = line
  if (!text.startsWith(stem, start)) return matchHeadings(head)
  const masked = head.slice(0, stem.length).replace(/[:,!?]/g, '·') + head.slice(stem.length)
  return matchHeadings(masked).map((match) => {
    const form = match.form === 'digit' && match.stemEnd <= stem.length ? 'pian' : match.form
    return { ...match, form, stem: head.slice(match.stemStart, match.stemEnd) }
  })
}

/** 校園安全講話(匯總16篇) and 校園安全講話 are one stem. */
export function stripSuffix(stem: string): string {
  return stem.replace(/[([【][^()[\]【】]{0,14}[)\]】]$/, '').replaceAll(' ', '')
}
