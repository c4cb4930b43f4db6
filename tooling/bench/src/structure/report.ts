import { elements, type Thing } from './elements.ts'
import type { Page } from './pages.ts'
import { type Comparison, type Count, f1, micro, precision, recall, type Score, sum } from './score.ts'
import { lineAt } from './source-line.ts'

/** What was measured on one page. */
export interface Reading {
  page: Page
  comparison: Comparison
  /** Whether the tree is the gold one in everything, nesting included. */
  whole: boolean
}

/** The figures of a set of pages, as a table. */
export function figures(title: string, readings: Reading[]): string {
  const score = sum(readings.map(({ comparison }) => comparison.score))
  const whole = readings.filter(({ whole }) => whole).length
  return [
    `${title}: ${readings.length} pages, ${whole} read without any difference`,
    row('', 'precision', 'recall', 'F1', 'found', 'missing', 'extra'),
    ...elements.map((element) => figureRow(element, score)),
    countRow('all (micro)', micro(score)),
    '',
  ].join('\n')
}

/** The pages of a set, the worst first, with their micro F1. */
export function ranking(readings: Reading[]): string {
  const rows = readings.map(({ page, comparison }) => ({ name: page.name, count: micro(comparison.score) }))
  rows.sort((a, b) => f1(a.count) - f1(b.count))
  return rows.map(({ name, count }) => `${f1(count).toFixed(3)}  -${count.missing} +${count.extra}  ${name}`).join('\n')
}

/** What a page misses and what it has too much of, by place on the page. */
export function differences({ page, comparison, whole }: Reading): string {
  const missing = comparison.missing.map((thing) => differenceLine('-', thing, page.source))
  const extra = comparison.extra.map((thing) => differenceLine('+', thing, page.source))
  const lines = [...missing, ...extra].sort((a, b) => a.number - b.number)
  const verdict = whole ? 'no difference' : `- missing, + extra${lines.length === 0 ? ': only nesting differs' : ''}`
  return [`${page.name}: ${verdict}`, ...lines.map(({ words }) => words), ''].join('\n')
}

function differenceLine(sign: string, { line, offset }: Thing, source: string): { number: number; words: string } {
  const number = offset === undefined ? 0 : lineAt(source, offset).number
  const shown = line.length > 100 ? `${line.slice(0, 60)} … ${line.slice(-30)}` : line
  return { number, words: `  ${sign} ${number === 0 ? '   -' : String(number).padStart(4)}  ${shown}` }
}

function figureRow(element: (typeof elements)[number], score: Score): string {
  return countRow(element, score.get(element) ?? { found: 0, missing: 0, extra: 0 })
}

function countRow(name: string, count: Count): string {
  const shares = [precision(count), recall(count), f1(count)].map((share) => share.toFixed(3))
  const counts = [count.found, count.missing, count.extra].map(String)
  return row(name, ...shares, ...counts)
}

function row(name: string, ...cells: string[]): string {
  return name.padEnd(16) + cells.map((cell) => cell.padStart(10)).join('')
}
