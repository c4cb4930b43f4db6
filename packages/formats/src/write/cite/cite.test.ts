import type { ParseResult, Speech } from '@speeches/core/schema'
import { describe, expect, test } from 'vitest'
import { FULL_PAGE, heading, item, page, paragraph, speech } from '../page.fixture.ts'
import { write } from '../write.ts'

const SPEECH: Speech = {
  ...speech([], { ...paragraph('今年修渠三里。'), id: 'aaa' }, { ...paragraph('散会。'), id: 'bbb' }),
  id: 'sss',
}
const PAGE = page(
  {
    title: '青禾村春季大会讲话',
    metadata: { published: '2022-05-06T08:30:00', author: '程穗、陆禾', source: '青禾网' },
  },
  item(1, heading('青禾村春季大会讲话篇一'), SPEECH),
)
const ONLINE = { url: 'https://example.org/a_b?c=1&d=%20', accessed: '2026-05-06' }

const titled = (title: string): ParseResult => ({
  ...PAGE,
  collection: { ...PAGE.collection, title, children: [item(1, SPEECH)] },
})

describe('bibtex', () => {
  test('refers to a speech in its page', async () => {
    expect(await write(PAGE, 'bibtex', ONLINE)).toBe(`@misc{sss,
  author = {{程穗} and {陆禾}},
  title = {{青禾村春季大会讲话篇一}},
  booktitle = {青禾村春季大会讲话},
  howpublished = {青禾网},
  year = {2022},
  month = {5},
  date = {2022-05-06},
  url = {https://example.org/a_b?c=1&d=%20},
  urldate = {2026-05-06},
  langid = {chinese},
}

`)
  })

  test('refers to a paragraph by its place and words', async () => {
    const entry = await write(PAGE, 'bibtex', { node: 'bbb' })
    expect(entry).toMatch(/^@misc\{bbb,\n/)
    expect(entry).toContain('  note = {第2段：散会。},\n')
    expect(entry).not.toContain('url')
  })

  test('escapes what TeX would read as its own', async () => {
    expect(await write(titled('50%_{a}\\b&c$d#e~f^'), 'bibtex')).toContain(
      'title = {{50\\%\\_\\{a\\}\\textbackslash{}b\\&c\\$d\\#e\\textasciitilde{}f\\textasciicircum{}}}',
    )
  })
})

describe('ris', () => {
  test('refers to a speech in its page', async () => {
    expect((await write(PAGE, 'ris', ONLINE)).split('\r\n')).toEqual([
      'TY  - WEB',
      'ID  - sss',
      'AU  - 程穗',
      'AU  - 陆禾',
      'TI  - 青禾村春季大会讲话篇一',
      'T2  - 青禾村春季大会讲话',
      'PB  - 青禾网',
      'PY  - 2022',
      'DA  - 2022/05/06',
      'UR  - https://example.org/a_b?c=1&d=%20',
      'Y2  - 2026/05/06',
      'LA  - zh',
      'ER  - ',
      '',
      '',
    ])
  })

  test('holds each field on one line', async () => {
    expect(await write(titled('一\nER  - \n二'), 'ris')).toContain('TI  - 一 ER  -  二\r\n')
  })
})

describe('gbt7714', () => {
  test('refers to a speech in its page', async () => {
    expect(await write(PAGE, 'gbt7714', ONLINE)).toBe(
      '[1] 程穗, 陆禾. 青禾村春季大会讲话篇一[EB/OL]//青禾村春季大会讲话. 青禾网, 2022(2022-05-06)[2026-05-06]. https://example.org/a_b?c=1&d=%20.\n',
    )
  })

  test('refers to a paragraph by its place, without number', async () => {
    expect(await write(PAGE, 'gbt7714', { node: 'aaa' })).toBe(
      '程穗, 陆禾. 青禾村春季大会讲话篇一[Z]//青禾村春季大会讲话. 青禾网, 2022: 第1段(2022-05-06).\n',
    )
  })

  test('names three authors, and no page that is the speech itself', async () => {
    const many = titled('散会讲话')
    many.collection.metadata = {
      ...many.collection.metadata,
      author: '甲 乙，丙,丁、戊',
      source: null,
      published: null,
    }
    expect(await write(many, 'gbt7714')).toBe('[1] 甲 乙, 丙, 丁, 等. 散会讲话[Z].\n')
  })

  test('numbers the speeches of many pages on', async () => {
    const lines = (await write([PAGE, page({}), PAGE], 'gbt7714')).trimEnd().split('\n')
    expect(lines.map((line) => line.slice(0, 4))).toEqual(['[1] ', '[2] '])
  })
})

describe('every one', () => {
  const FORMATS = ['bibtex', 'ris', 'gbt7714'] as const

  test('has each speech of a page once', async () => {
    expect((await write(FULL_PAGE, 'bibtex')).match(/^@misc/gm)).toHaveLength(3)
    expect((await write(FULL_PAGE, 'ris')).match(/^TY {2}- /gm)).toHaveLength(3)
    expect((await write(FULL_PAGE, 'gbt7714')).match(/^\[\d\]/gm)).toHaveLength(3)
  })

  test('refuses an id that is not on the page', async () => {
    for (const format of FORMATS) {
      await expect(write(PAGE, format, { node: 'zzz' })).rejects.toThrow(RangeError)
    }
  })

  test('dates a speech no closer than its page does', async () => {
    const yearOnly = {
      ...PAGE,
      collection: { ...PAGE.collection, metadata: { ...PAGE.collection.metadata, published: '2022' } },
    }
    expect(await write(yearOnly, 'gbt7714')).toContain('青禾网, 2022.\n')
    const { metadata } = PAGE.collection
    const dayOnly = { ...PAGE, collection: { ...PAGE.collection, metadata: { ...metadata, source: null } } }
    expect(await write(dayOnly, 'gbt7714')).toContain('讲话. (2022-05-06).\n')
    expect(await write(yearOnly, 'ris')).toContain('DA  - 2022//\r\n')
    expect(await write(yearOnly, 'bibtex')).not.toContain('month')
  })
})
