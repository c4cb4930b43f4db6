import { LOST, type Reading } from './reading.ts'

/** A stretch of tokens that a reading does not take as they stand. */
export interface Region {
  /** The last token in front that stands as it is; one less than the window's first where there is none. */
  left: number
  /** The first token behind that stands as it is; the window's end where there is none. */
  right: number
}

/** The regions of a reading of the tokens from `from` up to `end`. */
export function regionsOf({ at, intact }: Reading, from: number, end: number): Region[] {
  const regions: Region[] = []
  let left = from - 1
  let between = 0
  for (let i = 0; i <= at.length; i++) {
    if (i < at.length && !intact[i]) {
      between++
      continue
    }
    const right = i < at.length ? (at[i] as number) : end
    if (between > 0 || right > left + 1) regions.push({ left, right })
    left = right
    between = 0
  }
  return regions
}

/** What a reading writes in a region, as the page would show it whole: width folded, `?` for what was swallowed. */
export function textIn(reading: Reading, region: Region): string {
  const [first, last] = rangeOf(reading, region)
  return reading.units.slice(first, last).map(shownAs).join('')
}

/** Which code units of a reading lie in a region: the first, and the one behind the last. */
export function rangeOf({ units, at, intact }: Reading, { left, right }: Region): [first: number, last: number] {
  let first = 0
  while (first < units.length && (at[first] as number) <= left) first++
  let last = first
  while (last < units.length && ((at[last] as number) < right || (at[last] === right && !intact[last]))) last++
  return [first, last]
}

/** A code unit as the page shows it. */
export function shownAs(unit: number): string {
  if (unit === LOST) return '?'
  return String.fromCharCode(unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit)
}
