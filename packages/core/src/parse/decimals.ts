import type { Line } from './line.ts'

/**
 * 1.1 counts only among others of its kind: it is the first of several, or goes on from one above it. What stands
 * alone is an amount, a day or a version, and no number of a section.
 *
 *     1.1 巡查
 *     1.2 登記
 */
export function dropLonelyDecimals(lines: readonly Line[]): void {
  const decimals = lines.filter(({ marker }) => marker?.system.startsWith('decimal'))
  if (decimals.length === 0) return
  const printed = new Set(decimals.map(numberOf))
  const counted = new Set<string>()
  for (const line of decimals) {
    const number = numberOf(line)
    if (startsSeries(number, printed) || counted.has(step(number, -1))) counted.add(number)
    else line.marker = undefined
  }
}

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
