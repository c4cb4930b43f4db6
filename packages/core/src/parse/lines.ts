import type { Noise } from '../schema/phrasing.ts'
import { countBeforeAmounts, dropLonelyDecimals } from './decimals.ts'
import { splitInstructions, splitOmissions } from './instruction.ts'
import { findItems, type Items } from './items.ts'
import { type Line, readLines } from './line.ts'
import { findNoise } from './noise/find.ts'
import { splitOneLiners } from './one-liner.ts'
import type { Page } from './page.ts'
import { splitPageFigures } from './page-figure.ts'
import { findStamp } from './stamp.ts'
import { findTails, splitCaptions } from './tail.ts'
import { findTitleAbove, goesOnBelow } from './title/above.ts'
import { chooseTitle } from './title/choose.ts'
import { findFrontFurniture } from './title/front-furniture.ts'
import { findRepeatedTitles } from './title/repeated.ts'
import { labelTurns } from './turns.ts'

/** The lines of a page, and what is known of them before the tree is built. */
export interface Lines {
  lines: readonly Line[]
  items: Items
  /** Blocks of links: index of the first line to the index behind the last. */
  tails: ReadonlyMap<number, number>
  noise: ReadonlyMap<Line, Noise['kind']>
  /** The line that prints the page's title, if one does. */
  title: Line | undefined
  /** The line above it, where the title is torn over two. */
  titleAbove: Line | undefined
  /** The line below the end mark that says when the page was released. */
  stamp: Line | undefined
}

/** Scans a restored text: lines, item headings, blocks of links, title, noise. */
export function scan(page: Pick<Page, 'text' | 'units' | 'rows'>): Lines {
  const items = readItems(page)
  const { lines, headings } = items
  dropLonelyDecimals(lines)
  countBeforeAmounts(lines)
  labelTurns(lines)
  const tails = findTails(lines, headings)
  const noise = findNoise(items, tails)
  const chosen = chooseTitle(items, tails, noise)
  const title = chosen && goesOnBelow(lines, chosen) ? lines[lines.indexOf(chosen) + 1] : chosen
  const titleAbove = title && findTitleAbove(lines, title, noise)
  findRepeatedTitles(items, tails, title, titleAbove, noise)
  findFrontFurniture(items, title, noise)
  return { lines, items, tails, noise, title, titleAbove, stamp: findStamp(lines) }
}

/** Lines and item headings; where pages hold a speech in a line, headings stand mid-line and are looked for again. */
function readItems(page: Pick<Page, 'text' | 'units' | 'rows'>): Items {
  const { text } = page
  const items = findItems(text, splitPageFigures(splitInstructions(splitOmissions(text, readLines(page, page.rows())))))
  const lines = splitCaptions(splitOneLiners(text, items.lines, (line) => items.headings.has(line)))
  return lines.length === items.lines.length ? items : findItems(text, lines)
}
