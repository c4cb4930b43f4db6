import { readdirSync, readFileSync } from 'node:fs'
import { catalogue } from '@speeches/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeDoc } from './doc/document.fixture.ts'
import { makeDocx, p } from './docx/package.fixture.ts'
import { layOut, makePdf } from './pdf/file.fixture.ts'
import { type ReaderName, readers } from './readers.ts'
import type { Reading, Source } from './reading.ts'
import { type Place, placeOf } from './source-map.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

const LINES = ['渡口现场会讲话', '各位乡亲：', '今天修渠3里、种树1200棵。', '谢谢大家！']

interface Sample {
  bytes: Uint8Array
  /** Where the line of that number from 0 stands in the file. */
  placeOf(line: number): Place
}

/** A file of a decoded text: each line is where it is found in it. */
function decoded(text: string): Sample {
  return { bytes: utf8(text), placeOf: (line) => ({ character: text.indexOf(LINES[line] as string) }) }
}

/** Files that show the lines; a new reader is tested as soon as it has one here. */
const SAMPLES: Record<ReaderName, Sample> = {
  text: decoded(LINES.join('\n')),
  html: decoded(`<!doctype html><title>题</title>${LINES.map((line) => `<div>\n <p>${line}</p></div>`).join('\n')}`),
  markdown: decoded(`# ${LINES.join('\n\n')}\n`),
  docx: {
    bytes: makeDocx({ body: LINES.map((line) => p(line)).join('<w:p/><w:p/>') }),
    placeOf: (line) => ({ paragraph: line * 3 + 1 }),
  },
  doc: {
    bytes: makeDoc({ text: LINES.map((line) => `${line}\r`).join('\r\r') }),
    placeOf: (line) => ({ paragraph: line * 3 + 1 }),
  },
  pdf: {
    bytes: makePdf([layOut(LINES.slice(0, 2)), layOut(LINES.slice(2))]),
    placeOf: (line) => ({ page: line < 2 ? 1 : 2, line: (line % 2) + 1 }),
  },
}

function sourceOf(reading: Reading): Source {
  if (!reading.ok) throw new Error(reading.reason)
  return reading
}

/** What every answer is, whatever the bytes were. */
function expectAnswer(reading: Reading): void {
  if (!reading.ok) {
    expect(Object.keys(catalogue)).toContain(reading.ruleId)
    expect(reading.reason).toMatch(/^[^\n]+\.$/)
    expect(reading.advice).toMatch(/^[^\n]+\.$/)
    return
  }
  const { text, map } = reading
  expect(text.trim()).not.toBe('')
  expect(map.starts[0]).toBe(0)
  expect(map.places.length).toBe(map.starts.length)
  expect(map.pages?.length ?? map.starts.length).toBe(map.starts.length)
  expect(map.pages !== undefined).toBe(map.unit === 'line')
  const isAscending = map.starts.every((start, index) => index === 0 || start > (map.starts[index - 1] as number))
  expect(isAscending).toBe(true)
  expect(map.starts.at(-1)).toBeLessThanOrEqual(text.length)
  const least = map.unit === 'character' ? 0 : 1
  expect(map.places.every((place) => Number.isInteger(place) && place >= least)).toBe(true)
}

describe.each(Object.entries(SAMPLES) as [ReaderName, Sample][])('%s', (name, sample) => {
  test('shows the lines, and says where each of them stands in the file', async () => {
    const source = sourceOf(await readers[name](sample.bytes))
    expectAnswer(source)
    expect(source.text.split('\n').filter(Boolean)).toEqual(LINES)
    for (const [number, line] of LINES.entries()) {
      expect(placeOf(source.map, source.text.indexOf(line))).toEqual(sample.placeOf(number))
    }
  })

  test('gives plain data', async () => {
    const reading = await readers[name](sample.bytes)
    expect(JSON.parse(JSON.stringify(reading))).toEqual(reading)
  })

  test('leaves the bytes as they were, wherever they lie', async () => {
    const around = new Uint8Array(sample.bytes.length + 20).fill(0x2a)
    around.set(sample.bytes, 10)
    const within = around.subarray(10, 10 + sample.bytes.length)
    expect(await readers[name](within)).toEqual(await readers[name](sample.bytes))
    expect(await readers[name](Buffer.from(sample.bytes))).toEqual(await readers[name](sample.bytes))
    expect(within).toEqual(sample.bytes)
  })

  test('answers any bytes and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => expectAnswer(await readers[name](bytes))),
      { numRuns: 200 },
    )
  })

  test('answers its own files when they are damaged, and never throws', async () => {
    const { bytes } = sample
    const place = fc.nat(bytes.length - 1)
    const changes = fc.array(fc.tuple(place, fc.nat(255)), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(
        changes,
        fc.option(place, { freq: 1 }),
        fc.option(place, { freq: 1 }),
        async (changed, end, cut) => {
          const copy = bytes.slice(0, end ?? bytes.length)
          for (const [at, value] of changed) if (at < copy.length) copy[at] = value
          const damaged = cut === null ? copy : new Uint8Array([...copy.subarray(0, cut), ...copy.subarray(cut + 7)])
          expectAnswer(await readers[name](damaged))
        },
      ),
      { numRuns: 150 },
    )
  })

  test.each(Object.keys(SAMPLES) as ReaderName[])('answers a file of %s', async (other) => {
    expectAnswer(await readers[name](SAMPLES[other].bytes))
  })
})

test('no reader names network, disk or process', () => {
  const folder = new URL('.', import.meta.url)
  const modules = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !/\.(?:test|fixture|integration)\.ts$/.test(name),
  )
  expect(modules.length).toBeGreaterThan(40)
  const code = modules.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n')
  // The PDF library asks for character maps by a method of this name, and gets those that are made here.
  expect(code).not.toMatch(
    /from 'node:|\bfetch\((?!\{ kind|asked)|XMLHttpRequest|WebSocket|\bprocess\.|\brequire\(|\beval\(/,
  )
})
