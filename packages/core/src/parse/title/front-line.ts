import { isHeaderLine } from '../constructs/field.ts'
import { isSiteProse } from '../constructs/site-prose.ts'
import { isTitleLike, namesGenre } from '../constructs/title.ts'
import type { ItemHeading } from '../items.ts'
import { type Line, lengthOf } from '../line.ts'

/** A front has at most so many lines. */
export const FRONT = 24

/** A line of the front that the site prints has at most so many units. */
export const FRONT_LINE = 30

/** The name of a column has at most so many units. */
export const COLUMN = 6

/** Whether a line addresses listeners, torn perhaps: 各位領導、各位 */
export function addresses({ head, address }: Line): boolean {
  return address !== undefined || (/^(?:各位|尊敬的|敬爱的|亲爱的)/.test(head) && !namesGenre(head))
}

/** 怎麼寫隊長競聘演講稿? — what somebody asks for is the title of the page. */
export function isAsked(head: string): boolean {
  if (head.length > 40 || !namesGenre(head)) return false
  if (/^(?:急|跪|诚|在线)*(?:求|求助|请问|谁[有能会帮]|哪位)/.test(head)) return true
  return /\?$/.test(head) && /稿|词|怎么[讲说写办]|[讲说]几句/.test(head) && !/[。!;:]|[我你]们/.test(head)
}

/** Whether the title can no longer follow: on a page without items, the first spoken line. */
export function endsFront(line: Line, headings: ReadonlyMap<Line, ItemHeading>): boolean {
  if (headings.size > 0) return false
  if (addresses(line) || line.turn > 0) return true
  if (isAsked(line.head) || !/[一-龥]/.test(line.head)) return false
  return !isTitleLike(line.head, lengthOf(line)) && !isHeaderLine(line.head) && !isSiteProse(line.head)
}
