import { matchAddress } from '../constructs/address.ts'
import { endsInGenre } from '../constructs/title.ts'
import { HEAD } from '../line.ts'

/** What stands before the first address on a page of one line has at most so many units. */
const LEAD = 240

/** The value of a field before the address has at most so many units. */
const NAME = 12

const LEAD_FIELD =
  /(?<=[ ^])(?:(?:发布|更新|上传|发表)?(?:时间|日期)|来源|作者|编辑|小编|责编|浏览|阅读|点击|字数)(?:次数|量|数)?:|(?<= )[\d.,]+[万wk]?\+?(?:次|人)?(?:阅读|浏览|看过)(?= )|(?<= )\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}|\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d{2}/

/** 首頁 > 演講稿 > 敬業 */
const CRUMBS = /^[^。!?]{0,60}(?:[>»›] ?)[^ >»›。!?]{1,16}(?= )/

/** 首頁>發言稿>正文 護士節發言稿    2021-03-05 此文共2980字 */
const OPENS_LEAD =
  /^(?:(?:网站)?[首主]页|[您你]?的?(?:当前|现在|所在)|(?:发布|更新)?(?:时间|日期) ?:|来源:|作者:|\d{4}-\d{1,2}-\d{1,2})/

/** The site's prose in front of the first speech starts within so many units. */
const PROSE = 200

/**
 * The site's trail, the title, the header lines and the prose that stand before the first address or heading.
 *
 *     首頁 > 演講稿 > 敬業 一盞礦燈 時間:2018-05-04 來源:礦工報 各位工友:大家好!
 *                          ^        ^                          ^
 */
export function splitLead(folded: string, borders: Set<number>): void {
  const early = [...borders].filter((at) => at <= LEAD && matchAddress(folded.slice(at, at + HEAD)) !== undefined)
  const [first = Number.POSITIVE_INFINITY] = early.sort((a, b) => a - b)
  // 作者:小禾 老師們: — the name before the address is the last field's value.
  const end = early.filter((at) => at <= first + NAME && !/[,。!?、]/.test(folded.slice(first, at))).at(-1) ?? first
  const prose = proseStart(folded)
  if (prose > 0 && prose < end) splitHeader(folded.slice(0, prose), borders)
  else if (end <= LEAD) splitHeader(folded.slice(0, end), borders)
}

/** Where a site's prose starts behind its trail and its fields, the first clause behind a blank; 0 where none does. */
function proseStart(folded: string): number {
  if (!OPENS_LEAD.test(folded)) return 0
  const prose = /(?<= )[^ ,。!?:>]{6,},|(?<= )[^ ,:>]{12,}[。!?]/.exec(folded.slice(0, PROSE))
  return prose?.index ?? 0
}

function splitHeader(lead: string, borders: Set<number>): void {
  const field = /^(?:发布)?(?:时间|日期|来源|作者) ?:|^\d{4}-/.test(lead) ? 0 : LEAD_FIELD.exec(lead)?.index
  if (field === undefined) return
  for (const at of borders) if (at < lead.length) borders.delete(at)
  borders.add(field).add(lead.length)
  const header = lead.slice(0, field)
  const trail = CRUMBS.exec(header)?.[0].length
  if (trail === undefined) return
  // 首頁 > 講話稿 > 消防講話稿(6篇) 時間: — the last step is the title.
  const step = header.search(/[^>»› ][^>»›]*$/)
  if (trail + 1 < field) borders.add(trail + 1)
  else if (step > 0 && endsInGenre(header.slice(step).trimEnd())) borders.add(step)
}
