import { isBlank } from '../../source/blank.ts'
import { lineStarts } from '../../source/lines.ts'

/** The lines of a text that are not blank, as columns of UTF-16 offsets, the blanks around each left out. */
export interface Rows {
  starts: number[]
  ends: number[]
  /** Where the line itself starts, indent included. */
  lines: number[]
}

/**
 *         今天,我们
 *     ^   ^      ^   line, start, end
 */
export function rowsOf(text: string): Rows {
  const rows: Rows = { starts: [], ends: [], lines: [] }
  const lines = lineStarts(text)
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as number
    let end = lines[i + 1] ?? text.length
    let start = line
    while (start < end && isBlank(text.charCodeAt(start))) start++
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--
    if (start === end) continue
    rows.starts.push(start)
    rows.ends.push(end)
    rows.lines.push(line)
  }
  return rows
}
