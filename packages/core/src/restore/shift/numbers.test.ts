import { expect, test } from 'vitest'
import { openLexicon, smallLexicon } from './lexicon.ts'
import { numbersOf } from './numbers.ts'
import { symbolsOf } from './symbols.ts'

const { of: symbols } = symbolsOf(openLexicon(smallLexicon))
const numbers = numbersOf(symbols)

function stepIn(pair: string): number {
  return numbers.step(symbols[pair.charCodeAt(0)] as number, symbols[pair.charCodeAt(1)] as number)
}

test.each(['十六', '六百', '百零', '萬一', '几萬'])('a number goes on so: %s', (pair) => {
  expect(stepIn(pair)).toBeGreaterThan(0)
})

test.each(['十百', '零百', '百姓', '人百', '，百'])('no number goes on so: %s', (pair) => {
  expect(stepIn(pair)).toBe(0)
})

test('what goes on with a number leaves room for its end', () => {
  for (const before of numbers.all) {
    const going = numbers.all.reduce((sum, symbol) => sum + numbers.step(before, symbol), 0)
    expect(going).toBeLessThan(0.8)
  }
})
