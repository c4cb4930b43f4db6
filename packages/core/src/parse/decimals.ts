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
