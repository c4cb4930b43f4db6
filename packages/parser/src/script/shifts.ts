/**
 * From here on a converted text is ahead of its source, or behind it, by `converted - source` (UTF-16 offsets):
 * OpenCC turns each character into one character, but one may take two code units and the other one.
 */
export interface Shift {
  source: number
  converted: number
}

/** Where the offsets of two texts part; the n-th character of one is the n-th of the other. */
export function findShifts(source: string, converted: string): Shift[] {
  const shifts: Shift[] = []
  if (source.length === converted.length && !/[\ud800-\udbff]/.test(source)) return shifts
  let from = 0
  let to = 0
  while (from < source.length && to < converted.length) {
    const fromLength = lengthAt(source, from)
    const toLength = lengthAt(converted, to)
    from += fromLength
    to += toLength
    if (fromLength !== toLength) shifts.push({ source: from, converted: to })
  }
  return shifts
}

function lengthAt(text: string, offset: number): 1 | 2 {
  return (text.codePointAt(offset) as number) > 0xffff ? 2 : 1
}

/** Takes an offset of one side to the other. */
export function mapOffset(shifts: readonly Shift[], offset: number, from: keyof Shift, to: keyof Shift): number {
  let low = 0
  let high = shifts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((shifts[middle] as Shift)[from] <= offset) low = middle + 1
    else high = middle
  }
  const shift = shifts[low - 1]
  return shift ? offset + shift[to] - shift[from] : offset
}
