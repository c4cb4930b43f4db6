import type { fromMarkdown } from 'mdast-util-from-markdown'

/** The tree of a Markdown file (mdast), by the types of the library that makes it. */
export type Root = ReturnType<typeof fromMarkdown>
type ChildOf<T> = T extends { children: (infer Child)[] } ? Child : never
type Block = ChildOf<Root>

/** Any node of the tree. */
export type Nodes = Root | Block | ChildOf<Block> | ChildOf<ChildOf<Block>>
