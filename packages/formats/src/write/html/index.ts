import type {
  Collection,
  Item,
  Metadata,
  Phrasing,
  Preface,
  Related,
  SectionContent,
  Speech,
  SpeechContent,
} from '@speeches/core/schema'
import { DEEPEST_LEVEL, SECTION_LEVEL } from '../level.ts'
import { plain } from '../plain.ts'
import type { Writer } from '../writer.ts'
import { escapeHtml } from './escape.ts'
import { phrasingHtml } from './phrasing.ts'
import { STYLE } from './style.ts'

const METADATA: [keyof Omit<Metadata, 'fields'>, string][] = [
  ['published', '发布时间'],
  ['editor', '编辑'],
  ['author', '作者'],
  ['source', '来源'],
  ['format', '格式'],
]

/**
 * The page as one HTML file that needs no other and runs nothing: headings by depth, salutations and closings by
 * class, the site's own prose as asides, related links as navigation. Of the speeches everything is there; noise is
 * left out. Speeches have the fragment `s-` and their id, paragraphs, points and closings `p-` and theirs.
 */
export const html: Writer = {
  description: 'the page for reading, in one file',
  mediaType: 'text/html; charset=utf-8',
  extension: 'html',
  *write({ collection }) {
    yield* documentHtml(collection)
  },
}

function* documentHtml(collection: Collection): Generator<string> {
  yield `<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(titleOf(collection))}</title>
<style>${STYLE}</style>
</head>
<body>
`
  yield* headerHtml(collection)
  yield '<main>\n'
  const isOneOfMany = collection.children.filter(({ type }) => type === 'item').length > 1
  for (const child of collection.children) {
    if (child.type === 'preface') yield prefaceHtml(child)
    else if (child.type === 'item') yield* itemHtml(child, isOneOfMany)
  }
  yield '</main>\n'
  for (const child of collection.children) if (child.type === 'related') yield relatedHtml(child)
  yield '</body>\n</html>\n'
}

/** What the browser calls the page; never empty, as the standard asks. */
function titleOf({ title, children }: Collection): string {
  if (title) return title
  for (const item of children) {
    if (item.type !== 'item') continue
    const heading = item.children.find((child) => child.type === 'heading')
    if (heading) return plain(heading.children)
  }
  return '讲话'
}

function* headerHtml({ title, metadata }: Collection): Generator<string> {
  const rows = METADATA.filter(([key]) => metadata[key] !== null).map(
    ([key, label]) => `<dt>${label}</dt><dd>${escapeHtml(metadata[key] ?? '')}</dd>`,
  )
  if (title === null && rows.length === 0) return
  yield '<header>\n'
  if (title !== null) yield `<h1>${escapeHtml(title)}</h1>\n`
  if (rows.length > 0) yield `<dl>${rows.join('\n')}</dl>\n`
  yield '</header>\n'
}

function prefaceHtml({ children }: Preface): string {
  const paragraphs = children.map((child) => lineHtml('p', `id="p-${escapeHtml(child.id)}"`, child.children))
  return `<aside class="preface" aria-label="导语">\n${paragraphs.join('')}</aside>\n`
}

function* itemHtml({ ordinal, children }: Item, isOneOfMany: boolean): Generator<string> {
  yield `<article id="item-${ordinal}">\n`
  if (isOneOfMany && !children.some(({ type }) => type === 'heading')) yield `<h2>${ordinal}</h2>\n`
  for (const child of children) {
    if (child.type === 'heading') yield headingHtml(2, child.children)
    else if (child.type === 'editorNote') {
      yield `<aside class="editor-note" aria-label="编者注">\n${lineHtml('p', '', child.children)}</aside>\n`
    } else if (child.type === 'speech') yield* speechHtml(child)
  }
  yield '</article>\n'
}

function* speechHtml({ id, children }: Speech): Generator<string> {
  yield `<section class="speech" id="s-${escapeHtml(id)}">\n`
  for (const child of children) yield* contentHtml(child)
  yield '</section>\n'
}

function* contentHtml(node: SpeechContent | SectionContent, depth = 0): Generator<string> {
  switch (node.type) {
    case 'noise':
      return
    case 'section':
      yield '<section>\n'
      for (const child of node.children) yield* contentHtml(child, node.depth)
      yield '</section>\n'
      return
    case 'heading':
      yield headingHtml(SECTION_LEVEL + depth, node.children)
      return
    case 'list':
      yield '<ul class="points" role="list">\n'
      for (const point of node.children) yield lineHtml('li', `id="p-${escapeHtml(point.id)}"`, point.children)
      yield '</ul>\n'
      return
    case 'paragraph':
      yield lineHtml('p', `id="p-${escapeHtml(node.id)}"`, node.children)
      return
    case 'closing':
      yield lineHtml('p', `class="closing closing-${node.kind}" id="p-${escapeHtml(node.id)}"`, node.children)
      return
    default:
      yield lineHtml('p', `class="${node.type}"`, node.children)
  }
}

function headingHtml(level: number, children: readonly Phrasing[]): string {
  if (level <= DEEPEST_LEVEL) return lineHtml(`h${level}`, '', children)
  return lineHtml('p', `class="heading" role="heading" aria-level="${level}"`, children)
}

function lineHtml(tag: string, attributes: string, children: readonly Phrasing[]): string {
  return `<${tag}${attributes && ' '}${attributes}>${phrasingHtml(children)}</${tag}>\n`
}

function relatedHtml({ children }: Related): string {
  const links = children.filter((child) => child.type === 'relatedLink')
  if (links.length === 0) return ''
  const rows = links.map(({ title, label, count }) => {
    const bracket = [label ?? '', count === null ? '' : `${count}篇`].join('')
    return `<li>${escapeHtml(title)}${bracket && `（${escapeHtml(bracket)}）`}</li>\n`
  })
  return `<nav class="related" aria-label="相关文章">\n<ul>\n${rows.join('')}</ul>\n</nav>\n`
}
