import { parseNumeral } from '../parse/numeral.ts'
import { codeSet } from '../source/code-set.ts'
import { eachNear } from './near.ts'
import { inFull } from './relative.ts'
import { type Shown, signsOf } from './signs.ts'
import type { Annotator, DateFields, Span } from './span.ts'

const TIME = signsOf('time')

/**
 * Dates and periods of the calendar: 2019年3月5日, 今年4月30日, 7月6日至7日, 去年, 上半年, “十四五”, 20xx年12月.
 * A whole date has `iso`; a partial one has the fields that are printed, a relative or masked one fewer or none; `resolveDates` gives relative ones theirs.
 * A period has the fields of its beginning, or an ISO 8601 interval where both ends are whole.
 * Days without a date (今天, 昨天) are left alone.
 */
export const date: Annotator = {
  needs: TIME,
  find: ({ folded, shown }, found) => findDates(folded, shown, found),
}

const HAN_DIGIT = '[零○一二三四五六七八九]'
const MASK = '[xX×*_]'
const NO_NUMERAL = '(?<![\\d.一二三四五六七八九十百千零○第xX×A-Za-z/-])'
const AFTER_YEAR = '(?![轻龄级代纪])'

const YEAR = `(?:[12]\\d{3}|[一二]${HAN_DIGIT}{3}|(?:19|20)${MASK}{2}|20\\d${MASK}|[一二]${HAN_DIGIT}${MASK}{2}|${MASK}{2,4})年${AFTER_YEAR}`
const RELATIVE = `(?<!年)(?:今|去|明|前|后)年${AFTER_YEAR}|本年度`
const RELATIVE_MONTH = '(?:本月|[上下]个月)'
const MONTH = `(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|${MASK}{1,2})月(?!光|亮|球|饼)`
const DAY = `(?:3[01]|[12]\\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九]|${MASK}{1,2})[日号]`
const MONTH_PART = '(?:份|初|底|末|[上中下]旬)'
const PART = '(?:[上下]半年|第?[一二三四1-4]季度|前三季度)'
const MONTHS = '(?:1[0-2]|0?[1-9])(?:至|到|-|—|–|~)(?:1[0-2]|0?[1-9])月份?'
const IN_YEAR = `(?:${MONTHS}|${MONTH}(?:${DAY}|${MONTH_PART})?|${PART}|年?[初底末](?=[,。;、前以之就,]|$|[^\\w]))`
const POINT = `(?:${YEAR}|${RELATIVE})${IN_YEAR}?|${NO_NUMERAL}${MONTHS}|${NO_NUMERAL}${MONTH}(?:${DAY}|${MONTH_PART})?|${NO_NUMERAL}${PART}`
const NUMERIC = '(?<![\\d./-])[12]\\d{3}([-/.])(?:1[0-2]|0?[1-9])\\1(?:3[01]|[12]\\d|0?[1-9])(?![\\d./-])'
const TO = '(?:至|到|-|—|–|~|——)'
const YEARS = `${NO_NUMERAL}(?:[12]\\d{3}${TO}(?:[12]\\d{3}|\\d{2})|(?:19|20)${MASK}{2}${TO}(?:19|20)${MASK}{2})学?年${AFTER_YEAR}`
const PLAN = '(?<![一二三四五六七八九十\\d第])十[一二三四五六]五(?![一二三四五六七八九十\\d年月日号个名分天岁])'
const DECADE =
  '(?:(?:上个?|本|\\d{1,2})世纪)(?:[\\d二三四五六七八九][0十]年代[初末]?|初|末|中叶)?|(?:(?<!\\d)[2-9]0|[二三四五六七八九]十)年代[初末]?'
const BARE_DAY = '(?<![\\d.一二三四五六七八九十])(?:3[01]|[12]\\d|[1-9])日(?![内均游子常前后之])'
const RELATIVE_DAY = `${RELATIVE_MONTH}(?:${DAY}|${MONTH_PART})?`
const DAYS = `(?:${POINT})(?:${TO}(?:${POINT}|${DAY}))?`
const YEAR_END =
  '(?<![\\d一二三四五六七八九十今去明前后每])年[初底末]|(?<![\\d一二三四五六七八九十xX×*_个每本上下当逐按])月[初底末](?=[,。;、前以之就完]|$)'

const DATES = new RegExp([NUMERIC, YEARS, DAYS, RELATIVE_DAY, PLAN, DECADE, BARE_DAY, YEAR_END].join('|'), 'y')

/** No date is without one of these; behind other signs of time stands none. */
const NEAR = {
  trace: /(?<=年|月|季(?=度)|世(?=纪)|十.五|\d日|\d[-/.](?=\d)|[年月][初底末])/y,
  runUp: codeSet('0123456789零○一二三四五六七八九十xX×*_今去明前后上下半本第至到-—–~个世纪学年月'),
  before: 13,
}

function findDates(folded: string, shown: Shown, found: Span[]): void {
  eachNear(folded, shown, TIME, DATES, NEAR, ({ 0: printed, index: start }) => {
    const end = start + printed.length
    const fields = isAge(printed, folded, end) ? undefined : readFields(printed)
    if (fields) found.push({ start, end, annotation: { type: 'date', ...fields } })
  })
}

/** Gives dates that are relative (去年, 本月15日) the fields that they have by the day on which the page was published. */
export function resolveDates(spans: readonly Span[], folded: string, published: string): void {
  for (const span of spans) {
    const full = span.annotation.type === 'date' ? inFull(folded.slice(span.start, span.end), published) : undefined
    const fields = full === undefined ? undefined : readFields(full)
    if (fields) span.annotation = { type: 'date', ...fields }
  }
}

/** 2014年 is a year that is named, 1500年的歷史 one that is counted. */
export function isNamedYear(printed: string, folded: string, end: number): boolean {
  return /^[12]\d{3}年$/.test(printed) && !isAge(printed, folded, end)
}

/** 3000年的歷史, 2000年前: years that are counted, not named. */
function isAge(printed: string, folded: string, end: number): boolean {
  return /^\d00?0年$/.test(printed) && /^(?:的?历史|的?文明|前|之久|沧桑)/.test(folded.slice(end, end + 4))
}

interface Fields {
  year?: number
  month?: number
  day?: number
}

/** 去年 and the like have no fields. */
const NUMERAL = /[\d一二三四五六七八九十]/
const PRINTED_YEAR = new RegExp(`^(?:[12]\\d{3}|[一二]${HAN_DIGIT}{3})(?=年|[-—–~至到]\\d)`)
const PRINTED_MONTH = /(\d{1,2}(?=(?:[至到—–~-]\d{1,2})?月)|[一二三四五六七八九十]{1,2}(?=月))/
const PRINTED_DAY = /(\d{1,2}|[一二三四五六七八九十]{1,3})[日号]/

/** Between the two ends of a period. */
const UP_TO = /(?<=[年月日号份初底末旬])(?:至|到|-|——|—|–|~)/

function readFields(printed: string): DateFields | undefined {
  if (!NUMERAL.test(printed)) return {}
  const numeric = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(printed)
  if (numeric) return toDate({ year: Number(numeric[1]), month: Number(numeric[2]), day: Number(numeric[3]) })
  const [from = '', to] = /[至到—–~-]/.test(printed) ? printed.split(UP_TO) : [printed]
  const start = readPoint(from)
  const begin = toDate(start)
  if (!begin || to === undefined) return begin
  const end = toDate({ ...start, ...readPoint(to) })
  return begin.iso && end?.iso ? { iso: `${begin.iso}/${end.iso}` } : begin
}

function readPoint(printed: string): Fields {
  const year = PRINTED_YEAR.exec(printed)?.[0]
  const inYear = printed.slice(printed.lastIndexOf('年') + 1)
  const month = PRINTED_MONTH.exec(inYear)?.[1]
  const day = PRINTED_DAY.exec(inYear)?.[1]
  return {
    ...(year && { year: readYear(year) }),
    ...(month && { month: parseNumeral(month) ?? 0 }),
    ...(day && { day: parseNumeral(day) ?? 0 }),
  }
}

function readYear(printed: string): number {
  if (/^\d/.test(printed)) return Number(printed)
  return Number([...printed].map((digit) => '零一二三四五六七八九'.indexOf(digit === '○' ? '零' : digit)).join(''))
}

/** The fields as a node has them; undefined where the calendar has no such day. */
function toDate({ year, month, day }: Fields): DateFields | undefined {
  if (month !== undefined && day !== undefined && day > daysIn(month, year ?? 2000)) return undefined
  if (year === undefined || month === undefined || day === undefined) {
    return {
      ...(year !== undefined && { year }),
      ...(month !== undefined && { month }),
      ...(day !== undefined && { day }),
    }
  }
  return { iso: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` }
}

function daysIn(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
