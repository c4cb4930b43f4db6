import type { ParseResult } from '@speeches/core/schema'
import { describe, expect, test } from 'vitest'
import type { WriteOptions } from '../options.ts'
import { FULL_PAGE, item, page, paragraph, speech } from '../page.fixture.ts'
import { write } from '../write.ts'
import { ndjson, ndjsonParagraphs } from './index.ts'

const WRITERS = { ndjson, 'ndjson-paragraphs': ndjsonParagraphs }
const records = (name: keyof typeof WRITERS, result: ParseResult, options?: WriteOptions) =>
  [...WRITERS[name].write(result, options)]
    .join('')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

describe('one speech a line', () => {
  test('has each speech with its item, what it opens with and its text', () => {
    const [first, second, third, ...more] = records('ndjson', FULL_PAGE)
    expect(more).toEqual([])
    expect(first).toMatchObject({
      type: 'speech',
      ordinal: 1,
      page: '青禾村春季大会讲话',
      published: '2022-05-06T08:30:00',
      item: { ordinal: 1, printedOrdinal: 1, heading: '青禾村春季大会讲话篇一' },
      byline: '村委会主任 程穗',
      salutation: '乡亲们：',
      announced: [{ text: '三点意见', count: 3 }],
      position: null,
    })
    expect(first.text.split('\n').slice(0, 4)).toEqual([
      '村委会主任 程穗',
      '乡亲们：',
      '我们今天开会，商量修渠。下面，我讲三点意见。',
      '一、抓好水利。',
    ])
    expect(second).toMatchObject({
      ordinal: 2,
      salutation: null,
      text: '今天，村里召开夏季大会。\n程穗',
      characters: 14,
    })
    expect(third).toMatchObject({ ordinal: 3, item: { ordinal: 2 }, text: '各位代表：\n请审议。' })
  })

  test('names its paragraphs by the ids that the other writer gives them', () => {
    const speeches = records('ndjson', FULL_PAGE)
    const paragraphs = records('ndjson-paragraphs', FULL_PAGE)
    for (const { id, paragraphs: ids } of speeches) {
      expect(paragraphs.filter((record) => record.speech === id).map((record) => record.id)).toEqual(ids)
    }
    expect(speeches.flatMap((record) => record.paragraphs)).toHaveLength(paragraphs.length)
  })
})

describe('one paragraph a line', () => {
  test('has paragraphs, points and closings in order, with the headings above them', () => {
    const rows = records('ndjson-paragraphs', FULL_PAGE).map(({ type, closing, item, ordinal, sections, text }) => ({
      what: closing ?? type,
      at: `${item}.${ordinal}`,
      under: sections.map((section: { heading: string }) => section.heading).join(' > '),
      text,
    }))
    expect(rows).toEqual([
      { what: 'paragraph', at: '1.1', under: '', text: '我们今天开会，商量修渠。下面，我讲三点意见。' },
      { what: 'paragraph', at: '1.2', under: '一、抓好水利。', text: '20xx年修渠三里。' },
      { what: 'listItem', at: '1.3', under: '一、抓好水利。 > (一)东片。', text: '东头的渠；' },
      { what: 'listItem', at: '1.4', under: '一、抓好水利。 > (一)东片。', text: '2.西头的渠。' },
      { what: 'paragraph', at: '1.5', under: '三、抓好道路。', text: '认真学习《道路养护办法》。' },
      { what: 'peroration', at: '1.6', under: '', text: '最后，让我们一起努力！' },
      { what: 'thanks', at: '1.7', under: '', text: '谢谢大家！' },
      { what: 'paragraph', at: '1.1', under: '', text: '今天，村里召开夏季大会。' },
      { what: 'signature', at: '1.2', under: '', text: '程穗' },
      { what: 'paragraph', at: '2.1', under: '', text: '请审议。' },
    ])
  })

  test('says where in the source each stands', () => {
    const position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 5, offset: 4 } }
    const result = page({}, item(1, speech([], { ...paragraph('请审议。'), position })))
    expect(records('ndjson-paragraphs', result)).toMatchObject([{ position, text: '请审议。' }])
  })
})

test('a line end inside a text does not end the record', () => {
  const result = page({}, item(1, speech([], paragraph('一'), paragraph('二'))))
  const lines = [...ndjson.write(result)].join('').split('\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toBe('')
})

test('the text stands in both scripts where converters are handed in', () => {
  const scripts = { simplified: (text: string) => `简${text}`, traditional: (text: string) => `繁${text}` }
  const result = page({}, item(1, speech([], paragraph('请审议。'))))
  for (const name of ['ndjson', 'ndjson-paragraphs'] as const) {
    expect(records(name, result, { scripts })).toMatchObject([
      { text: '请审议。', simplified: '简请审议。', traditional: '繁请审议。' },
    ])
    expect(records(name, result)).toMatchObject([{ simplified: null, traditional: null }])
  }
})

test('many pages are one file without empty lines', async () => {
  const lines = (await write([FULL_PAGE, page({}), FULL_PAGE], 'ndjson')).split('\n')
  expect(lines).toHaveLength(7)
  expect(lines.slice(0, 6).every(Boolean)).toBe(true)
})
