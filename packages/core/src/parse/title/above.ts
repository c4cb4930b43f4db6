import type { Noise } from '../../schema/phrasing.ts'
import { isByline } from '../constructs/byline.ts'
import { isHeaderLine } from '../constructs/field.ts'
import { matchNoise } from '../constructs/noise.ts'
import { isTagRow } from '../constructs/related.ts'
import { endsInGenre, isGenre, isSiteName, isTitleLike, namesGenre } from '../constructs/title.ts'
import { type Line, lengthOf } from '../line.ts'
import { COLUMN, FRONT } from './front-line.ts'

/** 柳灣鎮人民政府 — whose speech it is stands above its title. */
export const OFFICE =
  /^[^ 的]{2,16}(?:政府|委员会|[市县区镇乡总团村校]委|[局厅院处校部]|公司|集团|中心|工会|协会|[中小大]学)$/

/** 菱角塘社區發展協會 — whose page it is stands above the title, too. */
export function isOrganization(head: string): boolean {
  return (
    head.length <= 20 &&
    /(?:政府|委员会|办事处|[协学商公校工行联妇]会|联合会|校友会|促进会|基金会|同乡会|家长会|俱乐部|公司|集团|中心|医院|[小中大]学|学校|学院|书院|幼儿园|图书馆|博物馆|文化馆|合作社|研究[会所院]|联盟|总站|[局厅])$/.test(
      head,
    ) &&
    !/[的在“《,]|关于|大会$/.test(head)
  )
}

/** 葦塘縣水利工作會議 */
const EVENT = /^[^ ]{4,}(?:[会式礼节]议?|论坛)$/

/**
 * Whether a title goes on in the line below: its genre, its last character, or the second of two phrases above the
 * dash that says where it was given.
 *
 *     葦塘縣人民代表大會常務委員會        凝心聚力 真抓實幹
 *     工作報告                            奮力開創治水新局面
 *                                         ——在全縣水利工作會議上的講話
 */
export function goesOnBelow(lines: readonly Line[], line: Line): boolean {
  const at = lines.indexOf(line)
  const next = lines[at + 1]
  if (!next || endsInGenre(line.head)) return false
  const said = line.head + next.head
  if (lengthOf(next) <= 2) return endsInGenre(said)
  if ((OFFICE.test(line.head) || EVENT.test(line.head)) && isGenre(next.head.replaceAll(' ', ''))) return true
  return (
    /^——?在/.test(lines[at + 2]?.head ?? '') &&
    [line, next].every(({ head, start, end }) => end - start > COLUMN && isTitleLike(head, end - start)) &&
    !namesGenre(said) &&
    ![line, next].some(({ head }) => isSiteName(head) || isHeaderLine(head) || isByline(head, head.length))
  )
}

/**
 * The line above the title, where it is the title's beginning: one that cannot end, or words that the speech says in
 * one piece with those below.
 *
 *     青溪縣第九屆人民代表大會        在柳灣鎮安全生產
 *     第二次會議閉幕詞                工作會議上的講話
 */
export function findTitleAbove(lines: readonly Line[], title: Line, noise: Map<Line, Noise['kind']>): Line | undefined {
  const at = lines.indexOf(title)
  const above = lines[at - 1]
  if (!above || (noise.get(above) ?? 'navigation') !== 'navigation' || matchNoise(above.head) || isTagRow(above.head))
    return undefined
  if (lengthOf(above) < COLUMN || !isTitleLike(above.head, lengthOf(above)) || endsInGenre(above.head)) return undefined
  const opens = /^(?:在|关于)/
  const said = above.head + title.head.slice(0, 4)
  const isTorn =
    goesOnBelow(lines, above) ||
    (opens.test(above.head) && !/[上中里下时间后前内外]$/.test(above.head) && !opens.test(title.head)) ||
    /[届年]度?$/.test(above.head) ||
    title.head.startsWith('的') ||
    (/会议?$/.test(above.head) && /^第.{1,3}[次届]/.test(title.head)) ||
    lines.slice(at + 1, at + FRONT).some(({ head }) => head.includes(said))
  if (!isTorn) return undefined
  noise.delete(above)
  return above
}
