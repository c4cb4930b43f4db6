import { LETTERS } from './letters.ts'
import type { Line } from './line.ts'

/**
 * 1.1 counts only among others of its kind: it is the first of several or of its chapter, or goes on from one above it.
 * What stands alone is an amount, a day or a version, and no number of a section.
 *
 *     1. 巡查
 *     1.1 白天的巡查
 *     1.2 夜間的巡查
 */
export function dropLonelyDecimals(lines: readonly Line[]): void {
  const decimals = lines.filter(isDecimal)
  if (decimals.length === 0) return
  const printed = new Set(decimals.map(numberOf))
  const counted = new Set<string>()
  let chapter: number | undefined
  for (const line of lines) {
    if (line.marker?.system === 'arabic') chapter = line.marker.ordinal
    if (!isDecimal(line)) continue
    const number = numberOf(line)
    const opens = number === `${chapter}.1` || startsSeries(number, printed)
    if (opens || counted.has(step(number, -1))) counted.add(number)
    else line.marker = undefined
  }
}

function isDecimal({ marker }: Line): boolean {
  return marker?.system.startsWith('decimal') ?? false
}

/** 1.1 above 1.2, or above 1.1.1 */
function startsSeries(number: string, printed: ReadonlySet<string>): boolean {
  return number.endsWith('.1') && (printed.has(step(number, 1)) || printed.has(`${number}.1`))
}

/** Its neighbour: 1.3 of 1.2 */
function step(number: string, by: number): string {
  const border = number.lastIndexOf('.') + 1
  return `${number.slice(0, border)}${Number(number.slice(border)) + by}`
}

/** 1.2.1 without what stands behind it. */
function numberOf({ head }: Line): string {
  return /^[\d.]*\d/.exec(head)?.[0] ?? ''
}

/**
 * A number before an amount looks like a part of it; between its neighbours it counts.
 *
 *     2.手機靜音;
 *     3.80分以下不發證;
 *     4.不得外出。
 */
export function countBeforeAmounts(lines: readonly Line[]): void {
  for (let at = 1; at + 1 < lines.length; at++) {
    const line = lines[at] as Line
    if (!(line.firstHolds & LETTERS.digit) || line.marker) continue
    const ordinal = Number(AMOUNT.exec(line.head)?.[1])
    const [above, below] = [lines[at - 1]?.marker, lines[at + 1]?.marker]
    if (above?.system !== 'arabic' || above.ordinal !== ordinal - 1) continue
    if (below?.system === 'arabic' && below.ordinal === ordinal + 1) line.marker = { ...above, ordinal }
  }
}

/** Of one digit, as its neighbours above are: the mark behind them stands at the same place. */
const AMOUNT = /^([2-9])\.\d/
