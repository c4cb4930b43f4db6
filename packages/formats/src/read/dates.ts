/** 2020-03-01, 2020/3/1 8:05, 2020年3月1日, 2020-03-01T08:05:00+08:00 */
const DATE =
  /^\s*(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?(?:[T\s]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?)?)?[年月]?\s*$/

/** A date as ISO 8601, as exact as it is written and in no zone but its own; undefined where it is none. */
export function toIsoDate(text: string | undefined): string | undefined {
  const match = DATE.exec(text ?? '')
  if (!match) return undefined
  const [, year, month, day, hour, minute, second, zone = ''] = match
  if (!isWithin(month, 1, 12) || !isWithin(day, 1, 31) || !isWithin(hour, 0, 23) || !isWithin(minute, 0, 59))
    return undefined
  const date = [year, month, day]
    .filter((part) => part !== undefined)
    .map(twoDigits)
    .join('-')
  if (hour === undefined) return date
  return `${date}T${[hour, minute, second]
    .filter((part) => part !== undefined)
    .map(twoDigits)
    .join(':')}${zone}`
}

/** Whether a part that is there is a number in a range. */
function isWithin(part: string | undefined, least: number, most: number): boolean {
  return part === undefined || (Number(part) >= least && Number(part) <= most)
}

function twoDigits(part: string | undefined): string {
  return (part ?? '').padStart(2, '0')
}
