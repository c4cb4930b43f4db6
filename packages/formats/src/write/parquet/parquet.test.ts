import { parse } from '@speeches/core'
import type { ParseResult } from '@speeches/core/schema'
import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet'
import { describe, expect, test } from 'vitest'
import type { FormatName } from '../formats.ts'
import { paragraphRecords, speechRecords } from '../ndjson/records.ts'
import { FULL_PAGE, item, page, paragraph, speech } from '../page.fixture.ts'
import { stream, write } from '../write.ts'

type Table = Extract<FormatName, `parquet${string}`>

const fileOf = async (name: Table, results: ParseResult | ParseResult[]) => {
  const { buffer } = (await write(results, name)) as Uint8Array<ArrayBuffer>
  return buffer
}
const rowsOf = async (name: Table, results: ParseResult | ParseResult[]) =>
  parquetReadObjects({ file: await fileOf(name, results) })

describe('the tables', () => {
  test('have the speeches of the NDJSON records', async () => {
    const records = [...speechRecords(FULL_PAGE.collection)]
    const rows = await rowsOf('parquet', FULL_PAGE)
    expect(rows.map(({ id, text, salutation }) => ({ id, text, salutation }))).toEqual(
      records.map(({ id, text, salutation }) => ({ id, text, salutation })),
    )
    expect(rows[0]).toMatchObject({
      page: 1,
      item: 1,
      heading: '青禾村春季大会讲话篇一',
      published: '2022-05-06T08:30:00',
      announced: [{ text: '三点意见', count: 3 }],
      characters: 112,
      start: null,
    })
  })

  test('have the paragraphs, with the headings above them', async () => {
    const records = [...paragraphRecords(FULL_PAGE.collection)]
    const rows = await rowsOf('parquet-paragraphs', FULL_PAGE)
    expect(rows.map(({ id, type, text }) => ({ id, type, text }))).toEqual(
      records.map(({ id, type, text }) => ({ id, type, text })),
    )
    expect(rows[2]).toMatchObject({ headings: ['一、抓好水利。', '(一)东片。'], depth: 2, closing: null })
  })

  test('have the edits, with places in the source', async () => {
    const source = '同志們：\n企業(yè)和產業(yè),都要發(fā)展。\n謝謝大家！'
    const result = parse(source)
    const rows = await rowsOf('parquet-edits', result)
    expect(rows).toHaveLength(result.edits.length)
    expect(rows.length).toBeGreaterThan(0)
    for (const { start, end, original } of rows) expect(source.slice(start, end)).toBe(original)
  })

  test('have the text in both scripts where converters are handed in', async () => {
    const scripts = { simplified: (text: string) => `简${text}`, traditional: (text: string) => `繁${text}` }
    const bytes = await write(page({}, item(1, speech([], paragraph('散会。')))), 'parquet-paragraphs', { scripts })
    const rows = await parquetReadObjects({ file: bytes.buffer as ArrayBuffer })
    expect(rows).toMatchObject([{ text: '散会。', simplified: '简散会。', traditional: '繁散会。' }])
  })

  test('have the same columns whatever is in them', async () => {
    for (const name of ['parquet', 'parquet-paragraphs', 'parquet-edits'] as const) {
      const [empty, full] = [await fileOf(name, page({})), await fileOf(name, FULL_PAGE)]
      expect(await parquetReadObjects({ file: empty })).toEqual([])
      const schemas = [empty, full].map((file) =>
        parquetSchema(parquetMetadata(file)).children.map(({ element }) => [element.name, element.type]),
      )
      expect(schemas[0]).toEqual(schemas[1])
    }
  })
})

test('many pages are one file, each row with its page', async () => {
  const rows = await rowsOf('parquet-paragraphs', [FULL_PAGE, page({}), FULL_PAGE])
  expect(new Set(rows.map((row) => row.page))).toEqual(new Set([1, 3]))
})

test('100,000 paragraphs are written a group at a time, each page taken when the one before is written', async () => {
  const lines = Array.from({ length: 500 }, (_, index) => paragraph(`第${index}段：今年要修三里渠，各村都要出力。`))
  const result = page({}, item(1, speech([], ...lines)))
  let taken = 0
  function* pages() {
    for (; taken < 200; taken++) yield result
  }
  const takenAt: number[] = []
  const sizes: number[] = []
  for await (const piece of stream(pages(), 'parquet-paragraphs')) {
    takenAt.push(taken)
    sizes.push(piece.length)
  }
  expect(takenAt.slice(0, 3)).toEqual([19, 39, 59])
  expect(sizes).toHaveLength(11)
  expect(Math.max(...sizes)).toBeLessThan(4_000_000)
})
