import { around } from '../parse/leaves.ts'
import type { Page } from '../parse/page.ts'
import type { Phrasing, Text } from '../schema/phrasing.ts'
import type { Position } from '../schema/position.ts'
import type { Annotation, Span } from './span.ts'

type Parts = Pick<Page, 'text' | 'map' | 'locator'>

/** A leaf, or a piece of one, and where it stands in the text of its paragraph; what is not text has no width. */
interface Piece {
  node: Phrasing
  start: number
  end: number
}

/**
 * The children of a paragraph with the spans of its text made into nodes.
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
  const borders = bordersOf(nested, lone)
  return nest(cut(children, borders, page), nested)
}

/** What a node may hold: a leaf nothing, a figure or date only the masks in it, a title no figures (《海底兩萬里》). */
function holds({ type }: Annotation, inner: Annotation): boolean {
  if (type === 'elision' || type === 'enumerator') return false
  if (type === 'citation') return inner.type !== 'quantity'
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

/** All places where a leaf must be cut, sorted; some more than once. */
function bordersOf(spans: readonly Span[], lone: readonly number[]): number[] {
  const borders: number[] = []
  for (const { start, end } of spans) borders.push(start, end)
  for (const at of lone) borders.push(at, at + 1)
  return borders.sort((a, b) => a - b)
}

function cut(children: readonly Phrasing[], borders: readonly number[], page: Parts): Piece[] {
  const pieces: Piece[] = []
  let next = 0
  let at = 0
  for (const node of children) {
    if (node.type !== 'text') {
      pieces.push({ node, start: at, end: at })
      continue
    }
    const start = at
    const end = start + node.value.length
    const cuts: number[] = []
    for (; next < borders.length && (borders[next] as number) < end; next++) {
      const border = borders[next] as number
      if (border > start && border !== borders[next - 1]) cuts.push(border - start)
    }
    for (const piece of cutLeaf(node, cuts, page)) {
      pieces.push({ node: piece, start: at, end: at + piece.value.length })
      at += piece.value.length
    }
  }
  return pieces
}

/**
 * The pieces of one leaf. Together they cover in the source what the leaf covered: the first starts where it did,
 * the last ends where it did, and each starts where the one before it ended. Text that was deleted belongs to the
 * piece before it; a border inside an edit moves to the edit's end.
 */
function cutLeaf(leaf: Text, cuts: readonly number[], page: Parts): Text[] {
  if (cuts.length === 0) return [leaf]
  const positions = leaf.position && placePieces(leaf, leaf.position, cuts, page)
  const pieces: Text[] = []
  for (let i = 0; i <= cuts.length; i++) {
    const piece: Text = { type: 'text', value: leaf.value.slice(cuts[i - 1] ?? 0, cuts[i]) }
    if (positions?.[i]) piece.position = positions[i]
    pieces.push(piece)
  }
  return pieces
}

function placePieces(
  leaf: Text,
  { start, end }: Position,
  cuts: readonly number[],
  { text, map, locator }: Parts,
): Position[] {
  const restored = alignment(leaf.value, text, map.toRestored(start.offset), map.toRestored(end.offset))
  const positions: Position[] = []
  let from = start
  for (const at of cuts) {
    const offset = Math.min(Math.max(map.toSourceEnd(restored(at)), from.offset), end.offset)
    const to = locator.toPoint(offset)
    positions.push({ start: from, end: to })
    from = to
  }
  positions.push({ start: from, end })
  return positions
}

/** Farthest that a leaf's text starts before its place in the source: inside what an edit wrote. */
const REACH = 256

/**
 * Says for an offset in a leaf's value where it stands in the restored text between `from` and `to`.
 * Markup around the value is skipped, and inline marks inside it, which the value does without.
 *
 *     ## 抓好**水利**    value 抓好水利
 *        ^    ^                 ^
 */
function alignment(value: string, text: string, from: number, to: number): (at: number) => number {
  if (text.startsWith(value, from)) return (at) => from + at
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

function nest(pieces: readonly Piece[], spans: readonly Span[]): Phrasing[] {
  const root: Phrasing[] = []
  const open: { end: number; node: Phrasing & { children: Phrasing[] } }[] = []
  let next = 0
  const close = (at: number) => {
    while (open.length > 0 && (open.at(-1) as { end: number }).end <= at) {
      const { node } = open.pop() as (typeof open)[number]
      const { position } = around(node.children)
      if (position) node.position = position
    }
  }
  for (const { node, start, end } of pieces) {
    close(start)
    let leaf: Phrasing = node
    for (; next < spans.length && end > start && (spans[next] as Span).start <= start; next++) {
      const span = spans[next] as Span
      const made = toNode(span.annotation, node)
      if (made && 'children' in made) {
        ;(open.at(-1)?.node.children ?? root).push(made)
        open.push({ end: span.end, node: made })
      } else leaf = made
    }
    ;(open.at(-1)?.node.children ?? root).push(leaf)
  }
  close(Number.POSITIVE_INFINITY)
  return root
}

/** The node of an annotation: a leaf takes value and place of its text, a parent is filled later. */
function toNode(annotation: Annotation, leaf: Phrasing): Phrasing {
  if (annotation.type !== 'elision' && annotation.type !== 'enumerator') return { ...annotation, children: [] }
  const { value, position } = leaf as Text
  return { ...annotation, value, ...(position && { position }) }
}
