import type { Edit, Position } from '@speeches/core/schema'

/** Part of a leaf's value: text as it was printed, or a repair, with what of its replacement stands in this leaf. */
export type Stretch = string | Edit

/** Finds the repairs that were made in the leaves of a tree. */
export interface Repairs {
  /** The value of a leaf, parted at the repairs in it. Leaves must come in the order of the source. */
  stretches(value: string, position: Position | undefined): Stretch[]
  /** The repairs that stand in no leaf that was written: in header lines, noise, links and between lines. */
  left(): Edit[]
}

export function createRepairs(edits: readonly Edit[]): Repairs {
  const written = new Set<Edit>()
  let next = 0
  /** A repair of the leaf before that goes on in this one: what it says there is new, what the page said stands there. */
  let rest: Edit | undefined

  function editsIn({ start, end }: Position): Edit[] {
    while (next < edits.length && (edits[next] as Edit).position.start.offset < start.offset) next++
    const from = next
    while (next < edits.length && (edits[next] as Edit).position.end.offset <= end.offset) next++
    return edits.slice(from, next)
  }

  /** What this leaf has of the repair that goes on in it. */
  function restIn(value: string): Edit | undefined {
    if (!rest) return undefined
    const replacement = rest.replacement.slice(0, value.length)
    const found = value.startsWith(replacement) ? { ...rest, replacement } : undefined
    keepRest(rest, found ? value.length : rest.replacement.length)
    return found
  }

  function keepRest(edit: Edit, from: number): void {
    const replacement = edit.replacement.slice(from).trim()
    rest = replacement === '' ? undefined : { ...edit, original: '', replacement }
  }

  return {
    stretches(value, position) {
      const begun = restIn(value)
      const stretches: Stretch[] = begun ? [begun] : []
      let at = begun ? begun.replacement.length : 0
      for (const { edit, offset } of position ? placeEdits(value, position, editsIn(position)) : []) {
        if (offset < at) continue
        const replacement = value.slice(offset, offset + edit.replacement.length)
        if (offset > at) stretches.push(value.slice(at, offset))
        stretches.push({ ...edit, replacement })
        at = offset + replacement.length
        written.add(edit)
        keepRest(edit, replacement.length)
      }
      if (at < value.length) stretches.push(value.slice(at))
      return stretches
    },
    left: () => edits.filter((edit) => !written.has(edit)),
  }
}

interface PlacedEdit {
  edit: Edit
  /** Where its replacement stands in the leaf's value, in UTF-16 code units. */
  offset: number
}

/**
 * Where in a leaf's value its repairs stand. The value is the restored text of the leaf's place, unless markup around
 * it was left out; then the repairs are looked for as far to the front as markup can have been there. Where nothing
 * was left out, they stand where they were made, though the words may be in another script by now.
 */
function placeEdits(value: string, { start, end }: Position, edits: readonly Edit[]): PlacedEdit[] {
  if (edits.length === 0) return []
  let shift = 0
  const placed = edits.map((edit) => {
    const offset = edit.position.start.offset - start.offset + shift
    shift += edit.replacement.length - (edit.position.end.offset - edit.position.start.offset)
    return { edit, offset }
  })
  if (isBegunAt(value, placed.at(-1)) && placed.slice(0, -1).every((place) => isAt(value, place))) return placed
  const markup = end.offset - start.offset + shift - value.length
  for (const before of new Set([markup, markup >> 1, 0])) {
    const moved = placed.map(({ edit, offset }) => ({ edit, offset: offset - before }))
    if (moved.every((place) => isAt(value, place))) return moved
  }
  if (markup === 0) return inOrder(value, placed)
  return inOrder(
    value,
    placed.flatMap(({ edit, offset }) => findNear(value, edit, offset, markup)),
  )
}

function isAt(value: string, { edit, offset }: PlacedEdit): boolean {
  return offset >= 0 && offset <= value.length && value.startsWith(edit.replacement, offset)
}

/**
 * Whether a replacement begins at the end of a value: the line ended within it.
 *
 *     1、要抓好規劃??h林業局  →  1、要抓好規劃。 | 縣林業局
 *                   ^^^                     ^^^^
 */
function isBegunAt(value: string, place: PlacedEdit | undefined): boolean {
  if (!place || place.offset < 0 || place.offset >= value.length) return false
  const { edit, offset } = place
  return offset + edit.replacement.length > value.length && edit.replacement.startsWith(value.slice(offset))
}

/** No more markup than this stands before a repair in a line, in UTF-16 code units; a bound for the search. */
const MOST_MARKUP = 256

/** The nearest place before `offset`, by no more than `markup`, where the replacement stands. */
function findNear(value: string, edit: Edit, offset: number, markup: number): PlacedEdit[] {
  for (let back = 0; back <= Math.min(markup, MOST_MARKUP); back++) {
    const place = { edit, offset: offset - back }
    if (isAt(value, place)) return [place]
  }
  return []
}

/** Without those that would overlap the one before. */
function inOrder(value: string, placed: readonly PlacedEdit[]): PlacedEdit[] {
  let at = 0
  return placed.filter(({ edit, offset }) => {
    if (offset < at || offset > value.length) return false
    at = offset + edit.replacement.length
    return true
  })
}
