import type { Certainty, Edit, Position } from '@speeches/core/schema'
import { element, escapeXml } from './xml.ts'

/** TEI's words for how sure a repair is. */
const CERT: Readonly<Record<Certainty, string>> = { certain: 'high', likely: 'medium', unsure: 'low' }

/** Who made the repairs: an id in the header. */
export const REPAIRER = 'speeches'

/** A repair as TEI: what the source said, and what it says as restored, with certainty and responsibility. */
export function choiceXml({ rule, original, replacement, certainty }: Edit, place?: string): string {
  const sic = element('sic', {}, escapeXml(original))
  const attributes = { cert: CERT[certainty], resp: `#${REPAIRER}`, type: rule }
  return element('choice', { n: place }, sic + element('corr', attributes, textXml(replacement)))
}

/** Text on one line. */
export function textXml(text: string): string {
  return escapeXml(text.replace(/[\r\n]+/g, ''))
}

/** Writes the leaves of a tree with the repairs that were made in them. */
export interface Repairs {
  /** The value of a leaf, with a choice for each repair in it. Leaves must come in the order of the source. */
  leafXml(value: string, position: Position | undefined): string
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
    leafXml(value, position) {
      const begun = restIn(value)
      let xml = begun ? choiceXml(begun) : ''
      let at = begun ? begun.replacement.length : 0
      const inLeaf = position ? editsIn(position) : []
      if (!position || inLeaf.length === 0) return xml + textXml(value.slice(at))
      for (const { edit, offset } of placeEdits(value, position, inLeaf)) {
        if (offset < at) continue
        const replacement = value.slice(offset, offset + edit.replacement.length)
        xml += textXml(value.slice(at, offset)) + choiceXml({ ...edit, replacement })
        at = offset + replacement.length
        written.add(edit)
        keepRest(edit, replacement.length)
      }
      return xml + textXml(value.slice(at))
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
 * it was left out; then the repairs are looked for as far to the front as markup can have been there.
 */
function placeEdits(value: string, { start, end }: Position, edits: readonly Edit[]): PlacedEdit[] {
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
