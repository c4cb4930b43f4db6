import type {
  Collection,
  Item,
  Metadata,
  Phrasing,
  Related,
  SectionContent,
  Speech,
  SpeechContent,
} from '@speeches/core/schema'
import { DEEPEST_LEVEL, SECTION_LEVEL } from '../level.ts'
import { plain } from '../plain.ts'
import type { Writer } from '../writer.ts'
import { escapeMarkdown } from './escape.ts'

const METADATA: (keyof Omit<Metadata, 'fields'>)[] = ['published', 'editor', 'author', 'source', 'format']

/**
 * The page as a document: title, metadata, items under `##`, sections under `###` and deeper, the site's own prose as
 * quotations, related links as a list. Of the speeches everything is there; noise is left out.
 */
export const markdown: Writer = {
  description: 'the page as a document, headings by depth',
  mediaType: 'text/markdown; charset=utf-8',
  extension: 'md',
  write: ({ collection }) => [
    blocks(collection)
      .filter((block) => block !== '')
      .join('\n\n'),
    '\n',
  ],
}

function blocks({ title, metadata, children }: Collection): string[] {
  const items = children.filter((child) => child.type === 'item').length
  return [
    ...(title === null ? [] : [heading(1, title)]),
    ...metadataBlock(metadata),
    ...children.flatMap((child) => {
      if (child.type === 'preface') return child.children.map((paragraph) => quote(paragraph.children))
      if (child.type === 'item') return itemBlocks(child, items > 1)
      if (child.type === 'related') return relatedBlocks(child)
      return []
    }),
  ]
}

function metadataBlock(metadata: Metadata): string[] {
  const rows = METADATA.filter((key) => metadata[key] !== null).map(
    (key) => `- ${key}: ${escapeMarkdown(metadata[key] ?? '')}`,
  )
  return rows.length === 0 ? [] : [rows.join('\n')]
}

function itemBlocks({ ordinal, children }: Item, isOneOfMany: boolean): string[] {
  const hasHeading = children.some((child) => child.type === 'heading')
  let speeches = 0
  return [
    ...(hasHeading || !isOneOfMany ? [] : [heading(2, String(ordinal))]),
    ...children.flatMap((child) => {
      if (child.type === 'heading') return [heading(2, plain(child.children))]
      if (child.type === 'editorNote') return [quote(child.children)]
      if (child.type === 'noise') return []
      return speeches++ === 0 ? speechBlocks(child) : ['---', ...speechBlocks(child)]
    }),
  ]
}

function speechBlocks({ children }: Speech): string[] {
  return children.flatMap(contentBlocks)
}

function contentBlocks(node: SpeechContent | SectionContent, depth = 0): string[] {
  switch (node.type) {
    case 'noise':
      return []
    case 'section':
      return node.children.flatMap((child) => contentBlocks(child, node.depth))
    case 'heading':
      return [heading(SECTION_LEVEL + depth, plain(node.children))]
    case 'list':
      return [node.children.map((point) => `- ${escapeMarkdown(plain(point.children))}`).join('\n')]
    case 'salutation':
    case 'readdress':
      return [emphasize('**', plain(node.children))]
    case 'byline':
    case 'stage':
      return [emphasize('*', plain(node.children))]
    default:
      return [escapeMarkdown(plain(node.children))]
  }
}

function relatedBlocks({ children }: Related): string[] {
  const links = children.filter((child) => child.type === 'relatedLink')
  const rows = links.map(({ title, label, count }) => {
    const bracket = [label ?? '', count === null ? '' : `${count}篇`].join('')
    return `- ${escapeMarkdown(title)}${bracket && `（${escapeMarkdown(bracket)}）`}`
  })
  return rows.length === 0 ? [] : [heading(2, 'Related'), rows.join('\n')]
}

function heading(level: number, text: string): string {
  return text && `${'#'.repeat(Math.min(level, DEEPEST_LEVEL))} ${escapeMarkdown(text)}`
}

function emphasize(mark: string, text: string): string {
  return text && `${mark}${escapeMarkdown(text)}${mark}`
}

function quote(children: readonly Phrasing[]): string {
  const text = plain(children)
  return text && `> ${escapeMarkdown(text)}`
}
