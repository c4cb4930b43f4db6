import { parse } from '@speeches/core'
import type { Collection } from '@speeches/core/schema'
import { expect, test } from 'vitest'
import { PAGES } from '../../write/pages.fixture.ts'
import { plain } from '../../write/plain.ts'
import type { Node } from '../../write/skeleton.ts'
import { isLine } from '../../write/skeleton.ts'
import { write } from '../../write/write.ts'
import { readMarkdown } from './index.ts'

/** Our Markdown keeps what a person reads. So many pages in a hundred are, read again, of the same structure. */
const LEAST = 90

/** What Markdown gives back in other words, or not at all. */
const LEFT_OUT: ReadonlySet<string> = new Set(['noise', 'header'])

/** A tree as lines: what each is, how deep, and its words. The page's title stands on a line in Markdown, wherever it came from. */
function structureOf({ title, children }: Collection): string {
  return [title, ...children.filter(({ type }) => type !== 'heading').flatMap((child) => linesOf(child as Node))].join(
    '\n',
  )
}

function linesOf(node: Node, indent = ''): string[] {
  if (LEFT_OUT.has(node.type)) return []
  const { kind, depth } = node as { kind?: string; depth?: number }
  const about = `${indent}${node.type} ${depth ?? ''} ${kind === 'embedded' ? 'run-in' : (kind ?? '')}`
  if (isLine(node)) return [`${about} ${plain(node.children ?? [])}`]
  const inside = (node.children ?? []).flatMap((child) => linesOf(child, `${indent}  `))
  return node.type === 'related' && inside.length === 0 ? [] : [about, ...inside]
}

test(`of our pages, at least ${LEAST} % are read back from Markdown to the same structure`, async () => {
  const differing: string[] = []
  for (const [name, source] of PAGES) {
    const result = parse(source)
    const reading = await readMarkdown(new TextEncoder().encode(await write(result, 'markdown')))
    const back = reading.ok ? structureOf(parse(reading.text).collection) : reading.reason
    if (back !== structureOf(result.collection)) differing.push(name)
  }
  const share = 100 - (differing.length * 100) / PAGES.length
  console.log(`${share.toFixed(1)} % of ${PAGES.length} pages; not ${differing.join(', ')}`)
  expect(share).toBeGreaterThanOrEqual(LEAST)
})
