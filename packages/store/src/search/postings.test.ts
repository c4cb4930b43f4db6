import { expect, test } from 'vitest'
import { createRandom } from '../testing/random.ts'
import {
  eachPosting,
  gramNumbersOf,
  hasCitations,
  type IndexedPassage,
  KINDS,
  LOOKS,
  packBlocks,
  postingsIn,
} from './postings.ts'

const FIRST = 1001

function passagesOf(texts: readonly string[]): IndexedPassage[] {
  return texts.map((folded, i) => ({
    row: FIRST + 3 * i,
    kind: i % 11,
    length: folded.length + i,
    folded,
    citations: i % 2 === 0 ? null : '《》',
  }))
}

/** Which passages have a text, and how often, by the index. */
function holdersOf(passages: readonly IndexedPassage[], text: string) {
  const [gram = 0] = gramNumbersOf(text)
  const block = [...packBlocks(passages, FIRST)].findLast((one) => one.gram <= gram)
  const holders: { row: number; times: number; length: number; kind: number; isCiting: boolean }[] = []
  eachPosting(block && postingsIn(block, gram), (offset, times, look) => {
    const length = Math.floor(look / LOOKS)
    holders.push({ row: FIRST + offset, times, length, kind: look % KINDS, isCiting: hasCitations(look) })
  })
  return holders
}

/** The same by looking. */
function lookedFor(passages: readonly IndexedPassage[], text: string) {
  return passages.flatMap(({ row, folded, length, kind, citations }) => {
    const times = folded.split(text).length - 1
    return times > 0 ? [{ row, times, length, kind, isCiting: citations !== null }] : []
  })
}

test('says where a text of one or two units stands, and how often', () => {
  const passages = passagesOf(['河道治理，河道', '', '天天天天上天天', '𠮷野 ab', 'aaa', '道'])
  for (const text of [
    '河',
    '道',
    '河道',
    '道治',
    '，',
    '，河',
    '天',
    '天天',
    '天上',
    '𠮷',
    'a',
    'aa',
    'ab',
    ' ',
    ' a',
    '無',
    '道河',
  ])
    expect(holdersOf(passages, text), text).toEqual(lookedFor(passages, text))
  expect(holdersOf(passages, '天天')).toEqual([{ row: FIRST + 6, times: 3, length: 9, kind: 2, isCiting: false }])
})

test('has many blocks, and some of one gram', () => {
  const random = createRandom(3)
  const letter = () => String.fromCharCode(0x4e00 + Math.floor(1200 * random.next() ** 3))
  const texts = Array.from({ length: 3000 }, () => Array.from({ length: 80 }, letter).join(''))
  const passages = passagesOf(texts)
  const blocks = [...packBlocks(passages, FIRST)]
  expect(blocks.length).toBeGreaterThan(300)
  expect(blocks.map(({ gram }) => gram)).toEqual(blocks.map(({ gram }) => gram).sort((a, b) => a - b))
  expect(blocks.some(({ bytes }) => bytes.length > 3000)).toBe(true)
  const [some = ''] = texts
  for (const text of ['一', '一一', '丁', some.slice(0, 1), some.slice(0, 2), some.slice(40, 42), '三七'])
    expect(holdersOf(passages, text), text).toEqual(lookedFor(passages, text))
})

test('asks for no more grams than tell', () => {
  expect(gramNumbersOf('A')).toEqual([0x410000])
  expect(gramNumbersOf('AB')).toEqual([0x410042])
  expect(gramNumbersOf('ABA')).toEqual([0x410042, 0x420041])
  expect(gramNumbersOf('ABAB')).toEqual([0x410042, 0x420041])
  expect(gramNumbersOf('ABCDEFGHIJKLMNOP')).toHaveLength(8)
})
