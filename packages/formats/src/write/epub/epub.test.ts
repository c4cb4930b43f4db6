import { strFromU8, unzipSync } from 'fflate'
import { XmlDocument } from 'libxml2-wasm'
import { describe, expect, test } from 'vitest'
import { elision, FULL_PAGE, heading, item, page, paragraph, speech } from '../page.fixture.ts'
import { write } from '../write.ts'

const filesOf = (bytes: Uint8Array) =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]))
const textOf = (xhtml = '') => xhtml.replace(/<head>.*<\/head>/s, '').replace(/<[^>]*>/g, '')
const attributes = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value]) => value)

describe('the container', () => {
  test('begins with its media type, uncompressed (EPUB 3.3, 4.2.2)', async () => {
    const bytes = await write(FULL_PAGE, 'epub')
    const view = new DataView(bytes.buffer)
    expect(strFromU8(bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip')
    expect(view.getUint16(8, true)).toBe(0)
    expect(view.getUint16(28, true)).toBe(0)
  })

  test('names the package, which names every file', async () => {
    const files = filesOf(await write(FULL_PAGE, 'epub'))
    expect(files.get('META-INF/container.xml')).toContain('full-path="book/package.opf"')
    const opf = files.get('book/package.opf') ?? ''
    const [manifest = '', spine = ''] = [/<manifest>.*<\/manifest>/s, /<spine>.*<\/spine>/s].map(
      (part) => part.exec(opf)?.[0],
    )
    const named = attributes(manifest, 'href').map((href) => `book/${href}`)
    expect(['mimetype', 'META-INF/container.xml', 'book/package.opf', ...named].sort()).toEqual(
      [...files.keys()].sort(),
    )
    expect(attributes(spine, 'idref')).toEqual(['contents', 'page-1', 'page-1-item-1', 'page-1-item-2'])
    for (const id of attributes(spine, 'idref')) expect(manifest).toContain(`id="${id}"`)
  })

  test('is sound XML, whatever the words', async () => {
    const odd = page(
      { title: 'a\u0001<&>"', metadata: { author: ']]>\ud800', published: '2022' } },
      item(1, heading('<b>'), speech([], paragraph('修\0渠&nbsp;', elision('\uffff')))),
    )
    for (const result of [FULL_PAGE, page({}), odd]) {
      const files = filesOf(await write(result, 'epub', { ruby: true, url: 'https://example.org/?a&b' }))
      for (const [name, xml] of files) if (/\.(?:xml|opf|xhtml)$/.test(name)) XmlDocument.fromString(xml).dispose()
    }
  })
})

describe('the book', () => {
  test('has title, language, and a name of its own', async () => {
    const opf = filesOf(await write(FULL_PAGE, 'epub')).get('book/package.opf')
    expect(opf).toContain('<dc:title>青禾村春季大会讲话</dc:title>')
    expect(opf).toContain('<dc:language>zh</dc:language>')
    expect(opf).toContain('<dc:date>2022-05-06T08:30:00</dc:date>')
    expect(opf).toMatch(/<dc:identifier id="id">urn:speeches:\S+<\/dc:identifier>/)
    const known = filesOf(await write(FULL_PAGE, 'epub', { url: 'https://example.org/', accessed: '2026-05-06' }))
    expect(known.get('book/package.opf')).toContain('<dc:identifier id="id">https://example.org/</dc:identifier>')
    expect(known.get('book/package.opf')).toContain('2026-05-06T00:00:00Z')
  })

  test('has its items as chapters in a table of contents', async () => {
    const files = filesOf(await write(FULL_PAGE, 'epub'))
    const contents = files.get('book/contents.xhtml') ?? ''
    expect([...contents.matchAll(/<a href="([^"]*)">([^<]*)/g)].map(([, href, title]) => `${href} ${title}`)).toEqual([
      'page-1.xhtml 青禾村春季大会讲话',
      'page-1-item-1.xhtml 青禾村春季大会讲话篇一',
      'page-1-item-2.xhtml 青禾村春季大会讲话篇二',
    ])
    for (const [, href] of contents.matchAll(/<a href="([^"]*)"/g)) expect(files.has(`book/${href}`)).toBe(true)
    expect(textOf(files.get('book/page-1-item-1.xhtml'))).toContain('我们今天开会，商量修渠。')
    expect(textOf(files.get('book/page-1.xhtml'))).toContain('春天来了，各村都要开会。')
    expect([...files.values()].join('')).not.toContain('第1页')
  })

  test('has many pages one behind the other', async () => {
    const files = filesOf(await write([FULL_PAGE, page({ title: '散会' })], 'epub'))
    expect(files.has('book/page-2.xhtml')).toBe(true)
    expect(textOf(files.get('book/contents.xhtml'))).toContain('散会')
  })

  test('calls an item without heading by its number, and the only one by the page', async () => {
    const untitled = (ordinal: number) => item(ordinal, speech([], paragraph('请审议。')))
    const titles = async (...items: ReturnType<typeof untitled>[]) =>
      textOf(filesOf(await write(page({ title: '讲话' }, ...items), 'epub')).get('book/contents.xhtml'))
        .split('\n')
        .filter(Boolean)
    expect(await titles(untitled(1))).toEqual(['目录', '讲话', '讲话'])
    expect(await titles(untitled(1), untitled(2))).toEqual(['目录', '讲话', '1', '2'])
  })
})
