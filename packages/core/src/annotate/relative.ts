/** How many years, or months, a word at the head of a date is from the day of publication. */
const YEARS: Record<string, number> = { 前年: -2, 去年: -1, 今年: 0, 本年: 0, 明年: 1, 后年: 2 }
const MONTHS: Record<string, number> = { 上个月: -1, 本月: 0, 下个月: 1 }
const HEAD = new RegExp(`^(?:${[...Object.keys(YEARS), ...Object.keys(MONTHS)].join('|')})`)

/**
 * A relative date as it would be printed in full on the day on which a page was published.
 * Undefined where nothing in it is relative, or where the page does not say its month.
 *
 *     published 2023-11-12    去年底 → 2022年底    上個月15日 → 2023年10月15日
 *
 * @param printed the date, folded
 * @param published ISO, as exact as the page says: 2023, 2023-11, 2023-11-12T08:30
 */
export function inFull(printed: string, published: string): string | undefined {
  const head = HEAD.exec(printed)?.[0]
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?/.exec(published) ?? []
  if (head === undefined || year === undefined) return undefined
  const rest = printed.slice(head.length)
  const years = YEARS[head]
  if (years !== undefined) return `${Number(year) + years}年${rest}`
  if (month === undefined) return undefined
  const months = Number(year) * 12 + Number(month) - 1 + (MONTHS[head] ?? 0)
  return `${Math.floor(months / 12)}年${(months % 12) + 1}月${rest}`
}
