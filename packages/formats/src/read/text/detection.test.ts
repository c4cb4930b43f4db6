import { readdirSync, readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { afterAll, describe, expect, test } from 'vitest'
import type { Encoding } from '../reading.ts'
import { readText } from './index.ts'
import { createRandom, makeText, PARTS, type Script } from './sentences.fixture.ts'

const ROOT = new URL('../../../../../', import.meta.url)

const NUMBER = 200

/** What was measured, printed at the end. */
const FIGURES: string[] = []
afterAll(() => console.info(FIGURES.join('\n')))

interface Way {
  encoding: Encoding
  /** What iconv-lite calls it. */
  label: string
  scripts: readonly Script[]
}

const BOTH: readonly Script[] = ['simplified', 'traditional']
const WAYS: Record<string, Way> = {
  'UTF-8': { encoding: 'utf-8', label: 'utf8', scripts: BOTH },
  GB18030: { encoding: 'gb18030', label: 'gb18030', scripts: BOTH },
  Big5: { encoding: 'big5', label: 'big5', scripts: ['traditional'] },
  'UTF-16': { encoding: 'utf-16le', label: 'utf16-le', scripts: BOTH },
  'UTF-16, the higher byte first': { encoding: 'utf-16be', label: 'utf16-be', scripts: BOTH },
}

/** Texts of `from` to `to` characters, every other one with Latin words and figures in it. */
function texts(number: number, from: number, to: number, { scripts, label }: Way, seed: number): string[] {
  const random = createRandom(seed)
  return Array.from({ length: number }, (_, index) => {
    const length = from + Math.floor(random() * (to - from))
    const text = makeText(length, scripts[index % scripts.length] as Script, random, index % 4 < 2)
    return label === 'big5' ? iconv.decode(iconv.encode(text, label), label) : text
  })
}

const share = (all: readonly string[], { encoding, label }: Way) => {
  const right = all.filter((text) => {
    const reading = readText(new Uint8Array(iconv.encode(text, label)))
    return reading.ok && reading.encoding === encoding && reading.text === text
  })
  return right.length / all.length
}

describe.each(Object.entries(WAYS))('%s is told from the others', (name, way) => {
  test('in 99 of 100 texts from 200 characters on, a third of all below 500', () => {
    const short = texts(Math.round(NUMBER / 3), 50, 500, way, 1)
    const long = texts(NUMBER - short.length, 500, 5000, way, 2)
    const all = [...short, ...long].filter((text) => text.length >= 200)
    expect(all.length).toBeGreaterThan(160)
    const right = share(all, way)
    FIGURES.push(`${name}, 200 to 5,000 characters: ${(right * 100).toFixed(1)} % of ${all.length}`)
    expect(right).toBeGreaterThanOrEqual(0.99)
  })

  test.each([
    [50, 200, 0.99],
    [20, 50, 0.97],
    [8, 20, 0.95],
  ])('in texts of %i to %i characters', (from, to, least) => {
    const right = share(texts(NUMBER, from, to, way, from), way)
    FIGURES.push(`${name}, ${from} to ${to} characters: ${(right * 100).toFixed(1)} % of ${NUMBER}`)
    expect(right).toBeGreaterThanOrEqual(least)
  })
})

test('no sentence stands in the pages of the fixtures, in the examples or in the code of the reader', () => {
  const pages = ['development', 'set-aside'].flatMap((set) => {
    const folder = new URL(`tooling/fixtures/pages/${set}/`, ROOT)
    return readdirSync(folder).map((page) => new URL(`${page}/input.txt`, folder))
  })
  const examples = readdirSync(new URL('examples/', ROOT)).map((name) => new URL(`examples/${name}`, ROOT))
  const code = readdirSync(new URL('.', import.meta.url))
    .filter((name) => name.endsWith('.ts') && !name.includes('fixture'))
    .map((name) => new URL(name, import.meta.url))
  const known = [...pages, ...examples, ...code].map((url) => readFileSync(url, 'utf8')).join('\n')
  const clauses = PARTS.flatMap((part) => part.split(/[，。！？：；、“”「」…]/)).filter((clause) => clause.length >= 5)
  expect(clauses.length).toBeGreaterThan(100)
  expect(clauses.filter((clause) => known.includes(clause))).toEqual([])
})
