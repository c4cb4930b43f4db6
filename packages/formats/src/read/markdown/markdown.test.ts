import { describe, expect, test } from 'vitest'
import { placeOf } from '../source-map.ts'
import { readMarkdown } from './index.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

async function linesOf(markdown: string): Promise<string[]> {
  const reading = await readMarkdown(utf8(markdown))
  if (!reading.ok) throw new Error(reading.reason)
  return reading.text.split('\n')
}

describe('lines', () => {
  test.each([
    ['headings', '# 大会讲话\n\n一、修渠\n---\n\n### （一）东片 ###', ['大会讲话', '一、修渠', '（一）东片']],
    [
      'headings of ours that run into their paragraphs',
      '### 一、修渠。 #\n\n今年修三里。\n\n#### 1.东片。 #\n\n先修。\n\n### 二、Plan. #\n\nOne by one.',
      ['一、修渠。今年修三里。', '1.东片。先修。', '二、Plan. One by one.'],
    ],
    [
      'headings that others close',
      '### 一、修渠 ###\n\n今年修。\n\n# 二、种树 #\n\n先种。',
      ['一、修渠', '今年修。', '二、种树', '先种。'],
    ],
    ['emphasis', '我们**一定**要*修好*渠，~~不能~~`拖`。', ['我们一定要修好渠，~~不能~~拖。']],
    [
      'links and pictures',
      '见[办法](http://a.example "题")、<http://b.example>和![渠](c.png)。',
      ['见办法、http://b.example和渠。'],
    ],
    ['link definitions', '见[办法][1]。\n\n[1]: http://a.example', ['见办法。']],
    ['quotations', '> 下面是讲话，\n> 供参考。\n\n完', ['下面是讲话，', '供参考。', '完']],
    ['bullets', '- 修渠\n- 种树\n\n  两千棵\n', ['- 修渠', '- 种树', '两千棵']],
    ['numbers', '3. 修渠\n4. 种树', ['3. 修渠', '4. 种树']],
    ['points with numbers of their own', '- 一、修渠\n- (2)种树', ['一、修渠', '(2)种树']],
    ['a line end inside a paragraph', '各位乡亲：\n我们开会。', ['各位乡亲：', '我们开会。']],
    ['a line broken on purpose', '修渠。  \n种树。\\\n修路。', ['修渠。', '种树。', '修路。']],
    ['escapes and references', '20\\*\\*年 &amp; 明年&ldquo;三农&rdquo;', ['20**年 & 明年“三农”']],
    ['code', '```\n修渠\n种树\n```', ['修渠', '种树']],
    ['HTML', '修渠。<br>种<b>树</b>。\n\n<div>架桥。<p>通水。</div>', ['修渠。', '种树。', '架桥。', '通水。']],
    [
      'HTML inside of emphasis and headings',
      '## 大会<br>讲话\n\n我们**一定<br/>要<font color="red">修</font>好**渠。',
      ['大会', '讲话', '我们一定', '要修好渠。'],
    ],
    [
      'ruby as gloss',
      '要<ruby>養<rp>（</rp><rt>yǎng</rt><rp>）</rp></ruby>護，也要<ruby>種<rt>zhòng</rt></ruby>樹。',
      ['要養(yǎng)護，也要種(zhòng)樹。'],
    ],
    [
      'a table',
      '会议安排：\n\n| 时间 | 地点 |\n| :--- | ---: |\n| 八点 | **村部**<br>二楼 |\n| 九\\|点 | [渠首](a)\n\n完',
      ['会议安排：', '时间\t地点', '八点\t村部', '二楼', '九|点\t渠首', '完'],
    ],
    ['a table without outer lines', '时间 | 地点\n---|---\n八点 | 村部', ['时间\t地点', '八点\t村部']],
    ['lines that are no table', '| 时间 | 地点 |\n| 八点 | 村部 |', ['| 时间 | 地点 |', '| 八点 | 村部 |']],
    ['a rule', '修渠。\n\n---\n\n种树。', ['修渠。', '种树。']],
  ])('%s', async (_, markdown, expected) => {
    expect(await linesOf(markdown)).toEqual(expected)
  })

  test('the labels of our own Markdown are those of pages', async () => {
    const markdown = '# 大会讲话\n\n- published: 2022-05-06\n- editor: lin\n\n修渠。\n\n## Related\n\n- 夏收讲话\n'
    expect(await linesOf(markdown)).toEqual([
      '大会讲话',
      '- 时间: 2022-05-06',
      '- 编辑: lin',
      '修渠。',
      '相关文章',
      '- 夏收讲话',
    ])
    expect(await linesOf('修渠。\n\n## Related\n\n种树。')).toEqual(['修渠。', 'Related', '种树。'])
  })
})

test('front matter says what the file says of itself', async () => {
  const reading = await readMarkdown(
    utf8('---\ntitle: "大会讲话"\nauthor: 程穗\ndate: 2022-05-06 08:30\n---\n\n修渠。'),
  )
  expect(reading).toMatchObject({ text: '修渠。', title: '大会讲话', author: '程穗', published: '2022-05-06T08:30' })
})

test('each character is found where it stands in the file', async () => {
  const markdown = '---\ntitle: 题\n---\n# 大会\n\n> 各位&nbsp;乡亲：我们\\*开会。\n> 修**好**[渠](a)！\n\n- 种树'
  const reading = await readMarkdown(utf8(markdown))
  if (!reading.ok) throw new Error(reading.reason)
  for (const char of '大会各位乡亲：我们*开。修好渠！种树') {
    const place = placeOf(reading.map, reading.text.indexOf(char))
    expect([char, 'character' in place && markdown[place.character]]).toEqual([char, char])
  }
})

describe('what cannot be read is refused', () => {
  test.each([
    ['no text', '[1]: http://a.example', 'empty-page'],
    ['nothing', '', 'empty-input'],
    ['lists in lists in lists', `${'- '.repeat(10_000)}修渠`, 'oversized-file'],
    [
      'lists in lists by indent',
      Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- 修渠`).join('\n'),
      'oversized-file',
    ],
    ['quotations of quotations', `${'>'.repeat(10_000)}修渠`, 'oversized-file'],
  ])('%s', async (_, markdown, ruleId) => {
    expect(await readMarkdown(utf8(markdown))).toMatchObject({ ok: false, ruleId })
  })

  test.each([
    ['brackets', '['.repeat(20_000)],
    ['stars', '*a '.repeat(20_000)],
    ['lines of a table', `|a|\n|-|\n${'|a'.repeat(20_000)}`],
    ['rows of a table', `|a|b|\n|-|-|\n${'|a|b|\n'.repeat(5_000)}`],
    ['backticks', Array.from({ length: 200 }, (_, length) => `${'`'.repeat(length)}a`).join('')],
    ['lists by indent', Array.from({ length: 60 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
  ])('%s: read in bounded time', async (_, markdown) => {
    const start = performance.now()
    expect(await readMarkdown(utf8(`${markdown}\n\n修渠。`))).toMatchObject({ ok: true })
    expect(performance.now() - start).toBeLessThan(5000)
  })
})
