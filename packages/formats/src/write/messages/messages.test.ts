import type { Message } from '@speeches/core/schema'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvRow } from '../csv.ts'
import { page } from '../page.fixture.ts'
import { write } from '../write.ts'

/** A table by RFC 4180, read letter by letter. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  for (let i = 0; i < csv.length; i++) {
    const char = csv[i] as string
    if (isQuoted) {
      if (char !== '"') cell += char
      else if (csv[i + 1] === '"') cell += csv[++i]
      else isQuoted = false
    } else if (char === '"') isQuoted = true
    else if (char === ',' || char === '\r') {
      rows.at(-1)?.push(cell)
      cell = ''
    } else if (char === '\n') rows.push([])
    else cell += char
  }
  return rows.slice(0, -1)
}

const place = { start: { line: 3, column: 5, offset: 20 }, end: { line: 3, column: 7, offset: 22 } }
const MESSAGE: Message = {
  reason: 'Left as it stood, for want of proof: “a,b”.',
  ruleId: 'restoration-left',
  source: 'speeches',
  fatal: false,
  place,
  actual: '=1+1',
  expected: ['一', '二'],
}

test('messages are rows with place, words and severity', async () => {
  const result = {
    ...page({}),
    messages: [MESSAGE, { ...MESSAGE, fatal: null, place: undefined }, { ...MESSAGE, fatal: true }],
  }
  const [header, ...rows] = readCsv(await write(result, 'messages-csv'))
  expect(header).toEqual([
    'severity',
    'rule',
    'line',
    'column',
    'start',
    'end',
    'reason',
    'actual',
    'expected',
    'note',
    'url',
  ])
  expect(rows[0]).toEqual([
    'warning',
    'restoration-left',
    '3',
    '5',
    '20',
    '22',
    MESSAGE.reason,
    "'=1+1",
    '一\n二',
    '',
    '',
  ])
  expect(rows.map(([severity, , line]) => `${severity} ${line}`)).toEqual(['warning 3', 'info ', 'error 3'])
})

test('the messages of many pages have the place of their page', async () => {
  const result = { ...page({}), messages: [MESSAGE] }
  const [header, ...rows] = readCsv(await write([result, page({}), result], 'messages-csv'))
  expect(header?.slice(0, 2)).toEqual(['page', 'severity'])
  expect(rows.map(([number]) => number)).toEqual(['1', '3'])
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])('%j is not run as a formula', async (actual) => {
  const result = { ...page({}), messages: [{ ...MESSAGE, actual }] }
  expect(readCsv(await write(result, 'messages-csv'))[1]?.[7]).toBe(`'${actual}`)
  expect(readCsv(await write(result, 'messages-csv', { guardFormulas: false }))[1]?.[7]).toBe(actual)
})

test('numbers are never guarded', () => {
  expect(csvRow([-1.5, null, '1-1'])).toBe('-1.5,,1-1\r\n')
})

test('any cells come back as they were', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'a,"\r\n渠 =\''), maxLength: 10 })
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (rows) => {
      expect(readCsv(rows.map((row) => csvRow(row, false)).join(''))).toEqual(rows)
    }),
  )
})

test('a byte order mark comes first where it is asked for', async () => {
  const table = await write(page({}), 'messages-csv')
  expect(await write(page({}), 'messages-csv', { bom: true })).toBe(`\ufeff${table}`)
})
