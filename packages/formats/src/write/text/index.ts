import type { Collection, Item } from '@speeches/core/schema'
import { speechLines } from '../lines.ts'
import { plain } from '../plain.ts'
import type { Writer } from '../writer.ts'

/**
 * The speeches as restored, a line for each paragraph, heading and point; a blank line before each item and speech.
 * What the site wrote is left out: header, preface, notes, links, noise.
 */
export const text: Writer = {
  write: ({ collection }) => [blocks(collection).join('\n\n'), '\n'],
}

function blocks({ title, children }: Collection): string[] {
  const items = children.filter((child) => child.type === 'item')
  return [title ?? '', ...items.flatMap(itemBlocks)].filter((block) => block !== '')
}

function itemBlocks({ children }: Item): string[] {
  return children.flatMap((child) => {
    if (child.type === 'heading') return [plain(child.children)]
    if (child.type === 'speech') return [speechLines(child).join('\n')]
    return []
  })
}
