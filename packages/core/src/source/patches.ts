import type { Certainty, Edit, Evidence, Repair } from '../schema/edit.ts'
import { createLocator, type Locator } from './lines.ts'

/** What all repairs of one kind have in common; shared between patches, so that a patch costs no object. */
export interface Grounds {
  rule: Repair
  certainty: Certainty
  evidence?: Evidence | undefined
}

/**
 * Replacements on one text, as columns: `starts[i]`–`ends[i]` (UTF-16 offsets, end exclusive) becomes
 * `replacements[i]` on `grounds[i]`, for each `i` below `count`. Sorted, never overlapping.
 *
 * Each repair makes patches on the text that the repairs before it left; `composePatches` brings them back to the source.
 */
export interface Patches {
  count: number
  starts: Int32Array
  ends: Int32Array
  replacements: string[]
  grounds: Grounds[]
}

/** No patches yet, with room for `capacity` of them before the columns have to grow. */
export function noPatches(capacity = 0): Patches {
  return {
    count: 0,
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    replacements: new Array(capacity),
    grounds: new Array(capacity),
  }
}

/** Adds one patch behind all others. */
export function pushPatch(patches: Patches, start: number, end: number, replacement: string, grounds: Grounds): void {
  const i = patches.count++
  if (i === patches.starts.length) grow(patches)
  patches.starts[i] = start
  patches.ends[i] = end
  patches.replacements[i] = replacement
  patches.grounds[i] = grounds
}

function grow(patches: Patches): void {
  const capacity = Math.max(patches.starts.length * 2, 16)
  patches.starts = extended(patches.starts, capacity)
  patches.ends = extended(patches.ends, capacity)
}

function extended(column: Int32Array, capacity: number): Int32Array {
  const longer = new Int32Array(capacity)
  longer.set(column)
  return longer
}

/** Below this many patches, pieces are joined; above, code units are copied. */
const FEW = 64

/** `text` with the patches applied. */
export function applyPatches(text: string, patches: Patches): string {
  if (patches.count === 0) return text
  return (patches.count > FEW && copyUnits(text, patches)) || joinPieces(text, patches)
}

function joinPieces(text: string, { count, starts, ends, replacements }: Patches): string {
  const pieces: string[] = []
  let from = 0
  for (let i = 0; i < count; i++) {
    pieces.push(text.slice(from, starts[i]), replacements[i] as string)
    from = ends[i] as number
  }
  pieces.push(text.slice(from))
  return pieces.join('')
}

/** Three times as fast as joining where patches are short and many; undefined where a lone surrogate stands in the way. */
function copyUnits(text: string, { count, starts, ends, replacements }: Patches): string | undefined {
  let length = text.length
  for (let i = 0; i < count; i++) length += (replacements[i] as string).length - (ends[i] as number) + (starts[i] as number)
  const units = new Uint16Array(length)
  let written = 0
  let from = 0
  for (let i = 0; i < count; i++) {
    const start = starts[i] as number
    for (let at = from; at < start; at++) units[written++] = text.charCodeAt(at)
    const replacement = replacements[i] as string
    for (let at = 0; at < replacement.length; at++) units[written++] = replacement.charCodeAt(at)
    from = ends[i] as number
  }
  for (let at = from; at < text.length; at++) units[written++] = text.charCodeAt(at)
  try {
    return new TextDecoder('utf-16le', { fatal: true, ignoreBOM: true }).decode(units)
  } catch {
    return undefined
  }
}

/** Patches of both lists, made on the same text, as one list. Where two overlap, the one that starts later is dropped. */
export function mergePatches(a: Patches, b: Patches): Patches {
  if (a.count === 0) return b
  if (b.count === 0) return a
  const merged = noPatches(a.count + b.count)
  let i = 0
  let j = 0
  let end = 0
  while (i < a.count || j < b.count) {
    const takesA = j === b.count || (i < a.count && (a.starts[i] as number) <= (b.starts[j] as number))
    const from = takesA ? a : b
    const index = takesA ? i++ : j++
    const start = from.starts[index] as number
    if (start < end) continue
    end = from.ends[index] as number
    pushPatch(merged, start, end, from.replacements[index] as string, from.grounds[index] as Grounds)
  }
  return merged
}

/**
 * One list of patches on `source` that does what `first` on the source and then `second` on its outcome do.
 * Where a patch of `second` touches what a patch of `first` wrote, the two become one, on the less certain grounds.
 */
export function composePatches(source: string, first: Patches, second: Patches): Patches {
  if (first.count === 0) return second
  if (second.count === 0) return first
  const composed = noPatches(first.count + second.count)
  /** How many patches of each list were taken, and the offset in the middle text less that in the source behind them. */
  let taken: Taken = { i: 0, j: 0, shift: 0 }
  while (taken.i < first.count || taken.j < second.count) {
    const { i, j, shift } = taken
    const middle = startOf(first, i) + shift
    const start = startOf(second, j)
    const length = i < first.count ? (first.replacements[i] as string).length : 0
    if (middle + length <= start) {
      const end = first.ends[i] as number
      pushPatch(composed, middle - shift, end, first.replacements[i] as string, first.grounds[i] as Grounds)
      taken = { i: i + 1, j, shift: middle + length - end }
    } else if ((second.ends[j] as number) <= middle) {
      const end = second.ends[j] as number
      pushPatch(composed, start - shift, end - shift, second.replacements[j] as string, second.grounds[j] as Grounds)
      taken = { i, j: j + 1, shift }
    } else {
      const behind = clusterFrom(first, second, taken)
      pushCluster(composed, source, first, second, taken, behind)
      taken = behind
    }
  }
  return composed
}

/** Where patch `i` starts; beyond the text for the one behind the last. */
function startOf({ count, starts }: Patches, i: number): number {
  return i < count ? (starts[i] as number) : Number.POSITIVE_INFINITY
}

/** How far the patches of both lists were taken, and the shift there. */
interface Taken {
  i: number
  j: number
  shift: number
}

/** Takes patches of both lists on as long as each overlaps those before it. */
function clusterFrom(first: Patches, second: Patches, before: Taken): Taken {
  let { i, j, shift } = before
  let to = Math.min(startOf(first, i) + shift, startOf(second, j)) + 1
  for (;;) {
    const middle = startOf(first, i) + shift
    const start = startOf(second, j)
    if (middle < to && middle <= start) {
      const end = middle + (first.replacements[i] as string).length
      to = Math.max(to, end)
      shift = end - (first.ends[i] as number)
      i++
    } else if (start < to) {
      to = Math.max(to, second.ends[j] as number)
      j++
    } else {
      return { i, j, shift }
    }
  }
}

/** Writes the patches from `before` up to `behind` as one. */
function pushCluster(
  composed: Patches,
  source: string,
  first: Patches,
  second: Patches,
  before: Taken,
  behind: Taken,
): void {
  const start = Math.min(startOf(first, before.i), startOf(second, before.j) - before.shift)
  const firstEnd = behind.i > before.i ? (first.ends[behind.i - 1] as number) : start
  const secondEnd = behind.j > before.j ? (second.ends[behind.j - 1] as number) - behind.shift : start
  const end = Math.max(firstEnd, secondEnd)
  const lower = part(first, before.i, behind.i, -start)
  const upper = part(second, before.j, behind.j, -start - before.shift)
  const text = applyPatches(applyPatches(source.slice(start, end), lower), upper)
  pushPatch(composed, start, end, text, [...lower.grounds, ...upper.grounds].reduce(lessCertain))
}

/** The patches from index `from` up to `to`, moved by `by` code units. */
function part(patches: Patches, from: number, to: number, by: number): Patches {
  return {
    count: to - from,
    starts: patches.starts.slice(from, to).map((start) => start + by),
    ends: patches.ends.slice(from, to).map((end) => end + by),
    replacements: patches.replacements.slice(from, to),
    grounds: patches.grounds.slice(from, to),
  }
}

const DOUBT: Record<Certainty, number> = { certain: 0, likely: 1, unsure: 2 }

function lessCertain(a: Grounds, b: Grounds): Grounds {
  return DOUBT[b.certainty] > DOUBT[a.certainty] ? b : a
}

/** The patches on `source` as edits with lines and columns. */
export function toEdits(source: string, patches: Patches, locator: Locator = createLocator(source)): Edit[] {
  const { count, starts, ends, replacements, grounds } = patches
  const edits: Edit[] = new Array(count)
  for (let i = 0; i < count; i++) {
    const { rule, certainty, evidence } = grounds[i] as Grounds
    const position = locator.toPosition(starts[i] as number, ends[i] as number)
    const original = source.slice(starts[i], ends[i])
    const replacement = replacements[i] as string
    edits[i] = evidence
      ? { rule, position, original, replacement, certainty, evidence }
      : { rule, position, original, replacement, certainty }
  }
  return edits
}

/** The edits as patches, for mapping and applying. */
export function fromEdits(edits: readonly Edit[]): Patches {
  const patches = noPatches(edits.length)
  for (const { position, replacement, ...grounds } of edits) {
    pushPatch(patches, position.start.offset, position.end.offset, replacement, grounds)
  }
  return patches
}
