import type { Section } from '../schema/speech.ts'
import type { MarkerMatch } from './constructs/marker.ts'
import type { Entry } from './roles/entries.ts'

/** A section that is not closed yet. */
export interface Open {
  section: Section
  system: string
  ordinal: number
}

/** Which system of numbers this speech puts above which: whatever a 1 follows is above it. */
type Order = (above: string, below: string) => number

/** Reads the order of systems from the headings of a speech, in the order they stand. */
export function readOrder(entries: readonly Entry[]): Order {
  const counts = new Map<string, number>()
  let last: MarkerMatch | undefined
  for (const { marker, role } of entries) {
    if (!marker || (role !== 'heading' && role !== 'run-in')) continue
    if (last && marker.ordinal === 1 && last.system !== marker.system && !standsAbove(marker.system, last.system)) {
      const key = `${last.system} ${marker.system}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    last = marker
  }
  return (above, below) => (counts.get(`${above} ${below}`) ?? 0) - (counts.get(`${below} ${above}`) ?? 0)
}

/** The systems as official documents nest them (GB/T 9704-2012): it decides where a speech does not. */
const CUSTOM = ['han', 'paren-han', 'arabic', 'decimal-2', 'decimal-3', 'decimal-4', 'paren-arabic', 'circled']

/** How many open sections a new one lies in. */
export function depthFor(open: readonly Open[], { system, ordinal }: MarkerMatch, order: Order): number {
  let depth = open.length
  while (depth > 0 && isAbove(system, (open[depth - 1] as Open).system, ordinal, order)) depth--
  for (let at = depth - 1; at >= 0; at--) if (open[at]?.system === system) return at
  if (ordinal > 1) {
    // A series that starts at 2 goes on where another one stopped: 一、 then 第二,
    for (let at = depth - 1; at >= 0; at--) if (open[at]?.ordinal === ordinal - 1) return at
  }
  return depth
}

/** Whether a section closes an open one of another system because it stands above it. */
function isAbove(system: string, other: string, ordinal: number, order: Order): boolean {
  if (system === other) return false
  if (standsAbove(system, other)) return true
  const evidence = order(system, other)
  if (evidence !== 0) return evidence > 0
  const [custom, otherCustom] = [CUSTOM.indexOf(system), CUSTOM.indexOf(other)]
  if (ordinal === 1 || custom === -1) return false
  // 一是 counts inside what 一、 heads.
  return other === 'first-is' || (otherCustom !== -1 && custom < otherCustom)
}

/** 一是, 二是 in the words before it count nothing that 一、 lies in. */
function standsAbove(system: string, other: string): boolean {
  return system === 'han' && other === 'first-is'
}
