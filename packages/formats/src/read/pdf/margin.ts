/** So many lines that end at one place show the margin, even where one runs beyond it. */
const ENOUGH = 5

/** How far lines run to the right, in points. A single one that runs farther than many others does not count. */
export function rightMarginOf(lines: readonly { right: number; size: number }[]): number {
  const ends = lines.map(({ right }) => right).sort((a, b) => b - a)
  const size = lines[0]?.size ?? 0
  const isShared = (end: number, index: number) => end - (ends[index + 1] ?? Number.NEGATIVE_INFINITY) < size
  const first = ends.findIndex(isShared)
  if (first <= 0) return ends[0] ?? 0
  const shared = ends[first] as number
  return ends.filter((end) => end <= shared && end > shared - size).length >= ENOUGH ? shared : (ends[0] as number)
}
