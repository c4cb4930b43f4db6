import type { ParseResult } from '@speeches/core/schema'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { metadataRows, relatedRows } from '../../write/markdown/rows.ts'
import { oneLine } from '../../write/plain.ts'
import type { Skeleton } from '../../write/skeleton.ts'
import { fill, type Plan } from './fill.ts'

const COMMENT = /^<!-- speeches (.*) -->$/

/** The tree of our own Markdown: its lines, and what Markdown has no words for from the comment at its end. */
export function readMarkdown(markdown: string): ParseResult | undefined {
  const blocks = [...fromMarkdown(markdown).children]
  const last = blocks.pop()
  const json = last?.type === 'html' ? COMMENT.exec(last.value)?.[1] : undefined
  if (json === undefined) return undefined
  const skeleton = JSON.parse(json)
  return fill(skeleton, planOf(skeleton), blocks.flatMap(linesOf), (words) => oneLine(words) !== '')
}

/** Title and metadata come first; an item without heading has its number for one, and links have a caption. */
function planOf({ title, metadata, children }: ParseResult['collection']): Plan {
  const hasMany = children.filter(({ type }) => type === 'item').length > 1
  return [
    skipped((oneLine(title ?? '') === '' ? 0 : 1) + metadataRows(metadata).length),
    ...children.flatMap((child): Plan => {
      if (child.type === 'preface') return [child as Skeleton]
      if (child.type === 'item') {
        const isNumbered = hasMany && !child.children.some(({ type }) => type === 'heading')
        return [skipped(isNumbered ? 1 : 0), child as Skeleton]
      }
      const links = child.type === 'related' ? relatedRows(child).length : 0
      return [skipped(links === 0 ? 0 : 1 + links)]
    }),
  ]
}

const skipped = (lines: number) => ({ skipped: lines })

interface Block {
  type: string
  value?: string
  children?: readonly Block[]
}

/** The lines of a block: paragraphs, headings and points, in order. */
function linesOf(block: Block): string[] {
  if (block.type === 'paragraph' || block.type === 'heading') return [textOf(block)]
  return (block.children ?? []).flatMap(linesOf)
}

function textOf({ value, children = [] }: Block): string {
  return value ?? children.map(textOf).join('')
}
