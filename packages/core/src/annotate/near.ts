/** How far around its anchor a pattern may reach, in UTF-16 units. */
interface Reach {
  before: number
  after: number
}

/** How far patterns look back before their first unit. */
const CONTEXT = 4

/** A match, and where it starts in the whole text. */
export interface NearMatch {
  match: RegExpExecArray
  start: number
}

/**
 * What `pattern` matches around what `anchor` matches: a rich pattern is tried only where a plain one found a trace of it.
 * Both are global. Never tries a place twice, so it is linear in the text.
 *
 *     會議於2019年3月5日在青禾鎮召開        anchor 年, 月
 *        ^^^^^^^^^^^^^^^^^^                 where the pattern of dates is tried
 */
export function matchNear(text: string, anchor: RegExp, pattern: RegExp, { before, after }: Reach): NearMatch[] {
  const found: NearMatch[] = []
  let done = 0
  anchor.lastIndex = 0
  for (let hit = anchor.exec(text); hit; hit = anchor.exec(text)) {
    const from = Math.max(done, hit.index - before)
    const context = Math.max(0, from - CONTEXT)
    const around = text.slice(context, hit.index + after)
    pattern.lastIndex = from - context
    done = hit.index + hit[0].length
    for (let match = pattern.exec(around); match; match = pattern.exec(around)) {
      const start = context + match.index
      if (start > hit.index) break
      found.push({ match, start })
      done = Math.max(done, start + match[0].length)
    }
    anchor.lastIndex = done
  }
  return found
}
