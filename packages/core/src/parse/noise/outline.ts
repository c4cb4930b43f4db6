import { type Line, lengthOf } from '../line.ts'

/** So many lines below an outline, its first line comes again. */
const OUTLINE_BELOW = 60

/**
 * Where the outline of a speech ends whose caption stands above `from`: behind the last line that is listed, if the
 * address follows, or the lines come again as headings; `from` where there is none.
 *
 *     目錄
 *     一、看清汛情
 *     二、備足沙袋
 *     ……
 *     同志們:
 */
export function outlineEnd(lines: readonly Line[], from: number): number {
  let first: Line | undefined
  const isFirst = ({ head }: Line) => first !== undefined && head.startsWith(first.head)
  let end = from
  while (end < lines.length && isOutlined(lines[end] as Line) && !isFirst(lines[end] as Line)) {
    if (lines[end]?.marker) first ??= lines[end]
    end++
  }
  if (!first) return from
  return lines[end]?.address?.mark === ':' || lines.slice(end, end + OUTLINE_BELOW).some(isFirst) ? end : from
}

/** Where an outline without a caption ends, which stands above the first word: its lines come again as headings. */
export function bareOutlineEnd(lines: readonly Line[], from: number): number {
  const end = outlineEnd(lines, from)
  const below = lines.slice(end, end + OUTLINE_BELOW)
  const again = lines.slice(from, end).filter((line) => below.some(({ head }) => head.startsWith(line.head)))
  return again.length > 1 ? end : from
}

function isOutlined(line: Line): boolean {
  if (line.address || lengthOf(line) > 60) return false
  return line.marker || line.bullet ? !/[。;!?]./.test(line.head) : UNNUMBERED.test(line.head)
}

/** What an outline has without a number. */
const UNNUMBERED = /^(?:…+|\.{3,}|引[言子]|[前序导]言|导语|开[头场]白?|结语|结束语|结尾|小结|附录|后记)$/
