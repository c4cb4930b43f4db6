import { describe, expect, test } from 'vitest'
import { createMessage, type MessageId } from './finding.ts'
import { catalogue, chinese, translate } from './index.ts'

const place = { start: { line: 3, column: 1, offset: 12 }, end: { line: 3, column: 3, offset: 14 } }

describe('a message in Chinese', () => {
  test('is worded anew and stays the same message', () => {
    const message = createMessage('numbering-gap', place, {
      values: { found: '四、', previous: '二、', missing: '3' },
      actual: '四、',
      expected: ['三、'],
    })
    expect(translate(message, chinese)).toEqual({
      ...message,
      reason: '“二、”之后是“四、”：缺 3。',
      note: '在两者之间找一找丢了的标题；它下面的段落现在归在前一个标题之下。',
    })
  })

  test('English words among its values are translated, others stay', () => {
    const said = (kind: string) =>
      translate(createMessage('other-kind', undefined, { values: { kind } }), chinese).reason
    expect(said('a PDF document')).toBe('这种文件不能读：PDF 文档。')
    expect(said('a spreadsheet of 1985')).toBe('这种文件不能读：a spreadsheet of 1985。')
    expect(said('constructor')).toBe('这种文件不能读：constructor。')
  })

  test('values may hold anything, also what looks like the sentence around them', () => {
    const quoted = (title: string) =>
      translate(createMessage('truncated-link-title', place, { values: { title } }), chinese).reason
    for (const title of ['$& {title} \\1', '” was cut short by the page.', '\n', '𠀀\ud800']) {
      expect(quoted(title)).toBe(`网页把链接标题“${title}”截短了。`)
    }
  })

  test('what no language has, or the catalogue did not word, stays as it is', () => {
    const message = createMessage('empty-page', undefined)
    expect(translate(message, {})).toBe(message)
    const older = { ...message, reason: 'This page is empty.' }
    expect(translate(older, chinese)).toBe(older)
    const foreign = { ...message, ruleId: 'toString' }
    expect(translate(foreign, chinese)).toBe(foreign)
  })

  test.each(Object.keys(catalogue) as MessageId[])('%s is there, with every value of its reason', (id) => {
    const names = [...catalogue[id].reason.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string)
    const values = Object.fromEntries(names.map((name, index) => [name, `值${index}`]))
    const { reason, note } = translate(createMessage(id, place, { values }), chinese)
    expect(reason).toBe(chinese[id].reason.replace(/\{(\w+)\}/g, (_, name: string) => values[name] as string))
    expect(note).toBe(chinese[id].advice)
    expect(`${reason}${note}`).toMatch(/\p{Script=Han}/u)
  })
})
