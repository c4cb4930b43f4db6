import type { Noise } from '../../schema/phrasing.ts'
import { startsWithGreeting } from '../constructs/address.ts'
import { isHeaderLine } from '../constructs/field.ts'
import { isSiteProse } from '../constructs/site-prose.ts'
import { endsInGenre, isTitleLike } from '../constructs/title.ts'
import { type Line, lengthOf } from '../line.ts'
import { addresses } from './front-line.ts'

/** So many lines from the top, a slogan may stand above the title, and the title so many lines below it. */
const SLOGANS = 2

const TITLE_BELOW = 2

/**
 * A sentence above the title is no speaker's.
 *
 *     好雨知時節,好稿找松針!
 *     春耕動員講話
 */
export function findSlogans(lines: readonly Line[], noise: Map<Line, Noise['kind']>, stem: string | undefined): void {
  for (let i = 0; i < Math.min(SLOGANS, lines.length); i++) {
    const line = lines[i] as Line
    if (noise.has(line)) continue
    const { head } = line
    if (lengthOf(line) > SLOGAN_LIMIT || line.marker || line.turn > 0 || addresses(line) || startsWithGreeting(head))
      return
    if (isTitleLike(head, lengthOf(line)) || isHeaderLine(head) || (isSiteProse(head) && !PRAISES_SITE.test(head)))
      return
    // What tells of the pieces below ends as a statement does.
    if (stem !== undefined && !/[!?]$/.test(head)) return
    const isTitle = (below: Line) =>
      !addresses(below) &&
      !noise.has(below) &&
      isTitleLike(below.head, lengthOf(below)) &&
      (endsInGenre(below.head.replace(/(?:大全|集锦|汇[编总]|精选|合集)$/, '')) || below.head === stem)
    const below = lines.slice(i + 1, i + SLOGANS + TITLE_BELOW).filter((line) => !noise.has(line))
    if (!below.some(isTitle)) return
    noise.set(line, /[一-龥]/.test(head) ? 'advertisement' : 'navigation')
  }
}

/** 寫好開場白——滿座祝酒網,兩百萬人都在用的祝酒詞寶庫! — what a site says of itself is no preface. */
const PRAISES_SITE =
  /^(?!.*(?:参考|整理|收集|欢迎|借鉴)).*(?:网|文库|平台|之家)(?=.*(?:在用|宝库|首选|神器|上[百千万亿]|[百千万亿][^。!?]{0,4}人|助手|帮手|第一|最[大全])).*!$/

/** A slogan above the title has at most so many units. */
export const SLOGAN_LIMIT = 48
