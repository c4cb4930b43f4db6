import { matchAddress } from '../constructs/address.ts'
import { HEAD } from '../line.ts'

/** What stands before the first address on a page of one line has at most so many units. */
const LEAD = 240

/** The value of a field before the address has at most so many units. */
const NAME = 12

const LEAD_FIELD =
  /(?<=[ ^])(?:(?:发布|更新|上传|发表)?(?:时间|日期)|来源|作者|编辑|小编|责编|浏览|阅读|点击|字数)(?:次数|量|数)?:|(?<= )[\d.,]+[万wk]?\+?(?:次|人)?(?:阅读|浏览|看过)(?= )|(?<= )\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}|\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d{2}/

/** 首頁 > 演講稿 > 敬業 */
const CRUMBS = /^[^。!?]{0,60}(?:[>»›] ?)[^ >»›。!?]{1,16}(?= )/

/**
 * The site's trail, the title and the header lines that stand before the first address.
 *
 *     首頁 > 演講稿 > 敬業 一盞礦燈 時間:2018-05-04 來源:礦工報 各位工友:大家好!
 *                          ^        ^                          ^
 */
export function splitLead(folded: string, borders: Set<number>): void {
  const early = [...borders].filter((at) => at <= LEAD && matchAddress(folded.slice(at, at + HEAD)) !== undefined)
  const [first = Number.POSITIVE_INFINITY] = early.sort((a, b) => a - b)
  // 作者:小禾 老師們: — the name before the address is the last field's value.
  const end = early.filter((at) => at <= first + NAME && !/[,。!?、]/.test(folded.slice(first, at))).at(-1) ?? first
  if (end > LEAD) return
  const lead = folded.slice(0, end)
  const field = LEAD_FIELD.exec(lead)?.index
  if (field === undefined) return
  for (const at of borders) if (at < end) borders.delete(at)
  borders.add(field)
  const trail = CRUMBS.exec(lead.slice(0, field))?.[0].length
  if (trail !== undefined && trail + 1 < field) borders.add(trail + 1)
}
