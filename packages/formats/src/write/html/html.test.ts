import { parse } from '@speeches/core'
import type { ParseResult } from '@speeches/core/schema'
import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parse as parseHtml } from 'parse5'
import { describe, expect, test } from 'vitest'
import { extract } from '../../read/html/extract.ts'
import type { WriteOptions } from '../options.ts'
import { elision, FULL_PAGE, heading, item, page, paragraph, section, speech } from '../page.fixture.ts'
import { PAGES } from '../pages.fixture.ts'
import { text as textWriter } from '../text/index.ts'
import { html } from './index.ts'

type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.Node

const write = (result: ParseResult, options: WriteOptions = {}) => [...html.write(result, options)].join('')

/** All elements of a page as a browser reads it, and what it complains about. */
function read(html: string): { elements: Element[]; errors: string[] } {
  const errors: string[] = []
  const document = parseHtml(html, { onParseError: ({ code }) => errors.push(code) })
  const elements: Element[] = []
  const visit = (node: Node) => {
    if ('tagName' in node) elements.push(node)
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(document)
  return { elements, errors }
}

const attribute = ({ attrs }: Element, name: string) => attrs.find((attr) => attr.name === name)?.value
const textOf = (node: Node): string => {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}
const spokenLine = (node: Element | undefined) => node && textOf(node).trim()

describe('the page', () => {
  const { elements, errors } = read(write(FULL_PAGE))
  const all = (tag: string) => elements.filter(({ tagName }) => tagName === tag)
  const byClass = (name: string) => elements.filter((node) => attribute(node, 'class')?.split(' ').includes(name))

  test('is sound HTML with language, encoding and title', () => {
    expect(errors).toEqual([])
    expect(attribute(all('html')[0] as Element, 'lang')).toBe('zh')
    expect(spokenLine(all('title')[0])).toBe('青禾村春季大会讲话')
    expect(attribute(all('meta')[0] as Element, 'charset')).toBe('utf-8')
  })

  test('needs no other file and runs nothing', () => {
    expect(elements.filter(({ tagName }) => ['script', 'link', 'img', 'iframe'].includes(tagName))).toEqual([])
    expect(elements.flatMap(({ attrs }) => attrs).filter(({ name }) => /^(?:on|src|href)/.test(name))).toEqual([])
  })

  test('has headings by depth', () => {
    const headings = elements.filter(({ tagName }) => /^h\d$/.test(tagName))
    expect(headings.map((node) => `${node.tagName} ${spokenLine(node)}`)).toEqual([
      'h1 青禾村春季大会讲话',
      'h2 青禾村春季大会讲话篇一',
      'h3 一、抓好水利。',
      'h4 (一)东片。',
      'h3 三、抓好道路。',
      'h2 青禾村春季大会讲话篇二',
    ])
  })

  test('marks salutations and closings by class', () => {
    expect(byClass('salutation').map(spokenLine)).toEqual(['乡亲们：', '各位代表：'])
    expect(byClass('closing-thanks').map(spokenLine)).toEqual(['谢谢大家！'])
    expect(byClass('closing').map(spokenLine)).toEqual(['最后，让我们一起努力！', '谢谢大家！', '程穗'])
  })

  test("has the site's prose as asides with names and related links as navigation", () => {
    expect(all('aside').map((node) => [attribute(node, 'aria-label'), spokenLine(node)])).toEqual([
      ['导语', '春天来了，各村都要开会。'],
      ['编者注', '下面是小编整理的讲话，供大家参考。'],
    ])
    expect(all('nav')).toHaveLength(1)
    expect(all('li').map(spokenLine).slice(-2)).toEqual(['夏收动员会讲话（优秀20篇）', '秋种安排'])
  })

  test('has an id for each speech and paragraph, none twice', () => {
    const ids = elements.map((node) => attribute(node, 'id')).filter((id) => id !== undefined)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => id.startsWith('s-'))).toHaveLength(3)
  })

  test('leaves noise out', () => {
    expect(write(FULL_PAGE)).not.toContain('第1页')
  })
})

test('headings below the sixth level say their level', () => {
  const { elements } = read(write(page({}, item(1, heading('讲话篇一'), speech([], section(5, '①', '丙'))))))
  const deep = elements.find((node) => attribute(node, 'role') === 'heading')
  expect([attribute(deep as Element, 'aria-level'), spokenLine(deep)]).toEqual(['7', '①丙'])
})

test('items without headings are numbered where there are several', () => {
  const untitled = (ordinal: number) => item(ordinal, speech([], paragraph('请审议。')))
  expect(write(page({}, untitled(1)))).not.toContain('<h2>')
  expect(write(page({}, untitled(1), untitled(2)))).toContain('<h2>2</h2>')
})

test('no level of headings is left out', () => {
  const speaking = (...heads: ReturnType<typeof heading>[]) =>
    page({ title: '讲话' }, item(1, ...heads, speech([], section(1, '一、', '修渠。', section(2, '(一)', '东片。')))))
  const levels = (result: ParseResult) =>
    read(write(result))
      .elements.map(({ tagName }) => tagName)
      .filter((name) => /^h\d$/.test(name))
  expect(levels(speaking())).toEqual(['h1', 'h2', 'h3'])
  expect(levels(speaking(heading('讲话篇一')))).toEqual(['h1', 'h2', 'h3', 'h4'])
})

describe('hostile text', () => {
  const HOSTILE = [
    '<script>alert(1)</script>',
    '</p></main><img src=x onerror=alert(1)>',
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    '&lt;b&gt; &amp; &copy;',
    '<!-- -->',
    ']]>',
    '</title></style><h1>',
  ]

  test.each(HOSTILE)('%j is shown as text wherever it stands', (text) => {
    const related = {
      type: 'related' as const,
      children: [{ type: 'relatedLink' as const, title: text, label: text, count: 1 }],
    }
    const result = page(
      { title: text, metadata: { editor: text } },
      item(1, speech([], { ...paragraph(text, elision(text)), id: text })),
      related,
    )
    const { elements, errors } = read(write(result))
    expect(errors).toEqual([])
    const plainTags = read(
      write(
        page({ title: 'x', metadata: { editor: 'x' } }, item(1, speech([], paragraph('x', elision('x')))), {
          ...related,
          children: [{ type: 'relatedLink', title: 'x', label: 'x', count: 1 }],
        }),
      ),
    )
    expect(elements.map(({ tagName }) => tagName)).toEqual(plainTags.elements.map(({ tagName }) => tagName))
    expect(elements.filter(({ tagName }) => ['title', 'h1', 'dd'].includes(tagName)).map(textOf)).toEqual([
      text,
      text,
      text,
    ])
    expect(elements.filter((node) => attribute(node, 'id') === `p-${text}`).map(textOf)).toEqual([text + text])
  })

  test('any text is shown as it is', () => {
    const mark = fc.constantFrom(...'修渠。“<>&"\'/=!-#;script amplt\u3000')
    fc.assert(
      fc.property(fc.string({ unit: mark, minLength: 1, maxLength: 30 }), (text) => {
        const { elements } = read(write(page({}, item(1, speech([], paragraph(text))))))
        expect(elements.filter(({ tagName }) => tagName === 'p').map(textOf)).toEqual([text])
      }),
      { numRuns: 500 },
    )
  })
})

test('what is written is read back line for line', () => {
  const { text, learned } = extract(write(FULL_PAGE))
  expect(learned.title).toBe('青禾村春季大会讲话')
  const spoken = [...textWriter.write(FULL_PAGE)].join('').split('\n').filter(Boolean)
  const lines = text.split('\n').map((line) => line.replace(/^- /, ''))
  expect(spoken.filter((line) => !lines.includes(line))).toEqual([])
})

describe('what was repaired', () => {
  const SOURCE = '同志們:\n企業(yè)和鎮(zhèn)(zhèn)上的業(yè)主,都要發(fā)\n展。\n謝謝大家!\n'

  /** The text of a page without the elements left out. */
  const textWithout = (node: Node, leftOut: readonly string[]): string => {
    if ('value' in node) return node.value
    if ('tagName' in node && leftOut.includes(node.tagName)) return ''
    return 'childNodes' in node ? node.childNodes.map((child) => textWithout(child, leftOut)).join('') : ''
  }
  const speechesOf = (html: string, leftOut: readonly string[]) =>
    read(html)
      .elements.filter((node) => attribute(node, 'class') === 'speech')
      .map((node) => textWithout(node, leftOut).replace(/\n/g, ''))

  test('is not shown unless it is asked for', () => {
    const { elements } = read(write(parse(SOURCE)))
    expect(elements.filter(({ tagName }) => ['del', 'ins', 'ruby', 'input'].includes(tagName))).toEqual([])
  })

  test('shows behind a switch with a label', () => {
    const page = write(parse(SOURCE), { edits: true })
    const { elements, errors } = read(page)
    expect(errors).toEqual([])
    const input = elements.find(({ tagName }) => tagName === 'input') as Element
    const label = elements.find(({ tagName }) => tagName === 'label') as Element
    expect(attribute(input, 'type')).toBe('checkbox')
    expect(attribute(label, 'for')).toBe(attribute(input, 'id'))
    expect(textOf(label)).toBe(`显示修订（${parse(SOURCE).edits.length}处）`)
    expect(page).toContain('<del title="gloss, certain">(yè)</del>')
    expect(page).toContain('<del title="width, certain">,</del><ins title="width, certain">，</ins>')
    expect(elements.filter(({ tagName }) => tagName === 'script')).toEqual([])
  })

  test('gives glosses back as readings of their characters', () => {
    const page = write(parse(SOURCE), { ruby: true })
    expect(page).toContain('企<ruby>業<rp>(</rp><rt>yè</rt><rp>)</rp></ruby>和')
    expect(page).toContain('<ruby>鎮<rp>(</rp><rt>zhèn</rt><rp>)</rp></ruby>上')
    expect(read(page).errors).toEqual([])
    const both = write(parse(SOURCE), { edits: true, ruby: true })
    expect(both).toContain('<rt>yè</rt>')
    expect(both).not.toContain('<del title="gloss')
    expect(both).toContain('<del title="width')
  })

  test.each(PAGES)('leaves the text of %s as restored once it is left out', (_, source) => {
    const result = parse(source)
    const plainPage = speechesOf(write(result), [])
    expect(speechesOf(write(result, { edits: true }), ['del'])).toEqual(plainPage)
    expect(speechesOf(write(result, { ruby: true }), ['rt', 'rp'])).toEqual(plainPage)
    expect(speechesOf(write(result, { edits: true, ruby: true }), ['del', 'rt', 'rp'])).toEqual(plainPage)
  })
})
