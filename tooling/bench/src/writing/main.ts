import { parse } from '@speeches/core'
import type { ParseResult } from '@speeches/core/schema'
import { type FormatName, formats, stream } from '@speeches/formats'
import { glossedPage } from '../speed/restore-page.ts'

/**
 * How long each writer takes, measured against JSON.stringify of the same result in the same run: a page of 100,000
 * characters as items of eight paragraphs, medians. And how much memory 100,000 paragraphs as Parquet take.
 */
const CHARACTERS = 100_000
const RUNS = 7
const PARAGRAPHS = 100_000

const result = plainData(parse(collection(CHARACTERS)))
const stringify = await median(async () => JSON.stringify(result))

console.log('| written | ms | × JSON.stringify |\n| --- | ---: | ---: |')
console.log(`| JSON.stringify | ${stringify.toFixed(1)} | 1.0 |`)
for (const name of Object.keys(formats) as FormatName[]) {
  const ms = await median(() => drain(result, name))
  console.log(`| ${name} | ${ms.toFixed(1)} | ${(ms / stringify).toFixed(1)} |`)
}

const { rows, growth } = await streamParquet()
console.log(`\n${rows} paragraphs as Parquet: at most ${growth.toFixed(0)} MB more than before them.\n`)

/** Pages of any length, with an item heading before every eight paragraphs. */
function collection(characters: number): string {
  const lines = glossedPage(characters).trimEnd().split('\n')
  return lines
    .flatMap((line, index) => (index % 8 === 0 ? [`青禾縣工作會議講話篇${index / 8 + 1}`, '同志們:', line] : [line]))
    .join('\n')
}

/** With its edits made, so that no writer pays for them. */
function plainData({ version, collection, edits, messages }: ParseResult): ParseResult {
  return { version, collection, edits, messages }
}

async function drain(results: ParseResult | Iterable<ParseResult>, name: FormatName): Promise<void> {
  for await (const _ of stream(results, name));
}

async function median(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < RUNS; i++) {
    const start = performance.now()
    await run()
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[RUNS >> 1] as number
}

async function streamParquet(): Promise<{ rows: number; growth: number }> {
  let rows = 0
  let most = 0
  const before = process.memoryUsage().rss
  function* pages(): Generator<ParseResult> {
    while (rows < PARAGRAPHS) {
      rows += paragraphs
      most = Math.max(most, process.memoryUsage().rss)
      yield result
    }
  }
  const paragraphs = JSON.stringify(result.collection).split('"type":"paragraph"').length - 1
  await drain(pages(), 'parquet-paragraphs')
  return { rows, growth: (most - before) / 1e6 }
}
