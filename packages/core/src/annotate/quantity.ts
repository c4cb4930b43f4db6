import { parseNumeral } from '../parse/numeral.ts'
import { matchNear } from './near.ts'
import { signsOf } from './signs.ts'
import type { Annotation, Annotator, Span } from './span.ts'
import { FIGURE_UNIT, POINT_UNITS, UNIT } from './units.ts'

type Figure = Span<Extract<Annotation, { type: 'quantity' }>>

/**
 * Figures with a unit: 1346.4億元, 685案次, 40多年, 90%以上, 3-4年, 五千多名, 百分之三十.
 * `number` has 萬 and 億 multiplied out (of a range, its beginning); `measure` is the indicator before it,
 * `change` the percentage (of percentages: the points) by which it rose (+) or fell (−).
 * Ordinals, codes and Chinese numerals below a hundred that only count points (三個方面) are none.
 */
export const quantity: Annotator = {
  needs: signsOf('figure'),
  find: ({ text, folded }) => findQuantities(text, folded),
}

const ARABIC = '(?:\\d{1,3}(?:,\\d{3}){1,5}|\\d{1,15})(?:\\.\\d{1,8})?'
const ABOUT = '(?:多|余|来)?'
const TIMES = '(?:百万|千万|万亿|亿|万|千(?![米瓦克伏])|百(?!分))'
const RANGE = '(?:-|—|–|~|至|到)'
/** Behind a letter or a sign it is a code; behind ? or U+FFFD what is left of a damaged number. */
const NO_CODE = '(?<![\\dA-Za-z.第_+×?\ufffd-])'
const BOUND = '(?:以上|以下|以内|左右)?'
const HAN_DIGITS = '[零一二三四五六七八九]'
/** 三萬五千, 四點二億; 百分之一點幾 is none. */
const HAN = `[一二两三四五六七八九十][一二两三四五六七八九十百千万亿零]{0,11}(?:点${HAN_DIGITS}{1,4}[百千万亿]{0,2})?(?!点)`

/** Groups: beginning of a range, its multiple, number, multiple, unit; Chinese per cent; Chinese number, unit. */
const FIGURES = new RegExp(
  `${NO_CODE}(?:(${ARABIC})(${TIMES})?(?:%|${UNIT})?${RANGE})?(${ARABIC})${ABOUT}(${TIMES})?${ABOUT}(${UNIT})${BOUND}` +
    `|百分之(${HAN}|${ARABIC})${BOUND}` +
    `|(?<![\\d一二两三四五六七八九十百千万亿零第几数])(${HAN})${ABOUT}(${FIGURE_UNIT})${BOUND}`,
  'y',
)

/** Every figure starts with one of these. */
const ANCHOR = /\d|百分之|[一二两三四五六七八九](?:[十百千万亿]|点[零一二三四五六七八九])|十/g
const BEFORE = { runUp: new Set<string>(), before: 0 }

function findQuantities(text: string, folded: string): Span[] {
  const figures: Figure[] = []
  for (const match of matchNear(folded, ANCHOR, FIGURES, BEFORE)) {
    const figure = readFigure(text, match)
    if (figure) figures.push(figure)
  }
  for (const [i, figure] of figures.entries()) {
    const measure = findMeasure(text, folded, figure, figures[i - 1])
    if (measure) figure.annotation.measure = measure
  }
  findChanges(folded, figures)
  return figures
}

function readFigure(text: string, match: RegExpExecArray): Figure | undefined {
  const { 0: printed, index } = match
  const [, low, lowTimes, number, times, unit, perCent, han, hanUnit] = match
  const value =
    number !== undefined
      ? readArabic(low ?? number, (low !== undefined ? lowTimes : undefined) ?? times)
      : readHan(perCent ?? (han as string))
  if (value === undefined) return undefined
  if (han !== undefined && !isFigure(han, value, hanUnit as string)) return undefined
  if (printed.includes(',') && text.slice(index, index + printed.length).includes('，')) return undefined
  const name = unit ?? hanUnit ?? '%'
  if (name === '分' && /[時时點点]/.test(text.charAt(index - 1))) return undefined
  const at = perCent === undefined ? index + printed.lastIndexOf(name) : -1
  return {
    start: index,
    end: index + printed.length,
    annotation: { type: 'quantity', number: value, unit: at < 0 ? name : text.slice(at, at + name.length) },
  }
}

/** Whether Chinese numerals state a figure: 六十二起, 四點二億元; not 三名, nor 十二項 of points. */
function isFigure(han: string, value: number, unit: string): boolean {
  return /[十百千万亿]/.test(han) && (value >= FEWEST_POINTS || !POINT_UNITS.includes(unit))
}

/** So many points nobody counts up. */
const FEWEST_POINTS = 20

const EXPONENTS: Record<string, number> = { 百: 2, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 }

/** Written as a decimal with an exponent, so that 1346.4億 is exact. */
function readArabic(digits: string, times: string | undefined): number {
  return Number(`${digits.replaceAll(',', '')}e${times ? EXPONENTS[times] : 0}`)
}

/** 三萬五千, 一億二千萬; undefined where the numerals are no number. */
function readHan(numeral: string): number | undefined {
  if (/^\d/.test(numeral)) return readArabic(numeral, undefined)
  if (numeral.includes('点')) return readHanDecimal(numeral)
  const [hundredMillions, rest = ''] = numeral.includes('亿') ? numeral.split('亿', 2) : [undefined, numeral]
  const [tenThousands, ones = ''] = rest.includes('万') ? rest.split('万', 2) : [undefined, rest]
  const parts = [
    [hundredMillions, 1e8],
    [tenThousands, 1e4],
    [ones || undefined, 1],
  ] as const
  let total = 0
  for (const [part, times] of parts) {
    if (part === undefined) continue
    const value = parseNumeral(part)
    if (value === undefined) return undefined
    total += value * times
  }
  return total
}

/** 四點二億; undefined where more than one digit stands before the point. */
function readHanDecimal(numeral: string): number | undefined {
  const [, whole = '', digits = '', times] = /^(.+)点([零一二三四五六七八九]+)(.*)$/.exec(numeral) ?? []
  const value = parseNumeral(whole)
  if (value === undefined) return undefined
  return readArabic(`${value}.${[...digits].map((digit) => parseNumeral(digit)).join('')}`, times || undefined)
}

/** How far before a figure its indicator can begin. */
const MEASURE_REACH = 24
const INDICATOR =
  /(?:总值|增加值|收入|支出|投资|投资额|总额|产值|产量|面积|余额|存款|贷款|利润|税收|税金|人口|销售额|营业额|成交额|出口额|进出口|工资|成本|率|指数|人数|数量|总数|总量|里程|用电量|销量|补贴|收益|营收|库容|比重)$/
/** What stands between an indicator and its figure. */
const LINK =
  /(?:分别|已经|已|将|均|约|近|共|共计|总计|累计|达到|达|到|为|是|有|突破|超过|超|完成|实现|增至|增加到|提高到|保持在|占|由|从|了)+$/
/** What stands before an indicator and is no part of its name. */
const LEAD =
  /^.*(?:完成|实现|预计|其中|全年|[全我][市县省镇村乡校国区厂社局队院州]|上半年|下半年|今年|去年|年|月|使|让|发放|发出|筹集|募集|节约|节省|投入|拨付|争取|新增|我们的?|了|的(?=.{3}))/

/** The indicator that a figure gives the value of: 固定資產投資 in 全市完成固定資產投資811.6億元. */
function findMeasure(
  text: string,
  folded: string,
  { start }: Figure,
  previous: Figure | undefined,
): string | undefined {
  const least = Math.max(start - MEASURE_REACH, previous?.end ?? 0)
  let from = start
  while (from > least && !',。;:!?、()“”《》和'.includes(folded.charAt(from - 1))) from--
  const before = folded.slice(from, start).replace(LINK, '')
  if (!INDICATOR.test(before)) return undefined
  const end = from + before.length
  from += LEAD.exec(before)?.[0].length ?? 0
  return end - from > 1 ? text.slice(from, end) : undefined
}

const CHANGE =
  /^[,、]?(?:(?:比|较)[^,。;]{1,8})?(?:同比|环比|年均|净|也)?(分别)?(增长|增加|提高|上升|增|增幅达?|下降|减少|降低|下滑|回落)了?约?$/
const FALLS = /^[下减降回]/
const LONGEST_CHANGE = 24

/**
 * Sets the change of figures that are followed by one.
 *
 *     收入17606元、6230元,分別增長14.1%和19.6%
 *         ^        ^             +14.1  +19.6
 */
function findChanges(folded: string, figures: readonly Figure[]): void {
  for (let i = 0; i + 1 < figures.length; i++) {
    const figure = figures[i] as Figure
    const next = figures[i + 1] as Figure
    if (next.start - figure.end > LONGEST_CHANGE || !isChange(next, figure)) continue
    const match = CHANGE.exec(folded.slice(figure.end, next.start))
    if (!match) continue
    const sign = FALLS.test(match[2] as string) ? -1 : 1
    const changes = match[1] ? listFrom(folded, figures, i + 1) : [next]
    for (let k = 0; k < changes.length; k++) {
      const changed = figures[i + 1 - changes.length + k]
      if (changed && isChange(next, changed))
        changed.annotation.change = sign * (changes[k] as Figure).annotation.number
    }
  }
}

function isChange({ annotation: { unit } }: Figure, { annotation: changed }: Figure): boolean {
  return changed.unit === '%' ? /百分[点點]$/.test(unit) : unit === '%'
}

/** The percentages that are listed from figure `first` on: 14.1%和19.6%. */
function listFrom(folded: string, figures: readonly Figure[], first: number): Figure[] {
  const list = [figures[first] as Figure]
  for (let i = first + 1; i < figures.length; i++) {
    const last = list.at(-1) as Figure
    const figure = figures[i] as Figure
    if (figure.annotation.unit !== last.annotation.unit || !/^[、和,及]$/.test(folded.slice(last.end, figure.start)))
      break
    list.push(figure)
  }
  return list
}
