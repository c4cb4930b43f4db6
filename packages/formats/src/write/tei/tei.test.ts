import { readFileSync } from 'node:fs'
import { parse } from '@speeches/core'
import type { Edit, ParseResult, Phrasing, Position, Speech } from '@speeches/core/schema'
import fc from 'fast-check'
import { RelaxNGValidator, XmlCData, XmlDocument, XmlElement, XmlText } from 'libxml2-wasm'
import { describe, expect, test } from 'vitest'
import { speechLines } from '../lines.ts'
import { citation, elision, FULL_PAGE, heading, item, page, paragraph, section, speech, t } from '../page.fixture.ts'
import { ALL_PAGES, PAGES, SET_ASIDE } from '../pages.fixture.ts'
import { tei } from './index.ts'

/** Where the Parla-CLARIN schema (RelaxNG, XML syntax) lies; it is not part of the repository. */
const SCHEMA = process.env.SPEECHES_PARLA_CLARIN
const NAMESPACES = { tei: 'http://www.tei-c.org/ns/1.0' }

const write = (result: ParseResult) => [...tei.write(result)].join('')

function read<Result>(xml: string, use: (document: XmlDocument) => Result): Result {
  const document = XmlDocument.fromString(xml)
  try {
    return use(document)
  } finally {
    document.dispose()
  }
}

/** The text of an element without what stands in the elements left out. */
function textOf(node: XmlElement, leftOut: string): string {
  let text = ''
  for (let child = node.firstChild; child; child = child.next) {
    if (child instanceof XmlText || child instanceof XmlCData) text += child.content
    else if (child instanceof XmlElement && child.name !== leftOut) text += textOf(child, leftOut)
  }
  return text
}

/** The lines of each speech, in the reading that leaves out `sic` or `corr`. */
function speechesOf(xml: string, leftOut: 'sic' | 'corr' = 'sic'): string[][] {
  return read(xml, (document) =>
    document.find("//tei:div[@type='speech']", NAMESPACES).map((division) =>
      division
        .find('.//tei:head | .//tei:p | .//tei:ab | .//tei:item', NAMESPACES)
        .map((line) => textOf(line as XmlElement, leftOut).trim())
        .filter((line) => line !== ''),
    ),
  )
}

function speechesIn({ collection }: ParseResult): Speech[] {
  return collection.children.flatMap((child) =>
    child.type === 'item' ? child.children.filter((part) => part.type === 'speech') : [],
  )
}

const MARKUP = /[\s*#>]+/g

interface Node {
  type: string
  position?: Position | undefined
  children?: readonly Node[]
}

/** The page as printed, without what is noise. */
function withoutNoise(source: string, { type, position, children = [] }: Node): string {
  if (type !== 'noise') return children.reduce((text, child) => withoutNoise(text, child), source)
  const { start, end } = position as Position
  return source.slice(0, start.offset) + ' '.repeat(end.offset - start.offset) + source.slice(end.offset)
}

const place = (start: number, end: number): Position => ({
  start: { line: 1, column: start + 1, offset: start },
  end: { line: 1, column: end + 1, offset: end },
})

/** A page whose only line is a paragraph of one text leaf, with edits in it. */
function damaged(value: string, source: string, edits: [start: number, original: string, replacement: string][]) {
  const leaf: Phrasing = { type: 'text', value, position: place(0, source.length) }
  const result = page({}, item(1, speech([], paragraph(leaf))))
  result.edits = edits.map(
    ([start, original, replacement]): Edit => ({
      rule: 'gloss',
      position: place(start, start + original.length),
      original,
      replacement,
      certainty: 'certain',
    }),
  )
  return result
}

describe('the text', () => {
  test('is the restored text of the speeches once markup is stripped', () => {
    expect(speechesOf(write(FULL_PAGE))).toEqual(speechesIn(FULL_PAGE).map(speechLines))
  })

  test.each(PAGES)('is so for %s', (_, source) => {
    const result = parse(source)
    expect(speechesOf(write(result))).toEqual(speechesIn(result).map(speechLines))
  })

  test('has headings as nested divisions, in order', () => {
    const heads = read(write(FULL_PAGE), (document) =>
      document.find('//tei:body//tei:head', NAMESPACES).map((head) => {
        const depth = (head as XmlElement).find('ancestor::tei:div', NAMESPACES).length
        return `${depth} ${textOf(head as XmlElement, 'sic')}`
      }),
    )
    expect(heads).toEqual([
      '1 青禾村春季大会讲话篇一',
      '3 一、抓好水利。',
      '4 (一)东片。',
      '3 三、抓好道路。',
      '1 青禾村春季大会讲话篇二',
    ])
  })

  test('has salutation and closings typed, elisions as gaps', () => {
    const xml = write(FULL_PAGE)
    expect(xml).toContain('<ab type="salutation">乡亲们：</ab>')
    expect(xml).toMatch(/<ab type="closing" subtype="thanks" xml:id="p-[^"]+">谢谢大家！<\/ab>/)
    expect(xml).toContain('<gap reason="elided"><desc type="year">20xx</desc></gap>年修渠三里。')
  })

  test("has the site's own words outside of the speeches", () => {
    const spoken = speechesOf(write(FULL_PAGE)).flat()
    for (const words of ['春天来了', '下面是小编', '夏收动员会', '第1页', '您可能关注']) {
      expect(spoken.filter((line) => line.includes(words))).toEqual([])
    }
    expect(write(FULL_PAGE)).not.toContain('第1页')
  })

  test('keeps characters that XML cannot hold as U+FFFD', () => {
    const xml = write(page({ title: 'a\0b' }, item(1, speech([], paragraph('修\u0001渠\ud800。<&>"')))))
    expect(speechesOf(xml)).toEqual([['修\ufffd渠\ufffd。<&>"']])
  })
})

describe('repairs', () => {
  const choices = (xml: string) => xml.match(/<choice.*?<\/choice>/g) ?? []
  /** A repair that a line end falls into is two choices; the second has nothing of the page. */
  const isSecond = (choice: string) => choice.includes('<sic/>')

  test('are choices of sic and corr with certainty, responsibility and kind', () => {
    const xml = write(damaged('養護堤壩', '養(yǎng)護堤壩', [[1, '(yǎng)', '']]))
    expect(xml).toContain(
      '>養<choice><sic>(yǎng)</sic><corr cert="high" resp="#speeches" type="gloss"/></choice>護堤壩</p>',
    )
    expect(read(xml, (document) => document.find("//*[@xml:id='speeches']")).length).toBe(1)
  })

  test('stand where they were made, markup before and behind the text left out', () => {
    const inBold = damaged('養護，堤壩', '**養(yǎng)護,堤壩**', [
      [3, '(yǎng)', ''],
      [10, ',', '，'],
    ])
    expect(speechesOf(write(inBold), 'corr')).toEqual([['養(yǎng)護,堤壩']])
    const inQuote = damaged('養護，堤壩', '> 養(yǎng)護,堤壩', [
      [3, '(yǎng)', ''],
      [10, ',', '，'],
    ])
    expect(speechesOf(write(inQuote), 'corr')).toEqual([['養(yǎng)護,堤壩']])
    const boldWithin = damaged('養護，堤壩', '養(yǎng)**護,**堤壩', [
      [1, '(yǎng)', ''],
      [10, ',', '，'],
    ])
    expect(speechesOf(write(boldWithin))).toEqual([['養護，堤壩']])
    expect(choices(write(boldWithin))).toHaveLength(2)
  })

  test('stand where they were made in a text that is in another script by now', () => {
    const simplified = damaged('发展经济，养护堤坝', '發展?濟,養(yǎng)護堤壩', [
      [2, '?', '經'],
      [4, ',', '，'],
      [6, '(yǎng)', ''],
    ])
    expect(choices(write(simplified)).map((choice) => choice.replace(/ cert.*type="gloss"/, ''))).toEqual([
      '<choice><sic>?</sic><corr>经</corr></choice>',
      '<choice><sic>,</sic><corr>，</corr></choice>',
      '<choice><sic>(yǎng)</sic><corr/></choice>',
    ])
    expect(speechesOf(write(simplified))).toEqual([['发展经济，养护堤坝']])
  })

  test('go on in the next leaf where a line ends within them', () => {
    const source = '規劃??h林業局'
    const leaf = (value: string, start: number, end: number): Phrasing => ({
      type: 'text',
      value,
      position: place(start, end),
    })
    const lines = [paragraph(leaf('規劃。', 0, 5)), paragraph(leaf('“', 5, 5), leaf('縣林業局', 5, 8))]
    const { edits } = damaged('', source, [[2, '??h', '。“縣']])
    const result = { ...page({}, item(1, speech([], ...lines))), edits }
    expect(speechesOf(write(result))).toEqual([['規劃。', '“縣林業局']])
    expect(speechesOf(write(result), 'corr')).toEqual([['規劃??h', '林業局']])
  })

  test('that stand in no written text are listed in the header', () => {
    const result = damaged('修渠。', '修渠。', [[9, ',', '，']])
    const [header = '', text = ''] = write(result).split('</teiHeader>')
    expect(choices(header)).toEqual([
      '<choice n="1:10"><sic>,</sic><corr cert="high" resp="#speeches" type="gloss">，</corr></choice>',
    ])
    expect(choices(text)).toEqual([])
  })

  test.each(PAGES)('are all there in %s', (_, source) => {
    const result = parse(source)
    const first = choices(write(result)).filter((choice) => !isSecond(choice))
    expect(first).toHaveLength(result.edits.filter(({ original }) => original !== '').length)
  })

  test.each(PAGES)('stand where they were made in %s: with sic for corr the text is that of the page', (_, source) => {
    const result = parse(source)
    const printed = withoutNoise(source, result.collection).replace(MARKUP, '')
    for (const line of speechesOf(write(result), 'corr').flat()) {
      expect(printed).toContain(line.replace(MARKUP, ''))
    }
  })
})

describe.skipIf(SCHEMA === undefined)('the Parla-CLARIN schema (where SPEECHES_PARLA_CLARIN names it)', () => {
  const validator =
    SCHEMA === undefined
      ? undefined
      : RelaxNGValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(SCHEMA), { url: SCHEMA }))
  const expectValid = (xml: string) => read(xml, (document) => validator?.validate(document))

  test('refuses what is wrong', () => {
    expect(() => expectValid(write(FULL_PAGE).replace('<p ', '<paragraph ').replace('</p>', '</paragraph>'))).toThrow()
    expect(() => expectValid(write(FULL_PAGE).replace('<div type="item"', '<p/><div type="item"'))).not.toThrow()
    expect(() => expectValid(write(FULL_PAGE).replace('</body>', '<p/></body>'))).toThrow()
  })

  test.each([...ALL_PAGES, ...SET_ASIDE])('holds for %s', (_, source) => {
    expectValid(write(parse(source)))
  })

  test('holds for a page with one of everything, and for an empty one', () => {
    expectValid(write(FULL_PAGE))
    expectValid(write(page({})))
    expectValid(write(page({}, item(1, speech([])), { type: 'preface', children: [] })))
  })

  test('holds for odd trees', () => {
    const odd: Phrasing[] = [
      { type: 'date', iso: '2021-02-30', children: [t('二月三十日')] },
      { type: 'date', iso: '2021-02', children: [elision('20xx'), t('年')] },
      { type: 'date', iso: '2021-01-01/2021-03-01', children: [t('一季度')] },
      { type: 'quantity', number: 1e21, unit: '个 人', children: [citation(t('一'))] },
      {
        type: 'quantity',
        number: 12.5,
        unit: '%',
        children: [{ type: 'name', kind: 'place', children: [elision('××')] }],
      },
      { type: 'quotation', children: [citation(elision('《》')), { type: 'enumerator', value: '一是', ordinal: 1 }] },
    ]
    const nested: Phrasing[] = odd.map((part) => ({ type: 'name', kind: 'organization', children: [part] }))
    const late = section(
      1,
      '一、',
      '修渠。',
      paragraph(...odd),
      section(2, '1.', '东片'),
      paragraph(...nested),
      heading('又'),
    )
    expectValid(
      write(
        page(
          { title: '\u0002', metadata: { published: '2022-05-06T08:30', author: 'x', source: '<' } },
          { type: 'heading', children: odd },
          item(1, heading(...odd), heading(...odd), speech([], late, paragraph(...odd), section(1, '二、', '架桥。'))),
        ),
      ),
    )
  })

  test('holds for pages of any lines', () => {
    const lines = fc.constantFrom(
      ...PAGES.flatMap(([, source]) => source.split('\n')).filter((line) => line.length < 200),
    )
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 40 }), (page) => expectValid(write(parse(page.join('\n'))))),
      { numRuns: 300 },
    )
  })
})
