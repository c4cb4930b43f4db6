import { readdirSync, readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import type { Encoding } from '../reading.ts'
import { readText } from './index.ts'

const ROOT = new URL('../../../../../', import.meta.url)

/** The pages of the fixtures; nothing in the reader was made from them. */
const PAGES = ['development', 'set-aside'].flatMap((set) => {
  const folder = new URL(`tooling/fixtures/pages/${set}/`, ROOT)
  return readdirSync(folder).map((name) => readFileSync(new URL(`${name}/input.txt`, folder), 'utf8'))
})

/** Texts that Big5 can hold: those of the pages in traditional characters, without what it lacks. */
const TRADITIONAL = PAGES.filter((page) => share(page, /[們這會國說學]/g) > share(page, /[们这会国说学]/g) * 20)

const NUMBER = 200
const MIXED = ['(2019-03-06) ', 'PM2.5 ', 'www.example.org ', '12.5% ', 'GDP ', 'A4 ', 'QQ: 10001 ']

/** Texts of 50–5,000 characters, a third of them below 500, cut anywhere, every other one with Latin and digits in it. */
function cutTexts(pages: readonly string[]): string[] {
  const all = pages.join('\n')
  return Array.from({ length: NUMBER }, (_, index) => {
    const length = index % 3 === 0 ? 50 + ((index * 37) % 450) : 500 + ((index * 613) % 4500)
    const start = (index * 7919) % (all.length - length)
    const text = all.slice(start, start + length)
    if (index % 2 === 0) return text
    return [...text].map((char, at) => (at % 23 === 11 ? char + MIXED[(index + at) % MIXED.length] : char)).join('')
  })
}

function share(text: string, pattern: RegExp): number {
  return (text.match(pattern)?.length ?? 0) / text.length
}

/** What Big5 lacks is left out, as a page in Big5 does not have it. */
function inBig5(text: string): string {
  return iconv.decode(iconv.encode(text, 'big5'), 'big5').replaceAll('?', '')
}

const ENCODINGS: [string, Encoding, string, (text: string) => string, readonly string[]][] = [
  ['UTF-8', 'utf-8', 'utf8', (text) => text, PAGES],
  ['GB18030', 'gb18030', 'gb18030', (text) => text, PAGES],
  ['traditional GB18030', 'gb18030', 'gb18030', (text) => text, TRADITIONAL],
  ['Big5', 'big5', 'big5', inBig5, TRADITIONAL],
  ['UTF-16', 'utf-16le', 'utf16-le', (text) => text, PAGES],
]

describe.each(ENCODINGS)('%s is told from the others', (_, encoding, label, keep, pages) => {
  const texts = cutTexts(pages).map(keep)
  const isRight = (text: string) => {
    const reading = readText(new Uint8Array(iconv.encode(text, label)))
    return reading.ok && reading.encoding === encoding && reading.text === text
  }

  test('in 99 of 100 texts of 200 characters and more', () => {
    const long = texts.filter((text) => text.length >= 200)
    expect(long.length).toBeGreaterThan(150)
    expect(long.filter(isRight).length / long.length).toBeGreaterThanOrEqual(0.99)
  })

  test('in 98 of 100 texts of 50 to 200 characters', () => {
    const short = Array.from({ length: NUMBER }, (_, index) => {
      const text = texts[index] as string
      return text.slice(0, 50 + ((index * 3) % 150))
    })
    expect(short.filter(isRight).length / short.length).toBeGreaterThanOrEqual(0.98)
  })

  test('in 9 of 10 texts of 10 to 50 characters', () => {
    const short = texts.map((text, index) => text.slice(5, 15 + (index % 40)))
    const readable = short.filter((text) => /\p{Script=Han}{3}/u.test(text))
    expect(readable.filter(isRight).length / readable.length).toBeGreaterThanOrEqual(0.9)
  })
})
