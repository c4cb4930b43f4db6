const DIGITS = byCode({
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
})
const UNITS = byCode({ 十: 10, 拾: 10, 百: 100, 千: 1000 })

/** Values by UTF-16 code unit: a letter cut out of a text is slow to look up by name. */
function byCode(values: Record<string, number>): ReadonlyMap<number, number> {
  return new Map(Object.entries(values).map(([letter, value]) => [letter.charCodeAt(0), value]))
}

/**
 * The whole number that a folded numeral stands for, Chinese or Arabic: 十二, 二十, 一百零三, 12.
 * Undefined where it is none.
 */
export function parseNumeral(numeral: string): number | undefined {
  if (/^\d{1,9}$/.test(numeral)) return Number(numeral)
  let total = 0
  let digit: number | undefined
  for (let at = 0; at < numeral.length; at++) {
    const code = numeral.charCodeAt(at)
    const unit = UNITS.get(code)
    if (unit !== undefined) {
      total += (digit ?? 1) * unit
      digit = undefined
      continue
    }
    if (digit !== undefined && digit !== 0) return undefined
    digit = DIGITS.get(code)
    if (digit === undefined) return undefined
  }
  return numeral === '' ? undefined : total + (digit ?? 0)
}

/** Folded numerals, for use in patterns. */
export const HAN = '[一二三四五六七八九十百零]'
