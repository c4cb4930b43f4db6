import { type Page, placeIn } from '../parse/page.ts'
import type { Phrasing } from '../schema/phrasing.ts'
import type { Position } from '../schema/position.ts'

/** A node of a speech that holds running text: paragraph, heading, list item, salutation, closing … */
export interface SpokenLine {
  type: string
  id?: string
  children: Phrasing[]
  position?: Position | undefined
}

/** What a line is made of: its text, what is left out or counted in it, its marker, noise. */
export type Leaf = Extract<Phrasing, { value: string }>

/** What is said in a line of these leaves: its text without its marker and without what the site put into it. */
export function spokenIn(leaves: readonly Leaf[]): string {
  let text = ''
  for (const { type, value } of leaves) if (type !== 'noise' && type !== 'marker') text += value
  return text
}

/** Where the restored text has what is said in a line of these leaves; undefined where it does not have it in one piece. */
export function placeOf(said: string, leaves: readonly Leaf[], page: Pick<Page, 'text' | 'map'>): number | undefined {
  const first = leaves.find(({ type }) => type !== 'noise' && type !== 'marker')?.position?.start.offset
  return first === undefined ? undefined : placeIn(page, said, first)
}

/** Whether the source has a text at a place as it is, with no markup and no damage among it, so that it can be replaced. */
export function isPrinted(text: string, { start, end }: Position): boolean {
  return end.offset - start.offset === text.length
}

/** The leaves under nodes, in order. */
export function leavesOf(nodes: readonly Phrasing[]): readonly Leaf[] {
  for (const node of nodes) if (!isLeaf(node)) return addLeaves(nodes, [])
  return nodes as readonly Leaf[]
}

function addLeaves(nodes: readonly Phrasing[], leaves: Leaf[]): Leaf[] {
  for (const node of nodes) {
    if (isLeaf(node)) leaves.push(node)
    else addLeaves(node.children, leaves)
  }
  return leaves
}

function isLeaf(node: Phrasing): node is Leaf {
  const { type } = node
  return type === 'text' || type === 'elision' || type === 'enumerator' || type === 'marker' || type === 'noise'
}
