import type { Noise } from '../../schema/phrasing.ts'
import { LETTERS } from '../letters.ts'
import { type Line, lengthOf } from '../line.ts'

/** A site's name with what it offers has at most so many units. */
const LIMIT = 24
/** Words of a site that offers texts; a speaker may say them once. */
const OFFERS = /(?:文库|范文|文稿|稿子|文秘|写作|课件|素材|文案)[^。!?]{0,8}$|(?:网|之家|学习吧)$/

/**
 * A site that prints its name between the paragraphs of a speech prints it more than once.
 *
 *     稿子鋪,機關文稿學習文庫
 *     年味還沒有散盡,…
 *     稿子鋪,機關文稿學習文庫
 */
export function findWatermarks(lines: readonly Line[], noise: Map<Line, Noise['kind']>): void {
  const printed = new Map<string, Line[]>()
  for (const line of lines) {
    if (lengthOf(line) > LIMIT || line.lastHolds & LETTERS.clauseEnd || line.marker || noise.has(line)) continue
    if (!OFFERS.test(line.head)) continue
    const same = printed.get(line.head)
    if (same) same.push(line)
    else printed.set(line.head, [line])
  }
  for (const same of printed.values()) if (same.length > 1) for (const line of same) noise.set(line, 'footer')
}
