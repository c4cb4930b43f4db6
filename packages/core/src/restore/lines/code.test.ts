import { expect, test } from 'vitest'
import { codeTest } from './code.ts'

/** The characters of `text` that stand in code, without line ends and backticks. */
function inCode(text: string): string {
  const test = codeTest(text)
  return Array.from({ length: text.length }, (_, at) => (test(at) ? text.charAt(at) : ''))
    .join('')
    .replace(/[\n\r`]/g, '')
}

test('a line of a program or of markup', () => {
  expect(inCode('說明:\nif (a == b) { log("樹") }\n結束;')).toBe('if (a == b) { log("樹") }')
  expect(inCode('<p class="a">樹;</p>')).toBe('<p class="a">樹;</p>')
  expect(inCode('甲\rconst a = 1;\r乙')).toBe('const a = 1;')
})

test('the style sheet that opens a line, and not what is said behind it', () => {
  const style = '@page { size: 7in } [標籤:標題] p { color: #111; font-family: "楷體", serif }'
  const said = ' 開渠的話 同志們:今天,我們開渠;明天,我們放水!'
  expect(inCode(style + said)).toBe(style)
  expect(inCode(style.repeat(8) + said.repeat(20))).toBe(style.repeat(8))
  expect(inCode(`渠長說{水:渠}${said}`)).toBe('')
})

test('what stands between backticks', () => {
  expect(inCode('寫`a,b`就好,`c')).toBe('a,b')
})

test('a sentence that holds signs of code is no code', () => {
  expect(inCode('公式是 a == b,大家要記住它的意思,不要死記硬背。')).toBe('')
  expect(inCode(`${'樹'.repeat(500)}{}`)).toBe('')
})
