import type { Edit, Position } from '@speeches/parser'

/** A stretch of restored text, and the edit that it shows; a run of text that no edit made has none. */
export interface Marked {
  text: string
  edit?: Edit
}

/** The edits that start in a stretch of the source, found by bisection. */
export function editsIn(edits: readonly Edit[], { start, end }: Position): Edit[] {
  let low = 0
  let high = edits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edits[middle] as Edit).position.start.offset < start.offset) low = middle + 1
    else high = middle
  }
  let last = low
  while (last < edits.length && (edits[last] as Edit).position.start.offset < end.offset) last++
  return edits.slice(low, last)
}

/**
 * The restored text of a stretch of source, cut where edits stand. An edit that left nothing is shown on the
 * character before it: that is where its gloss or line end stood.
 */
export function markEdits(source: string, { start, end }: Position, edits: readonly Edit[]): Marked[] {
  const marked: Marked[] = []
  let at = start.offset
  for (const edit of edits) {
    plain(source.slice(at, edit.position.start.offset))
    const before = marked.at(-1)
    if (edit.replacement !== '') marked.push({ text: edit.replacement, edit })
    else if (before && !before.edit) marked.push(...splitLast(marked.pop() as Marked, edit))
    at = edit.position.end.offset
  }
  plain(source.slice(at, end.offset))
  return marked

  function plain(text: string): void {
    if (text !== '') marked.push({ text })
  }
}

function splitLast({ text }: Marked, edit: Edit): Marked[] {
  const characters = Array.from(text)
  const last = characters.pop() ?? ''
  const rest = characters.join('')
  return rest === '' ? [{ text: last, edit }] : [{ text: rest }, { text: last, edit }]
}

/**
 * A leaf's value, cut where edits stand. Markup around it, which is in its place and not in its value, is left out.
 *
 * @param shown the value as it is shown: in another script, its n-th character is that of `value`
 */
export function markLeaf(
  source: string,
  edits: readonly Edit[],
  value: string,
  position: Position | undefined,
  shown: string,
): Marked[] {
  const inside = position ? editsIn(edits, position) : []
  if (!position || inside.length === 0) return [{ text: shown }]
  const marked = markEdits(source, position, inside)
  const from = marked
    .map(({ text }) => text)
    .join('')
    .indexOf(value)
  if (from === -1) return [{ text: shown }]
  return recut(clip(marked, from, from + value.length), shown)
}

/** The part of `marked` from one offset up to another. */
function clip(marked: readonly Marked[], from: number, to: number): Marked[] {
  const clipped: Marked[] = []
  let at = 0
  for (const one of marked) {
    const text = one.text.slice(Math.max(0, from - at), Math.max(0, to - at))
    if (text !== '') clipped.push({ ...one, text })
    at += one.text.length
  }
  return clipped
}

/** Cuts another text with as many characters at the same places. */
function recut(marked: readonly Marked[], shown: string): Marked[] {
  const characters = Array.from(shown)
  let at = 0
  return marked.map((one) => {
    const { length } = Array.from(one.text)
    at += length
    return { ...one, text: characters.slice(at - length, at).join('') }
  })
}
