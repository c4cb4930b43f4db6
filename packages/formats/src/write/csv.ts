/** How a cell begins that a spreadsheet runs as a formula (OWASP, CSV Injection), wide signs included. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/**
 * A row of a table (RFC 4180): a cell with a comma, a quotation mark or a line end is quoted. Where `guard` is set, a
 * text that a spreadsheet would run as a formula has an apostrophe before it; numbers stand as they are.
 */
export function csvRow(cells: readonly (string | number | null)[], guard = true): string {
  return `${cells.map((cell) => csvCell(cell, guard)).join(',')}\r\n`
}

function csvCell(cell: string | number | null, guard: boolean): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell)
  const text = guard && FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
