import type { Collection, Phrasing } from '@speeches/core/schema'

/** What is done with the strings of a tree, in order. */
export interface Strings {
  /** Running text that goes on from the last piece of it, unless a line began between them. */
  run(text: string): string
  line(): void
  /** A string by itself: a unit, a title, noise. */
  word(text: string): string
}

/** Any node, as far as its strings matter. */
interface Node {
  type: string
  value?: string
  children?: readonly Node[]
}

/** Strings that nodes have beside their text. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  name: ['title'],
  quantity: ['unit', 'measure'],
  relatedLink: ['title', 'label'],
  section: ['marker'],
}

const METADATA = ['editor', 'author', 'source', 'format'] as const

/** Parents that stand inside a line. */
const INSIDE: ReadonlySet<string> = new Set<Phrasing['type']>(['citation', 'quotation', 'date', 'quantity', 'name'])

/** A copy of the tree with each restored string replaced; ids, positions and the header lines as printed stay. */
export function mapStrings(collection: Collection, strings: Strings): Collection {
  const { title, metadata, children } = collection
  const mapped = { ...metadata }
  for (const key of METADATA) mapped[key] = mapNullable(metadata[key], strings)
  return {
    ...collection,
    title: mapNullable(title, strings),
    metadata: mapped,
    children: children.map((child) => mapNode(child, strings)),
  }
}

function mapNullable(text: string | null, strings: Strings): string | null {
  return text === null ? null : strings.word(text)
}

function mapNode<Kind extends Node>(node: Kind, strings: Strings): Kind {
  if (node.type === 'header') return node
  const mapped: Record<string, unknown> = { ...(node as object) }
  for (const key of WORDS[node.type] ?? []) {
    const text = mapped[key]
    if (typeof text === 'string') mapped[key] = strings.word(text)
  }
  if ('announced' in node) mapped.announced = mapAnnounced(node.announced as Announced, strings)
  if (node.value !== undefined) {
    mapped.value = node.type === 'noise' ? strings.word(node.value) : strings.run(node.value)
  }
  if (node.children) {
    if (!INSIDE.has(node.type)) strings.line()
    mapped.children = node.children.map((child) => mapNode(child, strings))
  }
  return mapped as unknown as Kind
}

type Announced = readonly { text: string; count: number | null }[]

function mapAnnounced(announced: Announced, strings: Strings): Announced {
  return announced.map(({ text, count }) => ({ text: strings.word(text), count }))
}
