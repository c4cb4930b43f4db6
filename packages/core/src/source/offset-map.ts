import type { Patches } from './patches.ts'
import { firstAtLeast } from './search.ts'

/**
 * Takes offsets of the restored text to the source and back (UTF-16 code units).
 *
 *     source    企業(yè)家      restored  企業家
 *                 ^   ^                     ^
 *     Offset 2 of the restored text lies before and behind the gloss at once:
 *     `toSourceStart(2)` is 2, `toSourceEnd(2)` is 6.
 */
export interface OffsetMap {
  /** The source offset where something that starts at `restored` starts; inside an edit, that edit's end. */
  toSourceStart(restored: number): number
  /** The source offset where something that ends at `restored` ends, text deleted there included; inside an edit, that edit's end. */
  toSourceEnd(restored: number): number
  /** The restored offset of a source offset; inside an edit, the end of what it wrote. */
  toRestored(source: number): number
}

/** A map made from the patches (or edits, by `fromEdits`) that lead from the source to the restored text. */
export function createOffsetMap(patches: Patches): OffsetMap {
  const { count, starts, ends, changeOf, changes } = patches
  const lengths = Int32Array.from(changes, ({ replacement }) => replacement.length)
  const written = new Int32Array(count)
  const writtenEnds = new Int32Array(count)
  let shift = 0
  for (let i = 0; i < count; i++) {
    const start = starts[i] as number
    const end = start + shift + (lengths[changeOf[i] as number] as number)
    written[i] = start + shift
    writtenEnds[i] = end
    shift = end - (ends[i] as number)
  }

  let nearStart = 0
  let nearEnd = 0
  let nearSource = 0

  return {
    toSourceStart(restored) {
      const i = firstAtLeast(writtenEnds, count, restored, nearStart)
      nearStart = i
      if (i === count) return behind(i - 1, restored)
      if ((written[i] as number) >= restored) return behind(i - 1, restored)
      return ends[i] as number
    },
    toSourceEnd(restored) {
      nearEnd = firstAtLeast(written, count, restored + 1, nearEnd)
      const i = nearEnd - 1
      if (i >= 0 && restored <= (writtenEnds[i] as number) && restored > (written[i] as number))
        return ends[i] as number
      if (i >= 0 && restored === (writtenEnds[i] as number)) return ends[i] as number
      if (i >= 0 && restored === (written[i] as number)) return starts[i] as number
      return behind(i, restored)
    },
    toRestored(source) {
      nearSource = firstAtLeast(starts, count, source + 1, nearSource)
      const i = nearSource - 1
      if (i < 0) return source
      if (source === (starts[i] as number)) return written[i] as number
      if (source < (ends[i] as number)) return writtenEnds[i] as number
      return (writtenEnds[i] as number) + source - (ends[i] as number)
    },
  }

  /** A place in untouched text behind patch `i`, brought to the source. */
  function behind(i: number, restored: number): number {
    if (i < 0) return restored
    return (ends[i] as number) + restored - (writtenEnds[i] as number)
  }
}
