import type { Collection, Item, ParseResult } from '@speeches/core/schema'
import { itemHtml, prefaceHtml } from '../html/body.ts'
import { escapeHtml } from '../html/escape.ts'
import { type LeafHtml, leafWriter } from '../html/leaves.ts'
import type { WriteOptions } from '../options.ts'
import { plain } from '../plain.ts'

/** A file of the book that is read. */
export interface Chapter {
  /** The name of its file, without ending: `page-1`, `page-1-item-2`. */
  name: string
  title: string
  body: string
  /** The chapters under it in the table of contents. */
  parts: Chapter[]
}

/** A page as a chapter, with its items as chapters under it; `number` is its place in the book, from 1. */
export function chapterOf({ collection, edits }: ParseResult, number: number, options: WriteOptions = {}): Chapter {
  const leaf = leafWriter(edits, { ruby: options.ruby ?? false })
  const items = collection.children.filter((child) => child.type === 'item')
  const name = `page-${number}`
  return {
    name,
    title: titleOf(collection),
    body: frontHtml(collection, leaf),
    parts: items.map((item) => ({
      name: `${name}-item-${item.ordinal}`,
      title: headingOf(item) || (items.length > 1 ? String(item.ordinal) : titleOf(collection)),
      body: [...itemHtml(item, items.length > 1, leaf)].join(''),
      parts: [],
    })),
  }
}

function titleOf({ title, children }: Collection): string {
  const first = children.find((child) => child.type === 'item')
  return title || (first && headingOf(first)) || '讲话'
}

function headingOf({ children }: Item): string {
  const heading = children.find((child) => child.type === 'heading')
  return heading ? plain(heading.children) : ''
}

/** Title, author, source and day of a page, and what its site says before the first item. */
function frontHtml(collection: Collection, leaf: LeafHtml): string {
  const { author, source, published } = collection.metadata
  const lines = [author, source, published].filter((line) => line !== null)
  return [
    `<h1>${escapeHtml(titleOf(collection))}</h1>\n`,
    ...lines.map((line) => `<p class="byline">${escapeHtml(line)}</p>\n`),
    ...collection.children.map((child) => (child.type === 'preface' ? prefaceHtml(child, leaf) : '')),
  ].join('')
}
