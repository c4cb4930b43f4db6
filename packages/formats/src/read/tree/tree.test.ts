import { parse } from '@speeches/core'
import type { Collection, ParseResult } from '@speeches/core/schema'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editorNote, FULL_PAGE, heading, item, list, page, paragraph, speech } from '../../write/page.fixture.ts'
import { ALL_PAGES } from '../../write/pages.fixture.ts'
import { write } from '../../write/write.ts'
import { readTree } from './index.ts'

const FORMATS = ['tei', 'markdown'] as const
const writeTree = (result: ParseResult, format: (typeof FORMATS)[number]) => write(result, format, { tree: true })

/** A tree without positions and noise, as plain data. */
function bare(collection: Collection): unknown {
  return JSON.parse(JSON.stringify(collection), (key, value) => {
    if (key === 'position') return undefined
    return key === 'children' ? value.filter(({ type }: { type: string }) => type !== 'noise') : value
  })
}

/** Pages of lines that pages hold, in any order. */
const LINES = [...new Set(ALL_PAGES.flatMap(([, source]) => source.split('\n')))].filter((line) => line.length < 120)
const anyPage = fc.array(fc.constantFrom(...LINES), { maxLength: 30 }).map((lines) => parse(lines.join('\n')))

describe.each(FORMATS)('%s', (format) => {
  const roundTrip = async (result: ParseResult) => readTree(await writeTree(result, format), format)

  test.each(ALL_PAGES)('%s is read back to the same tree', async (_, source) => {
    const result = parse(source)
    const back = await roundTrip(result)
    expect(back?.collection).toEqual(bare(result.collection))
  })

  test('any page is', async () => {
    await fc.assert(
      fc.asyncProperty(anyPage, async (result) => {
        expect((await roundTrip(result))?.collection).toEqual(bare(result.collection))
      }),
      { numRuns: 100 },
    )
  })

  test('any words are', async () => {
    const mark = fc.oneof(
      fc.constantFrom(...'修渠。，：“*_#>+-=`~[]()!|\\&;<1.0) \t\u3000\n\r\u0000\ufffe'),
      fc.string({ unit: 'binary', maxLength: 1 }),
    )
    const words = fc.array(mark, { maxLength: 12 }).map((marks) => marks.join(''))
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 4, maxLength: 4 }), async ([a = '', b = '', c = '', d = '']) => {
        const result = page(
          { title: a, metadata: { editor: b, fields: { [c]: d } } },
          { type: 'header', children: [{ type: 'field', name: a, value: b }] },
          heading(c),
          { type: 'related', children: [{ type: 'relatedLink', title: d, label: a, count: null }] },
          item(1, speech([{ text: a, count: null }], list([a, b], [c]), paragraph(b, c, d))),
          item(2, heading(d), editorNote(c), speech([], paragraph(a), paragraph(a, b))),
        )
        expect((await roundTrip(result))?.collection).toEqual(bare(result.collection))
      }),
      { numRuns: 300 },
    )
  })

  test('a page with one of everything is, and an empty one', async () => {
    for (const result of [FULL_PAGE, page({}), page({}, item(1))]) {
      expect((await roundTrip(result))?.collection).toEqual(bare(result.collection))
    }
  })

  test('a document that someone wrote in holds no tree', async () => {
    const document = await writeTree(FULL_PAGE, format)
    expect(await readTree(document.replace('修渠三里', '修渠五里'), format)).toBeDefined()
    expect(await readTree(document.replace('修渠三里', '修渠三百里'), format)).toBeUndefined()
    expect(await readTree(document.replace(/.*谢谢大家.*\n/, ''), format)).toBeUndefined()
    expect(await readTree(document.replace('"type":"item"', '"type":"other"'), format)).toBeUndefined()
  })

  test('a document without the rest of the tree, and one that is none, hold no tree', async () => {
    expect(await readTree(await write(FULL_PAGE, format, { tree: false }), format)).toBeUndefined()
    for (const text of ['', '<', '<!-- speeches { -->', '<a><xenoData>[</xenoData></a>', '# 讲话']) {
      expect(await readTree(text, format)).toBeUndefined()
    }
  })

  test('a skeleton of any depth is no harm', async () => {
    const deep = `${'{"type":"item","children":['.repeat(20_000)}${']}'.repeat(20_000)}`
    const escaped = deep.replaceAll('"', '&quot;')
    const text = format === 'tei' ? `<a><xenoData>${escaped}</xenoData></a>` : `<!-- speeches ${deep} -->`
    expect(await readTree(text, format)).toBeUndefined()
  })
})

describe('json', () => {
  test.each(ALL_PAGES.slice(0, 40))('%s is read back whole, and its text is the same', async (_, source) => {
    const result = parse(source)
    const back = await readTree(await write(result, 'json'), 'json')
    expect(back).toEqual(JSON.parse(JSON.stringify(result)))
    expect(await write(back as ParseResult, 'text')).toBe(await write(result, 'text'))
  })

  test('any page is', async () => {
    await fc.assert(
      fc.asyncProperty(anyPage, async (result) => {
        const back = (await readTree(await write(result, 'json'), 'json')) as ParseResult
        expect(await write(back, 'text')).toBe(await write(result, 'text'))
      }),
      { numRuns: 200 },
    )
  })

  test('other JSON holds no tree', async () => {
    for (const text of ['', '{}', '[]', 'null', '{"version":2}']) expect(await readTree(text, 'json')).toBeUndefined()
  })
})
