import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { childOf, openLexicon, smallLexicon } from '../../../packages/core/src/restore/shift/lexicon.ts'
import { MARK_WORD, NUMBER_WORD } from '../../../packages/core/src/restore/shift/pairs.ts'
import { createRangeDecoder, newChances } from '../../../packages/core/src/restore/shift/range-decoder.ts'
import { CLASSES, classOf, generateFollows, KINDS, kindOf } from './lexicon-classes.ts'
import { createRangeEncoder } from './lexicon-encoder.ts'

test('what the range coder writes is read back', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(1))), fc.array(fc.nat(0xffff)), (bits, numbers) => {
      const encoder = createRangeEncoder()
      const writing = newChances(4)
      for (const [index, bit] of bits) encoder.bit(writing, index, bit)
      for (const number of numbers) encoder.bits(number, 16)

      const decoder = createRangeDecoder(encoder.finish())
      const reading = newChances(4)
      expect(bits.map(([index]) => decoder.bit(reading, index))).toEqual(bits.map(([, bit]) => bit))
      expect(numbers.map(() => decoder.bits(16))).toEqual(numbers)
    }),
  )
})

describe('the small table', () => {
  const lexicon = openLexicon(smallLexicon)
  const nodeOf = (word: string): number => {
    let node = 0
    for (const char of word) node = childOf(lexicon, node, lexicon.idOf[char.charCodeAt(0)] as number)
    return node
  }

  test.each(['经济', '企业家', '社会主义', '經濟'])('holds %s', (word) => {
    expect(lexicon.own[nodeOf(word)]).toBeGreaterThan(0)
  })

  test('counts what passes through a node', () => {
    const node = nodeOf('经')
    expect(lexicon.sum[node]).toBeGreaterThan(
      (lexicon.own[node] as number) + (lexicon.own[nodeOf('经济')] as number) - 1,
    )
  })

  test('knows which words follow one another', () => {
    const { pairs, wordOf } = lexicon
    const lift = (left: string, right: string) =>
      pairs.lift(wordOf[nodeOf(left)] as number, wordOf[nodeOf(right)] as number)
    expect(lift('改革', '开放')).toBeGreaterThan(50)
    expect(lift('的', '了')).toBeLessThan(0)
    expect(pairs.lift(NUMBER_WORD, wordOf[nodeOf('元')] as number)).toBeGreaterThan(5)
    expect(pairs.lift(MARK_WORD, wordOf[nodeOf('但')] as number)).toBeGreaterThan(2)
  })

  test('knows the classes of words', () => {
    const kindAt = (word: string) => KINDS[lexicon.kind[nodeOf(word)] as number]
    expect(kindAt('北京')).toBe('name')
    expect(kindAt('努力')).not.toBe('noun')
    expect(kindAt('的')).toBe('的')
    expect(kindAt('路')).toBe('noun-1')
  })
})

test('classes: tags stand for one each, particles are their own, and what follows what is square', () => {
  expect(CLASSES[classOf('vn')]).toBe('verbal-noun')
  expect(KINDS[kindOf('走路', 'vd')]).toBe('verb')
  expect(KINDS[kindOf('走', 'v')]).toBe('verb-1')
  expect(KINDS[kindOf('把', 'p')]).toBe('把')
  expect(generateFollows()).toHaveLength(KINDS.length ** 2)
})
