import type { Noise } from '../../schema/phrasing.ts'
import { startsWithGreeting } from '../constructs/address.ts'
import { isByline } from '../constructs/byline.ts'
import { isHeaderLine } from '../constructs/field.ts'
import { matchSiteLine } from '../constructs/site-line.ts'
import { isSiteProse } from '../constructs/site-prose.ts'
import { namesGenre } from '../constructs/title.ts'
import { type Line, lengthOf } from '../line.ts'
import { addresses, FRONT, FRONT_LINE } from './front-line.ts'

/**
 * The first line of a page without a title is one, called out or asked, dated or with a column beside it, where who
 * speaks or whom one addresses stands below.
 *
 *     加油,少年!
 *     ——高三百日誓師講話
 */
export function findAnyTitle(lines: readonly Line[], noise: Map<Line, Noise['kind']>): Line | undefined {
  const isBesideColumn = ({ head }: Line) => COLUMNED.test(head) && namesGenre(head)
  const at = lines
    .slice(0, FRONT)
    .findIndex((line) => /[一-龥]/.test(line.head) && (!noise.has(line) || isBesideColumn(line)))
  const [line, next, below] = lines.slice(Math.max(0, at), at + 3)
  if (!line || !next || lengthOf(line) > FRONT_LINE || line.turn > 0 || addresses(line)) return undefined
  const { head } = line
  const kind = noise.get(line)
  if (kind ? kind !== 'navigation' || !isBesideColumn(line) : !CALLED.test(head)) return undefined
  if (startsWithGreeting(head) || isSiteProse(head) || matchSiteLine(head) || /[你您]|大家|各位|同学/.test(head))
    return undefined
  const isHead = addresses(next) || isByline(next.head, lengthOf(next)) || isHeaderLine(next.head)
  if (!isHead && !(below && addresses(below))) return undefined
  noise.delete(line)
  return line
}

const CALLED =
  /^[^。]+[!?]$|^[^。:]{6,}(?:[稿词][:。]|(?:讲话|发言|演讲|致辞)。)$|^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[一-龥]+(?:讲话|致[辞词]|发言|演讲|主持词)/

const COLUMNED = /^[^|]{4,16} ?\| ?[^|]{2,16}$/
