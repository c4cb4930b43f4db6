import { nextShown, type Shown } from './signs.ts'

/** Where a rich pattern is tried: only near traces of it, which a first look has found. */
interface Near {
  /** What stands before a place where a match may stand (sticky, a lookbehind); other places are passed over. */
  trace: RegExp
  /** Whether a code unit may stand between the start of a match and its trace, and how many of them at most. */
  runUp: (code: number) => boolean
  before: number
}

/**
 * Calls `see` for what `pattern` (sticky) matches near the traces of it, from left to right.
 * It is tried from the first unit before a trace from which on all are `runUp`, then from each behind that one;
 * no place is tried twice, so that it is linear in the text.
 *
 *     會議於2019年3月5日在青禾鎮召開        trace 年, run-up of digits
 *           ^   ^
 *
 * @param shown the signs of the text; traces may end
 * @param signs where one of these does
 */
export function eachNear(
  text: string,
  shown: Shown,
  signs: number,
  pattern: RegExp,
  { trace, runUp, before }: Near,
  see: (match: RegExpExecArray) => void,
): void {
  let done = 0
  for (let i = nextShown(shown, signs); i < shown.count; i = nextShown(shown, signs, i + 1)) {
    const at = (shown.ends[i] as number) - 1
    if (at < done) continue
    trace.lastIndex = at + 1
    if (!trace.test(text)) continue
    const least = Math.max(done, at - before)
    done = at + 1
    let start = at
    while (start > least && runUp(text.charCodeAt(start - 1))) start--
    for (; start <= at; start++) {
      pattern.lastIndex = start
      const match = pattern.exec(text)
      if (!match) continue
      see(match)
      done = Math.max(done, start + match[0].length)
      break
    }
  }
}
