/**
 * A tree in outline: what the gold notation says and what the scorer compares.
 * A gold tree is read from its notation, a parsed tree is made from a `ParseResult`; both end up here.
 */
export interface Outline {
  /** `title line`, `title stem`, `published`, `editor` … to their values. */
  facts: Map<string, string>
  nodes: OutlineNode[]
}

export interface OutlineNode {
  type: OutlineType
  /** What must agree to the letter: `2 run-in [1.] arabic 1`, `peroration`, `1 printed 1`. */
  detail: string
  /** The words of the node; in a gold tree they may be shortened to `beginning~~ending`. */
  text: string
  children: OutlineNode[]
  /** Where it stands in the source: UTF-16 offset, or undefined where it stands nowhere. */
  offset?: number | undefined
}

export const outlineTypes = [
  'heading',
  'field',
  'noise',
  'preface',
  'related',
  'link',
  'item',
  'note',
  'speech',
  'announced',
  'byline',
  'salutation',
  'readdress',
  'paragraph',
  'section',
  'list',
  'listItem',
  'stage',
  'closing',
] as const

export type OutlineType = (typeof outlineTypes)[number]

/** The facts of a page, in the order they are written. */
export const factNames = ['title line', 'title stem', 'published', 'editor', 'author', 'source', 'format'] as const

/** Every node of the outline with its depth, parents before children. */
export function* walk(nodes: OutlineNode[], depth = 0): Generator<{ node: OutlineNode; depth: number }> {
  for (const node of nodes) {
    yield { node, depth }
    yield* walk(node.children, depth + 1)
  }
}

/** One line of gold notation for a node. */
export function print(node: OutlineNode): string {
  if (node.type === 'listItem') return `- ${node.detail === '' ? '' : `[${node.detail}] `}${node.text}`
  const head = node.detail === '' ? node.type : `${node.type} ${node.detail}`
  return node.text === '' ? head : `${head}: ${node.text}`
}
