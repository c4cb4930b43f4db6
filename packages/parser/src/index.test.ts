import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as parser from './index.ts'
import * as lexicon from './lexicon.ts'
import * as schema from './schema.ts'

const PAGE = `- 時間:2021-03-04 08:00:00
青禾鎮(zhèn)工會講話篇一
同志們:
全鎮(zhèn)的企業(yè)都來了,企業(yè)家也來了,鎮(zhèn)(zhèn)上的業(yè)主(代表)都在。
謝謝大家!
青禾鎮(zhèn)工會講話篇二
同志們:
散會。`

test('the public names', () => {
  expect(Object.keys(parser)).toEqual(['parse', 'restore', 'undo'])
  expect(Object.keys(lexicon)).toEqual(['lexicon'])
  expect(Object.keys(schema)).toEqual(['collection', 'edit', 'message', 'parseResult', 'restoreResult', 'toJsonSchema'])
})

test('restore repairs, and undo gives the page back', () => {
  const { text, edits } = parser.restore(PAGE)
  expect(text).toContain('全鎮的企業都來了，企業家也來了，鎮上的業主(代表)都在。')
  expect(parser.undo(text, edits)).toBe(PAGE)
})

test('the full word table is taken, and anything else refused', () => {
  expect(parser.restore(PAGE, lexicon).text).toBe(parser.restore(PAGE).text)
  expect(() => parser.restore(`${PAGE}\n變?yōu)榻?jīng)濟`, { lexicon: {} as never })).toThrow(
    '@speeches/parser/lexicon',
  )
})

test('undo refuses a text that the edits did not make', () => {
  const { edits } = parser.restore(PAGE)
  expect(() => parser.undo('別的文字', edits)).toThrow(
    /not what these edits made: expected .* for source line 1, column 5/,
  )
})

test('parse gives plain data that fits the schema', () => {
  const result = parser.parse(PAGE)
  expect(schema.parseResult.safeParse(JSON.parse(JSON.stringify(result))).error).toBeUndefined()
  expect(structuredClone(result)).toEqual(JSON.parse(JSON.stringify(result)))
  expect(result.collection.metadata.published).toBe('2021-03-04T08:00:00')
  expect(result.edits).toEqual(parser.restore(PAGE).edits)
})

test('stages can be left out', () => {
  expect(parser.parse(PAGE, { restore: false }).edits).toEqual([])
  const announcing = '同志們：\n我講三點意見。\n一、守時。\n會議要準時開。\n二、守信。\n說到要做到。\n'
  expect(parser.parse(announcing).messages.map(({ ruleId }) => ruleId)).toContain('announced-count-differs')
  expect(parser.parse(announcing, { check: false }).messages.map(({ ruleId }) => ruleId)).not.toContain(
    'announced-count-differs',
  )
})

test('the JSON Schema describes what parse returns', () => {
  const json = schema.toJsonSchema() as { properties: Record<string, unknown>; required: string[] }
  expect(Object.keys(json.properties)).toEqual(['version', 'collection', 'edits', 'messages'])
  expect(json.required).toEqual(['version', 'collection', 'edits', 'messages'])
})

test('any string is restored and undone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (source) => {
      const { text, edits } = parser.restore(source)
      expect(parser.undo(text, edits)).toBe(source)
    }),
  )
})
