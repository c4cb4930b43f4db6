import { parse } from '@speeches/core'
import type { ParseResult } from '@speeches/core/schema'
import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString as textOf } from 'mdast-util-to-string'
import { describe, expect, test } from 'vitest'
import { json } from './json/index.ts'
import { markdown } from './markdown/index.ts'
import { outline } from './outline/index.ts'
import { FULL_PAGE, item, page, paragraph, section, speech } from './page.fixture.ts'
import { countCharacters, shorten } from './plain.ts'
import { text } from './text/index.ts'

const WRITERS = { json, text, markdown, outline }
const write = (name: keyof typeof WRITERS, result: ParseResult) => [...WRITERS[name].write(result)].join('')

describe('json', () => {
  test('holds the result as it is', () => {
    expect(JSON.parse(write('json', FULL_PAGE))).toEqual(FULL_PAGE)
  })

  test('gives each edit and each message a line of its own', () => {
    const message = { reason: 'one', ruleId: 'elision', source: 'speeches' as const, fatal: null }
    const result = { ...FULL_PAGE, messages: [message, { ...message, reason: 'two', note: undefined }] }
    expect(write('json', result)).toContain(
      '"messages": [\n{"reason":"one","ruleId":"elision","source":"speeches","fatal":null},\n{"reason":"two",',
    )
  })
})

describe('text', () => {
  test('holds the speeches line by line, and nothing that the site wrote', () => {
    expect(write('text', FULL_PAGE)).toBe(`青禾村春季大会讲话

青禾村春季大会讲话篇一

村委会主任 程穗
乡亲们：
我们今天开会，商量修渠。下面，我讲三点意见。
一、抓好水利。
20xx年修渠三里。
(一)东片。
东头的渠；
2.西头的渠。
(掌声)
三、抓好道路。
认真学习《道路养护办法》。
乡亲们：
最后，让我们一起努力！
谢谢大家！

今天，村里召开夏季大会。
程穗

青禾村春季大会讲话篇二

各位代表：
请审议。
`)
  })
})

describe('markdown', () => {
  test('holds the page as a document', () => {
    expect(write('markdown', FULL_PAGE)).toBe(`# 青禾村春季大会讲话

- published: 2022-05-06T08:30:00
- editor: lin
- format: DOC

> 春天来了，各村都要开会。

## 青禾村春季大会讲话篇一

> 下面是小编整理的讲话，供大家参考。

*村委会主任 程穗*

**乡亲们：**

我们今天开会，商量修渠。下面，我讲三点意见。

### 一、抓好水利。

20xx年修渠三里。

#### (一)东片。

- 东头的渠；
- 2.西头的渠。

*(掌声)*

### 三、抓好道路。

认真学习《道路养护办法》。

**乡亲们：**

最后，让我们一起努力！

谢谢大家！

---

今天，村里召开夏季大会。

程穗

## 青禾村春季大会讲话篇二

**各位代表：**

请审议。

## Related

- 夏收动员会讲话（优秀20篇）
- 秋种安排
`)
  })

  test('numbers items that have no heading, unless there is only one', () => {
    const untitled = (ordinal: number) => item(ordinal, speech([], paragraph('请审议。')))
    expect(write('markdown', page({}, untitled(1)))).toBe('请审议。\n')
    expect(write('markdown', page({}, untitled(1), untitled(2)))).toBe('## 1\n\n请审议。\n\n## 2\n\n请审议。\n')
  })

  test('goes no deeper than six levels', () => {
    const deep = section(4, '①', '丙', section(5, '(1)', '丁'))
    expect(write('markdown', page({}, item(1, speech([], deep))))).toBe('###### ①丙\n\n###### (1)丁\n')
  })

  test.each([
    '20**年',
    '1. 修渠',
    '1) 修渠',
    '- 修渠',
    '+ 修渠',
    '# 修渠',
    '> 修渠',
    '===',
    '---',
    '***',
    '___',
    '~~修~~渠',
    '[修](渠)',
    '![修](渠)',
    '<b>修渠</b>',
    '&nbsp;修渠',
    'a_b_c',
    '`修渠`',
    '\\*修渠',
    '| 修 | 渠 |',
    '```',
    '修渠\\',
    'http://example.org/_a_',
    '1.修渠',
    '[修]: 渠',
    '第1. 步',
  ])('brings %j through Markdown as it is', (spoken) => {
    expect(paragraphsOf(spoken)).toEqual([{ type: 'paragraph', text: spoken }])
  })

  test('brings any text through Markdown as it is', () => {
    const mark = fc.constantFrom(...'修渠。，：“*_#>+-=`~[]()!|\\&;<1.0) \t\u3000x')
    const line = fc.string({ unit: mark, minLength: 1, maxLength: 20 }).map((text) => text.trim())
    fc.assert(
      fc.property(line.filter(Boolean), (spoken) => {
        expect(paragraphsOf(spoken)).toEqual([{ type: 'paragraph', text: spoken }])
      }),
      { numRuns: 2000 },
    )
  })

  test('brings a # at the end of a heading through Markdown', () => {
    const tree = fromMarkdown(write('markdown', page({ title: '修渠 #' })))
    expect(textOf(tree)).toBe('修渠 #')
  })

  function paragraphsOf(spoken: string) {
    const tree = fromMarkdown(write('markdown', page({}, item(1, speech([], paragraph(spoken))))))
    return tree.children.map((node) => ({ type: node.type, text: textOf(node) }))
  }
})

describe('outline', () => {
  test('shows what the page holds', () => {
    const message = (fatal: boolean | null) => ({ reason: '', ruleId: 'elision', source: 'speeches' as const, fatal })
    const result: ParseResult = {
      ...FULL_PAGE,
      messages: [message(true), message(false), message(false), message(null)],
    }
    expect(write('outline', result)).toBe(`青禾村春季大会讲话
published 2022-05-06T08:30:00 · editor lin · format DOC
2 items · 3 speeches · 135 characters · 0 edits · 4 messages (1 error, 2 warnings, 1 info)

preface · 12 characters

1  青禾村春季大会讲话篇一
   editor’s note · 17 characters
   乡亲们： · 112 characters
     announced 三点意见 (3) · found 2: 一、 三、
     一、抓好水利。 · 39 characters
       (一)东片。 · 18 characters
     三、抓好道路。 · 20 characters
     peroration: 最后，让我们一起努力！
     thanks: 谢谢大家！
   (no salutation) · 14 characters
     signature: 程穗

2  青禾村春季大会讲话篇二
   各位代表： · 9 characters

2 related links
`)
  })

  test('shows the points that are counted in running text', () => {
    const counts = parse('乡亲们：\n今天我讲三点意见：一是修渠，年年都要修；二是铺路，三是种树。\n谢谢大家！')
    expect(write('outline', counts).split('\n').slice(3, -1)).toEqual([
      '1  (no heading)',
      '   乡亲们： · 39 characters',
      '     announced 三点意见 (3) · found 3: 一是 二是 三是',
      '     一是修渠，年年都要修； · 11 characters',
      '     二是铺路， · 5 characters',
      '     三是种树。 · 5 characters',
      '     thanks: 谢谢大家！',
    ])
  })

  test('says so where there is no title', () => {
    expect(write('outline', page({}))).toBe('(no title)\n0 items · 0 speeches · 0 characters · 0 edits · 0 messages\n')
  })
})

describe('plain text', () => {
  test('counts characters without blanks, and those beyond the BMP once', () => {
    expect(countCharacters(' 一\u3000二\n𠀀 ')).toBe(3)
  })

  test('shortens without cutting a character in two', () => {
    expect(shorten('𠀀𠀀𠀀', 3)).toBe('𠀀𠀀𠀀')
    expect(shorten('𠀀𠀀𠀀', 2)).toBe('𠀀…')
  })
})
