import { readDate } from './constructs/date.ts'
import { type Line, lengthOf } from './line.ts'

/**
 * The day of release below the mark of the end, behind the last address of the page.
 *
 *     (完)
 *     2013年11月8日(星期五)香港時間15時45分
 */
export function findStamp(lines: readonly Line[]): Line | undefined {
  for (let i = lines.length - 1; i > 0; i--) {
    const line = lines[i] as Line
    const above = lines[i - 1] as Line
    if (line.address) return undefined
    if (lengthOf(above) <= MARKED && MARK.test(above.head))
      return lengthOf(line) <= 40 && readDate(line.head) ? line : undefined
  }
  return undefined
}

/** The mark of the end has at most so many units. */
const MARKED = 24
/** (完)    ——END—— */
const MARK = /^\((?:完|全文完)\)$|^完$|^[-—=*~【[( ]*end[-—=*~】\])· ]*$/i

/** 香港時間15時45分 — the hour of the release stamp, on a line of its own. */
export function isClock(head: string): boolean {
  return /^[一-龥]{0,4}时间? ?\d{1,2}[时:]\d{2}分?$/.test(head)
}
