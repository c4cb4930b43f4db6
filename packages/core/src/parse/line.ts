import { isBlank } from '../source/blank.ts'
import { fold } from '../source/fold.ts'
import { lineStarts } from '../source/lines.ts'
import { type AddressMatch, matchAddress } from './constructs/address.ts'
import { type MarkerMatch, matchMarker } from './constructs/marker.ts'
import { isStage, STAGE_LIMIT } from './constructs/stage.ts'
import { turnLength } from './constructs/turn.ts'

/** How much of a long line is folded at either end; every rule about a line's shape looks no further. */
export const HEAD = 96
const TAIL = 40

/** One line of the page that is not blank, or a part of one where headings stand mid-line. */
export interface Line {
  /** Everything on the line that is not blank, markup included. */
  from: number
  to: number
  /** What the line says, markup left out. */
  start: number
  end: number
  /** Folded: the whole line, or its first `HEAD` units. */
  head: string
  /** Folded: the whole line, or its last units. */
  tail: string
  /** The address to listeners that the line starts with, if it does. */
  address: AddressMatch | undefined
  /** The number that the line starts with, if it does. */
  marker: MarkerMatch | undefined
  /** Units of the turn label that the line of a script starts with, 0 where there is none. */
  turn: number
  /** Whether the line is nothing but a stage direction. */
  isStage: boolean
  /** Whether a bullet stands before the text. */
  bullet: boolean
  /** Whether the line starts in the middle of a line of the page. */
  embedded: boolean
}

/** The lines of a text that hold anything, in order. */
export function readLines(text: string): Line[] {
  const lines: Line[] = []
  const starts = lineStarts(text)
  for (let i = 0; i < starts.length; i++) addLine(text, starts[i] as number, starts[i + 1] ?? text.length, lines)
  return lines
}

function addLine(text: string, start: number, end: number, lines: Line[]): void {
  let from = start
  let to = end
  while (from < to && isBlank(text.charCodeAt(from))) from++
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--
  if (from < to) lines.push(makeLine(text, from, to))
}

/**
 * A line with its Markdown recognised.
 *
 *     ## **一、提高認識**
 *     ^    ^       ^ ^     from, start, end, to
 */
export function makeLine(text: string, from: number, to: number, embedded = false): Line {
  let start = from
  let end = to
  let bullet = false
  const first = text.charCodeAt(from)
  if (MARKUP_STARTS.has(first)) {
    const [mark = ''] = /^(?:#{1,6}(?=[^#])|>+|[-*•●○■◆▪·](?=\s|[^-*\s]))\s*/.exec(text.slice(from, from + 12)) ?? []
    if (mark && !/^\*\*/.test(text.slice(from, from + 2)) && from + mark.length < to) {
      start += mark.length
      bullet = !/^[#>]/.test(mark)
    }
    if (text.startsWith('**', start) && text.endsWith('**', to) && to - start > 4) {
      const inner = text.indexOf('**', start + 2)
      if (inner === to - 2) {
        start += 2
        end -= 2
      }
    }
  }
  const length = end - start
  const head = fold(text, start, start + Math.min(length, HEAD))
  const tail = length <= HEAD ? head : fold(text, end - TAIL, end)
  return {
    from,
    to,
    start,
    end,
    head,
    tail,
    address: matchAddress(head),
    marker: matchMarker(head),
    turn: turnLength(head),
    isStage: length <= STAGE_LIMIT && isStage(head),
    bullet,
    embedded,
  }
}

const MARKUP_STARTS = new Set([...'#>-*•●○■◆▪·'].map((char) => char.charCodeAt(0)))

/** How many units the line's text has. */
export function lengthOf(line: Line): number {
  return line.end - line.start
}

/** Where the blanks before `end` start: part of a line ends there when the line is split at `end`. */
export function trimBack(text: string, end: number): number {
  let at = end
  while (text[at - 1] === ' ' || text[at - 1] === '\u3000') at--
  return at
}
