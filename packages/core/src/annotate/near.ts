/**
 * What `pattern` (sticky) matches where `anchor` (global) finds a trace of it: a rich pattern is tried only there.
 * It is tried from the first unit before the anchor from which on all are in `runUp`, then from each behind that one;
 * no place is tried twice, so that it is linear in the text.
 *
 *     會議於2019年3月5日在青禾鎮召開        anchor 年, run-up of digits
 *           ^   ^
 *
 * @param before how many units before the anchor a match may start
 */
export function matchNear(
  text: string,
  anchor: RegExp,
  pattern: RegExp,
  { runUp, before }: { runUp: ReadonlySet<string>; before: number },
): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  let done = 0
  anchor.lastIndex = 0
  for (let hit = anchor.exec(text); hit; hit = anchor.exec(text)) {
    const at = hit.index
    const least = Math.max(done, at - before)
    done = at + 1
    let start = at
    while (start > least && runUp.has(text.charAt(start - 1))) start--
    for (; start <= at; start++) {
      pattern.lastIndex = start
      const match = pattern.exec(text)
      if (!match) continue
      found.push(match)
      done = Math.max(done, start + match[0].length)
      break
    }
    anchor.lastIndex = done
  }
  return found
}
