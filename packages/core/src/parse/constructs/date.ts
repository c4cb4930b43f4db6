import { parseNumeral } from '../numeral.ts'

const NUMERIC =
  /(\d{4})(?:[-/.]|年)(\d{1,2})(?:(?:[-/.]|月)(\d{1,2})(?:[日号]|(?!\d)))?(?:[T ]*(\d{1,2}):(\d{2})(?::(\d{2}))?)?/
const HAN =
  /([一二][零○一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})[日号])?/

/**
 * The first date in a folded text as ISO local time, as exact as it is printed: 2023-11-12T03:53:59, 2018-03-05, 2024-05.
 * Null where there is none, or its year is elided (20xx年4月10日).
 */
export function readDate(folded: string): string | null {
  const text = folded.replace(
    /(日)(?:\([^()]{1,6}\))?[^\d]{0,6}(\d{1,2})[时点](\d{1,2})分/,
    (_, day, hour, minute) => `${day} ${hour}:${minute.padStart(2, '0')}`,
  )
  const numeric = NUMERIC.exec(text)
  if (numeric) {
    const [, year, month, day, hour, minute, second] = numeric
    return iso(Number(year), Number(month), day ? Number(day) : undefined, hour, minute, second)
  }
  const han = HAN.exec(text)
  if (!han) return null
  const year = Number([...(han[1] as string)].map((digit) => parseNumeral(digit)).join(''))
  return iso(year, parseNumeral(han[2] as string) ?? 0, han[3] ? parseNumeral(han[3]) : undefined)
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
