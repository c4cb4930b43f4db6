import { isBlankInLine } from '../../source/blank.ts'
import type { Rows } from '../../source/rows.ts'

/** Rows that stand below one another; those of a quoted mail are measured behind their `>`, and may be empty. */
export type Block = Pick<Rows, 'starts' | 'ends' | 'lines'>

/** Fewer rows below one another show no width. */
const FEWEST = 4

/**
 * The blocks of a text: rows quoted alike, and of those that are not quoted all of them, or, where rows longer than
 * `longest` UTF-16 code units are no exception, what stands between such rows.
 *
 *     > 各位跑友，今天卸任
 *       ^                    line and start, measured behind the quote
 */
export function blocksOf(text: string, rows: Rows, longest: number): Block[] {
  const quotes = quotesOf(text, rows)
  const isMixed = countLong(rows, longest) * 20 > rows.starts.length
  if (!isMixed && quotes === undefined) return [rows]
  const blocks: Block[] = []
  for (let first = 0, row = 0; row < rows.starts.length; row++) {
    const isLong = isMixed && lengthOf(rows, row) > longest
    const goesOn = row + 1 < rows.starts.length && quotes?.[row] === quotes?.[row + 1]
    if (!isLong && goesOn) continue
    const end = isLong ? row : row + 1
    if (end - first >= FEWEST) blocks.push(blockFrom(text, rows, first, end, quotes?.[first] ?? 0))
    first = row + 1
  }
  return blocks
}

function countLong(rows: Rows, longest: number): number {
  let long = 0
  for (let row = 0; row < rows.starts.length; row++) if (lengthOf(rows, row) > longest) long++
  return long
}

function lengthOf({ starts, ends }: Rows, row: number): number {
  return (ends[row] as number) - (starts[row] as number)
}

const QUOTE = 0x3e

/** How many `>` each row opens with; undefined where none does. */
function quotesOf(text: string, { starts, ends }: Rows): number[] | undefined {
  if (!starts.some((start) => text.charCodeAt(start) === QUOTE)) return undefined
  return starts.map((start, row) => {
    let depth = 0
    for (let at = start; at < (ends[row] as number) && isQuote(text, at); at++) {
      if (text.charCodeAt(at) === QUOTE) depth++
    }
    return depth
  })
}

/** Whether a `>` stands here, or a blank between two. */
function isQuote(text: string, at: number): boolean {
  return text.charCodeAt(at) === QUOTE || (text.charCodeAt(at) === 0x20 && text.charCodeAt(at + 1) === QUOTE)
}

/** Some rows of a text, without the quotes they open with; one that holds nothing else is an empty row. */
function blockFrom(text: string, rows: Rows, first: number, end: number, depth: number): Block {
  const block: Block = { starts: [], ends: [], lines: [] }
  for (let row = first; row < end; row++) {
    const stop = rows.ends[row] as number
    let line = rows.lines[row] as number
    let start = rows.starts[row] as number
    if (depth > 0) {
      line = behindQuotes(text, start, depth)
      start = line
      while (start < stop && isBlankInLine(text.charCodeAt(start))) start++
    }
    block.starts.push(start)
    block.ends.push(stop)
    block.lines.push(line)
  }
  return block
}

/** Behind the last quote of a row, and one blank. */
function behindQuotes(text: string, from: number, depth: number): number {
  let at = from
  for (let left = depth; left > 0; at++) if (text.charCodeAt(at) === QUOTE) left--
  return text.charCodeAt(at) === 0x20 ? at + 1 : at
}
