import type { Certainty, Edit, Evidence, Repair } from '../schema/edit.ts'
import { createLocator, type Locator } from './lines.ts'
import { unitsOf } from './units.ts'

/** What all repairs of one kind have in common; shared between patches, so that a patch costs no object. */
export interface Grounds {
  rule: Repair
  certainty: Certainty
  evidence?: Evidence | undefined
}

/** What a patch writes, and why; one for all patches that are alike. */
export interface Change {
  replacement: string
  grounds: Grounds
}

/**
 * Replacements on one text, as columns: for each `i` below `count`, `starts[i]`–`ends[i]` (UTF-16 offsets, end
 * exclusive) becomes what `changes[changeOf[i]]` says. Sorted, never overlapping.
 *
 * Each repair makes patches on the text that the repairs before it left; `composePatches` brings them back to the source.
 */
export interface Patches {
  count: number
  starts: Int32Array
  ends: Int32Array
  /** Indices into `changes`. */
  changeOf: Int32Array
  changes: Change[]
}

/** No patches yet, with room for `capacity` of them before the columns have to grow, each of which does one of `changes`. */
export function noPatches(capacity = 0, changes: Change[] = []): Patches {
  const column = () => (capacity === 0 ? EMPTY : new Int32Array(capacity))
  return { count: 0, starts: column(), ends: column(), changeOf: column(), changes }
}

const EMPTY = new Int32Array(0)

/** Adds one patch behind all others. */
export function pushPatch(patches: Patches, start: number, end: number, replacement: string, grounds: Grounds): void {
  const { changes } = patches
  const last = changes.at(-1)
  if (last?.replacement !== replacement || last.grounds !== grounds) changes.push({ replacement, grounds })
  pushChange(patches, start, end, changes.length - 1)
}

/** Adds one patch that does what `patches.changes[change]` says. */
export function pushChange(patches: Patches, start: number, end: number, change: number): void {
  const i = patches.count++
  if (i === patches.starts.length) grow(patches)
  patches.starts[i] = start
  patches.ends[i] = end
  patches.changeOf[i] = change
}

function grow(patches: Patches): void {
  const capacity = Math.max(patches.starts.length * 2, 16)
  patches.starts = extended(patches.starts, capacity)
  patches.ends = extended(patches.ends, capacity)
  patches.changeOf = extended(patches.changeOf, capacity)
}

/** A column with room for more. */
export function extended(column: Int32Array, capacity: number): Int32Array {
  const longer = new Int32Array(capacity)
  longer.set(column)
  return longer
}

/** What patch `i` does. */
export function changeAt({ changes, changeOf }: Patches, i: number): Change {
  return changes[changeOf[i] as number] as Change
}

/** The patches for which `keep` says yes. */
export function filterPatches(patches: Patches, keep: (i: number) => boolean): Patches {
  const kept = noPatches(patches.count, patches.changes)
  for (let i = 0; i < patches.count; i++) {
    if (keep(i)) pushChange(kept, patches.starts[i] as number, patches.ends[i] as number, patches.changeOf[i] as number)
  }
  return kept
}

/** Where patches stand closer than this many code units on average, units are copied one by one; else pieces are joined. */
const CLOSE = 100

/** `text` with the patches applied. */
export function applyPatches(text: string, patches: Patches): string {
  return patches.count === 0 ? text : joinPieces(text, patches)
}

/** A text, and its UTF-16 code units. */
export interface Print {
  text: string
  units: Uint16Array
}

/** `applyPatches` for a text whose units are at hand. */
export function patch(print: Print, patches: Patches): Print {
  if (patches.count === 0) return print
  const units = patchUnits(print.units, patches)
  const close = patches.count * CLOSE > units.length
  return { text: (close && decode(units)) || joinPieces(print.text, patches), units }
}

function joinPieces(text: string, patches: Patches): string {
  const pieces: string[] = []
  let from = 0
  for (let i = 0; i < patches.count; i++) {
    pieces.push(text.slice(from, patches.starts[i]), changeAt(patches, i).replacement)
    from = patches.ends[i] as number
  }
  pieces.push(text.slice(from))
  return pieces.join('')
}

/** Up to so many units, to copy one by one is quicker than to have them copied. */
const FEW = 100

function patchUnits(units: Uint16Array, { count, starts, ends, changeOf, changes }: Patches): Uint16Array {
  const replacements = changes.map(({ replacement }) => unitsOf(replacement))
  const longest = replacements.reduce((most, { length }) => Math.max(most, length), 0)
  const patched = new Uint16Array(units.length + count * longest)
  let written = 0
  let from = 0
  for (let i = 0; i < count; i++) {
    const start = starts[i] as number
    if (start - from > FEW) {
      patched.set(units.subarray(from, start), written)
      written += start - from
    } else {
      for (let at = from; at < start; at++) patched[written++] = units[at] as number
    }
    const replacement = replacements[changeOf[i] as number] as Uint16Array
    for (let at = 0; at < replacement.length; at++) patched[written++] = replacement[at] as number
    from = ends[i] as number
  }
  patched.set(units.subarray(from), written)
  return patched.subarray(0, written + units.length - from)
}

let decoder: InstanceType<typeof TextDecoder> | undefined

/** Three times as fast as joining pieces where patches stand close; undefined where a lone surrogate stands in the way. */
function decode(units: Uint16Array): string | undefined {
  try {
    decoder ??= new TextDecoder('utf-16le', { fatal: true, ignoreBOM: true })
    return decoder.decode(units)
  } catch {
    decoder = undefined
    return undefined
  }
}

/** Patches of both lists, made on the same text, as one list. Where two overlap, the one that starts later is dropped. */
export function mergePatches(a: Patches, b: Patches): Patches {
  if (a.count === 0) return b
  if (b.count === 0) return a
  const merged = noPatches(a.count + b.count, [...a.changes, ...b.changes])
  let i = 0
  let j = 0
  let end = 0
  while (i < a.count || j < b.count) {
    const takesA = startOf(a, i) <= startOf(b, j)
    const from = takesA ? a : b
    const index = takesA ? i++ : j++
    const start = from.starts[index] as number
    if (start < end) continue
    end = from.ends[index] as number
    pushChange(merged, start, end, (from.changeOf[index] as number) + (takesA ? 0 : a.changes.length))
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
  const composed = noPatches(first.count + second.count, [...first.changes, ...second.changes])
  let i = 0
  let j = 0
  /** The offset in the middle text less that in the source, behind the patches of `first` taken so far. */
  let shift = 0
  while (i < first.count || j < second.count) {
    const middle = startOf(first, i) + shift
    const start = startOf(second, j)
    if (i < first.count && middle + lengthOf(first, i) <= start) {
      const from = i
      while (i < first.count) {
        const behind = (first.starts[i] as number) + shift + lengthOf(first, i)
        if (behind > start) break
        shift = behind - (first.ends[i] as number)
        i++
      }
      pushAll(composed, first, from, i)
    } else if (endOf(second, j) <= middle) {
      const end = endOf(second, j)
      pushChange(composed, start - shift, end - shift, (second.changeOf[j] as number) + first.changes.length)
      j++
    } else {
      const behind = clusterFrom(first, second, { i, j, shift })
      pushCluster(composed, source, first, second, { i, j, shift }, behind)
      i = behind.i
      j = behind.j
      shift = behind.shift
    }
  }
  return composed
}

/** Adds the patches from index `from` up to `to`, which mean the same changes; there must be room. */
function pushAll(patches: Patches, { starts, ends, changeOf }: Patches, from: number, to: number): void {
  patches.starts.set(starts.subarray(from, to), patches.count)
  patches.ends.set(ends.subarray(from, to), patches.count)
  patches.changeOf.set(changeOf.subarray(from, to), patches.count)
  patches.count += to - from
}

/** Behind every text: no string is this long. */
const BEYOND = 0x3fffffff

function startOf({ count, starts }: Patches, i: number): number {
  return i < count ? (starts[i] as number) : BEYOND
}

function endOf({ count, ends }: Patches, i: number): number {
  return i < count ? (ends[i] as number) : BEYOND
}

/** How many code units patch `i` writes. */
function lengthOf(patches: Patches, i: number): number {
  return changeAt(patches, i).replacement.length
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
      const end = middle + lengthOf(first, i)
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
  const grounds = [lower, upper].flatMap((patches) =>
    [...patches.changeOf].map((change) => patches.changes[change]?.grounds as Grounds),
  )
  pushPatch(composed, start, end, text, grounds.reduce(lessCertain))
}

/** The patches from index `from` up to `to`, moved by `by` code units. */
function part(patches: Patches, from: number, to: number, by: number): Patches {
  return {
    count: to - from,
    starts: patches.starts.slice(from, to).map((start) => start + by),
    ends: patches.ends.slice(from, to).map((end) => end + by),
    changeOf: patches.changeOf.slice(from, to),
    changes: patches.changes,
  }
}

const DOUBT: Record<Certainty, number> = { certain: 0, likely: 1, unsure: 2 }

function lessCertain(a: Grounds, b: Grounds): Grounds {
  return DOUBT[b.certainty] > DOUBT[a.certainty] ? b : a
}

/** The patches on `source` as edits with lines and columns. */
export function toEdits(source: string, patches: Patches, locator: Locator = createLocator(source)): Edit[] {
  const { count, starts, ends } = patches
  const edits: Edit[] = new Array(count)
  const originals: string[] = new Array(ORIGINALS).fill('')
  for (let i = 0; i < count; i++) {
    const start = starts[i] as number
    const end = ends[i] as number
    const { replacement, grounds } = changeAt(patches, i)
    const { rule, certainty, evidence } = grounds
    const position = locator.toPosition(start, end)
    const original = end - start === 1 ? source.charAt(start) : sliceOnce(source, start, end, originals)
    edits[i] = evidence
      ? { rule, position, original, replacement, certainty, evidence }
      : { rule, position, original, replacement, certainty }
  }
  return edits
}

/** How many different originals are remembered. */
const ORIGINALS = 1024

/** `source.slice(start, end)`; the same string again where the same characters were sliced before. */
function sliceOnce(source: string, start: number, end: number, seen: string[]): string {
  const place = (source.charCodeAt(start + 1) * 31 + source.charCodeAt(start + 2) * 7 + end - start) & (ORIGINALS - 1)
  const last = seen[place] as string
  if (last.length === end - start && source.startsWith(last, start)) return last
  const slice = source.slice(start, end)
  seen[place] = slice
  return slice
}

/** The edits as patches, for mapping and applying. */
export function fromEdits(edits: readonly Edit[]): Patches {
  const patches = noPatches(edits.length)
  for (const { position, replacement, ...grounds } of edits) {
    pushPatch(patches, position.start.offset, position.end.offset, replacement, grounds)
  }
  return patches
}
