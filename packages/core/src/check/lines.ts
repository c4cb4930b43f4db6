import type { Phrasing } from '../schema/phrasing.ts'
import type { Position } from '../schema/position.ts'

/** A node of a speech that holds running text: paragraph, heading, list item, salutation, closing … */
export interface SpokenLine {
  type: string
  id?: string
  children: Phrasing[]
  position?: Position | undefined
}

/** Whether a line is one leaf of text: nothing is cited, quoted, left out or counted in it. */
export function isPlain({ children }: SpokenLine): boolean {
  const [only] = children
  return children.length === 1 && only?.type === 'text' && only.value.length > 1
}

/** What is said in a line: its text without its marker and without what the site put into it. */
export function spokenOf(line: SpokenLine): string {
  let text = ''
  eachLeaf(line, ({ type, value }) => {
    if (type !== 'noise' && type !== 'marker') text += value
  })
  return text
}

/** Whether the source has a text at a place as it is, with no markup and no damage among it, so that it can be replaced. */
export function isPrinted(text: string, { start, end }: Position): boolean {
  return end.offset - start.offset === text.length
}

/** Calls `see` for each leaf of a line, in order, with the parent that it stands in. */
export function eachLeaf(
  parent: { type: string; children: readonly Phrasing[] },
  see: (leaf: Extract<Phrasing, { value: string }>, parent: { type: string; children: readonly Phrasing[] }) => void,
): void {
  for (const child of parent.children) {
    if (child.type !== 'text' && 'children' in child) eachLeaf(child, see)
    else see(child, parent)
  }
}
