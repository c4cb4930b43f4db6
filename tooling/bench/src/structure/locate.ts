import { quote } from './agree.ts'
import { type Letters, lettersOf } from './letters.ts'
import type { Outline, OutlineNode } from './outline.ts'

/** A quoted text that is not where it should be, or words of the page that the gold tree leaves out. */
export interface Misquote {
  reason: 'not found' | 'left out'
  text: string
}

/**
 * Finds every quoted text of a gold tree in its page, in order, and writes the offsets on the nodes.
 * Returns what could not be found and what no node covers.
 */
export function locate(gold: Outline, source: string): Misquote[] {
  const letters = lettersOf(source)
  const search: Search = { letters, misquotes: [], loose: false }
  const end = locateNodes(gold.nodes, search, 0)
  reportGap(search, end, letters.text.length)
  return search.misquotes
}

interface Search {
  letters: Letters
  misquotes: Misquote[]
  /** Whether the words before the next node need not be quoted. */
  loose: boolean
}

function locateNodes(nodes: OutlineNode[], search: Search, from: number): number {
  let cursor = from
  for (const node of nodes) cursor = locateNode(node, search, cursor)
  return cursor
}

/** Returns where the node ends, in letters. */
function locateNode(node: OutlineNode, search: Search, from: number): number {
  if (node.type === 'announced') return locateAnnouncement(node, search, from)
  let cursor = from
  for (const [index, part] of printedParts(node).entries()) {
    const { beginning, ending } = quote(part)
    const at = search.letters.text.indexOf(beginning, cursor)
    if (at === -1) {
      search.misquotes.push({ reason: 'not found', text: part })
      continue
    }
    if (index === 0) {
      if (node.type !== 'link') reportGap(search, cursor, at)
      node.offset = search.letters.offsets[at]
    }
    cursor = at + beginning.length
    // Behind a link stand its label, count, date and stars; within a shortened text, its middle.
    search.loose = node.type === 'link'
    if (ending !== null) return locateShortened(node, search, cursor, ending)
  }
  return locateNodes(node.children, search, cursor)
}

/** What of a node stands on the page, in order. */
function printedParts(node: OutlineNode): string[] {
  return partsOf(node).filter((part) => lettersOf(part).text !== '')
}

function partsOf({ type, detail, text }: OutlineNode): string[] {
  if (type === 'section') return [/\[(.+?)\]/.exec(detail)?.[1] ?? '', text]
  if (type === 'field' || type === 'listItem') return [detail, text]
  if (type === 'link') return [text.split(' | ')[0] ?? '']
  return [text]
}

/** The rest of a text that is given as `beginning~~ending`, with the noise that stands in it. */
function locateShortened(node: OutlineNode, search: Search, beginningEnd: number, ending: string): number {
  let from = beginningEnd
  for (const child of node.children) {
    search.loose = true
    from = locateNode(child, search, from)
  }
  search.loose = false
  const at = search.letters.text.indexOf(ending, from)
  if (at !== -1) return at + ending.length
  search.misquotes.push({ reason: 'not found', text: ending })
  return from
}

/** An announcement stands somewhere ahead, inside a paragraph, and takes no room of its own. */
function locateAnnouncement(node: OutlineNode, search: Search, from: number): number {
  const at = search.letters.text.indexOf(quote(node.text).beginning, from)
  if (at === -1) search.misquotes.push({ reason: 'not found', text: node.text })
  else node.offset = search.letters.offsets[at]
  return from
}

function reportGap(search: Search, from: number, to: number): void {
  const words = search.letters.text.slice(from, to)
  if (words !== '' && !search.loose) search.misquotes.push({ reason: 'left out', text: words })
}
