import { expect, test } from 'vitest'
import { HARBOUR, LIBRARY, MARKET } from '../testing/pages.ts'
import { scriptOf } from './script.ts'

test.each([
  [LIBRARY, 'traditional'],
  [HARBOUR, 'traditional'],
  [MARKET, 'simplified'],
  ['村裏的后土廟，雲南里程，干支', 'traditional'],
  ['一二三，大家好。GDP', 'none'],
  ['里 后 台 干 面', 'none'],
  ['開門见山，開門见山', 'mixed'],
  ['', 'none'],
])('%#', (text, script) => {
  expect(scriptOf([text])).toBe(script)
})
