import { parseNumeral } from '../numeral.ts'

const NUMERIC =
  /(\d{4})(?:[-/.]| ?年 ?)(\d{1,2})(?:(?:[-/.]| ?月 ?)(\d{1,2})(?: ?[日号]|(?!\d)))?(?:[T ]*(\d{1,2}):(\d{2})(?::(\d{2}))?)?/
const HAN =
  /([一二][零○一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})[日号])?/
/** 20120315 */
const COMPACT = /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)/
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec'
//  18 November 2006    Nov 18, 2006    Mon Jul 2 10:20:30 2006
const WESTERN =
  /(?:(\d{1,2}) )?\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,? +(?:(\d{1,2})(?:st|nd|rd|th)?,? ?)?(?:(\d{1,2}):(\d{2})(?::(\d{2}))? )?(\d{4})\b/i
/** Years of the Republic count from 1912; those of two digits only where the Republic is named. */
const FOUNDED = 1911
//  民國98年6月16日    112年6月16日    112.06.16
const REPUBLIC =
  /(?:民国 ?(\d{2,3}|[一二三四五六七八九零○十百]{2,5})|(?<!\d)(1[0-4]\d)) ?(?:[-/.]|年) ?(\d{1,2}|[一二三四五六七八九十]{1,2}) ?(?:[-/.]|月) ?(\d{1,2}|[一二三四五六七八九十]{1,3})/

/**
 * The first date in a folded text as ISO local time, as exact as it is printed: 2023-11-12T03:53:59, 2018-03-05, 2024-05.
 * A year of the Republic (民國) becomes one of our era. Null where there is none, or its year is elided (20xx年4月10日).
 */
export function readDate(folded: string): string | null {
  const text = folded.replace(
    /([日\d])((?:\([^()]{1,6}\))?[^\d:]{1,8}|(?<=日))(\d{1,2})[时点:](\d{1,2}(?:分|:\d\d)?)(?: ?(pm))?/i,
    (_, day, beside, hour, minute, pm) =>
      `${day} ${Number(hour) < 12 && (pm || /下午|晚/.test(beside)) ? Number(hour) + 12 : hour}:${minute.replace('分', '').padStart(2, '0')}`,
  )
  const numeric = NUMERIC.exec(text)
  if (numeric) {
    const [, year, month, day, hour, minute, second] = numeric
    return iso(Number(year), Number(month), day ? Number(day) : undefined, hour, minute, second)
  }
  const western = WESTERN.exec(text)
  if (western) {
    const [, first, month, last, hour, minute, second, year] = western
    const day = first ?? last
    const number = MONTHS.indexOf((month as string).toLowerCase()) / 3 + 1
    return iso(Number(year), number, day ? Number(day) : undefined, hour, minute, second)
  }
  const compact = COMPACT.exec(text)
  if (compact) return iso(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  const republic = REPUBLIC.exec(text)
  if (republic) return readRepublic(republic)
  const han = HAN.exec(text)
  if (!han) return null
  const year = Number([...(han[1] as string)].map((digit) => parseNumeral(digit)).join(''))
  return iso(year, parseNumeral(han[2] as string) ?? 0, han[3] ? parseNumeral(han[3]) : undefined)
}

function readRepublic([, named, bare, month, day]: RegExpExecArray): string | null {
  const [years, months, days] = [named ?? bare, month, day].map((printed) =>
    printed ? readNumber(printed) : undefined,
  )
  return iso((years ?? 0) + FOUNDED, months ?? 0, days)
}

/** 112    一一二    一百一十二 */
function readNumber(printed: string): number {
  if (/^\d/.test(printed)) return Number(printed)
  if (printed.length === 3 && !/[十百]/.test(printed)) {
    return Number([...printed].map((digit) => parseNumeral(digit) ?? 0).join(''))
  }
  return parseNumeral(printed) ?? 0
}

function iso(
  year: number,
  month: number,
  day?: number,
  hour?: string,
  minute?: string,
  second?: string,
): string | null {
  if (month < 1 || month > 12 || (day !== undefined && (day < 1 || day > 31))) return null
  let date = `${year}-${two(month)}`
  if (day === undefined) return date
  date += `-${two(day)}`
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return date
  return `${date}T${two(Number(hour))}:${minute}${second ? `:${second}` : ''}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
