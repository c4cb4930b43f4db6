import { type Line, lengthOf } from '../line.ts'
import type { Entry } from './entries.ts'
import { RECITED_LIMIT } from './recited-line.ts'

/**
 * Rows of two columns behind what announces them are a list.
 *
 *     下面宣布獲獎名單:
 *     打字最快獎 靳伯年
 *     提問最多獎 汲鳳蘭
 */
export function settleTables(entries: Entry[], isFixed: (line: Line) => boolean): void {
  const isRow = (entry: Entry | undefined) => entry?.role === 'text' && !isFixed(entry.line) && isTabular(entry.line)
  for (let i = 1; i < entries.length; i++) {
    const before = (entries[i - 1] as Entry).line
    if (!isRow(entries[i]) || before.address || !ANNOUNCED.test(before.tail)) continue
    const from = i
    while (isRow(entries[i])) i++
    if (i - from > 1) for (const entry of entries.slice(from, i)) entry.role = 'item'
  }
}

const ANNOUNCED = /:$|(?:名单|名字)[。!]$/

/** Whether a line has a blank between its words and ends with one of them. */
function isTabular(line: Line): boolean {
  if (line.turn > 0 || line.isStage || lengthOf(line) > RECITED_LIMIT) return false
  return /^[^。!?;:“” ]{2,12} +[^。!?;:“”]+$/.test(line.head) && /[一-龥\d)]$/.test(line.tail)
}
