import type {
  Collection,
  Item,
  Metadata,
  Phrasing,
  Related,
  Section,
  SectionContent,
  Speech,
  SpeechContent,
} from '@speeches/core/schema'
import { RUN_IN_CLOSE } from '../../run-in.ts'
import { DEEPEST_LEVEL } from '../level.ts'
import { oneLine, plain } from '../plain.ts'
import { type Node, skeletonJson, skeletonOf } from '../skeleton.ts'
import type { Writer } from '../writer.ts'
import { escapeMarkdown } from './escape.ts'
import { metadataRows, relatedRows } from './rows.ts'

/** Item headings are of the second level, so sections begin at the third. */
const SECTION_LEVEL = 2

/**
 * The page as a document: title, metadata, items under `##`, sections under `###` and deeper, the site's own prose as
 * quotations, related links as a list. Of the speeches everything is there; noise is left out. A heading that runs into
 * its paragraph is closed by one sign, of which nothing is seen: `### 1.要看渠道。 #`.
 * With `tree`, a comment at the end holds the rest of the tree.
 */
export const markdown: Writer = {
  write: ({ collection }, { tree = false } = {}) => [
    [...blocks(collection), ...(tree ? [treeComment(collection)] : [])].filter((block) => block !== '').join('\n\n'),
    '\n',
  ],
}

/** What Markdown has no words for, so that it can be read back to the same tree. */
function treeComment(collection: Collection): string {
  const givesBack = (words: string, line: Node) =>
    words !== '' && words === plain([line]) && !words.includes('\0') && !(collection.children as Node[]).includes(line)
  return `<!-- speeches ${skeletonJson(skeletonOf(collection, givesBack))} -->`
}

function blocks({ title, metadata, children }: Collection): string[] {
  const items = children.filter((child) => child.type === 'item').length
  return [
    ...(title === null ? [] : [heading(1, oneLine(title))]),
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
  const rows = metadataRows(metadata).map(([name, words]) => `- ${name}: ${escapeMarkdown(words)}`)
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
  return children.flatMap((child) => contentBlocks(child))
}

function contentBlocks(node: SpeechContent | SectionContent, depth = 0, isRunIn = false): string[] {
  switch (node.type) {
    case 'noise':
      return []
    case 'section':
      return node.children.flatMap((child) => contentBlocks(child, node.depth, runsIn(node)))
    case 'heading':
      return [heading(SECTION_LEVEL + depth, plain(node.children), isRunIn)]
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

function relatedBlocks(related: Related): string[] {
  const rows = relatedRows(related).map((row) => `- ${escapeMarkdown(row)}`)
  return rows.length === 0 ? [] : [heading(2, 'Related'), rows.join('\n')]
}

/** Whether the heading of a section runs into its paragraph. */
function runsIn({ kind, children }: Section): boolean {
  const [head, body] = children.filter(({ type }) => type !== 'noise')
  return kind !== 'heading' && head?.type === 'heading' && body?.type === 'paragraph'
}

function heading(level: number, text: string, isRunIn = false): string {
  const close = isRunIn ? ` ${RUN_IN_CLOSE}` : ''
  return text && `${'#'.repeat(Math.min(level, DEEPEST_LEVEL))} ${escapeMarkdown(text)}${close}`
}

function emphasize(mark: string, text: string): string {
  return text && `${mark}${escapeMarkdown(text)}${mark}`
}

function quote(children: readonly Phrasing[]): string {
  const text = plain(children)
  return text && `> ${escapeMarkdown(text)}`
}
