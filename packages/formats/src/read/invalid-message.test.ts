import { expect, test } from 'vitest'
import { describeInvalidBytes } from './invalid-message.ts'
import type { Source } from './reading.ts'
import { IDENTITY } from './source-map.ts'

const SOURCE: Source = {
  ok: true,
  text: '各位\n乡\ufffd亲',
  encoding: 'gb18030',
  bom: false,
  invalid: null,
  map: IDENTITY,
  messages: [],
}

test('says nothing of a sound file', () => {
  expect(describeInvalidBytes(SOURCE)).toBeUndefined()
})

test('says how many bytes are invalid, and where the first one is', () => {
  expect(describeInvalidBytes({ ...SOURCE, invalid: { count: 2, offset: 7, index: 4 } })).toMatchObject({
    ruleId: 'invalid-bytes',
    reason: '2 invalid bytes in a page read as gb18030; each stands as U+FFFD.',
    fatal: true,
    place: { start: { line: 2, column: 2, offset: 4 }, end: { line: 2, column: 3, offset: 5 } },
  })
})
