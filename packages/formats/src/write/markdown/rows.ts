import type { Metadata, Related } from '@speeches/core/schema'
import { oneLine } from '../plain.ts'

const KEYS: (keyof Omit<Metadata, 'fields'>)[] = ['published', 'editor', 'author', 'source', 'format']

/** What is known of the page, a line each. */
export function metadataRows(metadata: Metadata): [name: string, words: string][] {
  return KEYS.flatMap((key) => (metadata[key] === null ? [] : [[key, oneLine(metadata[key])] as [string, string]]))
}

/** The links of a page, a line each: title, label and count. */
export function relatedRows({ children }: Related): string[] {
  const links = children.filter((child) => child.type === 'relatedLink')
  const rows = links.map(({ title, label, count }) => {
    const bracket = [label ?? '', count === null ? '' : `${count}篇`].join('')
    return oneLine(`${title}${bracket && `（${bracket}）`}`)
  })
  return rows.filter((row) => row !== '')
}
