import { codeSet } from '../../source/code-set.ts'
import { LETTERS } from '../letters.ts'
import type { Line } from '../line.ts'
import type { Entry } from './entries.ts'

/** Lines in a row that open with one sign are a list: √雨衣, ——不帶火種 */
export function settleTicked(entries: Entry[]): void {
  for (let i = 1; i < entries.length; i++) {
    const above = entries[i - 1] as Entry
    const entry = entries[i] as Entry
    const tick = entry.role === 'text' && entry.line.firstHolds & LETTERS.tick ? tickOf(entry.line) : 0
    if (tick === 0 || tick !== tickOf(above.line)) continue
    if (above.role === 'text') above.role = 'item'
    entry.role = 'item'
  }
}

/** The sign that a line opens with; 0 where it is none. */
function tickOf({ units, start }: Line): number {
  const code = units[start] as number
  return isTick(code) && (code !== DASH || units[start + 1] === DASH) ? code : 0
}

const isTick = codeSet('√✓✔☑☐□➢❖—')

const DASH = 0x2014
