import type { Noise } from '../../schema/phrasing.ts'
import { HOLDS_DATE, isHeaderLine } from '../constructs/field.ts'
import { isScore } from '../constructs/poster.ts'
import { matchSiteLine } from '../constructs/site-line.ts'
import { isSiteProse } from '../constructs/site-prose.ts'
import { namesGenre } from '../constructs/title.ts'
import type { Items } from '../items.ts'
import { type Line, lengthOf } from '../line.ts'
import { FRONT, FRONT_LINE } from './front-line.ts'

/** The site's own lines among those before the first address or heading: 點擊上方藍字關注我們 */
export function findFrontFurniture(
  { lines, headings }: Items,
  title: Line | undefined,
  noise: Map<Line, Noise['kind']>,
): void {
  const first = lines.slice(0, FRONT).findIndex((line) => line.address || headings.has(line))
  for (const [index, line] of lines.slice(0, Math.max(0, first)).entries()) {
    const of = lines[index + 1] as Line
    if (isScore(line.head, of.head)) for (const part of [line, of]) noise.set(part, 'navigation')
    if (title && line !== title && isKeywordRow(line.head, title.head)) noise.set(line, 'navigation')
    if (line === title || noise.has(line) || lengthOf(line) > FRONT_LINE || line.turn > 0 || /^—|[,:]/.test(line.head))
      continue
    if (isHeaderLine(line.head) || isSiteProse(line.head) || namesGenre(line.head) || HOLDS_DATE.test(line.head))
      continue
    const kind = matchSiteLine(line.head)
    if (kind) noise.set(line, kind)
  }
}

/** 防汛,講話,水庫    防汛 講話 水庫 堤壩 — words in a row of which some come from the page's title. */
function isKeywordRow(head: string, title: string): boolean {
  const words = head.split(/ ?[,;|] ?| /)
  return (
    words.length > 2 &&
    words.every((word) => KEYWORD.test(word)) &&
    words.filter((word) => title.includes(word)).length > (/[,;|]/.test(head) || words.length > 3 ? 1 : 2)
  )
}

const KEYWORD = /^[一-龥a-z\d]{2,8}$/i
