/** A line as far as its place matters; lengths in points. */
interface Placed {
  page: number
  left: number
  right: number
  /** Counted upwards. */
  y: number
  size: number
}

/** So many lines on either side make a gutter of a gap; at most this part of all may run across it. */
const FEWEST = 6
const MOST_ACROSS = 0.4
/** How wide a gutter is at least, as a part of the font's size. */
const GUTTER = 0.8
/** So many places where lines often begin are tried. */
const MOST_TRIED = 16
/** Columns are parted again so often: a page has at most eight. */
const DEEPEST = 3

/**
 * The column of each line: the same number for lines between the same margins. A page has columns where many lines stand
 * side by side with a gutter between them; those that run across it, such as a title, are a column of their own.
 */
export function columnsOf(lines: readonly Placed[]): number[] {
  const columns = new Array<number>(lines.length).fill(0)
  let count = 1
  part(
    lines.map((_, index) => index),
    DEEPEST,
  )
  return columns

  function part(indices: readonly number[], deeper: number): void {
    const gutter = deeper === 0 ? undefined : gutterOf(indices.map((index) => lines[index] as Placed))
    if (gutter === undefined) return
    const left = indices.filter((index) => isLeftOf(lines[index] as Placed, gutter))
    const right = indices.filter((index) => isRightOf(lines[index] as Placed, gutter))
    for (const side of [left, right]) {
      for (const index of side) columns[index] = count
      count++
      part(side, deeper - 1)
    }
  }
}

/** Where the right one of two columns begins; undefined where the lines are one column. */
function gutterOf(lines: readonly Placed[]): number | undefined {
  let best: number | undefined
  let most = 0
  for (const place of commonStarts(lines)) {
    const left = lines.filter((line) => isLeftOf(line, place))
    const right = lines.filter((line) => isRightOf(line, place))
    const fewer = Math.min(left.length, right.length)
    const across = lines.length - left.length - right.length
    if (fewer < FEWEST || fewer <= most || across > lines.length * MOST_ACROSS || !areSideBySide(left, right)) continue
    best = place
    most = fewer
  }
  return best
}

/** Where lines often begin, but for the place that is farthest to the left. */
function commonStarts(lines: readonly Placed[]): number[] {
  const counts = new Map<number, number>()
  for (const { left } of lines) counts.set(Math.round(left), (counts.get(Math.round(left)) ?? 0) + 1)
  const common = [...counts].filter(([, count]) => count >= FEWEST / 2).sort(([, a], [, b]) => b - a)
  const places = common.slice(0, MOST_TRIED).map(([place]) => place)
  const first = Math.min(...places)
  return places.filter((place) => place > first)
}

function isLeftOf({ right, size }: Placed, place: number): boolean {
  return right <= place - size * GUTTER
}

function isRightOf({ left }: Placed, place: number): boolean {
  return left >= place - 1
}

/** Whether most lines of both sides are on pages where the other side reaches as high and as low. */
function areSideBySide(left: readonly Placed[], right: readonly Placed[]): boolean {
  const others = extentsOf(right)
  let beside = 0
  for (const [page, { from, to, count }] of extentsOf(left)) {
    const other = others.get(page)
    if (other && Math.min(to, other.to) > Math.max(from, other.from)) beside += count + other.count
  }
  return beside > (left.length + right.length) / 2
}

/** How low and how high lines stand on each page, and how many there are. */
function extentsOf(lines: readonly Placed[]): Map<number, { from: number; to: number; count: number }> {
  const extents = new Map<number, { from: number; to: number; count: number }>()
  for (const { page, y } of lines) {
    const extent = extents.get(page)
    if (!extent) extents.set(page, { from: y, to: y, count: 1 })
    else {
      extent.from = Math.min(extent.from, y)
      extent.to = Math.max(extent.to, y)
      extent.count++
    }
  }
  return extents
}
