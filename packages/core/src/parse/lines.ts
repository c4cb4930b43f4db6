import type { Noise } from '../schema/phrasing.ts'
import { matchNoise } from './constructs/noise.ts'
import { isTagRow } from './constructs/related.ts'
import { sameTitle } from './constructs/title.ts'
import { commonStem, findItems, type Items } from './items.ts'
import { HEAD, type Line, lengthOf, readLines } from './line.ts'
import { splitOneLiners } from './one-liner.ts'
import { findTails } from './tail.ts'

/** The lines of a page, and what is known of them before the tree is built. */
export interface Lines {
  lines: readonly Line[]
  items: Items
  /** Blocks of links: index of the first line to the index behind the last. */
  tails: ReadonlyMap<number, number>
  noise: ReadonlyMap<Line, Noise['kind']>
}

/** Scans a restored text: lines, item headings, blocks of links, noise. */
export function scan(text: string): Lines {
  const items = findItems(text, splitOneLiners(text, readLines(text)))
  const { lines, headings } = items
  const tails = findTails(lines, headings)
  return { lines, items, tails, noise: findNoise(items, tails) }
}

/** The lines that are neither speech nor site prose, outside of headings and blocks of links. */
function findNoise({ lines, headings, contents }: Items, tails: ReadonlyMap<number, number>): Map<Line, Noise['kind']> {
  const noise = new Map<Line, Noise['kind']>()
  const stem = commonStem(headings)?.stem
  let commenting = false
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line
    const tail = tails.get(i)
    if (tail !== undefined) {
      i = tail - 1
      continue
    }
    if (headings.has(line)) {
      commenting = false
      continue
    }
    const kind = contents.has(line) ? 'contents' : readNoise(line, commenting)
    if (kind === 'comment') commenting = true
    if (kind) noise.set(line, kind)
    else if (stem && i > 0 && headings.has(lines[i - 1] as Line) && sameTitle(line.head, stem)) noise.set(line, 'repeated-title')
  }
  return noise
}

function readNoise(line: Line, commenting: boolean): Noise['kind'] | undefined {
  if (commenting && lengthOf(line) <= HEAD) return 'comment'
  if (lengthOf(line) > HEAD) return undefined
  return matchNoise(line.head) ?? (isTagRow(line.head) ? 'navigation' : undefined)
}
