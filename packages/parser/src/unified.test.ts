import { unified } from 'unified'
import { remove } from 'unist-util-remove'
import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import { parse } from './index.ts'
import { speechesParse, speechesStringify } from './unified.ts'

const PAGE = `- 時間:2021-03-04 08:00:00
青禾鎮(zhèn)工會講話篇一
同志們:
我講三點意見。
一、守時。
全鎮(zhèn)的企業(yè)都要守時,鎮(zhèn)(zhèn)上的業(yè)主也要守時。
二、守信。
說到要做到。
謝謝大家!
上一篇:青禾鎮(zhèn)的春天
`

test('a pipeline gives the tree, the messages and the edits of parse', async () => {
  const processor = unified().use(speechesParse).use(speechesStringify)
  const file = await processor.process(PAGE)
  const { collection, edits, messages } = parse(PAGE)
  expect(processor.parse(PAGE)).toEqual(collection)
  expect(file.data.speechesEdits).toEqual(edits)
  expect(file.messages.map(({ reason, ruleId, source, fatal, note }) => [reason, ruleId, source, fatal, note])).toEqual(
    messages.map(({ reason, ruleId, source, fatal, note }) => [reason, ruleId, source, fatal, note]),
  )
  const announced = file.messages.find(({ ruleId }) => ruleId === 'announced-count-differs')
  expect({ line: announced?.line, column: announced?.column }).toEqual({ line: 4, column: 1 })
})

test('what stays in the tree is written as restored text', async () => {
  const file = await unified()
    .use(speechesParse)
    .use(() => (tree) => {
      remove(tree, ['header', 'related', 'noise'])
      visit(tree, 'salutation', (node: { children: unknown[] }) => {
        node.children = [{ type: 'text', value: '各位同志：' }]
      })
    })
    .use(speechesStringify)
    .process(PAGE)
  expect(String(file)).toBe(`青禾鎮工會講話篇一

各位同志：
我講三點意見。
一、守時。
全鎮的企業都要守時，鎮上的業主也要守時。
二、守信。
說到要做到。
謝謝大家！
`)
})

test('the whole page is written where nothing is taken out', async () => {
  const file = await unified().use(speechesParse).use(speechesStringify).process(PAGE)
  expect(String(file)).toContain('時間：2021-03-04 08:00:00\n')
  expect(String(file)).toContain('\n青禾鎮的春天\n')
})

test('the options are those of parse', async () => {
  const processor = unified().use(speechesParse, { restore: false })
  expect(JSON.stringify(processor.parse(PAGE))).toContain('鎮(zhèn)')
})
