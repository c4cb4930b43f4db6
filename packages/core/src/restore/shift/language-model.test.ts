import { expect, test } from 'vitest'
import { createLanguageModel } from './language-model.ts'
import { openLexicon, smallLexicon } from './lexicon.ts'
import { countPage } from './page-counts.ts'

const model = createLanguageModel(openLexicon(smallLexicon), countPage(new Uint16Array(0), 1))

function symbolOf(char: string): number {
  return model.symbolOf[char.charCodeAt(0)] as number
}

function behind(text: string): number {
  let state = model.start(0)
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
