import type { Edits } from './protocol.ts'

/** A page cut into rows: restored lines, each with the stretch of source that it was made from. */
export interface Rows {
  count: number
  /** Where rows start and end in the source, line ends left out. */
  starts: Uint32Array
  ends: Uint32Array
  /** Where they start in the restored text. */
  restoredStarts: Uint32Array
  /** The first edit of each row, and one more: the number of edits. */
  firstEdits: Uint32Array
  /** The restored text. */
  restored: string
}

/** A row is never longer than this, so that a page without line ends stays light. In UTF-16 code units. */
const LONGEST_ROW = 1200

/** Cuts a page into rows. */
export function rowsOf(source: string, edits: Edits): Rows {
  const starts: number[] = []
  const ends: number[] = []
  const restoredStarts: number[] = []
  const firstEdits: number[] = []
  const pieces: string[] = []
  const { length: editCount } = edits.starts
  let edit = 0
  let rowStart = 0
  let rowEdit = 0
  let rowRestored = 0
  let restoredLength = 0
  let at = 0
  let newline = source.indexOf('\n')

  while (at < source.length) {
    const editStart = edit < editCount ? (edits.starts[edit] as number) : source.length
    if (newline !== -1 && newline < at) newline = source.indexOf('\n', at)
    const lineEnd = newline === -1 ? source.length : newline
    const tooLong = rowStart + LONGEST_ROW
    const stop = Math.min(editStart, lineEnd, Math.max(tooLong, at))
    take(source.slice(at, stop))
    at = stop
    if (at === editStart && edit < editCount) {
      take(edits.replacements[edit] as string)
      at = edits.ends[edit] as number
      edit++
    } else if (at === lineEnd && newline !== -1) {
      closeRow(at)
      take('\n')
      at++
      openRow()
    } else if (at < source.length) {
      if (isLowSurrogate(source.charCodeAt(at))) take(source.charAt(at++))
      closeRow(at)
      openRow()
    }
  }
  while (edit < editCount) take(edits.replacements[edit++] as string)
  closeRow(source.length)
  firstEdits.push(editCount)
  return {
    count: starts.length,
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    restoredStarts: Uint32Array.from(restoredStarts),
    firstEdits: Uint32Array.from(firstEdits),
    restored: pieces.join(''),
  }

  function take(text: string): void {
    pieces.push(text)
    restoredLength += text.length
  }

  function closeRow(end: number): void {
    starts.push(rowStart)
    ends.push(end)
    restoredStarts.push(rowRestored)
    firstEdits.push(rowEdit)
  }

  function openRow(): void {
    rowStart = at
    rowEdit = edit
    rowRestored = restoredLength
  }
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}

/** A stretch of a row: unchanged, or what an edit made of it. */
export interface Piece {
  /** Where it stands in the source. */
  start: number
  end: number
  /** What the source has. */
  original: string
  /** What stands there now. */
  restored: string
  /** Where `restored` starts in the restored text. */
  at: number
  /** The edit that made it; -1 where nothing was changed. */
  edit: number
}

/** The pieces of a row, in order. */
export function piecesOf(source: string, rows: Rows, edits: Edits, row: number): Piece[] {
  const pieces: Piece[] = []
  const rowEnd = rows.ends[row] as number
  let start = rows.starts[row] as number
  let at = rows.restoredStarts[row] as number
  const lastEdit = rows.firstEdits[row + 1] as number
  for (let edit = rows.firstEdits[row] as number; edit < lastEdit; edit++) {
    const editStart = edits.starts[edit] as number
    plain(editStart)
    const end = edits.ends[edit] as number
    const restored = edits.replacements[edit] as string
    pieces.push({ start, end, original: source.slice(start, end), restored, at, edit })
    start = end
    at += restored.length
  }
  plain(rowEnd)
  return pieces

  function plain(end: number): void {
    if (end <= start) return
    const text = source.slice(start, end)
    pieces.push({ start, end, original: text, restored: text, at, edit: -1 })
    at += text.length
    start = end
  }
}

/** The row that holds an offset of the source. */
export function rowAt({ starts, count }: Rows, offset: number): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
