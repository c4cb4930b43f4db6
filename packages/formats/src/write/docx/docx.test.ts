import { parse } from '@speeches/core'
import type { ParseResult } from '@speeches/core/schema'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { XmlDocument } from 'libxml2-wasm'
import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import { closing, FULL_PAGE, item, page, paragraph, section, speech } from '../page.fixture.ts'
import { PAGES } from '../pages.fixture.ts'
import { text } from '../text/index.ts'
import { write } from '../write.ts'

const unzip = async (result: ParseResult) => {
  const files = Object.entries(unzipSync(await write(result, 'docx')))
  return new Map(files.map(([name, bytes]) => [name, strFromU8(bytes)]))
}
const part = async (name: string, result = FULL_PAGE) => (await unzip(result)).get(`word/${name}.xml`) ?? ''

/** The elements of one name, as they are written. */
const all = (xml: string, name: string) =>
  xml.match(new RegExp(`<${name}(?: [^>]*?)?(?:/>|>.*?</${name}>)`, 'gs')) ?? []
/** `w:top="2098"` as { top: 2098 }. */
const numbers = (tag = '') =>
  Object.fromEntries([...tag.matchAll(/w:(\w+)="(-?\d+)"/g)].map(([, name, value]) => [name, Number(value)]))
const millimetres = (twips = 0) => (twips * 25.4) / 1440
const style = (xml: string, id: string) =>
  xml.match(new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's'))?.[0] ?? ''

/** Each paragraph as its style and its text. */
function paragraphsOf(document: string): string[] {
  return all(document, 'w:p').map((xml) => {
    const words = [...xml.matchAll(/<w:t [^>]*>([^<]*)/g)].map(([, word]) => word)
    return `${xml.match(/w:pStyle w:val="(\w+)"/)?.[1]} ${words.join('|')}`
  })
}

/** What mammoth reads, without line ends: a heading may stand on the line of its paragraph. */
async function readBack(result: ParseResult): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await write(result, 'docx')) })
  return value.replace(/\n/g, '')
}
const spoken = (result: ParseResult) => [...text.write(result)].join('').replace(/\n/g, '')

describe('the page of GB/T 9704-2012', () => {
  test('is A4 with margins of 37, 26, 35 and 28 mm', async () => {
    const document = await part('document')
    const { w, h } = numbers(all(document, 'w:pgSz')[0])
    expect([millimetres(w), millimetres(h)].map(Math.round)).toEqual([210, 297])
    const { top, right, bottom, left } = numbers(all(document, 'w:pgMar')[0])
    for (const [twips, expected] of [
      [top, 37],
      [right, 26],
      [bottom, 35],
      [left, 28],
    ] as const) {
      expect(millimetres(twips)).toBeCloseTo(expected, 1)
    }
  })

  test('holds 22 lines of 28 characters, and no more', async () => {
    const document = await part('document')
    const { linePitch = 0, charSpace = 0 } = numbers(all(document, 'w:docGrid')[0])
    expect(all(document, 'w:docGrid')[0]).toContain('w:type="linesAndChars"')
    expect(Math.floor(225 / millimetres(linePitch))).toBe(22)
    expect(Math.floor(156 / ((16 + charSpace / 4096) * (25.4 / 72)))).toBe(28)
    expect((16 + charSpace / 4096) * 28).toBeGreaterThan(442)
  })

  test('numbers pages — 1 — in size 4, outside, one character in', async () => {
    const files = await unzip(FULL_PAGE)
    expect(files.get('word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
    const document = files.get('word/document.xml') ?? ''
    const styles = files.get('word/styles.xml') ?? ''
    for (const [type, side] of [
      ['default', 'right'],
      ['even', 'left'],
    ]) {
      const id = document.match(new RegExp(`w:type="${type}" r:id="(\\w+)"`))?.[1]
      const footer = files.get(`word/${id}.xml`) ?? ''
      expect(footer.replace(/<[^>]*>/g, '').trim()).toBe('— 1 —')
      expect(footer).toContain('w:instr=" PAGE "')
      const look = style(styles, footer.match(/w:pStyle w:val="(\w+)"/)?.[1] ?? '')
      expect(look).toContain(`<w:jc w:val="${side}"/>`)
      expect(look).toContain(`w:${side}Chars="100"`)
      expect(look).toContain('<w:sz w:val="28"/>')
      expect(look).toContain('w:eastAsia="宋体"')
    }
  })
})

describe('the typefaces', () => {
  test.each([
    ['Title', '方正小标宋简体', 44],
    ['Normal', '仿宋_GB2312', 32],
    ['Heading1', '黑体', 32],
    ['Heading2', '楷体_GB2312', 32],
    ['Heading3', '仿宋_GB2312', 32],
    ['Heading4', '仿宋_GB2312', 32],
  ])('%s is set in %s of %i half points', async (id, font, size) => {
    const look = style(await part('styles'), id)
    for (const script of ['ascii', 'hAnsi', 'eastAsia']) expect(look).toContain(`w:${script}="${font}"`)
    expect(look).toContain(`<w:sz w:val="${size}"/>`)
  })

  test('the title stands in the middle, the body two characters in, the salutation flush', async () => {
    const styles = await part('styles')
    expect(style(styles, 'Title')).toContain('<w:jc w:val="center"/>')
    expect(style(styles, 'Normal')).toContain('w:firstLineChars="200"')
    expect(style(styles, 'Salutation')).toContain('w:firstLineChars="0"')
  })

  test('each has others to stand for it', async () => {
    const fonts = all(await part('fontTable'), 'w:font')
    expect(fonts).toHaveLength(5)
    for (const font of fonts) expect(font).toMatch(/<w:altName w:val="[^"]+,[^"]+"\/>/)
    expect(fonts[0]).toContain('仿宋,FangSong')
  })
})

describe('the text', () => {
  test('has its levels as styles and its numbers as text', async () => {
    expect(paragraphsOf(await part('document'))).toEqual([
      'Title 青禾村春季大会讲话',
      'Title 青禾村春季大会讲话篇一',
      'Byline 村委会主任 程穗',
      'Salutation 乡亲们：',
      'Normal 我们今天开会，商量修渠。下面，我讲三点意见。',
      'Heading1 一、抓好水利。',
      'Normal 20xx年修渠三里。',
      'Heading2 (一)东片。',
      'Normal 东头的渠；',
      'Normal 2.西头的渠。',
      'Stage (掌声)',
      'Heading1 三、抓好道路。',
      'Normal 认真学习《道路养护办法》。',
      'Salutation 乡亲们：',
      'Normal 最后，让我们一起努力！',
      'Normal 谢谢大家！',
      'Normal 今天，村里召开夏季大会。',
      'Signature 程穗',
      'Title 青禾村春季大会讲话篇二',
      'Salutation 各位代表：',
      'Normal 请审议。',
    ])
    expect(await part('document')).not.toContain('w:numPr')
  })

  test('has an item on a new page, and a second speech behind a line', async () => {
    const paragraphs = all(await part('document'), 'w:p')
    const withBreak = paragraphs.filter((xml) => xml.includes('w:pageBreakBefore'))
    expect(withBreak).toHaveLength(1)
    expect(withBreak[0]).toContain('篇二')
    expect(paragraphs.filter((xml) => xml.includes('w:beforeLines'))).toHaveLength(1)
  })

  test('has a run-in heading in its own characters on the line of its paragraph', async () => {
    const runsIn = {
      ...section(2, '（一）', '修渠。', paragraph('去年修了三里。'), paragraph('今年再修。')),
      kind: 'run-in' as const,
    }
    const result = page({}, item(1, speech([], runsIn, closing('date', '2021年3月4日'))))
    const document = await part('document', result)
    expect(paragraphsOf(document)).toEqual([
      'Normal （一）修渠。|去年修了三里。',
      'Normal 今年再修。',
      'Signature 2021年3月4日',
    ])
    expect(all(document, 'w:r')[0]).toContain('楷体_GB2312')
  })
})

describe('the package', () => {
  test('is the same bytes on any day, and sound XML', async () => {
    expect(await write(FULL_PAGE, 'docx')).toEqual(await write(FULL_PAGE, 'docx'))
    const odd = page(
      { title: 'a\u0001<&>"', metadata: { author: '\ud800' } },
      item(1, speech([], paragraph('修\0渠]]>'))),
    )
    for (const result of [FULL_PAGE, page({}), odd]) {
      const files = await unzip(result)
      expect([...files.keys()][0]).toBe('[Content_Types].xml')
      for (const xml of files.values()) XmlDocument.fromString(xml).dispose()
    }
  })

  test('names every part in its types and relations', async () => {
    const files = await unzip(FULL_PAGE)
    const types = files.get('[Content_Types].xml') ?? ''
    const relations = files.get('word/_rels/document.xml.rels') ?? ''
    for (const name of files.keys()) {
      if (!name.startsWith('word/') || name.includes('_rels')) continue
      expect(types).toContain(`PartName="/${name}"`)
      if (name !== 'word/document.xml') expect(relations).toContain(`Target="${name.slice('word/'.length)}"`)
    }
  })
})

describe('read by mammoth', () => {
  test.each(PAGES.filter((_, index) => index % 4 === 0))('%s has the same text', async (_, source) => {
    const result = parse(source)
    expect(await readBack(result)).toBe(spoken(result))
  })

  test('any text is the same', async () => {
    const mark = fc.constantFrom(...'修渠。“<>&"\'/=-;1 \u3000𠀀x')
    const line = fc.string({ unit: mark, minLength: 1, maxLength: 20 }).map((words) => words.trim())
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 5 }), async (lines) => {
        const result = page({ title: '讲话' }, item(1, speech([], ...lines.map((words) => paragraph(words)))))
        expect(await readBack(result)).toBe(spoken(result))
      }),
      { numRuns: 50 },
    )
  })
})
