import { eachProperty } from './modifiers.ts'
import { eachStretch } from './pages.ts'

/** The table of character properties: its place in the file information block ([MS-DOC] 2.5.6), and its pages' entries. */
const CHARACTERS = { place: 250, entry: 1 }

/** Properties of characters ([MS-DOC] 2.6.1): deleted by a tracked change, hidden. */
const DELETED = 0x0800
const HIDDEN = 0x083c

/** Stretches of the file that are not shown, in bytes, in their order. */
export interface Unshown {
  starts: number[]
  ends: number[]
  /** Whether a tracked change took any of them away. */
  hasChanges: boolean
}

/** The characters that are deleted or hidden. */
export function readUnshown(document: Uint8Array, table: DataView, fib: DataView): Unshown {
  const stretches: [number, number][] = []
  let hasChanges = false
  eachStretch(document, table, fib, CHARACTERS, (start, end, page, at) => {
    const offset = page.getUint8(at) * 2
    if (offset === 0 || end <= start) return
    const first = offset + 1
    let isUnshown = false
    eachProperty(page, first, Math.min(first + page.getUint8(offset), page.byteLength - 1), (property, operand) => {
      if ((property !== DELETED && property !== HIDDEN) || page.getUint8(operand) === 0) return
      isUnshown = true
      hasChanges ||= property === DELETED
    })
    if (isUnshown) stretches.push([start, end])
  })
  stretches.sort(([a], [b]) => a - b)
  return { starts: stretches.map(([start]) => start), ends: stretches.map(([, end]) => end), hasChanges }
}
