import { expect, test } from 'vitest'
import { addressIn, LOCALES, localeOf } from './locale.ts'
import { STRINGS } from './strings.ts'

test('every string is there in three languages, with the same values to fill in', () => {
  for (const [key, strings] of Object.entries(STRINGS)) {
    const values = strings.map((text) => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join())
    expect(new Set(values).size, key).toBe(1)
    for (const text of strings) expect(text.trim(), key).not.toBe('')
  }
})

test('addresses name their language, and are read back', () => {
  expect(LOCALES.map((locale) => addressIn(locale, '/try'))).toEqual(['/try', '/hant/try', '/en/try'])
  expect(LOCALES.map((locale) => addressIn(locale, '/'))).toEqual(['/', '/hant', '/en'])
  expect([undefined, 'hant', 'en', 'hans', 'xx'].map(localeOf)).toEqual(['hans', 'hant', 'en', undefined, undefined])
})
