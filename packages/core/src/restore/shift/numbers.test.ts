import { expect, test } from 'vitest'
import { openLexicon, smallLexicon } from './lexicon.ts'
import { numbersOf } from './numbers.ts'
import { symbolsOf } from './symbols.ts'

const { of: symbols } = symbolsOf(openLexicon(smallLexicon))
const numbers = numbersOf(symbols)

function stepIn(pair: string): number {
  return numbers.step(symbols[pair.charCodeAt(0)] as number, symbols[pair.charCodeAt(1)] as number, 0)
}

test.each(['十六', '六百', '百零', '萬一', '几萬'])('a number goes on so: %s', (pair) => {
  expect(stepIn(pair)).toBeGreaterThan(0)
})

test.each(['百姓', '人百', '，百'])('no number: %s', (pair) => {
  expect(stepIn(pair)).toBe(0)
})

test.each(['十百', '零百'])('hardly any number goes on so: %s', (pair) => {
  expect(stepIn(pair)).toBeLessThan(stepIn('十六') / 100)
})

test('a number goes down in scale, and one behind 第 is low', () => {
  const chanceOfLast = (text: string) => {
    const read = [...text].map((char) => symbols[char.charCodeAt(0)] as number)
    const [before, last] = read.splice(-2) as [number, number]
    const scale = [...read, before].reduce(numbers.scaleBehind, 0)
    return numbers.step(before, last, scale)
  }
  expect(chanceOfLast('三百四十')).toBeGreaterThan(10 * chanceOfLast('三十四十'))
  expect(chanceOfLast('三十二百')).toBeLessThan(chanceOfLast('二百') / 10)
  expect(chanceOfLast('三百萬四百')).toBe(chanceOfLast('四百'))
  expect(chanceOfLast('第三十')).toBeLessThan(chanceOfLast('三十'))
})

test('what goes on with a number leaves room for its end', () => {
  for (const before of numbers.all) {
    const going = numbers.all.reduce((sum, symbol) => sum + numbers.step(before, symbol, 0), 0)
    expect(going).toBeLessThan(0.8)
  }
})
