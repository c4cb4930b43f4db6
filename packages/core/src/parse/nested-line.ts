import { matchMarker } from './constructs/marker.ts'
import { type Line, makeLine, splitLines } from './line.ts'
import { RUN_IN_LIMIT } from './roles/heading-end.ts'

/** The second number stands in so many lines below the first. */
const REACH = 16

/**
 * Where a heading opens a line and the first number below it goes on there, the second heads a line of its own.
 *
 *     (三)差距擺在那裏。1.項目落地慢。年初簽的九個項目,…
 *                       ^
 *     2.環境反彈快。檢查組一走,…
 */
export function splitNested(lines: readonly Line[]): readonly Line[] {
  return splitLines(lines, (line, i) => {
    const { marker, head } = line
    if (!marker || marker.worded || line.embedded) return undefined
    const stop = head.slice(marker.rest, marker.rest + RUN_IN_LIMIT).search(/[。:!?]| (?=[(\d①])/)
    const end = marker.rest + stop + 1
    const inner = stop > 0 ? matchMarker(head.slice(end)) : undefined
    if (inner?.ordinal !== 1 || inner.worded || inner.system === marker.system) return undefined
    const next = lines
      .slice(i + 1, i + REACH)
      .find(({ marker: below }) => below?.system === inner.system || below?.system === marker.system)
    if (next?.marker?.system !== inner.system || next.marker.ordinal !== 2) return undefined
    const border = line.start + end
    return [makeLine(line, line.from, border), makeLine(line, border, line.to)]
  })
}
