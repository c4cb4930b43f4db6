import { around } from '../parse/leaves.ts'
import type { Page } from '../parse/page.ts'
import type { Phrasing, Text } from '../schema/phrasing.ts'
import type { Point } from '../schema/position.ts'
import type { Annotation, Span } from './span.ts'

type Parts = Pick<Page, 'text' | 'map' | 'locator'>
type Parent = Extract<Phrasing, { children: Phrasing[] }>

/**
 * The children of a paragraph with the spans of its text made into nodes, in one walk, left to right.
 *
 *     text    全鎮｜《河道條例》｜有｜×｜條
 *     nodes        citation        elision
 *
 * @param spans offsets in the text leaves' values, one behind the other; what does not nest is left out
 * @param lone offsets of marks that get a leaf of their own, so that a message can point at them
 */
export function split(
  children: readonly Phrasing[],
  spans: readonly Span[],
  lone: readonly number[],
  page: Parts,
): Phrasing[] {
  const nested = arrange(spans)
  const root: Phrasing[] = []
  const open: { end: number; node: Parent }[] = []
  let nextSpan = 0
  let nextLone = 0
  /** The end of the last span that became a leaf. */
  let leafEnd = 0
  let at = 0

  for (const child of children) {
    if (child.type !== 'text' || child.value === '') {
      push(child)
      continue
    }
    const start = at
    const end = start + child.value.length
    const cutter = createCutter(child, page)
    while (at < end) {
      const annotation = openSpans()
      const border = nextBorder(end)
      const piece = cutter(border - start)
      push(annotation ? toLeaf(annotation, piece) : piece)
      at = border
      close(at)
    }
  }
  close(Number.POSITIVE_INFINITY)
  return root

  function push(node: Phrasing): void {
    const parent = open.at(-1)
    if (parent) parent.node.children.push(node)
    else root.push(node)
  }

  /** Opens the parents that start here; what is to be a leaf is given back. */
  function openSpans(): LeafAnnotation | undefined {
    let leaf: LeafAnnotation | undefined
    for (; nextSpan < nested.length && (nested[nextSpan] as Span).start <= at; nextSpan++) {
      const { annotation, end } = nested[nextSpan] as Span
      if (isLeaf(annotation)) {
        leaf = annotation
        leafEnd = end
        continue
      }
      const node: Parent = { ...annotation, children: [] }
      push(node)
      open.push({ end, node })
    }
    return leaf
  }

  function nextBorder(leafLimit: number): number {
    while (nextLone < lone.length && (lone[nextLone] as number) < at) nextLone++
    const mark = lone[nextLone] ?? leafLimit
    let border = Math.min(leafLimit, mark === at ? at + 1 : mark, open.at(-1)?.end ?? leafLimit)
    if (nextSpan < nested.length) border = Math.min(border, (nested[nextSpan] as Span).start)
    return leafEnd > at ? Math.min(border, leafEnd) : border
  }

  function close(until: number): void {
    for (let last = open.at(-1); last && last.end <= until; last = open.at(-1)) {
      const { position } = around(last.node.children)
      if (position) last.node.position = position
      open.pop()
    }
  }
}

type LeafAnnotation = Extract<Annotation, { type: 'elision' | 'enumerator' }>

function isLeaf(annotation: Annotation): annotation is LeafAnnotation {
  return annotation.type === 'elision' || annotation.type === 'enumerator'
}

/** The leaf of an annotation: it takes value and place of its text. */
function toLeaf(annotation: LeafAnnotation, { value, position }: Text): Phrasing {
  return position ? { ...annotation, value, position } : { ...annotation, value }
}

/** What a node may hold: a leaf nothing, a figure or date only the masks in it, a title neither figures (《海底兩萬里》) nor names. */
function holds({ type }: Annotation, inner: Annotation): boolean {
  if (type === 'elision' || type === 'enumerator') return false
  if (type === 'citation') return inner.type !== 'quantity' && inner.type !== 'name'
  return type === 'quotation' || inner.type === 'elision'
}

/** The spans in order, the outer before the inner, without those that cross or do not belong into another. */
function arrange(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Span[] = []
  const open: Span[] = []
  for (const span of sorted) {
    while (open.length > 0 && (open.at(-1) as Span).end <= span.start) open.pop()
    const outer = open.at(-1)
    if (outer && (span.end > outer.end || !holds(outer.annotation, span.annotation))) continue
    kept.push(span)
    open.push(span)
  }
  return kept
}

/**
 * Cuts a leaf from left to right: each call gives the piece up to an offset in the leaf's value.
 * Together the pieces cover in the source what the leaf covered: the first starts where it did, the last ends where
 * it did, and each starts where the one before it ended. Text that was deleted belongs to the piece before it;
 * a border inside an edit moves to the edit's end.
 */
function createCutter(leaf: Text, page: Parts): (end: number) => Text {
  const { value, position } = leaf
  let at = 0
  let from = position?.start
  let restored: ((at: number) => number) | undefined

  return (end) => {
    if (at === 0 && end === value.length) return leaf
    const piece: Text = { type: 'text', value: value.slice(at, end) }
    if (position && from) {
      const to = end === value.length ? position.end : place(end, from, position.end)
      piece.position = { start: from, end: to }
      from = to
    }
    at = end
    return piece
  }

  function place(end: number, least: Point, most: Point): Point {
    const { map, locator } = page
    restored ??= alignment(leaf, page)
    return locator.toPoint(Math.min(Math.max(map.toSourceEnd(restored(end)), least.offset), most.offset))
  }
}

/** Farthest that a leaf's text starts before its place in the source: inside what an edit wrote. */
const REACH = 256

/**
 * Says for an offset in a leaf's value where it stands in the restored text.
 * Markup around the value is skipped, and inline marks inside it, which the value does without.
 *
 *     ## 抓好**水利**    value 抓好水利
 *        ^    ^                 ^
 */
function alignment({ value, position }: Text, { text, map }: Parts): (at: number) => number {
  const from = map.toRestored(position?.start.offset ?? 0)
  if (text.startsWith(value, from)) return (at) => from + at
  const to = map.toRestored(position?.end.offset ?? 0)
  const least = Math.max(0, from - REACH)
  const found = text.slice(least, to).indexOf(value, from - least)
  if (found !== -1) return (at) => least + found + at
  const before = text.slice(least, to).lastIndexOf(value)
  if (before !== -1) return (at) => least + before + at
  const places = new Int32Array(value.length + 1)
  let place = from
  for (let at = 0; at < value.length; at++) {
    while (place < to && text[place] !== value[at]) place++
    places[at] = place++
  }
  places[value.length] = to
  return (at) => places[at] as number
}
