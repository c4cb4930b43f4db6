import { expect, test } from 'vitest'
import { createLanguageModel } from './language-model.ts'
import { openLexicon, smallLexicon } from './lexicon.ts'
import { countPage } from './page-counts.ts'
import { LINE_START } from './place.ts'
import { symbolsOf } from './symbols.ts'

const lexicon = openLexicon(smallLexicon)
const { of: symbols, marks } = symbolsOf(lexicon)
const model = createLanguageModel(lexicon, countPage(new Uint16Array(0), marks))

function symbolOf(char: string): number {
  return model.symbolOf[char.charCodeAt(0)] as number
}

function behind(text: string): number {
  let state = model.start(LINE_START)
  for (const char of text) state = model.advance(state, symbolOf(char))
  return state
}

test('tells which characters a word that is open can go on with', () => {
  const told = new Set<number>()
  model.continuations(behind('庆祝元'), (symbol) => told.add(symbol))
  expect(told).toContain(symbolOf('宵'))
  expect(told).toContain(symbolOf('旦'))
  expect(told).not.toContain(symbolOf('的'))
})

test.each(['，', '。'])('no word goes on behind %s', (mark) => {
  const told: number[] = []
  model.continuations(behind(`元${mark}`), (symbol) => told.push(symbol))
  expect(told).toEqual([])
})

test.each(['学校', '学校×', '元'])('behind %s a character that no word holds is rarer than a rare one', (text) => {
  const state = behind(text)
  expect(symbolOf('藭')).toBeGreaterThan(symbolOf('龟'))
  expect(model.score(state, symbolOf('藭'))).toBeLessThan(model.score(state, symbolOf('龟')))
})

test('a quick look tells of no character that it is below what its score is', () => {
  const page = Uint16Array.from('龟山村的龟山茶，龟山人的手艺。', (char) => symbols[char.charCodeAt(0)] as number)
  const onPage = createLanguageModel(lexicon, countPage(page, marks))
  let spared = 0
  for (const text of ['学校', '元', '龟山', '，', '我们的龟', '社会主义核']) {
    let state = onPage.start(LINE_START)
    for (const char of text) state = onPage.advance(state, symbolOf(char))
    for (let symbol = 1; symbol < marks; symbol++) {
      const score = onPage.score(state, symbol)
      expect(onPage.isBelow(state, symbol, score)).toBe(false)
      if (onPage.isBelow(state, symbol, score + 2)) spared++
    }
  }
  expect(spared).toBeGreaterThan(5 * marks)
})

test.each(['—', '…'])('behind one half of %s the other half stands, and then a word', (half) => {
  expect(model.score(behind(`路通了${half}`), symbolOf(half))).toBeGreaterThan(
    model.score(behind(`路通了${half}`), symbolOf('我')),
  )
  expect(model.score(behind(`路通了${half}${half}`), symbolOf(half))).toBeLessThan(
    model.score(behind(`路通了${half}${half}`), symbolOf('我')),
  )
})
