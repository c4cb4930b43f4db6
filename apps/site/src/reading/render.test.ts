import { parse } from '@speeches/parser'
import { expect, test } from 'vitest'
import { translator } from '../i18n/locale.ts'
import { drawSpeech } from './render.ts'
import { speechesOf } from './shown.ts'

const PAGE = `同志們:
今天開會,<b>鎮(zhèn)</b>里的任務(wù)是修渠,鎮(zhèn)(zhèn)長帶隊。去年修了×公里。下面,我講兩點意見。
一、修渠。
(一)要快。早修早通水,大家都出力。
(二)要好。《辦法》寫得明白。
二、種樹。
每人種3棵。
謝謝大家!
`

function draw(marks: boolean) {
  const result = parse(PAGE)
  const [speech] = speechesOf(result)
  if (!speech) throw new Error('The page holds a speech.')
  const permalink = (id: string) => `/p/${id}`
  return drawSpeech(speech, speech, { source: PAGE, edits: result.edits, marks, t: translator('en'), permalink })
}

test('what a page holds is text', () => {
  expect(draw(false).html).toContain('&lt;b&gt;鎮&lt;/b&gt;')
  expect(draw(true).html).not.toContain('<b>鎮')
})

test('headings skip no level; run-in ones stay in their paragraph; all are in the outline', () => {
  const { html, outline } = draw(false)
  expect(html.match(/<h\d/g)).toEqual(['<h2', '<h2'])
  expect(html).toMatch(
    /<p id="[^"]+"><b class="run-in" id="h\d+"><span class="marker">\(一\)<\/span>要快。<\/b>早修早通水/,
  )
  expect(outline.map(({ depth, text }) => [depth, text])).toEqual([
    [1, '一、修渠。'],
    [2, '(一)要快。'],
    [2, '(二)要好。'],
    [1, '二、種樹。'],
  ])
})

test('repairs and gaps are marked when asked for, each with its reason', () => {
  expect(draw(false).html).not.toContain('class="repair')
  const { html } = draw(true)
  expect(html).toMatch(/<a class="repair gloss certain" href="#r\d+" title="Pinyin gloss：[^"]+">務</)
  expect(html).toMatch(/<span class="gap shown" title="left out on the page">×/)
})

test('works, figures and permalinks have elements of their own', () => {
  const { html } = draw(false)
  expect(html).toContain('<cite>《辦法》</cite>')
  expect(html).toContain('<data value="3">3棵</data>')
  expect(html).toMatch(/<a class="permalink" href="\/p\/[^"]+" aria-label="Link and citation: /)
})
