import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { makeCompound } from '../compound.fixture.ts'
import { placeOf } from '../source-map.ts'
import { type DocParts, makeDoc, makeSummary } from './document.fixture.ts'
import { readDoc } from './index.ts'

function linesOf(parts: DocParts | string): string[] {
  const reading = readDoc(makeDoc(typeof parts === 'string' ? { text: parts } : parts))
  if (!reading.ok) throw new Error(reading.reason)
  return reading.text.split('\n')
}

describe('lines', () => {
  test.each([
    ['paragraphs', '各位乡亲：\r我们开会。\r', ['各位乡亲：', '我们开会。']],
    ['empty paragraphs: one is kept', '修渠。\r\r\r种树。\r', ['修渠。', '', '种树。']],
    ['a line broken inside', '修渠。\x0b种树。\r', ['修渠。', '种树。']],
    ['cells of a table', '时间\x07地点\x07\x07八点\x07', ['时间', '地点', '', '八点']],
    ['a page that ends', '修渠。\x0c种树。\r', ['修渠。', '种树。']],
    ['hyphens, hard blanks, pictures', '修\x01渠\x1e三\x1f里\xa0长\r', ['修渠-三里 长']],
    ['a field shows its result', '见\x13HYPERLINK "http://a.example"\x14附件\x15。\r', ['见附件。']],
    ['a field in a field', '\x13A\x13B\x14不见\x15\x14看见\x15\r', ['看见']],
    ['a field without a result', '第\x13 PAGE \x15页\r', ['第页']],
    ['ruby is read as gloss', '要\x13 EQ \\* jc2 \\* hps10 \\o\\ad(\\s\\up 9(yǎng),養)\x15護\r', ['要養(yǎng)護']],
  ])('%s', (_, text, expected) => {
    expect(linesOf(text)).toEqual(expected)
  })

  test('notes stand behind the text, headers nowhere', () => {
    const parts = { text: '共三亩。\r', footnotes: '一亩约六百六十七平方米。\r', headers: '青禾村\r', endnotes: '完\r' }
    expect(linesOf(parts)).toEqual(['共三亩。', '一亩约六百六十七平方米。', '完'])
  })

  test('text in pieces of one and of two bytes a character', () => {
    expect(linesOf({ text: 'GDP增长12%，“café”也开了。\r', inPieces: true })).toEqual(['GDP增长12%，“café”也开了。'])
  })
})

describe('a document with lists', () => {
  const bytes = new Uint8Array(readFileSync(new URL('fixtures/lists.doc', import.meta.url)))

  test('has the numbers and bullets that Word shows', () => {
    const reading = readDoc(bytes)
    expect(reading.ok && reading.text.split('\n')).toEqual([
      '各位乡亲：',
      '今天讲两点。',
      '一、修好栈桥',
      '（一）加宽桥面',
      '1.备足木料',
      '2.请好师傅',
      '（二）添几盏灯',
      '栈桥是大家的事。',
      '二、看好渡船',
      '- 救生衣',
      '谢谢大家！',
    ])
  })

  test('is answered however it is damaged', () => {
    const place = fc.nat(bytes.length - 1)
    const changes = fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(changes, (changed) => {
        const copy = bytes.slice()
        for (const [at, value] of changed) copy[at] = value
        expect(readDoc(copy)).toHaveProperty('ok')
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a document whose styles are in lists', () => {
  const bytes = new Uint8Array(readFileSync(new URL('fixtures/styles.doc', import.meta.url)))

  test('has their numbers, changes as accepted, and no hidden words', () => {
    const reading = readDoc(bytes)
    expect(reading).toMatchObject({ ok: true, messages: [{ ruleId: 'tracked-changes' }] })
    expect(reading.ok && reading.text.split('\n')).toEqual([
      '各位乡亲：',
      '共修渠十五里。',
      '一、修好栈桥',
      '第一条加宽桥面',
      '桥面要宽。',
      '第二条添几盏灯',
      '二、看好渡船',
      '第一条补漏',
      '三、摆渡要稳',
      '谢谢大家！',
    ])
  })

  test('is answered however it is damaged', () => {
    const place = fc.nat(bytes.length - 1)
    const changes = fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(changes, (changed) => {
        const copy = bytes.slice()
        for (const [at, value] of changed) copy[at] = value
        expect(readDoc(copy)).toHaveProperty('ok')
      }),
      { numRuns: 1000 },
    )
  })
})

test('says what the document says of itself, and which paragraph a place is in', () => {
  const summary = makeSummary(936, {
    2: new Uint8Array(iconv.encode('春耕动员', 'gbk')),
    4: new Uint8Array(iconv.encode('程穗', 'gbk')),
    12: Date.UTC(2021, 2, 9, 2, 24),
  })
  const reading = readDoc(makeDoc({ text: '各位乡亲：\r\r\r修渠。\r', streams: { '\x05SummaryInformation': summary } }))
  expect(reading).toMatchObject({ title: '春耕动员', author: '程穗', created: '2021-03-09T02:24:00Z', encoding: null })
  if (!reading.ok) return
  expect(placeOf(reading.map, 0)).toEqual({ paragraph: 1 })
  expect(placeOf(reading.map, reading.text.indexOf('修'))).toEqual({ paragraph: 4 })
})

test('macros are told and not run', () => {
  const bytes = makeDoc({ text: '修渠。\r', streams: { Macros: new Uint8Array() } })
  expect(readDoc(bytes)).toMatchObject({ text: '修渠。', messages: [{ ruleId: 'macros-unread' }] })
})

describe('what cannot be read is refused in one line', () => {
  const sound = makeDoc({ text: '修渠。\r'.repeat(2000) })
  /** The allocation table's entry of a sector, which stands in the first sector. */
  function link(bytes: Uint8Array, sector: number, next: number): Uint8Array {
    const copy = bytes.slice()
    new DataView(copy.buffer).setUint32(512 + sector * 4, next, true)
    return copy
  }

  test.each([
    ['cut off', sound.subarray(0, sound.length / 2), 'damaged-file'],
    ['its head alone', sound.subarray(0, 100), 'damaged-file'],
    ['sectors in a circle', link(sound, 5, 5), 'damaged-file'],
    ['a sector that is not there', link(sound, 5, 1_000_000), 'damaged-file'],
    ['encrypted', makeDoc({ text: '修渠。\r', flags: 0x0100 }), 'encrypted-file'],
    ['an encrypted DOCX', makeCompound({ EncryptedPackage: new Uint8Array(10) }), 'encrypted-file'],
    ['Word 95', makeDoc({ text: '修渠。\r', version: 0x65 }), 'other-kind'],
    ['a spreadsheet', makeCompound({ Workbook: new Uint8Array(10) }), 'other-kind'],
    ['no text', makeDoc({ text: '\r\r' }), 'empty-page'],
    ['nothing', new Uint8Array(), 'damaged-file'],
  ])('%s', (_, bytes, ruleId) => {
    const reading = readDoc(bytes)
    expect(reading).toMatchObject({ ok: false, ruleId })
    expect(!reading.ok && reading.reason).not.toContain('\n')
  })

  test('pieces that claim the same bytes over and over', () => {
    const text = '修渠'.repeat(3000)
    const bytes = makeDoc({ text: `${text}\r` })
    const view = new DataView(bytes.buffer)
    // The text claims to be 2 GB long, in one piece.
    for (let at = 0; at < bytes.length - 4; at += 4) {
      if (view.getUint32(at, true) === text.length + 1) view.setUint32(at, 0x7fffffff, true)
    }
    expect(readDoc(bytes)).toMatchObject({ ok: false, ruleId: 'damaged-file' })
  })
})
