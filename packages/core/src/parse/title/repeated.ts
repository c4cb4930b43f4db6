import type { Noise } from '../../schema/phrasing.ts'
import { isByline } from '../constructs/byline.ts'
import { endsInGenre, isSiteName, isTitleLike, mayBeSame, namesGenre, sameTitle } from '../constructs/title.ts'
import { eachLine } from '../each-line.ts'
import { commonStem, type Items } from '../items.ts'
import { type Line, lengthOf } from '../line.ts'

/** Lines that print the title or the heading again, torn over two or three lines perhaps. */
export function findRepeatedTitles(
  { lines, headings }: Items,
  tails: ReadonlyMap<number, number>,
  title: Line | undefined,
  titleAbove: Line | undefined,
  noise: Map<Line, Noise['kind']>,
): void {
  // 榮休發言稿,“鈴聲伴一路” — what a page wants to be found by is printed again alone.
  const key = /^[^,|_]{5,}(?=[,|_])/.exec(title?.head ?? '')?.[0]
  const own = [
    title && (titleAbove?.head ?? '') + title.head,
    key && endsInGenre(key) ? key : undefined,
    commonStem(headings)?.stem,
  ].filter((printed) => printed !== undefined)
  let titles = own
  let behindHeading = 0
  let passed = title === undefined
  eachLine(lines, tails, (line, i) => {
    if (line === title) passed = true
    const heading = headings.get(line)
    behindHeading = heading ? 3 : behindHeading - 1
    if (heading) titles = heading.stem ? [...own, heading.stem, line.head] : own
    if (line === title || heading || noise.has(line) || !passed || lengthOf(line) > 60) return
    if (title && isSignedTitle(line.head, title.head)) {
      noise.set(line, 'footer')
      return
    }
    const torn = behindHeading > 0 ? tornTitle(lines, i, titles) : NONE
    for (const part of torn) noise.set(part, 'repeated-title')
    if (torn.length > 0 || !repeats(withoutStop(line.head), titles, line.head.endsWith('。') ? MORE : undefined)) return
    noise.set(line, 'repeated-title')
    const above = behindHeading === 1 ? lines[i - 1] : undefined
    if (above && isTitleLike(above.head, lengthOf(above)) && !isByline(above.head, lengthOf(above)))
      noise.set(above, 'repeated-title')
  })
}

/** 東籬文庫在全縣工作會議上的講話 — the site's name before the title. */
function isSignedTitle(head: string, title: string): boolean {
  return head.length > title.length && head.endsWith(title) && isSiteName(head.slice(0, -title.length).trim())
}

/** A site may close a title as it closes a sentence, or print it in a box: 【開工致辭】 */
function withoutStop(head: string): string {
  const bare = head.replace(/。$|^【|】$/g, '')
  return bare !== head && namesGenre(head) ? bare : head
}

function repeats(head: string, titles: readonly string[], more = Number.POSITIVE_INFINITY): boolean {
  return titles.some((title) => isPart(head, title) || (head.length <= title.length + more && sameTitle(head, title)))
}

function isPart(head: string, title: string): boolean {
  const least = title.endsWith(head) ? END : PART
  return head.length >= least && title.includes(head) && endsInGenre(head)
}

/** 新生家長會發言稿 below 小學一年級新生家長會發言稿(整理版): a part of a title has at least so many units, its end fewer. */
const PART = 10
const END = 8

/** What opens with the title and goes on as a sentence has more units than that: 防汛講話稿一般要求語言簡短。 */
const MORE = 4

/** A title is torn over at most so many lines. */
const PARTS = 3
const NONE: readonly Line[] = []

/**
 *     青禾小學開學
 *     典禮講話
 */
function tornTitle(lines: readonly Line[], from: number, titles: readonly string[]): readonly Line[] {
  let printed = (lines[from] as Line).head
  if (!titles.some((title) => mayBeSame(title, printed) || title.includes(printed))) return NONE
  const isWhole = (words: string) => titles.some((title) => isSame(title, words))
  if (isWhole(printed)) return NONE
  // (運維班 霍小川) below a title that is whole says who speaks.
  if (/^\(.*\)$/.test(lines[from + 1]?.head ?? '') && repeats(printed, titles)) return NONE
  let torn = NONE
  for (let end = from + 1; end < Math.min(lines.length, from + PARTS) && !isWhole(printed); end++) {
    printed += (lines[end] as Line).head
    if (repeats(printed, titles)) torn = lines.slice(from, end + 1)
  }
  return torn
}

/** Whether two titles are the same but for blanks. */
function isSame(title: string, printed: string): boolean {
  if (title[0] !== printed[0]) return false
  return title === printed || title.replaceAll(' ', '') === printed.replaceAll(' ', '')
}
