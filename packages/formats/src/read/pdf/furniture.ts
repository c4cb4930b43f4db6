import type { Line } from './lines.ts'

/** How many lines from the top and from the bottom of a page may be furniture. */
const EDGE = 2
/** A line set off from the text stands farther from it than its lines from one another, by this factor. */
const SET_OFF = 1.25
/** How far apart the same running head may stand on two pages, in points. */
const SAME_HEIGHT = 3

/** — 3 —, - 3 -, 3, 第3页, 第 3 页 共 9 页, 3/9, iii */
const PAGE_NUMBER =
  /^[—–\-－―·•.\s]*(?:第\s*)?(?:(?<number>\d{1,4})|[ivxⅰ-ⅻ]{1,6}|[一二三四五六七八九十百]{1,5}(?=\s*页))\s*[页頁]?(?:\s*[,，/／]?\s*[共of]*\s*\d{1,4}\s*[页頁]?)?[—–\-－―·•.\s]*$/i

/** Browsers print around a page in letters smaller than its text, by this factor at least. */
const SMALLER = 0.85

/** What browsers print at the head and the foot of a page: day and time, or its address; behind a gap its title or number. */
const PRINTED =
  /^(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}[, ]\s*(?:上午|下午)?\s*\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?|(?:https?|file):\/\/\S+)(?<rest>\s.*)?$/

/**
 * The lines of page furniture: page numbers and running heads at the edges of pages, set off from the text, and
 * watermarks that run slantwise. A running head stands on several pages at the same height; a number that is alone on
 * its line is a page number where it is the number of its page, or counts along with the others. What a browser prints
 * around a page is furniture wherever it stands.
 */
export function findFurniture(lines: readonly Line[], pitch: number): Set<Line> {
  const furniture = new Set(lines.filter(({ isLevel }) => !isLevel))
  const pages = pagesOf(lines.filter(({ isLevel }) => isLevel))
  const edges = pages.flatMap((page) => edgesOf(page, pitch))
  const counted = offsetsOf(edges)
  const heads = countHeads(edges)
  for (const line of edges) {
    const offset = offsetOf(line)
    const isNumber = offset !== undefined ? offset === 0 || (counted.get(offset) ?? 0) > 1 : PAGE_NUMBER.test(line.text)
    const times = [-1, 0, 1].reduce((sum, step) => sum + (heads.get(headOf(line, step)) ?? 0), 0)
    if (isNumber || times >= Math.max(2, pages.length * 0.4)) furniture.add(line)
  }
  const size = usualSize(lines)
  for (const line of pages.flatMap((page) => printedBy(page, size * SMALLER))) furniture.add(line)
  return furniture
}

function pagesOf(lines: readonly Line[]): Line[][] {
  const pages = new Map<number, Line[]>()
  for (const line of lines) {
    const page = pages.get(line.page)
    if (page) page.push(line)
    else pages.set(line.page, [line])
  }
  return [...pages.values()]
}

function usualSize(lines: readonly Line[]): number {
  const sizes = lines.map(({ size }) => size).sort((a, b) => a - b)
  return sizes[sizes.length >> 1] ?? 0
}

/** The first and the last row of a page, where a browser printed them, in letters no larger than `most`. */
function printedBy(page: readonly Line[], most: number): Line[] {
  const rows = rowsOf(page)
  const ends = [rows[0] ?? [], rows.at(-1) ?? []]
  return ends.filter((row) => row.some((line) => line.size <= most && isPrinted(line))).flat()
}

function isPrinted({ text, hasCells }: Line): boolean {
  const match = PRINTED.exec(text)
  return match !== null && (match.groups?.rest === undefined || hasCells)
}

/** The lines at the top and at the bottom of a page that are set off from what stands between. */
function edgesOf(page: readonly Line[], pitch: number): Line[] {
  const rows = rowsOf(page)
  return [...offEdge(rows, pitch), ...offEdge(rows.reverse(), pitch)].flat()
}

/** Lines at one height, from the top down. */
function rowsOf(page: readonly Line[]): Line[][] {
  const rows: Line[][] = []
  for (const line of [...page].sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1)
    if (row?.[0] && row[0].y - line.y <= SAME_HEIGHT) row.push(line)
    else rows.push([line])
  }
  return rows
}

/** The rows before the first that is set off from the one before it, if that comes soon enough. */
function offEdge(rows: readonly Line[][], pitch: number): Line[][] {
  for (let count = 1; count <= EDGE && count < rows.length; count++) {
    const gap = Math.abs((rows[count - 1]?.[0]?.y ?? 0) - (rows[count]?.[0]?.y ?? 0))
    if (gap > pitch * SET_OFF) return rows.slice(0, count)
  }
  return []
}

/** How far a page number is from the number of its page; undefined where a line is none in figures. */
function offsetOf({ text, page }: Line): number | undefined {
  const number = PAGE_NUMBER.exec(text)?.groups?.number
  return number === undefined ? undefined : Number(number) - page
}

function offsetsOf(edges: readonly Line[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const line of edges) {
    const offset = offsetOf(line)
    if (offset !== undefined) counts.set(offset, (counts.get(offset) ?? 0) + 1)
  }
  return counts
}

function countHeads(edges: readonly Line[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of edges) counts.set(headOf(line), (counts.get(headOf(line)) ?? 0) + 1)
  return counts
}

/** A line without what changes from page to page, and about how high it stands. */
function headOf({ text, y }: Line, step = 0): string {
  return `${Math.round(y / SAME_HEIGHT) + step} ${text.replace(/\d+/g, '0').replace(/\s+/g, '')}`
}
