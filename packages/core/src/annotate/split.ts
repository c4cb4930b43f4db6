import { spanOf } from '../parse/leaves.ts'
import { type Page, placeIn } from '../parse/page.ts'
import type { Phrasing, Text } from '../schema/phrasing.ts'
import type { Point, Position } from '../schema/position.ts'
import type { Annotation, Span } from './span.ts'

type Parts = Pick<Page, 'text' | 'map' | 'locator'>

/**
 * The children of a paragraph with the spans of its text made into nodes, in one walk, left to right.
 *
 *     text    全鎮｜《河道條例》｜有｜×｜條
 *     nodes        citation        elision
 *
 * @param spans offsets in the text leaves' values, one behind the other; what does not nest is left out
 * @param lone offsets of marks that get a leaf of their own, so that a message can point at them
 * @param place where the restored text has the value of the only text leaf, where that is known (`restoredPlace`)
 */
export function split(
  children: readonly Phrasing[],
  spans: readonly Span[],
  lone: readonly number[],
  page: Parts,
  place?: number,
): Phrasing[] {
  const nested = arrange(spans)
  const cursor = { nextSpan: 0, nextLone: 0, nextChild: 0, leafEnd: 0, at: 0 }
  const leaf = { leaf: undefined, start: 0, end: 0, from: undefined, aligned: undefined }
  return take(Number.POSITIVE_INFINITY, { children, nested, lone, page, place, ...cursor, ...leaf })
}

/** A line that is cut from left to right; offsets are those of the text of all its leaves. */
interface Cutting {
  children: readonly Phrasing[]
  /** Its spans in order, the outer before the inner. */
  nested: readonly Span[]
  lone: readonly number[]
  page: Parts
  place: number | undefined
  nextSpan: number
  nextLone: number
  nextChild: number
  /** The end of the last span that became a leaf. */
  leafEnd: number
  /** Where the last piece ended. */
  at: number
  /** The text leaf that is read, where it starts and ends. */
  leaf: Text | undefined
  start: number
  end: number
  /** The place in the source where the last piece of it ended. */
  from: Point | undefined
  /** Where its value stands in the restored text; looked up when it is first asked for. */
  aligned: Alignment | undefined
}

/** The nodes up to an offset. */
function take(end: number, cutting: Cutting): Phrasing[] {
  const nodes: Phrasing[] = []
  while (cutting.at < end) {
    const leaf = leafAt(cutting, nodes)
    if (!leaf) break
    const span = cutting.nested[cutting.nextSpan]
    if (span === undefined || span.start > cutting.at) {
      nodes.push(cut(leaf, end, cutting))
      continue
    }
    cutting.nextSpan++
    if (isLeaf(span.annotation)) {
      cutting.leafEnd = span.end
      nodes.push(toLeaf(span.annotation, cut(leaf, end, cutting)))
    } else {
      const children = isWhole(span.end, cutting) ? [cut(leaf, span.end, cutting)] : take(span.end, cutting)
      nodes.push(toParent(span.annotation, children))
    }
  }
  return nodes
}

/** The text leaf to be read on in; what is no text before it goes among the nodes. */
function leafAt(cutting: Cutting, nodes: Phrasing[]): Text | undefined {
  const { children, at } = cutting
  for (; cutting.leaf === undefined && cutting.nextChild < children.length; cutting.nextChild++) {
    const child = children[cutting.nextChild] as Phrasing
    if (child.type !== 'text' || child.value === '') {
      nodes.push(child)
      continue
    }
    cutting.leaf = child
    cutting.start = at
    cutting.end = at + child.value.length
    cutting.from = child.position?.start
    cutting.aligned = cutting.place
  }
  return cutting.leaf
}

/** Whether nothing else begins or ends before an offset. */
function isWhole(before: number, { nested, nextSpan, nextLone, lone, end }: Cutting): boolean {
  const span = nested[nextSpan]
  return before <= end && !(span && span.start < before) && !(nextLone < lone.length)
}

/** The next piece of the leaf that is read, up to an offset at most. */
function cut(leaf: Text, limit: number, cutting: Cutting): Text {
  const { nested, nextSpan, lone, leafEnd, at, end } = cutting
  while (cutting.nextLone < lone.length && (lone[cutting.nextLone] as number) < at) cutting.nextLone++
  const mark = lone[cutting.nextLone] ?? limit
  let border = Math.min(limit, end, mark === at ? at + 1 : mark)
  const span = nested[nextSpan]
  if (span) border = Math.min(border, span.start)
  if (leafEnd > at) border = Math.min(border, leafEnd)
  if (border === end) cutting.leaf = undefined
  const piece = cutTo(border, leaf, cutting)
  cutting.at = border
  return piece
}

type LeafAnnotation = Extract<Annotation, { type: 'elision' | 'enumerator' }>
type ParentAnnotation = Exclude<Annotation, LeafAnnotation>

function isLeaf(annotation: Annotation): annotation is LeafAnnotation {
  return annotation.type === 'elision' || annotation.type === 'enumerator'
}

/** The node of an annotation, which no other span has: it becomes the node itself, and a copy is spared. */
function toParent(annotation: ParentAnnotation, children: Phrasing[]): Phrasing {
  const node: Growing = annotation
  const position = spanOf(children)
  node.children = children
  if (position) node.position = position
  return node as Phrasing
}

/** The leaf of an annotation: it takes value and place of its text. */
function toLeaf(annotation: LeafAnnotation, { value, position }: Text): Phrasing {
  const node: Growing = annotation
  node.value = value
  if (position) node.position = position
  return node as Phrasing
}

/** An annotation that becomes a node. */
type Growing = Annotation & { children?: Phrasing[]; value?: string; position?: Position }

/** What a node may hold: a leaf nothing, a figure or date only the masks in it, a title neither figures (《海底兩萬里》) nor names. */
function holds({ type }: Annotation, inner: Annotation): boolean {
  if (type === 'elision' || type === 'enumerator') return false
  if (type === 'citation') return inner.type !== 'quantity' && inner.type !== 'name'
  return type === 'quotation' || inner.type === 'elision'
}

/** The spans in order, the outer before the inner, without those that cross or do not belong into another. */
function arrange(spans: readonly Span[]): readonly Span[] {
  if (isFlat(spans)) return spans
  const sorted = inOrder(spans)
  const kept: Span[] = []
  const open: Span[] = []
  for (const span of sorted) {
    while (open.length > 0 && (open[open.length - 1] as Span).end <= span.start) open.pop()
    const outer = open[open.length - 1]
    if (outer && (span.end > outer.end || !holds(outer.annotation, span.annotation))) continue
    kept.push(span)
    open.push(span)
  }
  return kept
}

/** Whether each span begins behind the one before it, as in most lines. */
function isFlat(spans: readonly Span[]): boolean {
  for (let i = 1; i < spans.length; i++) if ((spans[i] as Span).start < (spans[i - 1] as Span).end) return false
  return true
}

/** The spans by their start, the longer first. Those of one annotator are in order, so that few are out of it. */
function inOrder(spans: readonly Span[]): readonly Span[] {
  if (spans.length > FEW) return [...spans].sort(byPlace)
  const sorted: Span[] = []
  for (const span of spans) {
    let at = sorted.length
    for (; at > 0 && byPlace(sorted[at - 1] as Span, span) > 0; at--) sorted[at] = sorted[at - 1] as Span
    sorted[at] = span
  }
  return sorted
}

function byPlace(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end
}

/** So many are put in order one by one. */
const FEW = 40

/**
 * The next piece of a leaf, up to an offset. Together the pieces cover in the source what the leaf covered: the first
 * starts where it did, the last ends where it did, and each starts where the one before it ended. Text that was deleted
 * belongs to the piece before it; a border inside an edit moves to the edit's end.
 */
function cutTo(border: number, leaf: Text, cutting: Cutting): Text {
  const { start, end, at, from } = cutting
  if (at === start && border === end) return leaf
  const value = leaf.value.slice(at - start, border - start)
  if (!leaf.position || !from) return { type: 'text', value }
  const to = border === end ? leaf.position.end : placeOf(border, leaf, from, leaf.position.end, cutting)
  cutting.from = to
  return { type: 'text', value, position: { start: from, end: to } }
}

function placeOf(border: number, leaf: Text, from: Point, most: Point, cutting: Cutting): Point {
  const { page, start } = cutting
  cutting.aligned ??= alignment(leaf, page)
  const source = page.map.toSourceEnd(restoredAt(cutting.aligned, border - start))
  const offset = Math.min(Math.max(source, from.offset), most.offset)
  if (from.line !== most.line) return page.locator.toPoint(offset)
  return { line: from.line, column: from.column + offset - from.offset, offset }
}

/** Farthest that a leaf's text starts before its place in the source: inside what an edit wrote. */
const REACH = 256

/** Where a leaf's value stands in the restored text: in one piece from an offset on, or each of its units at a place. */
type Alignment = number | Int32Array

function restoredAt(aligned: Alignment, at: number): number {
  return typeof aligned === 'number' ? aligned + at : (aligned[at] as number)
}

/** Where the restored text has a leaf's value; undefined where markup stands before it or in it. */
export function restoredPlace({ value, position }: Text, page: Parts): number | undefined {
  return position && placeIn(page, value, position.start.offset)
}

/**
 * Finds a leaf's value in the restored text.
 * Markup around the value is skipped, and inline marks inside it, which the value does without.
 *
 *     ## 抓好**水利**    value 抓好水利
 *        ^    ^                 ^
 */
function alignment(leaf: Text, page: Parts): Alignment {
  const whole = restoredPlace(leaf, page)
  if (whole !== undefined) return whole
  const { value, position } = leaf
  const { text, map } = page
  const from = map.toRestored(position?.start.offset ?? 0)
  const to = map.toRestored(position?.end.offset ?? 0)
  const least = Math.max(0, from - REACH)
  const found = text.slice(least, to).indexOf(value, from - least)
  if (found !== -1) return least + found
  const before = text.slice(least, to).lastIndexOf(value)
  if (before !== -1) return least + before
  const places = new Int32Array(value.length + 1)
  let place = from
  for (let at = 0; at < value.length; at++) {
    while (place < to && text[place] !== value[at]) place++
    places[at] = place++
  }
  places[value.length] = to
  return places
}
