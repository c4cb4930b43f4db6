import type { Noise } from '../../schema/phrasing.ts'
import { LETTERS } from '../letters.ts'
import { type Line, lengthOf } from '../line.ts'

/**
 * A line that comes again beside the page numbers is the library's motto, and so is one without a mark that stands
 * there once below the first address.
 */
export function findMottoes(lines: readonly Line[], noise: Map<Line, Noise['kind']>): void {
  const beside = new Map<string, Line[]>()
  const isNumber = (line: Line | undefined) => line !== undefined && noise.get(line) === 'pagination'
  let spoken = Number.POSITIVE_INFINITY
  for (let i = 0; i < lines.length && noise.size > 0; i++) {
    const line = lines[i] as Line
    if (line.address) spoken = Math.min(spoken, line.start)
    if (lengthOf(line) > 40 || noise.has(line)) continue
    const same = beside.size > 0 ? beside.get(line.head) : undefined
    const isBeside = isNumber(lines[i - 1]) || isNumber(lines[i + 1])
    const [first] = same ?? []
    const isMotto = first && (isBeside || (first.start > spoken && !(line.lastHolds & LETTERS.clauseEnd)))
    if (isMotto) same?.push(line)
    else if (isBeside) beside.set(line.head, [line])
  }
  for (const same of beside.values()) if (same.length > 1) for (const line of same) noise.set(line, 'footer')
}
