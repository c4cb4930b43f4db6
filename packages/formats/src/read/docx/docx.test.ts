import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeOf } from '../source-map.ts'
import { readDocx } from './index.ts'
import { type DocxParts, makeDocx, p, pack } from './package.fixture.ts'

function linesOf(parts: DocxParts): string[] {
  const reading = readDocx(makeDocx(parts))
  if (!reading.ok) throw new Error(reading.reason)
  return reading.text.split('\n')
}

const run = (...inner: string[]) => `<w:p>${inner.map((part) => `<w:r>${part}</w:r>`).join('')}</w:p>`
const t = (text: string) => `<w:t>${text}</w:t>`

describe('lines', () => {
  test.each([
    ['paragraphs', p('各位乡亲：') + p('我们开会。'), ['各位乡亲：', '我们开会。']],
    ['runs', run(t('我们'), t('一定'), t('修好渠。')), ['我们一定修好渠。']],
    ['empty paragraphs: one is kept', `${p('修渠。')}<w:p/><w:p/>${p('种树。')}<w:p/>`, ['修渠。', '', '种树。']],
    ['a line broken inside', run(t('修渠。'), '<w:br/>', t('种树。')), ['修渠。', '种树。']],
    ['tabs and hyphens', run(t('时间'), '<w:tab/>', t('八点'), '<w:noBreakHyphen/>', t('九点')), ['时间\t八点-九点']],
    [
      'tab stops are no tabs',
      `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r>${t('修渠。')}</w:r></w:p>`,
      ['修渠。'],
    ],
    [
      'tables, cell by cell',
      `<w:tbl><w:tr><w:tc>${p('时间')}</w:tc><w:tc>${p('地点')}</w:tc></w:tr><w:tr><w:tc>${p('八点')}</w:tc></w:tr></w:tbl>`,
      ['时间', '地点', '八点'],
    ],
    [
      'links and content controls',
      `<w:p><w:hyperlink><w:r>${t('修渠')}</w:r></w:hyperlink><w:sdt><w:sdtContent><w:r>${t('三里。')}</w:r></w:sdtContent></w:sdt></w:p>`,
      ['修渠三里。'],
    ],
    [
      'a field shows its result',
      run(
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText>PAGE</w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        t('3'),
      ),
      ['3'],
    ],
    [
      'a text box, once',
      `<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice><w:txbxContent>${p('框内。')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p('框内。')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r>${t('框外。')}</w:r></w:p>`,
      ['框内。', '框外。'],
    ],
    [
      'hidden text',
      run(`<w:rPr><w:vanish/></w:rPr>${t('不见')}`, `<w:rPr><w:vanish w:val="0"/></w:rPr>${t('看见')}`),
      ['看见'],
    ],
    ['entities and blanks', run(t('3 &lt; 5 &amp; 李&#x3000;明')), ['3 < 5 & 李　明']],
    ['bullets of symbol fonts', run('<w:sym w:font="Symbol" w:char="F0B7"/>', t('修渠')), ['•修渠']],
  ])('%s', (_, body, expected) => {
    expect(linesOf({ body })).toEqual(expected)
  })

  test('another prefix, and the strict form of the namespace', () => {
    const document = `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>修渠。</x:t></x:r></x:p></x:body></x:document>`
    expect(linesOf({ body: '', extra: { 'word/document.xml': document } })).toEqual(['修渠。'])
  })

  test('ruby is read as gloss', () => {
    const ruby = `<w:ruby><w:rubyPr/><w:rt><w:r>${t('yǎng')}</w:r></w:rt><w:rubyBase><w:r>${t('養')}</w:r></w:rubyBase></w:ruby>`
    expect(linesOf({ body: run(t('要'), ruby, t('護')) })).toEqual(['要養(yǎng)護'])
  })

  test('tracked changes are read as accepted, and told', () => {
    const body = `<w:p><w:r>${t('共修渠')}</w:r><w:del><w:r><w:delText>十二</w:delText></w:r></w:del><w:ins><w:r>${t('十五')}</w:r></w:ins><w:r>${t('里。')}</w:r></w:p>`
    expect(readDocx(makeDocx({ body }))).toMatchObject({
      text: '共修渠十五里。',
      messages: [{ ruleId: 'tracked-changes', fatal: null }],
    })
  })

  test('a paragraph whose end is deleted goes on in the next, which is in the list that it is in now', () => {
    const body = [
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r>${t('共修渠')}</w:r></w:p>`,
      `<w:p><w:r>${t('十五里。')}</w:r></w:p>`,
      `<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val="H"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr><w:r>${t('种树。')}</w:r></w:p>`,
    ].join('')
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    expect(readDocx(makeDocx({ body, numbering }))).toMatchObject({
      text: '共修渠十五里。\n种树。',
      messages: [{ ruleId: 'tracked-changes' }],
    })
    expect(linesOf({ body: body.slice(0, body.indexOf('</w:p>') + 6) })).toEqual(['共修渠'])
  })

  test('notes stand behind the text; the lines that Word draws above them do not', () => {
    const footnotes = `<w:footnote w:type="separator" w:id="-1">${p('——')}</w:footnote><w:footnote w:id="1">${p('一亩约六百六十七平方米。')}</w:footnote>`
    expect(linesOf({ body: p('共三亩。'), footnotes })).toEqual(['共三亩。', '一亩约六百六十七平方米。'])
  })
})

describe('numbers that Word counts', () => {
  const level = (number: number, format: string, label: string, more = '') =>
    `<w:lvl w:ilvl="${number}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${label}"/></w:lvl>`
  const NUMBERING = [
    '<w:abstractNum w:abstractNumId="0">',
    level(0, 'chineseCounting', '%1、'),
    level(1, 'chineseCounting', '（%2）'),
    level(2, 'decimal', '%3.'),
    level(3, 'decimal', '%1.%4', '<w:isLgl/>'),
    '</w:abstractNum>',
    `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '')}</w:abstractNum>`,
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
  ].join('')

  test('are printed as Word shows them', () => {
    const body = [
      p('修渠', 1),
      p('东片', 1, 1),
      p('清淤', 1, 2),
      p('西片', 1, 1),
      p('种树', 1),
      p('南坡', 1, 1),
      p('三段', 1, 3),
    ]
    expect(linesOf({ body: body.join(''), numbering: NUMBERING })).toEqual([
      '一、修渠',
      '（一）东片',
      '1. 清淤',
      '（二）西片',
      '二、种树',
      '（一）南坡',
      '2.1 三段',
    ])
  })

  test('bullets, a list that begins anew, a paragraph taken out of its list, an empty one', () => {
    const body = [p('修渠', 1), p('铁锹', 2), p('种树', 1), p('修路', 3), p('架桥', 0), p('', 3), p('通水', 3)]
    expect(linesOf({ body: body.join(''), numbering: NUMBERING })).toEqual([
      '一、修渠',
      '- 铁锹',
      '二、种树',
      '一、修路',
      '架桥',
      '',
      '二、通水',
    ])
  })

  test('go on where the level above does not begin them anew: 第一条 to 第三条 in two 章', () => {
    const numbering = [
      '<w:abstractNum w:abstractNumId="0">',
      level(0, 'chineseCounting', '第%1章'),
      level(1, 'chineseCounting', '第%2条', '<w:lvlRestart w:val="0"/>'),
      level(2, 'decimal', '%3.', '<w:lvlRestart w:val="1"/>'),
      '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    ].join('')
    const body = [
      p('总则', 1),
      p('修渠', 1, 1),
      p('三里', 1, 2),
      p('种树', 1, 1),
      p('两千棵', 1, 2),
      p('分则', 1),
      p('修路', 1, 1),
      p('五里', 1, 2),
    ]
    expect(linesOf({ body: body.join(''), numbering })).toEqual([
      '第一章总则',
      '第一条修渠',
      '1. 三里',
      '第二条种树',
      '2. 两千棵',
      '第二章分则',
      '第三条修路',
      '1. 五里',
    ])
  })

  test('are those of the list style that a list names', () => {
    const numbering = [
      '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="公文"/></w:abstractNum>',
      `<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="公文"/>${level(0, 'chineseCounting', '%1、')}</w:abstractNum>`,
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
    ].join('')
    expect(linesOf({ body: p('修渠', 1) + p('种树', 1), numbering })).toEqual(['一、修渠', '二、种树'])
  })

  test('are those of the style, or of the style it is based on', () => {
    const styles =
      '<w:style w:styleId="H"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="B"><w:basedOn w:val="H"/></w:style>'
    const styled = (style: string, text: string) =>
      `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r>${t(text)}</w:r></w:p>`
    expect(linesOf({ body: styled('H', '修渠') + styled('B', '种树'), numbering: NUMBERING, styles })).toEqual([
      '一、修渠',
      '二、种树',
    ])
  })

  test('styles that are based on one another end somewhere', () => {
    const styles =
      '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    const body = `<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r>${t('修渠')}</w:r></w:p>`
    expect(linesOf({ body, styles })).toEqual(['修渠'])
  })
})

test('says what the document says of itself, and which paragraph a place is in', () => {
  const properties =
    '<dc:title>春耕动员</dc:title><dc:creator>程穗</dc:creator><dcterms:created>2021-03-09T02:24:00Z</dcterms:created>'
  const reading = readDocx(makeDocx({ body: `${p('各位乡亲：')}<w:p/><w:p/>${p('修渠。')}`, properties }))
  expect(reading).toMatchObject({ title: '春耕动员', author: '程穗', created: '2021-03-09T02:24:00Z', encoding: null })
  if (!reading.ok) return
  expect(placeOf(reading.map, 0)).toEqual({ paragraph: 1 })
  expect(placeOf(reading.map, reading.text.indexOf('修'))).toEqual({ paragraph: 4 })
})

test('any change of its XML is answered', () => {
  const relations =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="a/numbering" Target="numbering.xml"/></Relationships>'
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const parts = {
    'word/_rels/document.xml.rels': relations,
    'word/document.xml': `<w:document ${w}><w:body>${p('修渠', 1)}${p('种树', 1, 1)}</w:body></w:document>`,
    'word/numbering.xml': `<w:numbering ${w}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  }
  expect(linesOf({ body: '', extra: parts })).toEqual(['一、修渠', '种树'])
  const piece = fc.constantFrom(
    '',
    '<',
    '>',
    '"',
    '/',
    '&',
    '9',
    '-',
    '..',
    'http://[',
    '<w:p>',
    '</w:p>',
    'w:',
    '\0',
    '%9',
    '修',
  )
  const change = fc.record({ part: fc.constantFrom(...Object.keys(parts)), at: fc.nat(600), cut: fc.nat(20), piece })
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      const extra: Record<string, string> = { ...parts }
      for (const { part, at, cut, piece } of changes) {
        const xml = extra[part] as string
        extra[part] = xml.slice(0, at) + piece + xml.slice(at + cut)
      }
      expect(readDocx(makeDocx({ body: '', extra }))).toHaveProperty('ok')
    }),
    { numRuns: 1000 },
  )
})

test('numbers that are none do not show', () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="many"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
  expect(linesOf({ body: p('修渠', 1), numbering })).toEqual(['1. 修渠'])
})

test('parts are found by the relations, wherever they lie', () => {
  const relations = (type: string, target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="a/${type}" Target="${target}"/></Relationships>`
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const bytes = pack({
    '_rels/.rels': relations('officeDocument', '/文档/./正文.xml'),
    '文档/正文.xml': `<w:document ${w}><w:body>${p('共三亩。')}</w:body></w:document>`,
    '文档/_rels/正文.xml.rels': relations('footnotes', '../注/注.xml'),
    '注/注.xml': `<w:footnotes ${w}><w:footnote w:id="1">${p('一亩约六百六十七平方米。')}</w:footnote></w:footnotes>`,
  })
  expect(readDocx(bytes)).toMatchObject({ text: '共三亩。\n一亩约六百六十七平方米。' })
})

describe('what cannot be read is refused in one line', () => {
  const sound = makeDocx({ body: p('修渠。') })
  const refused = (bytes: Uint8Array) => {
    const reading = readDocx(bytes)
    if (reading.ok) throw new Error('it was read')
    expect(reading.reason).not.toContain('\n')
    return reading.ruleId
  }
  /** Puts a number of four bytes into the directory's entry of a part. */
  function claim(bytes: Uint8Array, path: string, offset: number, value: number): Uint8Array {
    const copy = bytes.slice()
    const view = new DataView(copy.buffer)
    for (let at = 0; at < copy.length - 46; at++) {
      if (view.getUint32(at, true) !== 0x02014b50) continue
      const name = new TextDecoder().decode(copy.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)))
      if (name === path) view.setUint32(at + offset, value, true)
    }
    return copy
  }

  test.each([
    ['cut off', sound.subarray(0, sound.length - 30), 'damaged-file'],
    ['half of it', sound.subarray(0, sound.length / 2), 'damaged-file'],
    ['a part that claims 2 GB', claim(sound, 'word/document.xml', 24, 2 ** 31), 'oversized-file'],
    ['a part that claims less than it holds', claim(sound, 'word/document.xml', 24, 10), 'oversized-file'],
    ['a part that is not the one packed', claim(sound, 'word/document.xml', 16, 1), 'damaged-file'],
    ['parts under a password', claim(sound, 'word/document.xml', 8, 1 | (8 << 16)), 'encrypted-file'],
    ['a spreadsheet', pack({ 'xl/workbook.xml': '<x/>' }), 'other-kind'],
    ['an OpenDocument text', pack({ 'content.xml': '<x/>' }), 'other-kind'],
    ['a ZIP of anything', pack({ 'a.txt': '修渠。' }), 'other-kind'],
    ['no text', makeDocx({ body: '<w:p/>' }), 'empty-page'],
    ['XML that is not well-formed', makeDocx({ body: '<w:p><w:r>' }), 'damaged-file'],
    ['an entity that is not declared', makeDocx({ body: p('&bomb;') }), 'damaged-file'],
    [
      'entities that unfold without end',
      makeDocx({
        body: '',
        extra: {
          'word/document.xml': `<!DOCTYPE x [<!ENTITY a "修渠">${'bcdefghij'.replace(/./g, (name) => `<!ENTITY ${name} "${`&${String.fromCharCode(name.charCodeAt(0) - 1)};`.repeat(10)}">`)}]><x>&j;</x>`,
        },
      }),
      'forbidden-markup',
    ],
    ['nothing', new Uint8Array(), 'damaged-file'],
  ])('%s', (_, bytes, ruleId) => {
    expect(refused(bytes)).toBe(ruleId)
  })

  test('a bomb: 80 MB of text in a file of a hundred kilobytes', () => {
    const bytes = makeDocx({ body: '', extra: { 'word/document.xml': new Uint8Array(80 << 20) } })
    expect(bytes.length).toBeLessThan(1 << 20)
    expect(refused(bytes)).toBe('oversized-file')
    expect(refused(claim(bytes, 'word/document.xml', 24, 1000))).toBe('oversized-file')
  })

  test('100,000 elements in one another take time that grows with the length', () => {
    const deep = `${'<w:sdt>'.repeat(100_000)}${p('修渠。')}${'</w:sdt>'.repeat(100_000)}`
    const start = performance.now()
    expect(linesOf({ body: deep })).toEqual(['修渠。'])
    expect(performance.now() - start).toBeLessThan(5000)
  })

  test('macros are told and not run', () => {
    const bytes = makeDocx({ body: p('修渠。'), extra: { 'word/vbaProject.bin': 'Sub AutoOpen()' } })
    expect(readDocx(bytes)).toMatchObject({ text: '修渠。', messages: [{ ruleId: 'macros-unread', fatal: null }] })
  })
})
