import { expect, test } from 'vitest'
import { restore } from './restore.ts'

/** Each line as printed, and as a careful editor would print it. */
const LINES: [printed: string, edited: string][] = [
  ['同志們:', '同志們：'],
  ['今天,我們開會;明天,我們下鄉!', '今天，我們開會；明天，我們下鄉！'],
  ['誰來管?怎么管?', '誰來管？怎么管？'],
  ['增長14.3%;財政收入150.7億元,增長39.8%', '增長14.3%；財政收入150.7億元，增長39.8%'],
  ['20xx年占30%,20xx年占35%', '20xx年占30%，20xx年占35%'],
  ['“四化”,“一帶一路”;', '“四化”，“一帶一路”；'],
  ['各(街道),各(5g)基站,(b型)', '各(街道)，各(5g)基站，(b型)'],
  ['抓好×,即×個', '抓好×，即×個'],
  ['- 時間:2023-11-12 03:53:59', '- 時間：2023-11-12 03:53:59'],
  ['- 小編:qhxz', '- 小編：qhxz'],
  ['會議9:30開始,12:00結束', '會議9:30開始，12:00結束'],
  ['共1,234,567棵,比分3:2', '共1,234,567棵，比分3:2'],
  ['網址:https://example.org/a,b?c=1;d', '網址：https://example.org/a,b?c=1;d'],
  ['他說:Hello, world!', '他說：Hello, world!'],
  ['要用好PPT,要學會Excel;', '要用好PPT，要學會Excel；'],
  ['A:你好 B:再見', 'A：你好 B：再見'],
  ['1,修渠 2,種樹', '1，修渠 2，種樹'],
  ['Dear Sir, thank you; see you: soon!', 'Dear Sir, thank you; see you: soon!'],
  ['真的嗎?!', '真的嗎？！'],
  ['好的:)', '好的:)'],
  [
    '@page { size: 7in } p { font: 12px "楷体", serif } 开渠的话 同志们:今天,我们开渠!',
    '@page { size: 7in } p { font: 12px "楷体", serif } 开渠的话 同志们：今天，我们开渠！',
  ],
  ['如下:(一)修渠', '如下：(一)修渠'],
  ['Привет, товарищи! Кто там?', 'Привет, товарищи! Кто там?'],
]

test.each(LINES)('%s', (printed, edited) => {
  expect(restore(printed, { only: ['width'] }).text).toBe(edited)
})

test('brackets and full stops stay as printed', () => {
  expect(restore('(一)修渠.(二)種樹.', { only: ['width'] }).edits).toEqual([])
})
