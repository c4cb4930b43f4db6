import { toPrintable, widthOf } from './width.ts'

/** How many characters of a line are shown before a place, of it, and behind it. */
const BEFORE = 20
const AT = 30
const BEHIND = 20

/** A piece of a line around a place in it. */
export interface Excerpt {
  before: string
  at: string
  behind: string
}

/** What stands around `start`–`end` (UTF-16 offsets in `text`) on the line of `start`; … where the line is cut. */
export function excerpt(text: string, start: number, end: number): Excerpt {
  const from = whole(text, back(text, start, BEFORE))
  const to = whole(text, forth(text, start, Math.min(end - start, AT)))
  const last = to < Math.min(end, forth(text, to, 1)) ? to : whole(text, forth(text, to, BEHIND))
  return {
    before: (isWithinLine(text, from - 1) ? '…' : '') + toPrintable(text.slice(from, start)),
    at: toPrintable(text.slice(start, to)),
    behind: toPrintable(text.slice(to, last)) + (isWithinLine(text, last) ? '…' : ''),
  }
}

/**
 * Blanks, then carets below `at`, as wide as both are on a terminal.
 *
 *     三、抓好道路。
 *     ^^^^
 */
export function caretLine({ before, at }: Excerpt): string {
  return ' '.repeat(widthOf(before)) + '^'.repeat(Math.max(1, widthOf(at)))
}

/** The offset `most` before `offset`, or where its line begins. */
function back(text: string, offset: number, most: number): number {
  let at = offset
  while (offset - at < most && isWithinLine(text, at - 1)) at--
  return at
}

/** The offset `most` behind `offset`, or where its line ends. */
function forth(text: string, offset: number, most: number): number {
  let at = offset
  while (at - offset < most && isWithinLine(text, at)) at++
  return at
}

function isWithinLine(text: string, offset: number): boolean {
  const char = text[offset]
  return char !== undefined && char !== '\n' && char !== '\r'
}

/** `offset`, moved before a character that it would cut in two. */
function whole(text: string, offset: number): number {
  const code = text.charCodeAt(offset)
  const isTrail = code >= 0xdc00 && code <= 0xdfff
  return isTrail && offset > 0 ? offset - 1 : offset
}
