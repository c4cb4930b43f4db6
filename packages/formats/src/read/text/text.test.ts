import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { IDENTITY } from '../source-map.ts'
import { readText } from './index.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const hex = (text: string) => new Uint8Array(text.split(/\s+/).map((byte) => Number.parseInt(byte, 16)))

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length))
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at, text.charCodeAt(at), littleEndian)
  return new Uint8Array(view.buffer)
}

/** GBK by the reverse of the platform's decoder. */
const gbkCodes = new Map<string, [number, number]>()
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    if (trail === 0x7f) continue
    gbkCodes.set(new TextDecoder('gbk').decode(new Uint8Array([lead, trail])), [lead, trail])
  }
}
const gbk = (text: string) => new Uint8Array([...text].flatMap((char) => gbkCodes.get(char) ?? [char.charCodeAt(0)]))

const TEXTS = {
  simplified: '各位乡亲：\n今天我们开会商量修渠的事。\n',
  traditional: '各位鄉親：\n今天我們開會商量修渠的事。\n',
  'traditional throughout': '會議記錄\n',
  'two words': '同志们',
  'one word': '模范',
  'a heading': '篇一\n同志',
  'without a line end': '尊敬的各位来宾',
  'with a header': '- 時間:2022-05-06 08:30:00\n- 小編:lin\n\n村民大會講話篇一\n',
  'with CRLF': '一、修渠。\r\n二、种树。\r\n',
  'with figures first': '20xx年\n12.5%\n三点要求\n',
}

describe('reading plain text', () => {
  describe.each(Object.entries(TEXTS))('%s', (_, text) => {
    test.each([
      ['utf-8', false, utf8(text)],
      ['utf-8', true, new Uint8Array([0xef, 0xbb, 0xbf, ...utf8(text)])],
      ['gb18030', false, gbk(text)],
      ['utf-16le', false, utf16(text, true)],
      ['utf-16le', true, new Uint8Array([0xff, 0xfe, ...utf16(text, true)])],
      ['utf-16be', false, utf16(text, false)],
      ['utf-16be', true, new Uint8Array([0xfe, 0xff, ...utf16(text, false)])],
    ])('%s, byte order mark: %s', (encoding, bom, bytes) => {
      expect(readText(bytes)).toEqual({ ok: true, text, encoding, bom, invalid: null, map: IDENTITY, messages: [] })
    })
  })

  test.each([
    ['ASCII', 'Hello, world.\n'],
    ['accents', 'café'],
    ['a sign', '5 µm'],
    ['a Russian word', 'дом'],
    ['a Greek word', 'νοικοκύρης'],
    ['pinyin', 'nǐ hǎo'],
    ['Russian', 'Дорогие друзья, добрый день!'],
    ['a form feed', 'page 1\f\npage 2'],
    ['Japanese', '本日はお越しいただきありがとうございます。'],
    ['emoji', '大家好😀'],
  ])('takes valid UTF-8 as such: %s', (_, text) => {
    expect(readText(utf8(text))).toMatchObject({ ok: true, text, encoding: 'utf-8', invalid: null })
  })

  test('reads characters that only GB18030 has', () => {
    const bytes = new Uint8Array([...gbk('姓名：'), 0x95, 0x32, 0x82, 0x36, ...gbk('先生。')])
    expect(readText(bytes)).toMatchObject({ text: '姓名：𠀀先生。', encoding: 'gb18030', invalid: null })
  })

  test('leaves a second byte order mark, line ends and zero-width characters in the text', () => {
    const text = '\ufeff各位\u200b乡亲：\r\n你们好。\r'
    expect(readText(utf8(`\ufeff${text}`))).toMatchObject({ text, bom: true })
  })
})

describe('Big5', () => {
  const big5 = (text: string) => new Uint8Array(iconv.encode(text, 'big5'))

  test.each([
    ['a page', TEXTS.traditional],
    ['CRLF', '一、修渠。\r\n二、種樹。\r\n'],
    ['a header', '- 時間:2022-05-06 08:30:00\n- 小編:lin\n\n村民大會講話篇一\n'],
    ['a sentence', '今天我們開會。'],
  ])('%s', (_, text) => {
    expect(readText(big5(text))).toMatchObject({ ok: true, text, encoding: 'big5', bom: false, invalid: null })
  })

  test('every ten characters in a row of a page are read right', () => {
    const text = '各位鄉親：去年全村修渠3.5公里，栽樹1200棵。今年要把「三件實事」辦好：一是修路，二是架橋，三是通水。'
    for (let at = 0; at + 10 <= text.length; at++) {
      const piece = text.slice(at, at + 10)
      expect(readText(big5(piece))).toMatchObject({ text: piece, encoding: 'big5' })
    }
  })

  test('invalid bytes: how many, where in the file, where in the text', () => {
    const bytes = new Uint8Array([...big5('各位鄉親，今天我們'), 0xff, ...big5('開會，商量修渠的事。')])
    expect(readText(bytes)).toMatchObject({
      encoding: 'big5',
      text: '各位鄉親，今天我們\ufffd開會，商量修渠的事。',
      invalid: { count: 1, offset: 18, index: 9 },
    })
  })
})

describe('short pieces of a page', () => {
  const simplified = '各位乡亲：去年全村修渠3.5公里，栽树1200棵。今年要把“三件实事”办好：一是修路，二是架桥，三是通水。'
  const traditional =
    '各位鄉親：去年全村修渠3.5公里，栽樹1200棵。今年要把“三件實事”辦好：一是修路，二是架橋，三是通水。'

  test.each([
    ['simplified', simplified],
    ['traditional', traditional],
  ])('%s: every six characters in a row are read right in every encoding', (_, text) => {
    for (let at = 0; at + 6 <= text.length; at++) {
      const piece = text.slice(at, at + 6)
      const ways = {
        'utf-8': utf8(piece),
        gb18030: gbk(piece),
        'utf-16le': utf16(piece, true),
        'utf-16be': utf16(piece, false),
      }
      for (const [encoding, bytes] of Object.entries(ways)) {
        expect(readText(bytes)).toMatchObject({ text: piece, encoding })
      }
    }
  })
})

describe('invalid bytes', () => {
  test('in UTF-8: how many, where in the file, where in the text', () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...utf8('各位乡亲'), 0xff, 0xe4, 0xb8, ...utf8('，你们好。')])
    expect(readText(bytes)).toMatchObject({
      ok: true,
      text: '各位乡亲\ufffd\ufffd，你们好。',
      encoding: 'utf-8',
      bom: true,
      invalid: { count: 3, offset: 15, index: 4 },
    })
  })

  test('in UTF-8 cut off in the middle of a character', () => {
    const bytes = utf8('各位乡亲').subarray(0, 11)
    expect(readText(bytes)).toMatchObject({
      encoding: 'utf-8',
      text: '各位乡\ufffd',
      invalid: { count: 2, offset: 9, index: 3 },
    })
  })

  test('in GB18030', () => {
    const bytes = new Uint8Array([...gbk('各位乡亲'), 0xff, ...gbk('，你们好。')])
    expect(readText(bytes)).toMatchObject({
      encoding: 'gb18030',
      text: '各位乡亲\ufffd，你们好。',
      invalid: { count: 1, offset: 8, index: 4 },
    })
  })

  test('in UTF-16: a lone surrogate and half a character', () => {
    const bytes = new Uint8Array([0xff, 0xfe, ...utf16('各位\ud800乡亲', true), 0x4e])
    expect(readText(bytes)).toMatchObject({
      text: '各位\ufffd乡亲\ufffd',
      invalid: { count: 3, offset: 6, index: 2 },
    })
  })

  test('a replacement character that the file itself holds is no invalid byte', () => {
    expect(readText(utf8('各位\ufffd乡亲'))).toMatchObject({ text: '各位\ufffd乡亲', invalid: null })
  })
})

describe('what is no text is refused', () => {
  test.each([
    ['nothing', new Uint8Array(), 'The input is empty.'],
    ['a byte order mark alone', hex('ef bb bf'), 'The input holds only blanks.'],
    ['blanks', utf8(' \n\t\u3000\r\n'), 'The input holds only blanks.'],
    ['blanks in UTF-16', new Uint8Array([0xff, 0xfe, ...utf16('\u3000\n', true)]), 'The input holds only blanks.'],
    ['a PDF', utf8('%PDF-1.7\n'), 'This is a PDF document.'],
    ['a ZIP', hex('50 4b 03 04 14 00'), 'This is a ZIP archive (docx, xlsx, epub are such).'],
    ['a DOC', hex('d0 cf 11 e0 a1 b1 1a e1 00'), 'This is an old Office document (doc, xls, ppt).'],
    ['a PNG', hex('89 50 4e 47 0d 0a 1a 0a 00'), 'This is a PNG image.'],
    ['UTF-32', hex('ff fe 00 00 0c 54 00 00'), 'This is UTF-32 text.'],
    ['text with a NUL', utf8('各位乡亲\0，你们好。'), 'This is a binary file: it holds NUL bytes.'],
    ['ASCII with a NUL', utf8('hello\0worlds'), 'This is a binary file: it holds NUL bytes.'],
    [
      'machine code',
      hex('7f 45 4c 46 02 01 01 00 00 00 00 00 00 00 00 00 03 00 3e 00 b7 8f'),
      'This is a binary file: it holds NUL bytes.',
    ],
    ['control characters', hex('01 02 03 04 05 06'), 'This is a binary file: it holds control characters.'],
  ])('%s', (_, bytes, reason) => {
    expect(readText(bytes)).toMatchObject({ ok: false, reason, advice: expect.stringMatching(/^Save/) })
  })
})
