import type { Collection, Metadata, ParseResult, Related } from '@speeches/core/schema'
import type { WriteOptions } from '../options.ts'
import { plain } from '../plain.ts'
import type { Writer } from '../writer.ts'
import { itemHtml, prefaceHtml } from './body.ts'
import { escapeHtml } from './escape.ts'
import { leafWriter } from './leaves.ts'
import { EDITS_STYLE, STYLE } from './style.ts'

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
 * With `edits`, a switch on the page shows what was repaired; with `ruby`, glosses are back as readings.
 */
export const html: Writer = {
  write: documentHtml,
}

function* documentHtml({ collection, edits }: ParseResult, options: WriteOptions = {}): Generator<string> {
  const leaf = leafWriter(edits, options)
  yield `<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(titleOf(collection))}</title>
<style>${STYLE}${options.edits ? EDITS_STYLE : ''}</style>
</head>
<body>
`
  if (options.edits) yield switchHtml(edits.length)
  yield* headerHtml(collection)
  yield '<main>\n'
  const isOneOfMany = collection.children.filter(({ type }) => type === 'item').length > 1
  for (const child of collection.children) {
    if (child.type === 'preface') yield prefaceHtml(child, leaf)
    else if (child.type === 'item') yield* itemHtml(child, isOneOfMany, leaf)
  }
  yield '</main>\n'
  for (const child of collection.children) if (child.type === 'related') yield relatedHtml(child)
  yield '</body>\n</html>\n'
}

/** Shows and hides the repairs, without a script. */
function switchHtml(count: number): string {
  return `<p class="switch"><input type="checkbox" id="edits"> <label for="edits">显示修订（${count}处）</label></p>\n`
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

function relatedHtml({ children }: Related): string {
  const links = children.filter((child) => child.type === 'relatedLink')
  if (links.length === 0) return ''
  const rows = links.map(({ title, label, count }) => {
    const bracket = [label ?? '', count === null ? '' : `${count}篇`].join('')
    return `<li>${escapeHtml(title)}${bracket && `（${escapeHtml(bracket)}）`}</li>\n`
  })
  return `<nav class="related" aria-label="相关文章">\n<ul>\n${rows.join('')}</ul>\n</nav>\n`
}
