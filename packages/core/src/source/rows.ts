import { isBlank } from './blank.ts'
import { lineStarts } from './lines.ts'
import type { Print } from './patches.ts'

/** The lines of a text that are not blank, as columns of UTF-16 offsets, the blanks around each left out. */
export interface Rows {
  starts: number[]
  ends: number[]
  /** Where the line itself starts, indent included. */
  lines: number[]
  /** The last code unit of each. */
  lasts: number[]
}

/**
 *         今天,我们
 *     ^   ^      ^   line, start, end
 */
export function rowsOf({ text, units }: Print): Rows {
  const rows: Rows = { starts: [], ends: [], lines: [], lasts: [] }
  const lines = lineStarts(text)
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as number
    let end = lines[i + 1] ?? text.length
    let start = line
    while (start < end && isBlank(units[start] as number)) start++
    while (end > start && isBlank(units[end - 1] as number)) end--
    if (start === end) continue
    rows.starts.push(start)
    rows.ends.push(end)
    rows.lines.push(line)
    rows.lasts.push(units[end - 1] as number)
  }
  return rows
}
