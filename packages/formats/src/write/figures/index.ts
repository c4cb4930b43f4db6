import type { Writer } from '../writer.ts'
import { type FigureRow, figureRows } from './rows.ts'

const COLUMNS: readonly (keyof FigureRow)[] = [
  ...(['indicator', 'value', 'unit', 'change', 'period'] as const),
  ...(['speech', 'item', 'line', 'column', 'text'] as const),
]

/** The figures of a page as a JSON array, one row a line. */
export const figures: Writer = {
  write(result) {
    const rows = figureRows(result).map((row) => JSON.stringify(row))
    return [rows.length === 0 ? '[]\n' : `[\n${rows.join(',\n')}\n]\n`]
  },
}

/** The figures of a page as a table (RFC 4180, with a header row), for a spreadsheet. */
export const figuresCsv: Writer = {
  write(result) {
    const rows = figureRows(result).map((row) => COLUMNS.map((column) => cell(row[column])))
    return [COLUMNS, ...rows].map((row) => `${row.join(',')}\r\n`)
  },
}

/** A cell; what holds a comma, a quotation mark or a line end is quoted. */
function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
