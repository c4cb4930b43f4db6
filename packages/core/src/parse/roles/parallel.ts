import { LETTERS } from '../letters.ts'
import { type Line, lengthOf } from '../line.ts'
import type { Entry } from './entries.ts'
import { isRecited } from './recited-line.ts'

/** So many lines alike are recited, whatever announces them; each has at most so many units, and so many more or less. */
const PARALLEL = 3

const PARALLEL_LIMIT = 18

const UNLIKE = 2

/** Short lines of one length behind a colon are recited: 念給大家聽: and 不爭不搶, … */
export function settleParallel(entries: Entry[], from: number): void {
  const { line } = entries[from] as Entry
  const first = line.units[line.start]
  // Rules that all open with one word may be whole sentences; else the first full sentence is the last.
  const isRule = (entry: Entry | undefined) => entry?.line.units[entry.line.start] === first
  const areRules = isRule(entries[from + 1]) && isRule(entries[from + 2])
  let end = from
  while (isAlike(entries[end], lengthOf(line)) && (!areRules || isRule(entries[end]))) {
    end++
    if (!areRules && isStopped(entries[end - 1] as Entry)) break
  }
  if (
    !areRules &&
    end - from > 1 &&
    isStopped(entries[end - 1] as Entry) &&
    isUnmarked((entries[end - 2] as Entry).line)
  )
    end--
  if (end - from >= PARALLEL) for (const entry of entries.slice(from, end)) entry.role = 'item'
}

function isStopped({ line }: Entry): boolean {
  return (line.lastHolds & LETTERS.stop) !== 0 && !line.tail.endsWith(';')
}

/** Whether a line ends with a word and no mark: 不冒一次險 */
export function isUnmarked({ tail }: Line): boolean {
  return /[一-龥]$/.test(tail)
}

function isAlike(entry: Entry | undefined, length: number): boolean {
  if (entry?.role !== 'text' || !isRecited(entry.line)) return false
  const own = lengthOf(entry.line)
  return own <= PARALLEL_LIMIT && Math.abs(own - length) <= UNLIKE
}
