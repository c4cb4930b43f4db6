import { csvRow } from '../csv.ts'
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
  write(result, { guardFormulas } = {}) {
    const rows = figureRows(result).map((row) => COLUMNS.map((column) => row[column]))
    return [csvRow(COLUMNS), ...rows.map((row) => csvRow(row, guardFormulas))]
  },
}
