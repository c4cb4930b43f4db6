import type { Noise } from '../schema/phrasing.ts'
import { isHeaderLine } from './constructs/field.ts'
import { matchNoise, opensAppendix } from './constructs/noise.ts'
import { isTagRow } from './constructs/related.ts'
import { isSiteProse } from './constructs/site-prose.ts'
import { isSiteName, isTitleLike, namesGenre, sameTitle } from './constructs/title.ts'
import { commonStem, findItems, type ItemHeading, type Items } from './items.ts'
import { HEAD, type Line, lengthOf, readLines } from './line.ts'
import { splitInstructions } from './instruction.ts'
import { splitOneLiners } from './one-liner.ts'
import { findTails } from './tail.ts'

/** The lines of a page, and what is known of them before the tree is built. */
export interface Lines {
  lines: readonly Line[]
  items: Items
  /** Blocks of links: index of the first line to the index behind the last. */
  tails: ReadonlyMap<number, number>
  noise: ReadonlyMap<Line, Noise['kind']>
  /** The line that prints the page's title, if one does. */
  title: Line | undefined
}

/** Scans a restored text: lines, item headings, blocks of links, title, noise. */
export function scan(text: string): Lines {
  const items = findItems(text, splitInstructions(text, splitOneLiners(text, readLines(text))))
  const { lines, headings } = items
  const tails = findTails(lines, headings)
  const noise = findNoise(items, tails)
  const title = chooseTitle(items, tails, noise)
  findRepeatedTitles(items, tails, title, noise)
  return { lines, items, tails, noise, title }
}

/** The lines that are neither speech nor site prose, outside of headings and blocks of links. */
function findNoise({ lines, headings, contents }: Items, tails: ReadonlyMap<number, number>): Map<Line, Noise['kind']> {
  const noise = new Map<Line, Noise['kind']>()
  let rest: Noise['kind'] | undefined
  eachLine(lines, tails, (line) => {
    if (headings.has(line)) {
      rest = undefined
      return
    }
    const kind = contents.has(line) ? 'contents' : (rest ?? readNoise(line))
    if (kind === 'comment') rest = kind
    else if (!kind && opensAppendix(line.head)) rest = 'footer'
    if (kind ?? rest) noise.set(line, (kind ?? rest) as Noise['kind'])
  })
  return noise
}

function readNoise(line: Line): Noise['kind'] | undefined {
  if (lengthOf(line) > HEAD) return undefined
  return matchNoise(line.head) ?? (isTagRow(line.head) ? 'navigation' : undefined)
}

/** Calls `visit` with every line outside of the blocks of links. */
function eachLine(
  lines: readonly Line[],
  tails: ReadonlyMap<number, number>,
  visit: (line: Line, index: number) => void,
): void {
  for (let i = 0; i < lines.length; i++) {
    const tail = tails.get(i)
    if (tail === undefined) visit(lines[i] as Line, i)
    else i = tail - 1
  }
}

/**
 * The line that prints the page's title, among those before the first item and the first prose:
 * one that shares the stem of the items, or names a genre of speech; else the first that looks like a title.
 * A site's name or a slogan above it is noise.
 */
function chooseTitle(
  { lines, headings }: Items,
  tails: ReadonlyMap<number, number>,
  noise: Map<Line, Noise['kind']>,
): Line | undefined {
  const candidates: Line[] = []
  let ended = false
  eachLine(lines, tails, (line) => {
    if (ended || noise.has(line)) return
    ended = headings.has(line) || endsFront(line, headings)
    if (!ended && isTitleLike(line.head, lengthOf(line)) && !isHeaderLine(line.head)) candidates.push(line)
  })
  const stem = commonStem(headings)?.stem
  const title =
    candidates.find(({ head }) => stem && sameTitle(head, stem)) ??
    (stem ? undefined : (candidates.find(({ head }) => namesGenre(head)) ?? candidates.find(({ head }) => !isSiteName(head))))
  const above = title ? candidates.slice(0, candidates.indexOf(title)) : candidates.filter(({ head }) => isSiteName(head))
  for (const line of above) noise.set(line, /,/.test(line.head) ? 'advertisement' : 'navigation')
  return title
}

/** Whether the title can no longer follow: on a page without items, the first spoken line. */
function endsFront(line: Line, headings: ReadonlyMap<Line, ItemHeading>): boolean {
  if (headings.size > 0) return false
  return !isTitleLike(line.head, lengthOf(line)) && !isHeaderLine(line.head) && !isSiteProse(line.head)
}

/** Lines that print the title or the heading again, torn over two or three lines perhaps. */
function findRepeatedTitles(
  { lines, headings }: Items,
  tails: ReadonlyMap<number, number>,
  title: Line | undefined,
  noise: Map<Line, Noise['kind']>,
): void {
  const own = [title?.head, commonStem(headings)?.stem].filter((printed) => printed !== undefined)
  let titles = own
  let behindHeading = 0
  let passed = title === undefined
  eachLine(lines, tails, (line, i) => {
    if (line === title) passed = true
    const heading = headings.get(line)
    behindHeading = heading ? 3 : behindHeading - 1
    if (heading) titles = heading.stem ? [...own, heading.stem] : own
    if (line === title || headings.has(line) || noise.has(line) || !passed || lengthOf(line) > 60) return
    const torn = behindHeading > 0 ? tornTitle(lines, i, titles) : []
    for (const part of torn) noise.set(part, 'repeated-title')
    if (torn.length === 0 && repeats(line.head, titles)) noise.set(line, 'repeated-title')
  })
}

function repeats(head: string, titles: readonly string[]): boolean {
  return titles.some((title) => sameTitle(head, title))
}

/**
 *     青禾小學開學
 *     典禮講話
 */
function tornTitle(lines: readonly Line[], from: number, titles: readonly string[]): readonly Line[] {
  for (const count of [2, 3]) {
    const parts = lines.slice(from, from + count)
    if (parts.length === count && repeats(parts.map(({ head }) => head).join(''), titles)) return parts
  }
  return []
}
