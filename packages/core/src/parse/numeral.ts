const DIGITS: Record<string, number> = {
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
}
const UNITS: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 千: 1000 }

/**
 * The whole number that a folded numeral stands for, Chinese or Arabic: 十二, 二十, 一百零三, 12.
 * Undefined where it is none.
 */
export function parseNumeral(numeral: string): number | undefined {
  if (/^\d{1,9}$/.test(numeral)) return Number(numeral)
  let total = 0
  let digit: number | undefined
  for (const char of numeral) {
    const unit = UNITS[char]
    if (unit !== undefined) {
      total += (digit ?? 1) * unit
      digit = undefined
      continue
    }
    if (DIGITS[char] === undefined || (digit !== undefined && digit !== 0)) return undefined
    digit = DIGITS[char]
  }
  return numeral === '' ? undefined : total + (digit ?? 0)
}

/** Folded numerals, for use in patterns. */
export const HAN = '[一二三四五六七八九十百零]'
