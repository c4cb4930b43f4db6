import type { Item, Phrasing, Preface, SectionContent, Speech, SpeechContent } from '@speeches/core/schema'
import { DEEPEST_LEVEL } from '../level.ts'
import { escapeHtml } from './escape.ts'
import type { LeafHtml } from './leaves.ts'
import { phrasingHtml } from './phrasing.ts'

/** The site's words before the first item. */
export function prefaceHtml({ children }: Preface, leaf: LeafHtml): string {
  const paragraphs = children.map((child) => lineHtml('p', `id="p-${escapeHtml(child.id)}"`, child.children, leaf))
  return `<aside class="preface" aria-label="导语">\n${paragraphs.join('')}</aside>\n`
}

/** The level of an item's heading. */
const ITEM_LEVEL = 2

/**
 * An item with its speeches; one of many without a heading has its number for one. Sections are a level below the
 * item's heading, or in its place where it has none: no level is left out.
 */
export function* itemHtml({ ordinal, children }: Item, isOneOfMany: boolean, leaf: LeafHtml): Generator<string> {
  const isHeaded = children.some(({ type }) => type === 'heading')
  const above = isHeaded || isOneOfMany ? ITEM_LEVEL : ITEM_LEVEL - 1
  yield `<article id="item-${ordinal}">\n`
  if (isOneOfMany && !isHeaded) yield `<h${ITEM_LEVEL}>${ordinal}</h${ITEM_LEVEL}>\n`
  for (const child of children) {
    if (child.type === 'heading') yield headingHtml(ITEM_LEVEL, child.children, leaf)
    else if (child.type === 'editorNote') {
      yield `<aside class="editor-note" aria-label="编者注">\n${lineHtml('p', '', child.children, leaf)}</aside>\n`
    } else if (child.type === 'speech') yield* speechHtml(child, above, leaf)
  }
  yield '</article>\n'
}

function* speechHtml({ id, children }: Speech, above: number, leaf: LeafHtml): Generator<string> {
  yield `<section class="speech" id="s-${escapeHtml(id)}">\n`
  for (const child of children) yield* contentHtml(child, above, leaf)
  yield '</section>\n'
}

/** A part of a speech; `above` is the level of the heading that it stands under. */
function* contentHtml(
  node: SpeechContent | SectionContent,
  above: number,
  leaf: LeafHtml,
  depth = 0,
): Generator<string> {
  switch (node.type) {
    case 'noise':
      return
    case 'section':
      yield '<section>\n'
      for (const child of node.children) yield* contentHtml(child, above, leaf, node.depth)
      yield '</section>\n'
      return
    case 'heading':
      yield headingHtml(above + depth, node.children, leaf)
      return
    case 'list':
      yield '<ul class="points" role="list">\n'
      for (const point of node.children) yield lineHtml('li', `id="p-${escapeHtml(point.id)}"`, point.children, leaf)
      yield '</ul>\n'
      return
    case 'paragraph':
      yield lineHtml('p', `id="p-${escapeHtml(node.id)}"`, node.children, leaf)
      return
    case 'closing':
      yield lineHtml('p', `class="closing closing-${node.kind}" id="p-${escapeHtml(node.id)}"`, node.children, leaf)
      return
    default:
      yield lineHtml('p', `class="${node.type}"`, node.children, leaf)
  }
}

function headingHtml(level: number, children: readonly Phrasing[], leaf: LeafHtml): string {
  if (level <= DEEPEST_LEVEL) return lineHtml(`h${level}`, '', children, leaf)
  return lineHtml('p', `class="heading" role="heading" aria-level="${level}"`, children, leaf)
}

function lineHtml(tag: string, attributes: string, children: readonly Phrasing[], leaf: LeafHtml): string {
  return `<${tag}${attributes && ' '}${attributes}>${phrasingHtml(children, leaf)}</${tag}>\n`
}
