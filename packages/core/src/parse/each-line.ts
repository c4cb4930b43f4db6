import type { Line } from './line.ts'

/** Calls `visit` with every line outside of the blocks of links. */
export function eachLine(
  lines: readonly Line[],
  tails: ReadonlyMap<number, number>,
  visit: (line: Line, index: number) => void,
): void {
  for (let i = 0; i < lines.length; i++) {
    const tail = tails.size > 0 ? tails.get(i) : undefined
    if (tail === undefined) visit(lines[i] as Line, i)
    else i = tail - 1
  }
}
