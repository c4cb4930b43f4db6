import type { Collection } from '../schema/collection.ts'
import type { Phrasing } from '../schema/phrasing.ts'
import type { Position } from '../schema/position.ts'
import type { SectionContent, Speech, SpeechContent } from '../schema/speech.ts'

/** A node of a speech that holds running text: paragraph, heading, list item, salutation, closing … */
export interface SpokenLine {
  type: string
  id?: string
  children: Phrasing[]
  position?: Position | undefined
}

/** All lines of a speech, in order. */
export function linesOf(speech: Speech): SpokenLine[] {
  const lines: SpokenLine[] = []
  collect(speech.children)
  return lines

  function collect(parts: readonly (SpeechContent | SectionContent)[]): void {
    for (const part of parts) {
      if (part.type === 'section') collect(part.children)
      else if (part.type === 'list') for (const entry of part.children) lines.push(entry)
      else if (part.type !== 'noise') lines.push(part)
    }
  }
}

/** All lines of a page that were spoken or head what was, in order: the headings of items too. */
export function allLinesOf(collection: Collection): SpokenLine[] {
  return collection.children.flatMap((child) =>
    child.type === 'item'
      ? child.children.flatMap((part): SpokenLine[] => {
          if (part.type === 'heading') return [part]
          return part.type === 'speech' ? linesOf(part) : []
        })
      : [],
  )
}

/** Calls `see` for each leaf of a line, in order, with the parent that it stands in. */
export function eachLeaf(
  parent: { type: string; children: readonly Phrasing[] },
  see: (leaf: Extract<Phrasing, { value: string }>, parent: { type: string; children: readonly Phrasing[] }) => void,
): void {
  for (const child of parent.children) {
    if ('children' in child) eachLeaf(child, see)
    else see(child, parent)
  }
}
