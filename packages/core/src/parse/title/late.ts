import type { Noise } from '../../schema/phrasing.ts'
import { isHeaderLine } from '../constructs/field.ts'
import { matchSiteLine } from '../constructs/site-line.ts'
import { isSiteProse } from '../constructs/site-prose.ts'
import { endsInGenre, isTitleLike, sameTitle } from '../constructs/title.ts'
import { type Line, lengthOf } from '../line.ts'
import { FRONT } from './front-line.ts'
import { SLOGAN_LIMIT } from './slogans.ts'

/**
 * The title of a library's page stands right above the address; what the library says above it is no title.
 *
 *     該文檔貢獻者很忙,什麼也沒留下。
 *     婦女節座談會發言稿
 *     各位姐妹:
 */
export function findLateTitle(lines: readonly Line[], noise: Map<Line, Noise['kind']>): Line | undefined {
  const address = lines.slice(0, FRONT).findIndex((line) => line.address?.mark === ':')
  const isTitle = (line: Line | undefined) =>
    line !== undefined &&
    !noise.has(line) &&
    isTitleLike(line.head, lengthOf(line)) &&
    endsInGenre(titleCore(line.head))
  if (!isTitle(lines[address - 1])) return undefined
  const twice =
    isTitle(lines[address - 2]) &&
    sameTitle(titleCore((lines[address - 2] as Line).head), titleCore((lines[address - 1] as Line).head))
  const at = twice ? address - 2 : address - 1
  const above = lines
    .slice(0, at)
    .filter((line) => !noise.has(line) && !isHeaderLine(line.head) && !isSiteProse(line.head))
  if (above.some((line) => lengthOf(line) > SLOGAN_LIMIT || line.turn > 0 || line.marker)) return undefined
  if (!above.some(({ head }) => matchSiteLine(head))) return undefined
  for (const line of above) noise.set(line, matchSiteLine(line.head) ?? 'navigation')
  return lines[at]
}

function titleCore(head: string): string {
  return head.replace(/\.(?:docx?|pdf|txt|wps)$/i, '')
}
