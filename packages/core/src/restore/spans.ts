import { createOffsetMap } from '../source/offset-map.ts'
import { filterPatches, type Patches } from '../source/patches.ts'

/** Stretches of a text as columns, sorted by start; UTF-16 offsets, end exclusive. */
export interface Spans {
  starts: number[]
  ends: number[]
}

/** No spans yet. */
export function noSpans(): Spans {
  return { starts: [], ends: [] }
}

/** All spans of both lists, in any order, sorted; those that touch become one. */
export function uniteSpans(a: Spans, b: Spans): Spans {
  const starts = [...a.starts, ...b.starts]
  const ends = [...a.ends, ...b.ends]
  const order = [...starts.keys()].sort((x, y) => (starts[x] as number) - (starts[y] as number))
  const united = noSpans()
  for (const i of order) pushSpan(united, starts[i] as number, ends[i] as number)
  return united
}

/** Adds a span that starts behind the start of every other; it becomes one with the last where they touch. */
function pushSpan({ starts, ends }: Spans, start: number, end: number): void {
  const last = ends.length - 1
  if (last >= 0 && start <= (ends[last] as number)) {
    ends[last] = Math.max(ends[last] as number, end)
    return
  }
  starts.push(start)
  ends.push(end)
}

/** The same stretches in the text that `patches` make. */
export function moveSpans(spans: Spans, patches: Patches): Spans {
  if (spans.starts.length === 0 || patches.count === 0) return spans
  const map = createOffsetMap(patches)
  return { starts: spans.starts.map(map.toRestored), ends: spans.ends.map(map.toRestored) }
}

/** The patches that lie clear of every span: neither inside one nor at its edge. */
export function clearOf(spans: Spans, patches: Patches): Patches {
  if (spans.starts.length === 0) return patches
  const touches = touchTest(spans)
  return filterPatches(patches, (i) => !touches(patches.starts[i] as number, patches.ends[i] as number))
}

/** The stretches that those patches replace which lie inside a span or at its edge. */
export function touchedBy(spans: Spans, patches: Patches): Spans {
  const touched = noSpans()
  const touches = touchTest(spans)
  for (let i = 0; i < patches.count; i++) {
    const start = patches.starts[i] as number
    const end = patches.ends[i] as number
    if (touches(start, end)) pushSpan(touched, start, end)
  }
  return touched
}

/** Tells whether a stretch touches a span; to be asked from left to right. */
function touchTest({ starts, ends }: Spans): (start: number, end: number) => boolean {
  let span = 0
  return (start, end) => {
    while (span < starts.length && (ends[span] as number) < start) span++
    return span < starts.length && end >= (starts[span] as number)
  }
}
