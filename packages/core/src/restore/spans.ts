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

/** All spans of both lists; those that touch become one. */
export function uniteSpans(a: Spans, b: Spans): Spans {
  if (a.starts.length === 0) return b
  if (b.starts.length === 0) return a
  const ends = [...a.ends, ...b.ends]
  const starts = [...a.starts, ...b.starts]
  const order = [...starts.keys()].sort((x, y) => (starts[x] as number) - (starts[y] as number))
  const united = noSpans()
  for (const i of order) {
    const last = united.ends.length - 1
    const start = starts[i] as number
    const end = ends[i] as number
    if (last >= 0 && start <= (united.ends[last] as number)) {
      united.ends[last] = Math.max(united.ends[last] as number, end)
    } else {
      united.starts.push(start)
      united.ends.push(end)
    }
  }
  return united
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
  let span = 0
  return filterPatches(patches, (i) => {
    while (span < spans.starts.length && (spans.ends[span] as number) < (patches.starts[i] as number)) span++
    return span === spans.starts.length || (patches.ends[i] as number) < (spans.starts[span] as number)
  })
}
