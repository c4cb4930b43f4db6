import type { Noise } from '../schema/phrasing.ts'
import { readDate } from './constructs/date.ts'
import { matchSiteLine } from './constructs/site-line.ts'
import { type Line, lengthOf } from './line.ts'

/**
 *     (完)
 *     2013年11月8日(星期五)香港時間15時45分
 */
export function findStamp(lines: readonly Line[], noise: ReadonlyMap<Line, Noise['kind']>): Line | undefined {
  for (let i = lines.length - 1; i > 0; i--) {
    const line = lines[i] as Line
    if (noise.has(line) || isClock(line.head) || matchSiteLine(line.head)) continue
    const mark = /^(?:\((?:完|全文完)\)|完)$/.test((lines[i - 1] as Line).head)
    return mark && lengthOf(line) <= 40 && readDate(line.head) ? line : undefined
  }
  return undefined
}

/** 香港時間15時45分 — the hour of the release stamp, on a line of its own. */
export function isClock(head: string): boolean {
  return /^[一-龥]{0,4}时间? ?\d{1,2}[时:]\d{2}分?$/.test(head)
}
