import type { Rows } from '../../source/rows.ts'
import { columns, columnsOf, NARROWEST, WIDEST } from './gauge.ts'

/** So many rows show a width, and so large a share of those that break off in a sentence. */
const FEWEST = 5
const SHARE = 0.75
/** Rows of one width differ by so many columns: a mark that hangs out, a number that takes half the room. */
const SLACK = 3
/** The first row of a paragraph may have lost its indent of so many columns. */
const INDENT = 4
/** Behind these, a blank may part two paragraphs. */
const TERMINAL = '。！？：!?:”）)'

/**
 * Where blanks stand for the ends of lines that were wrapped at a fixed width, in order: inside of sentences, at one
 * distance from each other and from the heads of their paragraphs.
 *
 *     今天召开全县耕 地保护工作会议,主要 任务是贯彻全省、 全市会议精神。
 *                   ^                 ^                 ^
 */
export function blankEnds(text: string, lines: Rows): number[] {
  const pieces = piecesOf(text, lines)
  const broken = pieces.filter(({ isTerminal }) => !isTerminal)
  const width = broken.length < FEWEST ? 0 : commonest(broken)
  if (width === 0) return []
  const isRow = ({ opens, taken }: Piece) => isFull(taken, width) || (opens && isFull(taken + INDENT, width))
  const rows = broken.filter(isRow)
  if (rows.length < FEWEST || rows.length < broken.length * SHARE) return []
  // A blank of the page's own in a row leaves a shorter piece behind itself; a row begins behind that one all the same.
  const beginsRow = (piece: Piece | undefined) => piece !== undefined && !piece.opens && isFull(piece.taken, width)
  return pieces
    .filter((piece, i) => !piece.isTerminal && (isRow(piece) || beginsRow(pieces[i + 1])))
    .map(({ end }) => end)
}

/** What stands on a line up to a blank, from its head or from the blank before. */
interface Piece {
  /** Whether it stands at the head of its line, or behind the end of a sentence. */
  opens: boolean
  /** The offset of the blank, and whether it stands behind the end of a sentence itself. */
  end: number
  isTerminal: boolean
  /** How many columns it takes. */
  taken: number
}

/** The pieces of lines between single blanks inside of Chinese text; what stands behind the last blank is none. */
function piecesOf(text: string, { starts, ends }: Rows): Piece[] {
  const pieces: Piece[] = []
  // One walk for all rows: where blanks are rare, to look for the next one from every row on would not be linear.
  let at = text.indexOf(' ')
  for (let row = 0; row < starts.length && at !== -1; row++) {
    const start = starts[row] as number
    const end = ends[row] as number
    let from = start
    let opens = true
    if (at < start) at = text.indexOf(' ', start)
    for (; at !== -1 && at < end; at = text.indexOf(' ', at + 1)) {
      if (!isWide(text, at - 1) && !isWide(text, at + 1)) continue
      const isTerminal = TERMINAL.includes(text.charAt(at - 1))
      pieces.push({ opens, end: at, isTerminal, taken: columnsOf(text, from, at, columns) })
      from = at + 1
      opens = isTerminal
    }
  }
  return pieces
}

function isWide(text: string, at: number): boolean {
  return text.charCodeAt(at) >= 0x3000
}

function isFull(taken: number, width: number): boolean {
  return Math.abs(taken - width) <= SLACK
}

/** The width that most pieces have, near enough, 0 without one; those that open a paragraph may be narrower. */
function commonest(pieces: readonly Piece[]): number {
  const counts = new Uint32Array(WIDEST + SLACK + 1)
  for (const { opens, taken } of pieces) if (!opens && taken <= WIDEST) counts[taken] = (counts[taken] as number) + 1
  let best = 0
  let most = 0
  for (let width = NARROWEST; width <= WIDEST; width++) {
    let near = 0
    for (let other = width - SLACK; other <= width + SLACK; other++) near += counts[other] as number
    if (near > most) [best, most] = [width, near]
  }
  return best
}
