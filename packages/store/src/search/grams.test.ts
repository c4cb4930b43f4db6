import { expect, test } from 'vitest'
import { gramsOf, gramsOfTerm, isOneGram } from './grams.ts'
import { numberOfKind } from './kinds.ts'

const passage = { kind: numberOfKind('byline'), folded: '', citations: null }
const grams = (folded: string) =>
  gramsOf({ ...passage, folded })
    .split(' ')
    .sort()

test('takes each character and each pair of neighbours once', () => {
  expect(grams('河道河道')).toEqual(['河', '道', '河道', '道河'].sort())
  expect(grams('甲 乙，丙')).toEqual(['甲', '乙', '丙', '，'].sort())
  expect(grams('a,b\ue001')).toEqual(['a', 'b', '\ue12c', 'a\ue12c', '\ue12cb'].sort())
  expect(grams('𠮷野')).toEqual(['𠮷', '野', '𠮷野'].sort())
})

test('says the field', () => {
  const heading = gramsOf({ kind: numberOfKind('heading'), folded: '甲', citations: null })
  const body = gramsOf({ kind: numberOfKind('paragraph'), folded: '甲', citations: '《乙》' })
  expect(heading).toBe('甲 \ue001')
  expect(body).toBe('甲 \ue002 \ue003')
})

test('asks for no more grams than tell', () => {
  expect(gramsOfTerm('河道治理')).toEqual(['河道', '道治', '治理'])
  expect(gramsOfTerm('道')).toEqual(['道'])
  expect(gramsOfTerm('甲，乙丙')).toEqual(['甲', '，', '乙丙'])
  expect(gramsOfTerm(' ')).toEqual([])
})

test('knows what the index settles', () => {
  for (const term of ['道', '河道', 'g', '𠮷野', '，', '、', ',', 'a,']) expect(isOneGram(term), term).toBe(true)
  for (const term of ['河道治', '甲，', '，乙', ' ', 'a ', '\ue001', '甲\ue100'])
    expect(isOneGram(term), term).toBe(false)
})
