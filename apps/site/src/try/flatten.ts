import type { Collection, Edit } from '@speeches/parser'
import type { BlockKind, BlockType, Edits, FigureRow, TreeRow } from './protocol.ts'

interface Node {
  type: string
  value?: string
  title?: string | null
  kind?: BlockKind
  position?: { start: { offset: number }; end: { offset: number } } | undefined
  children?: readonly Node[]
}

/** Nodes that are blocks; what is inside a line is no row of its own. */
const BLOCKS: ReadonlySet<string> = new Set<BlockType>([
  'noise',
  'collection',
  'header',
  'preface',
  'item',
  'heading',
  'editorNote',
  'speech',
  'byline',
  'salutation',
  'readdress',
  'paragraph',
  'list',
  'listItem',
  'section',
  'closing',
  'stage',
  'related',
  'relatedLink',
  'field',
])

/** Blocks that are known by what they hold, not by words of their own. */
const HOLDERS = new Set(['header', 'preface', 'item', 'speech', 'list', 'section', 'related'])

const LABEL_LENGTH = 60

/** The blocks of a tree as rows, parents first. */
export function treeRows(collection: Collection): TreeRow[] {
  const rows: TreeRow[] = []
  addRow(collection as unknown as Node, 0, rows)
  return rows
}

function addRow(node: Node, depth: number, rows: TreeRow[]): void {
  if (!BLOCKS.has(node.type)) return
  const row: TreeRow = {
    depth,
    type: node.type as BlockType,
    kind: node.kind ?? null,
    label: HOLDERS.has(node.type) ? '' : (node.title ?? labelOf(node)),
    start: node.position?.start.offset ?? 0,
    end: node.position?.end.offset ?? 0,
  }
  rows.push(row)
  if (HOLDERS.has(node.type) || node.type === 'collection') {
    for (const child of node.children ?? []) addRow(child, depth + 1, rows)
  }
}

function labelOf(node: Node): string {
  let label = ''
  gather(node)
  return label.slice(0, LABEL_LENGTH)

  function gather({ value, children }: Node): void {
    if (label.length > LABEL_LENGTH) return
    if (value !== undefined) label += value
    for (const child of children ?? []) gather(child)
  }
}

/** The quantities of a tree, in order. */
export function figureRows(collection: Collection): FigureRow[] {
  const rows: FigureRow[] = []
  visit(collection as unknown as Node)
  return rows

  function visit(node: Node): void {
    if (node.type === 'quantity') {
      const { number, unit, measure, change } = node as unknown as {
        number: number
        unit: string
        measure?: string
        change?: number
      }
      rows.push({
        text: labelOf(node),
        number,
        unit,
        measure: measure ?? '',
        change: change ?? null,
        start: node.position?.start.offset ?? 0,
        end: node.position?.end.offset ?? 0,
      })
    }
    for (const child of node.children ?? []) visit(child)
  }
}

/** How many speeches a tree holds. */
export function countSpeeches(collection: Collection): number {
  return collection.children
    .flatMap((child) => (child.type === 'item' ? child.children : []))
    .filter(({ type }) => type === 'speech').length
}

/** Edits as columns. */
export function editColumns(edits: readonly Edit[]): Edits {
  return {
    starts: Uint32Array.from(edits, ({ position }) => position.start.offset),
    ends: Uint32Array.from(edits, ({ position }) => position.end.offset),
    rules: edits.map(({ rule }) => rule),
    certainties: edits.map(({ certainty }) => certainty),
    replacements: edits.map(({ replacement }) => replacement),
    readings: Uint16Array.from(edits, ({ evidence }) => Math.min(evidence?.readings ?? 0, 0xffff)),
  }
}
