import { parse } from '@speeches/core'
import type { ParseResult } from '@speeches/core/schema'
import { describe, expect, test } from 'vitest'
import { type FormatName, formatOf, formats } from './formats.ts'
import { FULL_PAGE, page } from './page.fixture.ts'
import { ALL_PAGES } from './pages.fixture.ts'
import { stream, write } from './write.ts'

const NAMES = Object.keys(formats) as FormatName[]
const SCRIPTS = { simplified: (text: string) => text, traditional: (text: string) => text }
const OPTIONS = {
  edits: true,
  ruby: true,
  tree: true,
  scripts: SCRIPTS,
  url: 'https://example.org/',
  accessed: '2026-05-06',
}

/** Data all the way down, frozen: a writer that changed it would throw. */
function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze)
  return value
}

const RESULTS = ALL_PAGES.map(([name, source]): [string, ParseResult] => [
  name,
  freeze(JSON.parse(JSON.stringify(parse(source))) as ParseResult),
])

describe.each(NAMES)('%s', (name) => {
  const { content } = formats[name]

  test('writes every page there is, the same each time, and leaves the result as it is', async () => {
    for (const [, result] of RESULTS) {
      const written = await write(result, name)
      expect(typeof written === 'string' ? 'text' : 'bytes').toBe(content)
      if (typeof written === 'string') expect(written).toMatch(/\n$/)
      else expect(written.length).toBeGreaterThan(0)
    }
    for (const [, result] of RESULTS.slice(0, 5)) expect(await write(result, name)).toEqual(await write(result, name))
  })

  test('writes every page with all options', async () => {
    for (const [, result] of RESULTS) await write(result, name, OPTIONS)
  })

  test('writes an empty page', async () => {
    expect((await write(page({}), name)).length).toBeGreaterThan(0)
  })

  test('writes in pieces what it writes at once', async () => {
    const pieces: (string | Uint8Array)[] = []
    for await (const piece of stream(FULL_PAGE, name)) pieces.push(piece)
    const written = await write(FULL_PAGE, name)
    expect(typeof written === 'string' ? pieces.join('') : Buffer.concat(pieces as Uint8Array[])).toEqual(
      typeof written === 'string' ? written : Buffer.from(written),
    )
  })

  test('writes many pages as one file, or says that it cannot', async () => {
    const { joins } = formats[name]
    const many = write([FULL_PAGE, FULL_PAGE], name)
    if (joins) expect((await many).length).toBeGreaterThan(0)
    else await expect(many).rejects.toThrow(`A file of format ${name} holds one page.`)
    expect((await formats[name].load()).join !== undefined).toBe(joins)
    expect(await write([FULL_PAGE], name)).toBeDefined()
  })

  test('is known by the ends of its file names', () => {
    for (const extension of formats[name].extensions) {
      expect(formatOf(`page.${extension}`)).toBe(name)
      expect(formatOf(`FOLDER/PAGE.${extension.toUpperCase()}`)).toBe(name)
    }
  })
})

test('a name that says nothing has no format', () => {
  for (const name of ['', 'page', 'page.exe', 'json', 'md.bak']) expect(formatOf(name)).toBeUndefined()
})

test('options are heeded by the formats that say so, and by no other', async () => {
  const source = '同志們：\n企業(yè)和產業(yè),都要發(fā)展。今年=產量5噸。\n謝謝大家！'
  const result = { ...parse(source), messages: [{ ...MESSAGE }] }
  const asked = {
    edits: true,
    ruby: true,
    scripts: { simplified: () => '简', traditional: () => '繁' },
    node:
      result.collection.children
        .flatMap((child) => (child.type === 'item' ? child.children : []))
        .flatMap((child) =>
          child.type === 'speech' ? child.children.flatMap((part) => (part.type === 'paragraph' ? [part.id] : [])) : [],
        )[0] ?? '',
    url: 'https://example.org/',
    accessed: '2026-05-06',
    guardFormulas: false,
    bom: true,
  }
  for (const name of NAMES) {
    const without = await write(result, name)
    for (const [key, value] of [...Object.entries(asked), ['tree', name !== 'tei'] as const]) {
      const isHeeded = (formats[name].options as readonly string[]).includes(key)
      const written = await write(result, name, { [key]: value })
      expect([name, key, Buffer.from(written).equals(Buffer.from(without))]).toEqual([name, key, !isHeeded])
    }
  }
})

const MESSAGE = { reason: '=1+1', ruleId: 'elision', source: 'speeches' as const, fatal: null }
