import { restore } from '@speeches/parser'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editColumns } from './flatten.ts'
import { piecesOf, rowAt, rowsOf } from './rows.ts'

function cut(source: string) {
  const { text, edits } = restore(source)
  const columns = editColumns(edits)
  const rows = rowsOf(source, columns)
  const pieces = Array.from({ length: rows.count }, (_, row) => piecesOf(source, rows, columns, row))
  return { text, rows, pieces }
}

test('rows are restored lines; what was joined is one row', () => {
  const { rows, pieces } = cut('要認真執行《。\n渠道管護。\n辦法》的規定。\n種樹。')
  expect(rows.restored).toBe('要認真執行《渠道管護辦法》的規定。\n種樹。')
  expect(pieces.map((row) => row.map(({ restored }) => restored).join(''))).toEqual(rows.restored.split('\n'))
})

test('a page without line ends is cut into rows, never through a pair', () => {
  const { rows, pieces } = cut('𠀀'.repeat(5000))
  expect(rows.count).toBeGreaterThan(4)
  for (const row of pieces)
    expect(
      row
        .map(({ original }) => original)
        .join('')
        .isWellFormed(),
    ).toBe(true)
})

test('pieces hold the whole source and the whole restored text, whatever the page', () => {
  const line = fc.oneof(fc.constantFrom('鎮(zhèn)上種樹,', '《。', '辦法》', '&amp;', '\u200b', '人口;'), fc.string())
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const source = lines.join('\n')
      const { text, rows, pieces } = cut(source)
      expect(rows.restored).toBe(text)
      let at = 0
      for (const row of pieces) {
        for (const { start, end, original } of row) {
          expect(source.slice(at, start)).toMatch(/^\n*$/)
          expect(original).toBe(source.slice(start, end))
          at = end
        }
      }
      expect(source.slice(at)).toMatch(/^\n*$/)
    }),
    { numRuns: 200 },
  )
})

test('the row of an offset is the one that holds it', () => {
  const { rows } = cut('一\n二二\n三')
  expect([0, 1, 2, 4, 5].map((offset) => rowAt(rows, offset))).toEqual([0, 0, 1, 1, 2])
})
