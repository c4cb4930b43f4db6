import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { makeDoc } from './doc/document.fixture.ts'
import { makeDocx, p } from './docx/package.fixture.ts'
import { layOut, makePdf } from './pdf/file.fixture.ts'
import { read } from './read.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

const HTML = utf8('<!doctype html><meta charset=utf-8><p>修渠三里。')
const FILES = {
  docx: makeDocx({ body: p('修渠三里。') }),
  doc: makeDoc({ text: '修渠三里。\r' }),
  pdf: makePdf([layOut(['修渠三里。'])]),
  html: HTML,
  md: utf8('**修渠**三里。'),
  txt: utf8('修渠三里。'),
}

describe('a file is read by what it is', () => {
  test.each(Object.entries(FILES))('%s, under its own name', async (extension, bytes) => {
    expect(await read(bytes, { name: `讲话.${extension}` })).toMatchObject({
      ok: true,
      text: '修渠三里。',
      messages: [],
    })
  })

  test.each([
    ['a .doc that is HTML', HTML, 'a.doc', 'By its name this is DOC, by its content HTML; it was read as the latter.'],
    [
      'a .doc that is DOCX',
      FILES.docx,
      'a.DOC',
      'By its name this is DOC, by its content DOCX; it was read as the latter.',
    ],
    [
      'a .docx that is DOC',
      FILES.doc,
      'a.docx',
      'By its name this is DOCX, by its content DOC; it was read as the latter.',
    ],
    [
      'a .txt that is PDF',
      FILES.pdf,
      'a.txt',
      'By its name this is plain text, by its content PDF; it was read as the latter.',
    ],
    [
      'a .pdf that is text',
      FILES.txt,
      'a.pdf',
      'By its name this is PDF, by its content plain text; it was read as the latter.',
    ],
    [
      'a .html without a tag',
      FILES.txt,
      'a.html',
      'By its name this is HTML, by its content plain text; it was read as the latter.',
    ],
  ])('%s', async (_, bytes, name, reason) => {
    expect(await read(bytes, { name })).toMatchObject({
      text: '修渠三里。',
      messages: [{ ruleId: 'misnamed-file', reason, fatal: null }],
    })
  })

  test.each([
    ['RTF', utf8('{\\rtf1\\ansi}'), 'This is an RTF document.'],
    ['a web archive', utf8('MIME-Version: 1.0\r\n\r\n修渠'), 'This is a web archive (MHTML).'],
  ])('a .doc that is %s is refused by what it is', async (_, bytes, reason) => {
    expect(await read(bytes, { name: 'a.doc' })).toMatchObject({ ok: false, ruleId: 'other-kind', reason })
  })

  test('without a name, and with a name that says nothing', async () => {
    for (const name of ['', 'page', 'page.asp', '.constructor']) {
      expect(await read(FILES.docx, { name })).toMatchObject({ text: '修渠三里。', messages: [] })
    }
  })

  test('by its media type where nothing else tells', async () => {
    const bytes = utf8('修渠<i>三</i>里。')
    expect(await read(bytes)).toMatchObject({ text: '修渠<i>三</i>里。' })
    expect(await read(bytes, { contentType: 'text/html; charset=utf-8' })).toMatchObject({ text: '修渠三里。' })
  })
})

describe('the charset of the header', () => {
  const big5 = new Uint8Array(iconv.encode('<p>修渠</p>', 'big5'))
  const gbkWithMeta = new Uint8Array(iconv.encode('<meta charset=big5><p>修渠', 'gbk'))

  test('is believed where the bytes are too few to tell', async () => {
    expect(await read(big5, { contentType: 'text/html; charset="Big5"' })).toMatchObject({
      text: '修渠',
      encoding: 'big5',
    })
  })

  test('goes before the meta element', async () => {
    expect(await read(gbkWithMeta, { contentType: 'text/html;charset=GBK' })).toMatchObject({
      text: '修渠',
      encoding: 'gb18030',
    })
  })

  test('goes behind the byte order mark, and behind bytes that belie it', async () => {
    const bytes = utf8('\ufeff<p>修渠三里。')
    expect(await read(bytes, { contentType: 'text/html; charset=gbk' })).toMatchObject({ encoding: 'utf-8', bom: true })
    expect(await read(HTML, { contentType: 'text/html; charset=gbk' })).toMatchObject({ encoding: 'utf-8' })
  })

  test('counts for plain text too, and says nothing where it is not known', async () => {
    const bytes = new Uint8Array(iconv.encode('修渠', 'big5'))
    expect(await read(bytes, { contentType: 'text/plain; charset=big5' })).toMatchObject({ text: '修渠' })
    expect(await read(FILES.txt, { contentType: 'text/plain; charset=klingon' })).toMatchObject({ text: '修渠三里。' })
  })
})
