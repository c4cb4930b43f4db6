import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inChinese } from './chinese.ts'

const [ENGLISH, CHINESE] = ['restoration.md', 'restoration.zh.md'].map((name) =>
  readFileSync(new URL(`../../../../docs/${name}`, import.meta.url), 'utf8'),
) as [string, string]

test('the Chinese page is the English one in Chinese', () => {
  expect(CHINESE).toBe(inChinese(ENGLISH))
})

test('both have the same figures', () => {
  const figures = (page: string) => page.match(/(?<=\| )\d[\d.]*/g)
  expect(figures(ENGLISH)?.length).toBeGreaterThan(200)
  expect(figures(CHINESE)).toEqual(figures(ENGLISH))
})

test('words that have no Chinese are told', () => {
  expect(() => inChinese('| gloss set | new column |')).toThrow('new column')
  expect(() => inChinese('A new caption:')).toThrow('A new caption:')
  expect(inChinese('| lead in nats |\n| --- |\n| 0.5 to 1 |\n| 10 to Infinity |')).toBe(
    '| 领先（奈特） |\n| --- |\n| 0.5 到 1 |\n| 10 以上 |',
  )
})
