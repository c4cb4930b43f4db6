import type { Edit } from '@speeches/core'
import type { Range } from '../store.ts'
import { fromVarints, toVarints } from './varint.ts'

/**
 * A stretch of a passage and the stretch of the source that it came from. Where nothing was edited both are of one
 * length and character stands by character; else the stretch is what an edit wrote, and stands for the whole original.
 */
export interface Segment {
  /** Code units of the passage. */
  length: number
  /** Where the stretch stands in the source. */
  source: Range
  isEdited: boolean
}

/** A leaf of the tree: restored text and where it stands in the source. */
export interface Leaf {
  value: string
  position?: { start: { offset: number }; end: { offset: number } } | undefined
}

/** The edits that lie in the leaves of a page, handed out leaf by leaf, left to right. */
export interface EditReader {
  /** The edits that start in this stretch of the source. */
  within(range: Range): readonly Edit[]
}

export function createEditReader(edits: readonly Edit[]): EditReader {
  return {
    within({ start, end }) {
      const first = firstFrom(edits, start)
      let behind = first
      while (behind < edits.length && startOf(edits[behind]) < end) behind++
      return edits.slice(first, behind)
    },
  }
}

function startOf(edit: Edit | undefined): number {
  return edit ? edit.position.start.offset : Number.POSITIVE_INFINITY
}

/** The index of the first edit that starts at `offset` or behind it. */
function firstFrom(edits: readonly Edit[], offset: number): number {
  let low = 0
  let high = edits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (startOf(edits[middle]) >= offset) high = middle
    else low = middle + 1
  }
  return low
}

/** The segments of a passage's leaves, in order; null where a leaf was generated and stands nowhere. */
export function mapLeaves(leaves: readonly Leaf[], source: string, edits: EditReader): Segment[] | null {
  const segments: Segment[] = []
  for (const { value, position } of leaves) {
    if (!position) return null
    if (value === '') continue
    const range = { start: position.start.offset, end: position.end.offset }
    for (const segment of mapLeaf(value, range, source, edits.within(range))) append(segments, segment)
  }
  return segments
}

function mapLeaf(value: string, range: Range, source: string, edits: readonly Edit[]): Segment[] {
  if (edits.length === 0 && value.length === range.end - range.start) {
    return [{ length: value.length, source: range, isEdited: false }]
  }
  const restored = restoreLeaf(range, source, edits)
  const at = restored.text.indexOf(value)
  if (at !== -1) return cut(restored.segments, at, at + value.length)
  return pickOut(value, restored)
}

interface RestoredLeaf {
  text: string
  segments: Segment[]
}

function restoreLeaf({ start, end }: Range, source: string, edits: readonly Edit[]): RestoredLeaf {
  const segments: Segment[] = []
  let text = ''
  let from = start
  for (const { position, replacement } of edits) {
    keep(position.start.offset)
    from = position.end.offset
    if (replacement === '') continue
    text += replacement
    const stretch = { start: position.start.offset, end: from }
    const isEdited = replacement.length !== 1 || stretch.end - stretch.start !== 1
    segments.push({ length: replacement.length, source: stretch, isEdited })
  }
  keep(end)
  return { text, segments }

  function keep(to: number): void {
    if (to <= from) return
    text += source.slice(from, to)
    segments.push({ length: to - from, source: { start: from, end: to }, isEdited: false })
  }
}

/** The segments of the units from `start` up to `end`. */
function cut(segments: readonly Segment[], start: number, end: number): Segment[] {
  const parts: Segment[] = []
  let at = 0
  for (const segment of segments) {
    const from = Math.max(start - at, 0)
    const to = Math.min(end - at, segment.length)
    if (from < to) parts.push(part(segment, from, to))
    at += segment.length
  }
  return parts
}

function part(segment: Segment, from: number, to: number): Segment {
  if (segment.isEdited) return { ...segment, length: to - from }
  const { start } = segment.source
  return { length: to - from, source: { start: start + from, end: start + to }, isEdited: false }
}

/** For a value that lacks units in the middle of what was restored (markup): each unit where it comes next. */
function pickOut(value: string, { text, segments }: RestoredLeaf): Segment[] {
  const picked: Segment[] = []
  let at = 0
  for (let i = 0; i < value.length; i++) {
    const found = text.indexOf(value.charAt(i), at)
    if (found === -1) continue
    for (const segment of cut(segments, found, found + 1)) append(picked, segment)
    at = found + 1
  }
  return picked
}

/** Adds a segment behind the others, as one with the last where nothing lies between them. */
function append(segments: Segment[], segment: Segment): void {
  const last = segments.at(-1)
  if (last && !last.isEdited && !segment.isEdited && last.source.end === segment.source.start) {
    last.length += segment.length
    last.source = { start: last.source.start, end: segment.source.end }
  } else if (last?.isEdited && segment.isEdited && last.source.start === segment.source.start) {
    last.length += segment.length
  } else {
    segments.push({ ...segment })
  }
}

/** Segments as bytes: for each, its length, the units of the source since the one before it, and those it stands for. */
export function packSegments(segments: readonly Segment[] | null): Uint8Array | null {
  if (!segments) return null
  let before = 0
  return toVarints(
    segments.flatMap(({ length, source: { start, end }, isEdited }) => {
      const gap = start - before
      before = end
      return isEdited ? [-length, gap, end - start] : [length, gap]
    }),
  )
}

export function unpackSegments(bytes: Uint8Array | null): Segment[] | null {
  if (!bytes) return null
  const segments: Segment[] = []
  const numbers = fromVarints(bytes)
  let before = 0
  for (let i = 0; i < numbers.length; ) {
    const signed = numbers[i++] as number
    const start = before + (numbers[i++] as number)
    const length = Math.abs(signed)
    const end = start + (signed < 0 ? (numbers[i++] as number) : length)
    segments.push({ length, source: { start, end }, isEdited: signed < 0 })
    before = end
  }
  return segments
}

/**
 * Where a stretch of a passage stands in the source: from the first character's place to the last one's, what was
 * deleted in between included.
 */
export function toSource(segments: readonly Segment[] | null, { start, end }: Range): Range | null {
  if (!segments) return null
  const parts = cut(segments, start, end)
  const first = parts[0]
  const last = parts.at(-1)
  return first && last ? { start: first.source.start, end: last.source.end } : null
}

/** Where a whole passage stands in the source. */
export function extentOf(segments: readonly Segment[] | null): Range | null {
  const first = segments?.[0]
  const last = segments?.at(-1)
  return first && last ? { start: first.source.start, end: last.source.end } : null
}
