import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { placeOf } from '../source-map.ts'
import { deflate, layOut, makePdf, type Print } from './file.fixture.ts'
import { readPdf } from './index.ts'

async function linesOf(...pages: Print[][]): Promise<string[]> {
  const reading = await readPdf(makePdf(pages))
  if (!reading.ok) throw new Error(reading.reason)
  return reading.text.split('\n')
}

/** Lines of 26 hanzi of 16 points, which reach from 80 to 496. */
const WIDTH = 26
function wrap(text: string, indent = 0): string[] {
  const lines = [text.slice(0, WIDTH - indent)]
  for (let at = WIDTH - indent; at < text.length; at += WIDTH) lines.push(text.slice(at, at + WIDTH))
  return lines
}
/** A paragraph with an indent of two hanzi, from a height down. */
function indented(text: string, top: number): Print[] {
  return wrap(text, 2).map((line, index) => ({ text: line, x: index === 0 ? 112 : 80, y: top - index * 28, size: 16 }))
}

const LONG =
  '今天我们在渡口召开现场会，主要是看一看码头的栈桥修得怎么样，听一听船工们有什么难处，再商量汛期之前还有哪几件事要赶紧办完。'
const OTHER =
  '船工们说得很实在：栈桥加宽之后，装卸快了将近一半，只是夜里照明还不够，盼望再添几盏灯。我看这个要求合情合理，下个月就办。'

describe('paragraphs', () => {
  test('shown by indents', async () => {
    const page = [...indented(LONG, 760), ...indented(OTHER, 760 - 28 * 3)]
    expect(await linesOf(page)).toEqual([LONG, OTHER])
  })

  test('shown by the space between them', async () => {
    const page = [...layOut(wrap(LONG)), ...layOut(wrap(OTHER), { top: 760 - 28 * 3 - 14 })]
    expect(await linesOf(page)).toEqual([LONG, OTHER])
  })

  test('shown by a short last line alone', async () => {
    expect(await linesOf(layOut([...wrap(LONG), ...wrap(OTHER)]))).toEqual([LONG, OTHER])
  })

  test('that go on on the next page', async () => {
    const [first = '', ...rest] = wrap(LONG)
    expect(await linesOf(layOut(['各位乡亲：', first]), layOut([...rest, ...wrap(OTHER)]))).toEqual([
      '各位乡亲：',
      LONG,
      OTHER,
    ])
  })

  test('lines of their own: title, salutation, headings', async () => {
    const page = [
      { text: '渡口现场会讲话', x: 220, y: 790, size: 22 },
      ...layOut(['各位乡亲：', ...wrap(LONG), '一、修好栈桥', ...wrap(OTHER)]),
    ]
    expect(await linesOf(page)).toEqual(['渡口现场会讲话', '各位乡亲：', LONG, '一、修好栈桥', OTHER])
  })

  test('rows of a table are lines of their own, and raised figures are part of theirs', async () => {
    const rows = ['时间', '地点', '人数'].flatMap((text, index) => [
      { text, x: 80, y: 740 - index * 20 },
      { text: '八点', x: 300, y: 740 - index * 20 },
    ])
    const note = [
      { text: '用工三千个', x: 80, y: 600 },
      { text: '1', x: 140, y: 605.5, size: 7 },
      { text: '。', x: 144, y: 600 },
    ]
    expect(await linesOf([...rows, ...note])).toEqual(['时间 八点', '地点 八点', '人数 八点', '用工三千个1。'])
  })

  test('a page of short lines alone: none of them was wrapped', async () => {
    const lines = ['各位乡亲：', '一、修好栈桥', '桥面要宽。', '二、添几盏灯', '灯要亮。', '谢谢大家！']
    expect(await linesOf(layOut(lines))).toEqual(lines)
  })

  test('a list of titles is not wrapped text', async () => {
    const titles = ['秋收动员会讲话', '渡口栈桥竣工典礼上的讲话', '开渠座谈会发言', '表彰会讲话']
    expect(await linesOf(layOut(titles))).toEqual(titles)
  })

  test('words of Latin letters are kept apart where a line ends', async () => {
    const words = 'we mend the pier before the flood comes and light'
    expect(await linesOf(layOut([words, 'the way home for all.'], { size: 17 }))).toEqual([
      `${words} the way home for all.`,
    ])
  })
})

describe('columns', () => {
  /** Lines of twelve hanzi of 12 points, one paragraph after the other, each with an indent of two. */
  const narrow = (...paragraphs: string[]) =>
    paragraphs.flatMap((text) => {
      const indented = `\u3000\u3000${text}`
      return Array.from({ length: Math.ceil(indented.length / 12) }, (_, index) =>
        indented.slice(index * 12, index * 12 + 12),
      )
    })
  const column = (lines: readonly string[], x: number): Print[] =>
    lines.map((line, index) => {
      const text = line.replace(/^\u3000+/, '')
      return { text, x: x + (line.length - text.length) * 12, y: 740 - index * 20, size: 12 }
    })
  const title: Print = { text: '渡口现场会讲话', x: 200, y: 790, size: 22 }
  const lines = narrow(LONG, OTHER, LONG)

  test('are read one after the other; a paragraph goes on from the foot of one to the head of the next', async () => {
    const half = lines.length >> 1
    const page = [title, ...column(lines.slice(0, half), 80), ...column(lines.slice(half), 300)]
    expect(await linesOf(page)).toEqual(['渡口现场会讲话', LONG, OTHER, LONG])
  })

  test('and from page to page', async () => {
    const all = [...lines, ...lines]
    const part = (index: number, x: number) => column(all.slice(index * 9, index * 9 + 9), x)
    expect(all).toHaveLength(36)
    expect(await linesOf([...part(0, 80), ...part(1, 300)], [...part(2, 80), ...part(3, 300)])).toEqual([
      LONG,
      OTHER,
      LONG,
      LONG,
      OTHER,
      LONG,
    ])
  })

  test('three of them', async () => {
    const all = [...lines, ...lines]
    const part = (index: number) => column(all.slice(index * 12, index * 12 + 12), 40 + index * 180)
    expect(await linesOf([...part(0), ...part(1), ...part(2)])).toEqual([LONG, OTHER, LONG, LONG, OTHER, LONG])
  })

  test('short lines before indented ones are none', async () => {
    const names = ['程穗', '林禾', '石桥', '何苗', '田野', '江帆', '白杨']
    const page = [...layOut(names), ...layOut(wrap(LONG), { top: 500 }), ...layOut(names, { x: 240, top: 300 })]
    expect(await linesOf(page)).toEqual([...names, LONG, ...names])
  })
})

describe('page furniture', () => {
  const body = (top = 730) => layOut([...wrap(LONG), ...wrap(OTHER)], { top })
  const foot = (text: string): Print => ({ text, x: 280, y: 40, size: 14 })
  const head = (text: string): Print => ({ text, x: 80, y: 800, size: 10 })

  test.each([
    [
      'page numbers',
      [
        [...body(), foot('— 1 —')],
        [...body(), foot('— 2 —')],
      ],
      ['1:7 — 1 —', '2:7 — 2 —'],
    ],
    [
      'numbers that go on from other pages',
      [
        [...body(), foot('11')],
        [...body(), foot('12')],
      ],
      ['1:7 11', '2:7 12'],
    ],
    ['第几页 of how many', [[...body(), foot('第1页 共1页')]], ['1:7 第1页 共1页']],
    [
      'running heads',
      [
        [head('渡口文件'), ...body()],
        [head('渡口文件'), ...body()],
      ],
      ['1:1 渡口文件', '2:1 渡口文件'],
    ],
    [
      'what a browser prints around a page',
      [
        [
          { text: '2021/3/9 10:24', x: 30, y: 775, size: 8 },
          { text: '渡口现场会讲话', x: 250, y: 775, size: 8 },
          ...body(),
          { text: 'https://a.example/1.html', x: 30, y: 570, size: 8 },
          { text: '1/1', x: 550, y: 570, size: 8 },
        ],
      ],
      ['1:1 2021/3/9 10:24 渡口现场会讲话', '1:8 https://a.example/1.html 1/1'],
    ],
    ['a watermark', [[...body(), { text: '内部资料', x: 200, y: 300, size: 60, slant: 45 }]], ['1:7 内部资料']],
  ])('%s: left out and told', async (_, pages, actual) => {
    const reading = await readPdf(makePdf(pages as Print[][]))
    if (!reading.ok) throw new Error(reading.reason)
    expect(reading.text.split('\n')).toEqual(pages.flatMap(() => [LONG, OTHER]))
    expect(reading.messages).toMatchObject([
      { ruleId: 'page-furniture', fatal: null, actual: (actual as string[]).join('\n') },
    ])
  })

  test.each([
    ['a title that stands once', [[head('渡口现场会讲话'), ...body()], body()], '渡口现场会讲话'],
    ['a year that ends a page', [[...body(), foot('2021')]], '2021'],
    ['a signature', [[...body(), { text: '程穗', x: 400, y: 300, size: 16 }], body()], '程穗'],
    [
      'the same words in the text of two pages',
      [layOut(['谢谢大家！', ...wrap(LONG)]), layOut(['谢谢大家！', ...wrap(LONG)])],
      '谢谢大家！',
    ],
  ])('%s: kept', async (_, pages, kept) => {
    const reading = await readPdf(makePdf(pages as Print[][]))
    expect(reading).toMatchObject({ ok: true, messages: [] })
    expect(reading.ok && reading.text.split('\n')).toContain(kept)
  })
})

describe('characters', () => {
  test('a day and time as large as the text are the text', async () => {
    const lines = ['渡口现场会讲话', '2021/3/9 10:24', ...wrap(LONG), '2021-03-09 10:30']
    expect(await linesOf(layOut(lines))).toEqual(['渡口现场会讲话', '2021/3/9 10:24', LONG, '2021-03-09 10:30'])
  })

  test('radicals that look like hanzi are those', async () => {
    expect(await linesOf(layOut(['⼀年⾥，⻓⻋⻢⻔都通了。']))).toEqual(['一年里，长车马门都通了。'])
  })

  const encode = (label: string) => (text: string) => new Uint8Array(iconv.encode(text, label))

  test.each([
    ['GBK-EUC-H', 'GB1', encode('gbk')],
    ['GB-EUC-H', 'GB1', encode('gbk')],
    ['UniGB-UCS2-H', 'GB1', encode('utf16-be')],
    ['ETen-B5-H', 'CNS1', encode('big5')],
    ['UniCNS-UTF16-H', 'CNS1', encode('utf16-be')],
  ])('named through the map %s', async (map, collection, named) => {
    const bytes = makePdf([layOut(['修渠3里。'])], { named: { map, collection, encode: named } })
    expect(await readPdf(bytes)).toMatchObject({ text: '修渠3里。' })
  })

  test.each([
    ['glyphs alone', 'Identity-H', 'GB1'],
    ['a map that is not known', '90ms-RKSJ-H', 'Japan1'],
  ])('%s: the text is refused, and not lost', async (_, map, collection) => {
    const bytes = makePdf([layOut(['修渠3里。'])], { named: { map, collection, encode: encode('utf16-be') } })
    expect(await readPdf(bytes)).toMatchObject({ ok: false, ruleId: 'text-without-characters' })
  })

  test('letters of another font that are drawn late stand where they are seen', async () => {
    // 16 points: hanzi are 16 wide, letters 8; the gap of 8 behind (l is filled by the ǐ that comes after ng).
    const page: Print[] = [
      { text: '各级领', x: 80, y: 760, size: 16 },
      { text: '(l ng)', x: 128, y: 760, size: 16 },
      { text: 'ǐ', x: 144, y: 760, size: 16 },
      { text: '导干部。', x: 176, y: 760, size: 16 },
    ]
    expect(await linesOf(page)).toEqual(['各级领(lǐng)导干部。'])
  })

  test('bullets of symbol fonts are those that are seen', async () => {
    expect(await linesOf(layOut(['\uf0b7 修好三里长的渠。', '\uf0d8 种好两千棵树。']))).toEqual([
      '• 修好三里长的渠。',
      '➢ 种好两千棵树。',
    ])
  })

  test('signs without meaning are counted', async () => {
    const reading = await readPdf(makePdf([layOut(['\ue010 修好三里长的渠。'])]))
    expect(reading).toMatchObject({
      text: '\ufffd 修好三里长的渠。',
      messages: [{ ruleId: 'lost-glyphs', fatal: false }],
    })
  })

  test('spacing between hanzi and figures is no blank where the page has it throughout', async () => {
    const spaced = (y: number, words = '里。'): Print[] => [
      { text: '今年修渠', x: 80, y, size: 16 },
      { text: '36', x: 148, y, size: 16 },
      { text: words, x: 168, y, size: 16 },
    ]
    expect(await linesOf([...spaced(760, '里，明年还要修。'), ...spaced(732), ...spaced(704)])).toEqual([
      '今年修渠36里，明年还要修。',
      '今年修渠36里。',
      '今年修渠36里。',
    ])
    expect(
      await linesOf([...spaced(760, '里，明年还要修。'), ...layOut(['去年20里。', '前年12里。'], { top: 732 })]),
    ).toEqual(['今年修渠 36 里，明年还要修。', '去年20里。', '前年12里。'])
  })
})

test('says what the document says of itself, and on which page and line a place is', async () => {
  const info = "/Title (Spring) /Author (Cheng Sui) /CreationDate (D:20210309102436+08'00')"
  const reading = await readPdf(makePdf([layOut(['各位乡亲：', ...wrap(LONG)]), layOut(['谢谢大家！'])], { info }))
  expect(reading).toMatchObject({
    title: 'Spring',
    author: 'Cheng Sui',
    created: '2021-03-09T10:24:36+08:00',
    encoding: null,
  })
  if (!reading.ok) return
  expect(placeOf(reading.map, 0)).toEqual({ page: 1, line: 1 })
  expect(placeOf(reading.map, reading.text.indexOf(LONG.slice(WIDTH)))).toEqual({ page: 1, line: 3 })
  expect(placeOf(reading.map, reading.text.indexOf('谢谢'))).toEqual({ page: 2, line: 1 })
})

describe('what cannot be read is refused in one line', () => {
  const sound = makePdf([layOut(wrap(LONG))])
  const text = (source: string) => new TextEncoder().encode(source)
  const encrypted =
    '/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <0000000000000000000000000000000000000000000000000000000000000000> /U <0000000000000000000000000000000000000000000000000000000000000000> >>'
  const pageCount = text(new TextDecoder('latin1').decode(makePdf([[]])).replace('/Count 1', '/Count 2000000000'))

  test.each([
    ['cut off', sound.subarray(0, sound.length / 2), 'damaged-file'],
    ['encrypted', makePdf([layOut(['修渠。'])], { trailer: encrypted }), 'encrypted-file'],
    ['without a page', text('%PDF-1.7\n%%EOF'), 'damaged-file'],
    ['scanned: no text', makePdf([[]]), 'text-without-characters'],
    ['fonts that name no characters', makePdf([layOut(['\ue001\ue002\ue003\ue004'])]), 'text-without-characters'],
    ['no PDF', text('修渠。'), 'damaged-file'],
    ['nothing', new Uint8Array(), 'damaged-file'],
  ])('%s', async (_, bytes, ruleId) => {
    const reading = await readPdf(bytes)
    expect(reading).toMatchObject({ ok: false, ruleId })
    expect(!reading.ok && reading.reason).not.toContain('\n')
  })

  test('2,000,000,000 pages are not gone through', async () => {
    expect(await readPdf(pageCount)).toMatchObject({ ok: false })
  })

  test.each([
    ['packed once', deflate(new Uint8Array(150 << 20))],
    ['packed twice', deflate(deflate(new Uint8Array(150 << 20)))],
  ])('a bomb %s', async (_, content) => {
    expect(content.length).toBeLessThan(1 << 20)
    expect(await readPdf(makePdf([[]], { content }))).toMatchObject({ ok: false, ruleId: 'oversized-file' })
  })
})
