import { makesTable } from './tables.ts'

/**
 * Markdown is taken apart before it is parsed: the parser's work grows with the square of a list's length, and a page of
 * links is one list. A piece begins where nothing of what stands before it reaches: at each point of a list that is not
 * indented, and behind an empty line. Fenced code, comments and HTML that may hold empty lines stay whole.
 */

/** A point of a list that is not in another one. */
const POINT = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/
const INDENTED = /^(?: {2,}|\t)/
const FENCE = /^ {0,3}(`{3,}|~{3,})/
const BLANK = /^[ \t\r]*$/
/** What ends a table besides an empty line. */
const OTHER_BLOCK = /^ {0,3}(?:#{1,6}[ \t]|>|`{3,}|~{3,}|[-*+][ \t]|\d{1,9}[.)][ \t])/

/** HTML that goes on over empty lines, and where it ends (CommonMark 0.31, 4.6). */
const RAW: readonly [begin: RegExp, end: RegExp][] = [
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
]

/** No point of a list is longer, in lines; what goes on is read as if it began there. */
const LONGEST = 100

/** A part of a file that is parsed by itself, by its offsets. */
export interface Piece {
  start: number
  end: number
  isTable: boolean
}

/** The pieces of a file, one behind the other. */
export function piecesOf(markdown: string): Piece[] {
  const pieces: Piece[] = [{ start: 0, end: 0, isTable: false }]
  let lines = 0
  let wasBlank = false
  let before = { line: '', start: 0 }
  /** What ends the code or HTML that is open. */
  let end: RegExp | undefined
  let next = 0
  const begin = (start: number, isTable = false) => {
    const last = pieces.at(-1) as Piece
    last.end = start
    if (start === last.start) last.isTable = isTable
    else pieces.push({ start, end: start, isTable })
  }
  for (let at = 0; at < markdown.length; at = next) {
    const lineEnd = markdown.indexOf('\n', at)
    next = lineEnd === -1 ? markdown.length : lineEnd + 1
    const line = markdown.slice(at, lineEnd === -1 ? next : lineEnd)
    if (end) {
      if (end.test(line)) end = undefined
      continue
    }
    const isInTable = pieces.at(-1)?.isTable === true
    if (isInTable ? BLANK.test(line) || OTHER_BLOCK.test(line) : begins(line, wasBlank, lines)) {
      begin(at)
      lines = 0
    } else if (!isInTable && makesTable(line, before.line)) begin(before.start, true)
    if (isNested(line) || lines > 0) lines++
    wasBlank = BLANK.test(line)
    before = { line, start: at }
    end = endOf(line)
  }
  const last = pieces.at(-1) as Piece
  last.end = markdown.length
  return pieces
}

function begins(line: string, isAfterBlank: boolean, lines: number): boolean {
  if (POINT.test(line)) return true
  return (isAfterBlank && !INDENTED.test(line)) || lines >= LONGEST
}

/** Whether a line may belong to a list or quotation; mere text is no work. */
function isNested(line: string): boolean {
  return POINT.test(line) || INDENTED.test(line) || line.startsWith('>')
}

/** What ends the code or HTML that a line begins; undefined where it begins none, or ends it too. */
function endOf(line: string): RegExp | undefined {
  const fence = FENCE.exec(line)?.[1]
  if (fence) return new RegExp(`^ {0,3}${fence[0]}{${fence.length},}[ \\t\\r]*$`)
  const raw = RAW.find(([begin]) => begin.test(line))
  return raw && !raw[1].test(line) ? raw[1] : undefined
}
