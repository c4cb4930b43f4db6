/** |:---|---:| below the head of a table (GFM, 4.10). */
const DELIMITERS = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t\r]*$/

/** Whether `line` is the row that makes a table of the line before it: one cell for each of that. */
export function makesTable(line: string, head: string): boolean {
  if (!head.includes('|') || !line.includes('-') || !DELIMITERS.test(line)) return false
  return cellsOf(line).length === cellsOf(head).length
}

/** A cell of a row: what stands between two lines, without blanks around it; and where in the row. */
export interface Cell {
  text: string
  offset: number
}

/** The cells of a row; a line with a backslash before it is text. */
export function cellsOf(row: string): Cell[] {
  const cells: Cell[] = []
  let start = 0
  const add = (end: number) => {
    const cell = row.slice(start, end)
    cells.push({ text: cell.trim(), offset: start + cell.length - cell.trimStart().length })
    start = end + 1
  }
  for (let at = 0; at < row.length; at++) {
    if (row[at] === '\\') at++
    else if (row[at] === '|') add(at)
  }
  add(row.length)
  const isOpen = cells[0]?.text !== ''
  const isClosed = cells.at(-1)?.text === ''
  return cells.slice(isOpen ? 0 : 1, isClosed ? -1 : undefined)
}
