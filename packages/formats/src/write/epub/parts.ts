import type { ParseResult } from '@speeches/core/schema'
import { STYLE } from '../html/style.ts'
import type { WriteOptions } from '../options.ts'
import { element, escapeXml, possibleXml } from '../xml.ts'
import { type Chapter, chapterOf } from './chapters.ts'

export const MIMETYPE = 'mimetype'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
const XHTML = 'application/xhtml+xml'

/** When the book was made has to be said; it is the day the page was read, else the earliest that ZIP knows. */
const EARLIEST = '1980-01-01'

const CONTAINER = `${DECLARATION}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`

/** Every file of the book, by its name, in order. */
export function partsOf(pages: readonly ParseResult[], options: WriteOptions = {}): Record<string, string> {
  const chapters = pages.map((page, index) => chapterOf(page, index + 1, options))
  const files = chapters.flatMap((chapter) => [chapter, ...chapter.parts])
  return {
    [MIMETYPE]: 'application/epub+zip',
    'META-INF/container.xml': CONTAINER,
    'book/package.opf': packageXml(pages, chapters, files, options),
    'book/contents.xhtml': documentXml('目录', contentsXml(chapters)),
    'book/style.css': STYLE,
    ...Object.fromEntries(files.map(({ name, title, body }) => [`book/${name}.xhtml`, documentXml(title, body)])),
  }
}

function packageXml(
  pages: readonly ParseResult[],
  chapters: readonly Chapter[],
  files: readonly Chapter[],
  { url, accessed }: WriteOptions,
): string {
  const [first] = pages
  const author = first?.collection.metadata.author
  const published = first?.collection.metadata.published
  const metadata = [
    element('dc:identifier', { id: 'id' }, escapeXml(identify(pages, url))),
    element('dc:title', {}, escapeXml(chapters[0]?.title ?? '讲话')),
    '<dc:language>zh</dc:language>',
    author ? element('dc:creator', {}, escapeXml(author)) : '',
    published ? element('dc:date', {}, escapeXml(published)) : '',
    url ? element('dc:source', {}, escapeXml(url)) : '',
    element('meta', { property: 'dcterms:modified' }, `${escapeXml(accessed ?? EARLIEST)}T00:00:00Z`),
  ]
  const manifest = [
    `<item id="contents" href="contents.xhtml" media-type="${XHTML}" properties="nav"/>`,
    '<item id="style" href="style.css" media-type="text/css"/>',
    ...files.map(({ name }) => element('item', { id: name, href: `${name}.xhtml`, 'media-type': XHTML }, '')),
  ]
  const spine = ['<itemref idref="contents"/>', ...files.map(({ name }) => element('itemref', { idref: name }, ''))]
  return `${DECLARATION}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="zh">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${metadata.filter(Boolean).join('\n')}
</metadata>
<manifest>
${manifest.join('\n')}
</manifest>
<spine>
${spine.join('\n')}
</spine>
</package>
`
}

/** The page's address, else an address made of the ids of its speeches: the same book has the same one. */
function identify(pages: readonly ParseResult[], url: string | undefined): string {
  if (url) return url
  const ids = pages.flatMap(({ collection }) =>
    collection.children.flatMap((item) =>
      item.type === 'item' ? item.children.flatMap((part) => (part.type === 'speech' ? [part.id] : [])) : [],
    ),
  )
  return `urn:speeches:${ids[0] ?? 'none'}:${ids.length}`
}

function contentsXml(chapters: readonly Chapter[]): string {
  return `<nav epub:type="toc" id="toc">\n<h1>目录</h1>\n${listXml(chapters)}</nav>\n`
}

function listXml(chapters: readonly Chapter[]): string {
  const rows = chapters.map(({ name, title, parts }) => {
    const link = element('a', { href: `${name}.xhtml` }, escapeXml(title))
    return `<li>${link}${parts.length === 0 ? '' : `\n${listXml(parts)}`}</li>\n`
  })
  return `<ol>\n${rows.join('')}</ol>\n`
}

function documentXml(title: string, body: string): string {
  return possibleXml(`${DECLARATION}<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="zh" xml:lang="zh">
<head>
<title>${escapeXml(title)}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body>
${body}</body>
</html>
`)
}
