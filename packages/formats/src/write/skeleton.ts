import type { Collection } from '@speeches/core/schema'

/** Any node, as far as its words matter. */
export interface Node {
  type: string
  value?: string
  children?: Node[]
}

/** A node without its words: a leaf has their `length` in UTF-16 code units; a leaf of plain text is its length. */
export type Skeleton = number | { type: string; value?: string; length?: number; children?: Skeleton[] }

/** Nodes that are a line of a document: their children are running text. */
const LINES: ReadonlySet<string> = new Set([
  ...(['heading', 'paragraph', 'listItem', 'editorNote'] as const),
  ...(['byline', 'salutation', 'readdress', 'stage', 'closing'] as const),
])

export const isLine = ({ type }: { type: string }): boolean => LINES.has(type)

/**
 * A tree without the words of its lines. A document that keeps it is read back to the same tree, with the words of the
 * document. Positions and noise are left out.
 *
 * @param givesBack whether the document gives the words of a line back as they are; of others they are kept here
 */
export function skeletonOf(collection: Collection, givesBack: (words: string, line: Node) => boolean): Skeleton {
  return bare(collection as Node, false)

  function bare(node: Node, isWordless: boolean): Skeleton {
    const { position, value, children, ...rest } = node as Node & { position?: unknown }
    if (children) {
      const wordless = isWordless || (isLine(node) && givesBack(wordsOf(node), node))
      const kept = children.filter(({ type }) => type !== 'noise').map((child) => bare(child, wordless))
      return { ...rest, children: kept }
    }
    if (value === undefined) return rest
    if (!isWordless) return { ...rest, value }
    return node.type === 'text' ? value.length : { ...rest, length: value.length }
  }
}

/** The words of a node, noise left out. */
function wordsOf({ type, value, children = [] }: Node): string {
  if (type === 'noise') return ''
  return value ?? children.map(wordsOf).join('')
}

/** A skeleton as JSON that can stand in a comment and in XML. */
export function skeletonJson(skeleton: Skeleton): string {
  return JSON.stringify(skeleton).replace(
    /[<>&\ufffe\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
