import { readdirSync, readFileSync } from 'node:fs'
import { readers } from '@speeches/formats'
import { parse } from '@speeches/parser'
import { lexicon } from '@speeches/parser/lexicon'
import parser from '@speeches/parser/package.json' with { type: 'json' }
import type { NewPage, Store } from '@speeches/store'

const EXAMPLES = new URL('../../../../examples/', import.meta.url)

/** Puts the pages of `examples/` into a store that holds none. */
export async function importExamples(store: Store): Promise<void> {
  if ((await store.stats()).documents > 0) return
  const names = readdirSync(EXAMPLES).filter((name) => name.endsWith('.txt'))
  await store.import(await Promise.all(names.map(readExample)))
}

async function readExample(name: string): Promise<NewPage> {
  const bytes = readFileSync(new URL(name, EXAMPLES))
  const reading = readers.text(bytes)
  if (!reading.ok) throw new Error(`examples/${name}: ${reading.reason}`)
  const { text, encoding } = reading
  return {
    source: { bytes, text, encoding: encoding ?? 'utf-8', format: 'text' },
    origin: `examples/${name}`,
    result: parse(text, { lexicon }),
    parser: parser.version,
  }
}
