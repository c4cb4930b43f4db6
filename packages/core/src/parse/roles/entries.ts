import type { MarkerMatch } from '../constructs/marker.ts'
import type { Line } from '../line.ts'

/** What a line of a speech's body is. */
export type Role = 'heading' | 'run-in' | 'item' | 'text'

/** A line of a speech's body, and what it is. */
export interface Entry {
  line: Line
  role: Role
  marker: MarkerMatch | undefined
  /** Units of the line up to where the heading ends. */
  headingEnd: number
}

/** Whether two numbers follow each other: 第一次 and 第五次 only tell of times. */
export function isSeries(ordinals: ReadonlySet<number> | undefined): boolean {
  return [...(ordinals ?? [])].some((ordinal) => ordinals?.has(ordinal + 1))
}

/** 第一 and 第二 are one series, 首先 and 其次 another, 關鍵詞一 and 關鍵詞二 a third. */
export function familyOf({ head }: Line, { series, length }: MarkerMatch): string {
  if (series !== 'ordinal-word' || '首其再最'.includes(head[0] as string)) return series
  return head.startsWith('第') ? '第' : head.slice(0, length - 2)
}

/** An entry with a number. */
export type Numbered = Entry & { marker: MarkerMatch }

export function isNumbered(entry: Entry): entry is Numbered {
  return entry.marker !== undefined
}

/** How many entries of each system of numbers pass a test. */
export function tally(
  entries: readonly Entry[],
  test: (entry: Numbered, index: number) => boolean,
): Map<string, number> {
  const counts = new Map<string, number>()
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i] as Entry
    if (!isNumbered(entry) || !test(entry, i)) continue
    const { system } = entry.marker
    counts.set(system, (counts.get(system) ?? 0) + 1)
  }
  return counts
}

/** Whether another entry is numbered as one is. */
export function isSibling(other: Entry | undefined, entry: Entry): boolean {
  return other?.marker !== undefined && other.marker.system === entry.marker?.system
}

/** Whether what follows an entry can be the body under it. */
export function hasBody(entries: readonly Entry[], index: number): boolean {
  const next = entries[index + 1]
  if (next === undefined || isSibling(next, entries[index] as Entry)) return false
  // What goes on counting belongs to a section above.
  return next.role === 'text' || next.marker === undefined || next.marker.ordinal === 1
}
