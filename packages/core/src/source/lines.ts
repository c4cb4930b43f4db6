import type { Point, Position } from '../schema/position.ts'
import { firstAtLeast } from './search.ts'

const LF = 10
const CR = 13

/**
 * Where the lines of `text` start, as UTF-16 offsets; a line ends at LF, CRLF or a lone CR.
 *
 *     a CR LF b LF
 *     ^       ^    ^   [0, 3, 5]
 */
export function lineStarts(text: string): number[] {
  const starts = [0]
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
    return starts
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) starts.push(at + 1)
  }
  return starts
}

/** Turns offsets of one text into lines and columns, and back. */
export interface Locator {
  /** The point at a UTF-16 offset; offsets outside the text are moved to its nearer end. */
  toPoint(offset: number): Point
  /** The position of the code units from `start` up to `end`. */
  toPosition(start: number, end: number): Position
  /** The offset of a line and column, both from 1; undefined where the text has no such place. */
  toOffset(point: { line: number; column: number }): number | undefined
}

/** A locator for `text`. Neighbouring look-ups are quick: it starts where it last was. */
export function createLocator(text: string): Locator {
  const starts = lineStarts(text)
  const { length } = text
  let line = 0
  /** Where the line looked up last starts, and the one behind it. */
  let start = 0
  let next = starts[1] ?? length + 1

  function toPoint(offset: number): Point {
    const at = Math.min(Math.max(offset, 0), length)
    if (at < start || at >= next) goTo(at)
    return { line: line + 1, column: at - start + 1, offset: at }
  }

  function goTo(at: number): void {
    line = firstAtLeast(starts, starts.length, at + 1, line + 1) - 1
    start = starts[line] as number
    next = starts[line + 1] ?? length + 1
  }

  return {
    toPoint,
    toPosition: (start, end) => ({ start: toPoint(start), end: toPoint(end) }),
    toOffset({ line, column }) {
      const start = starts[line - 1]
      if (start === undefined || column < 1) return undefined
      const end = starts[line] ?? text.length + 1
      return start + column - 1 < end ? start + column - 1 : undefined
    },
  }
}
