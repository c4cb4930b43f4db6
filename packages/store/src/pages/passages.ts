import type { Announcement, Collection, ParseResult, Phrasing, Speech } from '@speeches/core'
import type { PassageKind } from '../store.ts'
import { clean } from '../text/clean.ts'
import { textId } from '../text/hash.ts'
import { createEditReader, type Leaf, mapLeaves, type Segment } from '../text/source-map.ts'

/** A block of text as it is stored. */
export interface NewPassage {
  id: string
  kind: PassageKind
  text: string
  segments: Segment[] | null
  /** The titles cited in it, brackets included, in order. */
  citations: string[]
}

/** A speech and the passages it holds: `count` from index `first` on. */
export interface NewSpeech {
  id: string
  item: number
  heading: string | null
  salutation: string | null
  announced: Announcement[]
  first: number
  count: number
}

export interface PageContents {
  passages: NewPassage[]
  speeches: NewSpeech[]
}

/** A node that holds a line of text, or parents of such nodes. */
interface Block {
  type: string
  id?: string
  children?: readonly (Block | Phrasing)[]
}

const KINDS: Record<string, PassageKind> = {
  heading: 'heading',
  byline: 'byline',
  salutation: 'salutation',
  readdress: 'readdress',
  paragraph: 'paragraph',
  listItem: 'listItem',
  closing: 'closing',
  stage: 'stage',
  editorNote: 'editorNote',
}

/** The speeches of a page and all its blocks of text, in order; what the parser calls noise is left out. */
export function contentsOf(
  { collection, edits }: Pick<ParseResult, 'collection' | 'edits'>,
  source: string,
): PageContents {
  const reader = createEditReader(edits)
  const passages: NewPassage[] = []
  const speeches: NewSpeech[] = []
  const times = new Map<string, number>()

  if (collection.title !== null && collection.titleFrom !== 'line') push('title', collection.title, [], undefined)
  for (const child of collection.children) {
    if (child.type === 'heading') addBlock(child, 'title')
    else if (child.type === 'preface') for (const paragraph of child.children) addBlock(paragraph, 'preface')
    else if (child.type === 'item') addItem(child)
  }
  return { passages, speeches }

  function addItem(item: Extract<Collection['children'][number], { type: 'item' }>): void {
    let heading: string | null = null
    for (const child of item.children) {
      if (child.type === 'speech') addSpeech(child, item.ordinal, heading)
      else if (child.type !== 'noise') addBlock(child)
      if (child.type === 'heading') heading = passages.at(-1)?.text ?? null
    }
  }

  function addSpeech(speech: Speech, item: number, heading: string | null): void {
    const first = passages.length
    for (const child of speech.children) addBlock(child)
    const salutation = passages.slice(first).find(({ kind }) => kind === 'salutation')?.text ?? null
    const { id, announced } = speech
    speeches.push({ id, item, heading, salutation, announced, first, count: passages.length - first })
  }

  function addBlock(block: Block, kind = KINDS[block.type]): void {
    if (!kind) {
      for (const child of block.children ?? []) addBlock(child as Block)
      return
    }
    const leaves: Leaf[] = []
    const citations: string[] = []
    collect((block.children ?? []) as readonly Phrasing[], leaves, citations)
    const text = leaves.map(({ value }) => value).join('')
    if (text !== '') push(kind, text, leaves, block.id, citations)
  }

  function push(kind: PassageKind, text: string, leaves: readonly Leaf[], id?: string, citations: string[] = []): void {
    const segments = leaves.length > 0 ? mapLeaves(leaves, source, reader) : null
    passages.push({ id: id ?? nextId(kind, text), kind, text: clean(text), segments, citations: citations.map(clean) })
  }

  function nextId(kind: PassageKind, text: string): string {
    const id = textId(kind, text)
    const count = (times.get(id) ?? 0) + 1
    times.set(id, count)
    return count === 1 ? id : `${id}-${count}`
  }
}

/** Gathers the leaves below nodes, noise left out, and the citations that are not inside another. */
function collect(nodes: readonly Phrasing[], leaves: Leaf[], citations: string[], isCited = false): void {
  for (const node of nodes) {
    if ('value' in node) {
      if (node.type !== 'noise') leaves.push(node)
      continue
    }
    const first = leaves.length
    const isCitation = node.type === 'citation'
    collect(node.children, leaves, citations, isCited || isCitation)
    if (!isCitation || isCited) continue
    citations.push(
      leaves
        .slice(first)
        .map(({ value }) => value)
        .join(''),
    )
  }
}
