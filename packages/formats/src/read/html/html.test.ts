import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { chooseReader } from '../choose.ts'
import { placeOf } from '../source-map.ts'
import { extract } from './extract.ts'
import { readHtml } from './index.ts'

const SIMPLIFIED = '各位乡亲，今天开会商量修渠的事。渠道清完一条就验收一条，乡亲们要管好用好。'
const TRADITIONAL = '各位鄉親，今天開會商量修渠的事。渠道清完一條就驗收一條，鄉親們要管好用好。'

const utf8 = (text: string) => new TextEncoder().encode(text)
const lines = (html: string) => extract(html).text.split('\n')

describe('lines', () => {
  test.each([
    ['paragraphs', '<p>各位乡亲：</p><p>我们开会。</p>', ['各位乡亲：', '我们开会。']],
    ['paragraphs left open', '<p>各位乡亲：<p>我们开会。', ['各位乡亲：', '我们开会。']],
    [
      'a soup of br',
      '各位乡亲：<br>我们开会。<br/>修渠。</br>种树。',
      ['各位乡亲：', '我们开会。', '修渠。', '种树。'],
    ],
    ['br twice: an empty line', '修渠。<br><br><br>种树。', ['修渠。', '', '种树。']],
    ['headings', '讲话<h2>一、修渠</h2>修三里。<h3>（一）东片</h3>', ['讲话', '一、修渠', '修三里。', '（一）东片']],
    ['inline elements', '<p>我们<b>一定</b>要<font color=red>修<i>好</i></font>渠。</p>', ['我们一定要修好渠。']],
    ['bullets', '<ul><li>修渠<li>种树</ul>完', ['- 修渠', '- 种树', '完']],
    ['numbers', '<ol start=3><li>修渠</li><li value=7>种树</li><li>架桥</li></ol>', ['3. 修渠', '7. 种树', '8. 架桥']],
    [
      'numbers of a kind',
      '<ol style="list-style-type: cjk-ideographic"><li>修渠<li>种树</ol><ol type=i start=4><li>架桥<li type=A>修路</ol>',
      ['一、修渠', '二、种树', 'iv. 架桥', 'E. 修路'],
    ],
    ['numbers that count down', '<ol reversed start=2><li>修渠<li>种树</ol>', ['2. 修渠', '1. 种树']],
    ['a list that is not marked', '<ul style="list-style:none outside"><li>修渠<li>种树</ul>', ['修渠', '种树']],
    [
      'points with numbers of their own',
      '<ol><li>一、修渠</li><li>(2)种树</li><li>③架桥</li></ol>',
      ['一、修渠', '(2)种树', '③架桥'],
    ],
    ['a number in an element of its own', '<ul><li><b>1</b>、修渠</li></ul>', ['1、修渠']],
    ['a list in a list', '<ul><li>水利<ol><li>修渠</ol><li>道路</ul>', ['- 水利', '1. 修渠', '- 道路']],
    ['a point of several lines', '<ul><li><p>修渠</p><p>三里</p></li></ul>', ['- 修渠', '三里']],
    ['a table', '<table><tr><td>时间<td>地点<tr><td>八点<td>村部</table>', ['时间\t地点', '八点\t村部']],
    [
      'a table for layout',
      '<table><tr><td><p>一</p><p>二</p><td><table><tr><td>三</table>四</table>',
      ['一', '二', '三', '四'],
    ],
    ['definitions', '<dl><dt>时间<dd>八点</dl>', ['时间', '八点']],
    ['preformatted text', '<pre>各位乡亲：\n  我们开会。</pre>', ['各位乡亲：', '  我们开会。']],
    [
      'text that keeps its line ends',
      '<div style="white-space: pre-wrap">各位乡亲：\n我们开会。<p style="white-space:normal">修\n渠。</p></div>种\n树。',
      ['各位乡亲：', '我们开会。', '修渠。', '种树。'],
    ],
    ['empty blocks', '<div><p></p><p>&nbsp;</p><div>修渠。</div></div>', ['修渠。']],
  ])('%s', (_, html, expected) => {
    expect(lines(html)).toEqual(expected)
  })
})

describe('characters', () => {
  test.each([
    [
      'entities',
      '20&times;&times;年&ldquo;三农&rdquo;&#20844;&#x4f5c;&lt;b&gt;&amp;nbsp;',
      '20××年“三农”公作<b>&nbsp;',
    ],
    ['hard blanks', '&nbsp;&nbsp;程&nbsp;穗', '  程 穗'],
    ['ideographic blanks', '\u3000\u3000我们开会。', '\u3000\u3000我们开会。'],
    ['a wrapped line of hanzi', '我们今天\n    开会。', '我们今天开会。'],
    ['a wrapped line of Latin', 'dear\nfriends', 'dear friends'],
    ['a run of blanks', '李  \t 明', '李 明'],
    ['invisible characters', '修\u200b渠&shy;', '修\u200b渠\u00ad'],
    ['a broken reference', '一&二&#;三&amp', '一&二&#;三&'],
  ])('%s', (_, html, expected) => {
    expect(extract(`<p>${html}</p>`).text).toBe(expected)
  })

  test.each([
    ['with parentheses for old browsers', '<ruby>養<rp>（</rp><rt>yǎng</rt><rp>）</rp></ruby>護', '養(yǎng)護'],
    ['end tags left out', '<ruby>養<rp>(<rt>yǎng<rp>)</ruby>護', '養(yǎng)護'],
    ['several pairs', '<ruby>養<rt>yǎng</rt>護<rt>hù</rt></ruby>', '養(yǎng)護(hù)'],
    ['bases before texts', '<ruby><rb>養<rb>護<rt>yǎng<rt>hù</ruby>', '養(yǎng)護(hù)'],
    ['without annotation', '<ruby>養<rt></rt></ruby>護', '養護'],
    ['with blanks', '<ruby>\n養\n<rt>\nyǎng\n</rt>\n</ruby>護', '養(yǎng)護'],
    ['never closed before a script', '<ruby>養<script>var a</script>護', '養護'],
    ['never closed', '<ruby>養<rt>yǎng<p>修渠', '養(yǎng)\n修渠'],
  ])('ruby as gloss: %s', (_, html, expected) => {
    expect(extract(html).text).toBe(expected)
  })
})

describe('what is no text of the page', () => {
  test.each([
    ['scripts and styles', '<script>if (a<b) "<p>x</p>"</script><style>p{}</style><p>修渠。</p>'],
    ['comments', '<!-- <p>x</p> --><p>修渠。</p>'],
    ['templates, frames, fields', '<template>x</template><iframe>x</iframe><textarea>x</textarea><p>修渠。</p>'],
    ['drawings', '<svg><title/><style/><text>x</text></svg><p>修渠。</p>'],
    ['navigation', '<nav><a href=/>首页</a> &gt; <a href=/s>讲话</a></nav><p>修渠。</p>'],
    ['navigation by class', '<div class="top breadcrumb"><div>首页 &gt; 讲话</div></div><p>修渠。</p>'],
    ['navigation by role', '<div role=navigation>首页</div><p>修渠。</p>'],
    ['the foot of the site', '<p>修渠。</p><footer>版权所有 青禾网</footer>'],
    ['the foot of the site by class', '<p>修渠。</p><div id=footer>版权所有 青禾网</div>'],
    [
      'running heads of a document',
      '<div title="header"><p>会议材料</p></div><p>修渠。</p><div title="footer">— 1 —</div>',
    ],
    ['what is hidden', '<p>修<span style="display: none">xx</span>渠。</p><p hidden>x</p>'],
    [
      'letters strewn against copying',
      '<p>修<font class="jammer">n4 g</font>渠<span style="visibility:hidden">x</span>。</p>',
    ],
    [
      'frames that the program does not know',
      '<frameset><frame src=a><noframes>请升级浏览器。</noframes></frameset><p>修渠。</p>',
    ],
    ['elements that end themselves', '<title/><script src=a /><textarea /><p>修渠。</p>'],
    [
      'XHTML',
      '<?xml version="1.0"?><html><head><title/><script src="a"/></head><p>修渠。</p><script>x</script></html>',
    ],
    ['a page that breaks off in a script', '<p>修渠。</p><script>var x = 1'],
    ['buttons', '<button>登录</button><select><option>简体<option>繁體</select><p>修渠。</p>'],
  ])('%s', (_, html) => {
    expect(extract(html).text).toBe('修渠。')
  })

  const SPEECH = `各位乡亲，${'我们要把村里的渠一段一段修好，'.repeat(5)}让水流到每一块田里。`

  test.each([
    ['a page that puts all into navigation', `<nav>${SPEECH}</nav>`],
    ['a speech folded away', `<div hidden>${SPEECH}</div>`],
    ['a menu that is never closed', `<div class=menu>${SPEECH}`],
    ['an anchor that is never closed', `<a name=top><div class=menu>${SPEECH}</div>`],
    ['a link that is never closed', `<a href=/><div class=menu>${SPEECH}</div>`],
    ['a page hidden until its scripts have run', `<body style="display:none">${SPEECH}`],
    ['a page for programs without frames', `<frameset><frame src=a><noframes><body>${SPEECH}</noframes></frameset>`],
    ['a title that is never closed', `<title><p>${SPEECH}`],
    ['a footer around it', `<footer><p>${SPEECH}</p></footer>`],
  ])('a speech is kept: %s', (_, html) => {
    expect(extract(html).text).toBe(SPEECH)
  })

  test('the foot of an article is kept: it may be signature and date', () => {
    expect(lines('<article><p>修渠。</p><footer>程穗<br>2020年3月1日</footer></article>')).toEqual([
      '修渠。',
      '程穗',
      '2020年3月1日',
    ])
    expect(lines('<main><p>修渠。</p><p class=footer>程穗</p></main>')).toEqual(['修渠。', '程穗'])
  })

  test('a short page hidden until its scripts have run is kept', () => {
    expect(extract('<div id="js_content" style="visibility: hidden; opacity: 0;"><p>修渠。</p></div>').text).toBe(
      '修渠。',
    )
    expect(extract('<body style="display: none"><p>修渠。').text).toBe('修渠。')
  })

  test.each([
    [
      '<meta name=author content="程穗"><meta name="PubDate" content="2020-03-01 10:24">',
      { author: '程穗', published: '2020-03-01T10:24' },
    ],
    [
      '<meta property="article:published_time" content="2020-03-01T10:24:36+08:00">',
      { published: '2020-03-01T10:24:36+08:00' },
    ],
    [
      '<meta name=author content=" "><meta name=pubdate content="昨天"><meta name=author content="程穗"><meta name=author content="江顺水">',
      { author: '程穗' },
    ],
  ])('what the page says of itself: %s', (html, learned) => {
    expect(extract(`${html}<p>修渠。`).learned).toEqual(learned)
  })

  test('a title is told apart', () => {
    expect(extract('<title>春季大会\n 讲话_青禾网</title><p>修渠。')).toMatchObject({
      learned: { title: '春季大会 讲话_青禾网' },
      text: '修渠。',
    })
  })
})

describe('encoding', () => {
  const gbk = [0xd0, 0xde, 0xc7, 0xfe, 0xa1, 0xa3] // 修渠。
  const ascii = (text: string) => [...utf8(text)]

  test.each([
    ['UTF-8 by default', utf8('<p>修渠。'), 'utf-8'],
    [
      'a byte order mark before meta',
      new Uint8Array([0xef, 0xbb, 0xbf, ...utf8('<meta charset=gbk><p>修渠。')]),
      'utf-8',
    ],
    ['meta charset', new Uint8Array([...ascii('<meta charset="GB2312"><p>'), ...gbk]), 'gb18030'],
    [
      'meta http-equiv',
      new Uint8Array([...ascii('<meta http-equiv=Content-Type content="text/html; charset=gbk"><p>'), ...gbk]),
      'gb18030',
    ],
    [
      'meta charset Big5',
      new Uint8Array([...ascii('<meta charset=big5><p>'), 0xad, 0xd7, 0xb4, 0xeb, 0xa1, 0x43]),
      'big5',
    ],
    ['meta that lies: the bytes are UTF-8', utf8('<meta charset=gb2312><p>修渠。'), 'utf-8'],
    ['meta that lies: the bytes are GBK', new Uint8Array([...ascii('<meta charset=utf-8><p>'), ...gbk]), 'gb18030'],
    ['meta in a comment', new Uint8Array([...ascii('<!-- <meta charset=utf-16> --><p>'), ...gbk]), 'gb18030'],
    ['UTF-16', new Uint8Array(Buffer.from('\ufeff<p>修渠。', 'utf16le')), 'utf-16le'],
  ])('%s', (_, bytes, encoding) => {
    expect(readHtml(bytes)).toMatchObject({ ok: true, text: '修渠。', encoding, invalid: null })
  })

  test.each([
    ['Big5', 'gb2312', 'big5'],
    ['GBK', 'big5', 'gb18030'],
    ['UTF-16', 'gbk', 'utf-16le'],
  ] as const)('meta that lies: the bytes are %s, and valid in %s too', (name, declared, encoding) => {
    const text = encoding === 'gb18030' ? SIMPLIFIED : TRADITIONAL
    const html = `<html><head><meta charset=${declared}></head><body><p>${text}</p></body></html>`
    expect(readHtml(new Uint8Array(iconv.encode(html, name)))).toMatchObject({ text, encoding, invalid: null })
  })

  test('rare characters are no lie', () => {
    const rare = '龘靐齉爩麤灪龖厵纞虋讟钃鸜麷鞻韽韾頀顟飝饢騳驫鬮'
    const bytes = new Uint8Array(iconv.encode(`<meta charset=gbk><p>${rare}</p>`, 'gbk'))
    expect(readHtml(bytes)).toMatchObject({ text: rare, encoding: 'gb18030' })
  })

  test('invalid bytes are told with their place in the text', () => {
    const bytes = new Uint8Array([...ascii('<meta charset=utf-8><p>'), ...utf8('修渠'), 0xff, ...utf8('。好。')])
    expect(readHtml(bytes)).toMatchObject({ text: '修渠\ufffd。好。', invalid: { count: 1, index: 2 } })
  })

  test('a page without text is refused', () => {
    expect(readHtml(utf8('<p><script>var a = 1</script></p>'))).toMatchObject({
      ok: false,
      reason: 'The page holds no text.',
    })
    expect(readHtml(new Uint8Array())).toMatchObject({ ok: false, reason: 'The input is empty.' })
  })
})

describe('where a character stands in the page', () => {
  const PAGE = [
    '<!doctype html><title>題</title><nav>首頁</nav>',
    '<h2>&ldquo;三農&rdquo;大會</h2>',
    '<ol><li>修\r\n  渠&nbsp;<b>五</b>里&amp;種樹<li>架橋</ol>',
    '<p>要<ruby>養<rt>yǎng</rt>護<rt>hù</rt></ruby>道路<br>完&#x3002;',
    '<pre>  先看\n 後做</pre>',
  ].join('')
  const { text, map } = extract(PAGE)

  test('is where the map says', () => {
    expect(text).toBe(
      ['“三農”大會', '1. 修渠 五里&種樹', '2. 架橋', '要養(yǎng)護(hù)道路', '完。', '  先看', ' 後做'].join('\n'),
    )
    for (const char of '三農大會修渠五里種樹架橋要養護道路完先看後做yǎnghù') {
      const place = placeOf(map, text.indexOf(char))
      expect([char, 'character' in place && PAGE[place.character]]).toEqual([char, char])
    }
    for (const [char, reference] of [
      ['“', '&ldquo;'],
      ['”', '&rdquo;'],
      ['&', '&amp;'],
      ['。', '&#x3002;'],
    ] as const) {
      expect(placeOf(map, text.indexOf(char))).toEqual({ character: PAGE.indexOf(reference) })
    }
  })

  test('a character that the page does not hold is behind what stands before it', () => {
    const bracket = placeOf(map, text.indexOf('('))
    expect(bracket).toEqual({ character: PAGE.indexOf('<rt>yǎng') })
  })

  test('any page: hanzi are where the map says', () => {
    const part = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<br>',
        '<b>',
        '</b>',
        '<td>',
        '<ruby>',
        '<rt>',
        '</ruby>',
        '<li>',
        '&nbsp;',
        '&lt',
        '\r\n',
        ' ',
        '修渠',
        '種樹',
        '𠀀',
        '<nav>',
        '</nav>',
        '<!--',
        '-->',
      ],
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const page = parts.join('')
        const { text, map } = extract(page)
        for (const [index, char] of [...text].entries()) {
          if (!/[修渠種樹]/.test(char)) continue
          const place = placeOf(map, [...text].slice(0, index).join('').length)
          expect('character' in place && page[place.character]).toBe(char)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('hostile pages', () => {
  const MANY = 200_000
  const timed = (html: string) => {
    const start = performance.now()
    const { text } = extract(html)
    return { text, seconds: (performance.now() - start) / 1000 }
  }

  test.each([
    ['deep nesting', `${'<div>'.repeat(MANY)}修渠。`],
    ['deep nesting, closed', `${'<div>'.repeat(MANY)}修渠。${'</div>'.repeat(MANY)}`],
    ['deep navigation', `${'<nav>'.repeat(MANY)}${'</nav>'.repeat(MANY)}修渠。`],
    ['end tags of nothing', `${'<span>'.repeat(MANY)}${'</b>'.repeat(MANY)}修渠。`],
    [
      'formatting left open',
      `${Array.from({ length: MANY / 4 }, (_, n) => `<b id=${n}>`).join('')}${'<p>'.repeat(MANY)}修渠。`,
    ],
    ['lists in lists', `${'<ol><li>'.repeat(MANY)}`.replace(/$/, '修渠。')],
    ['points without a list', `${'<li>'.repeat(MANY)}修渠。`],
    ['points and what they leave open', `${'<li><b>'.repeat(MANY)}修渠。`],
    ['one line of many pieces', '修渠。\n'.repeat(2 * MANY)],
    ['cells', `<table>${'<td>'.repeat(MANY)}修渠。`],
    ['ruby', `${'<ruby><rt>'.repeat(MANY)}<p>修渠。`],
    ['attributes', `<p ${Array.from({ length: MANY }, (_, n) => `a${n}=1`).join(' ')}>修渠。`],
    ['angle brackets', `${'<'.repeat(MANY)}<p>修渠。`],
    ['an open comment', `修渠。<!--${'-'.repeat(MANY)}`],
    ['ampersands', `${'&'.repeat(MANY)}<p>修渠。`],
  ])('%s: read in time that grows with the length', (_, html) => {
    const { text, seconds } = timed(html)
    expect(text).toContain('修渠。')
    expect(seconds).toBeLessThan(5)
  })

  test('any tags in any order lose none of the text between them', () => {
    const tag = fc.constantFrom(
      ...'<p> </p> <div> </div> <b> </b> <table> <tr> <td> </table> <ul> <li> </ul> <br> <h2> </h2> <ruby> <rt> <rp> </ruby>'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 30 }), fc.array(tag, { maxLength: 30 }), (before, after) => {
        const html = `${before.filter((name) => name !== '<rp>').join('')}修渠种树${after.join('')}`
        expect(extract(html).text).toContain('修渠种树')
      }),
      { numRuns: 2000 },
    )
  })
})

describe('which reader is right', () => {
  test.each([
    ['<!DOCTYPE html><p>修渠。', 'page.txt', 'html'],
    ['\ufeff\n<html lang=zh>', '', 'html'],
    ['<!-- saved --><?x?><p>修渠。', 'page.htm', 'html'],
    ['<p>修渠。', '', 'html'],
    ['修渠。<p>', 'page.HTML', 'html'],
    ['修渠。<p>', 'page.txt', 'text'],
    ['<讲话>', '', 'text'],
    ['<pinyin>', '', 'text'],
  ] as const)('%j in %j', (content, name, reader) => {
    expect(chooseReader(utf8(content), name)).toBe(reader)
  })

  test('UTF-16 is looked into', () => {
    expect(chooseReader(new Uint8Array(Buffer.from('\ufeff<p>修渠。', 'utf16le')))).toBe('html')
  })
})
