import { parseNumeral } from '../parse/numeral.ts'
import { codeSet } from '../source/code-set.ts'
import { isNamedYear } from './date.ts'
import { nextShown, type Shown, signsOf } from './signs.ts'
import type { Annotation, Annotator, Span } from './span.ts'
import { FIGURE_UNIT, POINT_UNITS, UNIT } from './units.ts'

type Figure = Span<Extract<Annotation, { type: 'quantity' }>>

const FIGURE = signsOf('figure')
/** Where a figure may be: a decimal point is one too, and shows none alone. */
const PLACES = signsOf('figure', 'point')

/**
 * Figures with a unit: 1346.4億元, 685案次, 40多年, 90%以上, 3-4年, 五千多名, 百分之三十.
 * `number` has 萬 and 億 multiplied out (of a range, its beginning); `measure` is the indicator before it,
 * `change` the percentage (of percentages: the points) by which it rose (+) or fell (−).
 * Ordinals, codes and Chinese numerals below a hundred that only count points (三個方面) are none.
 */
export const quantity: Annotator = {
  needs: FIGURE,
  find: ({ text, folded, shown }, found) => findQuantities(text, folded, shown, found),
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
const ANCHOR = /\d|百分之|[一二两三四五六七八九](?:[十百千万亿]|点[零一二三四五六七八九])|十/y

/** Finds the figures that begin at a sign of them: at its last character or, where that is no digit, the one before. */
function findQuantities(text: string, folded: string, shown: Shown, found: Span[]): void {
  const figures: Figure[] = []
  let done = 0
  for (let i = nextShown(shown, PLACES); i < shown.count; i = nextShown(shown, PLACES, i + 1)) {
    const end = shown.ends[i] as number
    for (let at = Math.max(done, isDigit(folded.charCodeAt(end - 1)) ? end - 1 : end - 2); at < end; at++) {
      ANCHOR.lastIndex = at
      if (!ANCHOR.test(folded)) continue
      FIGURES.lastIndex = at
      const match = FIGURES.exec(folded)
      const figure = match ? readFigure(text, match) : undefined
      if (figure) figures.push(figure)
      done = at + (match?.[0].length ?? 1)
      at = done - 1
    }
  }
  for (let i = 0; i < figures.length; i++) {
    const figure = figures[i] as Figure
    const previous = figures[i - 1]
    const measure =
      findMeasure(text, folded, figure.start, previous) ??
      measureBefore(folded, figure, previous) ??
      measureBeforeSpan(text, folded, figure, previous, figures[i - 2])
    if (measure) figure.annotation.measure = measure
  }
  findChanges(folded, figures)
  for (const figure of figures) found.push(figure)
}

const isDigit = codeSet('0123456789')

function readFigure(text: string, match: RegExpExecArray): Figure | undefined {
  const { 0: printed, index } = match
  const [, low, lowTimes, number, times, unit, perCent, han, hanUnit] = match
  const value =
    number !== undefined
      ? readArabic(low ?? number, (low !== undefined ? lowTimes : undefined) ?? times)
      : readHan(perCent ?? (han as string))
  if (value === undefined) return undefined
  const behind = match.input.slice(index + printed.length, index + printed.length + LONGEST_POINT)
  if (han !== undefined && !isFigure(han, value, hanUnit as string, behind)) return undefined
  if (unit === '个' && value < FEWEST_POINTS && DIGIT_POINTS.test(behind)) return undefined
  if (printed.includes(',') && text.slice(index, index + printed.length).includes('，')) return undefined
  const name = unit ?? hanUnit ?? '%'
  if (name === '年' && isNamedYear(printed, match.input, index + printed.length)) return undefined
  if (name === '分' && /[時时點点]/.test(text.charAt(index - 1))) return undefined
  const at = perCent === undefined ? index + printed.lastIndexOf(name) : -1
  return {
    start: index,
    end: index + printed.length,
    annotation: { type: 'quantity', number: value, unit: at < 0 ? name : text.slice(at, at + name.length) },
  }
}

/** Whether Chinese numerals state a figure: 六十二起, 四點二億元, 十二個村; not 三名, nor 十二項 or 十二個方面 of points. */
function isFigure(han: string, value: number, unit: string, behind: string): boolean {
  if (!/[十百千万亿]/.test(han) || IDIOM.test(`${han}${unit}${behind}`)) return false
  if (!POINT_UNITS.includes(unit)) return true
  if (ROUND.test(han)) return false
  return value >= FEWEST_POINTS || ('个次'.includes(unit) && !POINTS.test(behind))
}

/** 一百個放心: as many as one can say. */
const ROUND = /^一[百千万亿]$/
/** So many points nobody counts up. */
const FEWEST_POINTS = 20
/** What points are: 十個方面, 十個必須. */
const POINTS =
  /^(?:方面|环节|关系|坚持|必须|不准|不得|严禁|明确|统一|结合|转变|到位|字|大|问题|意见|要求|任务|重点|建议|统筹|手?指头|行动|原则|措施|办法|故事|为什么|放心|满意|愿意|全[国会]|会议|代表|党)/
/** Of these, what figures in digits count too: 3個方面. */
const DIGIT_POINTS = /^(?:方面|环节|关系|坚持|必须|不准|严禁|明确|统一|结合|转变|到位|统筹)/
const LONGEST_POINT = 3
/** Sayings. */
const IDIOM = /^(?:十年(?:树木|寒窗|磨|如一日|生死)|三十年河|十里(?:长街|春风|桃花)|十天半|十家九|十次车祸|一百年[,”])/

const EXPONENTS: Record<string, number> = { 百: 2, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 }

/** Written as a decimal with an exponent, so that 1346.4億 is exact. */
function readArabic(digits: string, times: string | undefined): number {
  return Number(`${digits.replaceAll(',', '')}e${times ? EXPONENTS[times] : 0}`)
}

/** 三萬五千, 一億二千萬; undefined where the numerals are no number. */
function readHan(numeral: string): number | undefined {
  if (/^\d/.test(numeral)) return readArabic(numeral, undefined)
  if (numeral.includes('点')) return readHanDecimal(numeral)
  if (!/[万亿]/.test(numeral)) return parseNumeral(numeral)
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
const INDICATOR = new RegExp(
  '(?:' +
    [
      '总值|增加值|产值|GDP|收入|营收|收益|支出|开支|费用|经费|成本|价格?|补贴|工资|利润|税收|税金|利税',
      '投资|(?:研发|科研|科技|技改|经费|资金|广告|安全|教育|总)投入|进出口|(?:资|奖|慰问|补偿|抚恤|奖学|助学|救助|租|保证)金|(?:善|赃|货|工程|补偿|补助|罚没|扶贫|救灾|拆迁|征地|执行|赔偿|违约|返还|捐|尾|预付)款|彩礼|票房|房租|负荷|损失|总产|资产|负债|存款|贷款|账款|欠款|(?<![名大巨足])额|人口|面积|里程|库容|库存|产能|[亩单]产',
      '(?<![力质大少能尽胆])量|率|占比|比重|比例|指数|密度|强度|(?:满意|知晓|认可|信任|美誉|知名|活跃|参与|覆盖|浓|坡|纯)度|(?<![多少无半岁过])数',
      '(?:平均|人均)[^每]{1,7}[日期时龄间]',
    ].join('|') +
    ')$',
)
/** What stands between an indicator and its figure: 由2014年的, 分別達到, 始終保持在. */
const LINK =
  /(?:分别|已经|已|将|(?<![人平])均|约|近|共|共计|总计|累计|始终|一直|动态|稳定|(?:必须|要求?|应当?|须|须要|才|只|仅|已|都|还)?(?:达到|达|到|为|是|有)|(?:不得|不能|不许|不可|没有|不)?(?:低于|高于|少于|多于|超过|超)|突破|高达|仅|完成|实现|(?:增|增加|增长|提高|上升|升|扩大|下降|降低|降|减少|压缩|缩短)[至到]|(?:已经?)?连续[一二两三四五六七八九]年|(?:保持|控制|稳定|维持)?在|占|[由从](?:\d{4}年[底初末]?|[去上前今]年同?期?)的|由|从|了)+$/
/** The last characters of both: no figure has an indicator that stands behind another. */
const mayEnd = codeSet(
  '费收别经已将均约近共计终直态定到达为是有破过超成现至在占的由从了值P入益出支用本价格贴资润税金口产债款额失积程容存能量率比重例数度日期时龄间礼房租荷于仅',
)
/** What stands before an indicator and is no part of its name. */
const LEAD =
  /^.*(?:完成|实现|预计|计划|概算|估算|安排|落实|整合|拿出|筹措|收到|筹得|募得|追回|追缴|收缴|挽回|造成|避免|减少|下拨|获得|兑现|支付|(?:项目|工程|公司|企业|学校|医院|园区|设备|合同|[一二三]期)(?=总)|确保|力争|保证|其中|[一二三四五六七八九十]是|全年|全公司|全集团|[全我][市县省镇村乡校国区厂局队院州行]|[全我]社(?!会)|上半年|下半年|今年|去年|年(?![终均龄])|月|使(?!用)|让|发放|发出|筹集|募集|节约|节省|捐[出赠助献]|[需应须]交|缴纳|交纳|把|投入(?=.)|拨付|争取|新增|我们的?|了|的(?=.{2}))的?|^\s+/

/** The indicator that a figure gives the value of: 固定資產投資 in 全市完成固定資產投資811.6億元. */
function findMeasure(text: string, folded: string, start: number, previous: Figure | undefined): string | undefined {
  if (!mayEnd(folded.charCodeAt(start - 1))) return undefined
  const least = Math.max(start - MEASURE_REACH, previous?.end ?? 0)
  let from = start
  while (from > least && !endsMeasure(folded, least, from)) from--
  const before = folded.slice(from, start).replace(LINK, '')
  if (!INDICATOR.test(before)) return undefined
  const end = from + before.length
  from += LEAD.exec(before)?.[0].length ?? 0
  return end - from > 1 ? text.slice(from, end) : undefined
}

/** Whether an indicator cannot reach back before a place: a mark stands there, or the 和 behind another indicator. */
function endsMeasure(folded: string, least: number, at: number): boolean {
  const mark = folded.charAt(at - 1)
  if (mark === '和') return at - 1 === least || INDICATOR.test(folded.slice(least, at - 1))
  return ',。;:!?、()“”《》'.includes(mark)
}

/** For how long a value has been one. */
const LASTING = /(?:已经?)?(?:连续|持续|近)$/
const LONGEST_LASTING = 4

/**
 * The indicator that stands before the time for which it has had its value.
 *
 *     就業率連續5年保持在95%以上
 *     ^             ^
 */
function measureBeforeSpan(
  text: string,
  folded: string,
  { start }: Figure,
  span: Figure | undefined,
  previous: Figure | undefined,
): string | undefined {
  if (!span || !/^(?:年|个月|天|周年)$/.test(span.annotation.unit)) return undefined
  const lasting = LASTING.exec(folded.slice(Math.max(0, span.start - LONGEST_LASTING), span.start))?.[0]
  if (lasting === undefined || folded.slice(span.end, start).replace(LINK, '') !== '') return undefined
  return findMeasure(text, folded, span.start - lasting.length, previous)
}

/** From one value to another: 由62%提高到88%. */
const ONWARD = /^(?:的?水平)?(?:增|增加|增长|提高|提升|上升|升|扩大|下降|降低|降|减少|缩短|压缩)[至到为]$/
/** Two values of one indicator: 分別達到28600元和14300元. */
const APART = /分别(?:达到?|为|是|有)?$/

/** The indicator of the value before, where a figure says what that has become, or what it is for a second party. */
function measureBefore(
  folded: string,
  { start, annotation }: Figure,
  previous: Figure | undefined,
): string | undefined {
  if (!previous?.annotation.measure || previous.annotation.unit !== annotation.unit) return undefined
  const between = folded.slice(previous.end, start)
  const isShared = between === '和' && APART.test(folded.slice(Math.max(0, previous.start - 4), previous.start))
  return isShared || ONWARD.test(between) ? previous.annotation.measure : undefined
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
    const next = figures[i + 1] as Figure
    const figure = changedBy(folded, figures, i)
    const match = isChange(next, figure) ? changeBetween(folded, figures[i] as Figure, next) : null
    if (!match) continue
    const sign = FALLS.test(match[2] as string) ? -1 : 1
    if (!match[1]) {
      figure.annotation.change = sign * next.annotation.number
      continue
    }
    const changes = listFrom(folded, figures, i + 1)
    for (let k = 0; k < changes.length; k++) {
      const changed = figures[i + 1 - changes.length + k]
      if (changed && isChange(next, changed))
        changed.annotation.change = sign * (changes[k] as Figure).annotation.number
    }
  }
}

/** What a verb of change says between two figures; null where there is none. */
function changeBetween(folded: string, { end }: Figure, { start }: Figure): RegExpExecArray | null {
  return start - end > LONGEST_CHANGE ? null : CHANGE.exec(folded.slice(end, start))
}

/**
 * The figure that a percentage behind figure `i` says the change of: the one before, where `i` itself is a change.
 *
 *     收入3.6億元,淨增6600萬元,增長22.5%
 *         ^       i
 */
function changedBy(folded: string, figures: readonly Figure[], i: number): Figure {
  const figure = figures[i] as Figure
  const before = figures[i - 1]
  const isOneUnit = before?.annotation.unit === figure.annotation.unit
  return before && isOneUnit && changeBetween(folded, before, figure) ? before : figure
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
