import { type Entry, familyOf, isSeries } from './entries.ts'

/** 首先, 第一, 一是 open ordinary paragraphs too: they head sections only in a series. */
export function settleWords(entries: Entry[]): void {
  const ordinals = new Map<string, Set<number>>()
  for (const { line, marker, role } of entries) {
    if (!marker?.worded || role === 'text') continue
    const family = familyOf(line, marker)
    const seen = ordinals.get(family)
    if (seen) seen.add(marker.ordinal)
    else ordinals.set(family, new Set([marker.ordinal]))
  }
  // 首先, … 第二, … 第三,
  const [named, numbered] = [ordinals.get('ordinal-word'), ordinals.get('第')]
  if (named?.has(1) && numbered && !named.has(2) && !numbered.has(1)) {
    for (const ordinal of numbered) named.add(ordinal)
    ordinals.set('第', named)
  }
  for (const entry of entries) {
    const { line, marker } = entry
    const counted = marker?.worded ? ordinals.get(familyOf(line, marker)) : undefined
    if (marker?.worded && ((counted?.size ?? 0) < 2 || (TIMES.test(line.head) && !isSeries(counted))))
      entry.role = 'text'
  }
}

const TIMES = /^第.{1,3}[次回天年]/
