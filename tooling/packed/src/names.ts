import { readFileSync, writeFileSync } from 'node:fs'
import { referencePage } from './reference.ts'
import { declarationsOf, entriesOf } from './surface.ts'

const NAMES = new URL('../public-names.txt', import.meta.url)
const REFERENCE = new URL('../../../docs/parser.md', import.meta.url)

/** Compares the public names of an installed package with those known; `--update` keeps what they are now. */
export function checkNames(folder: string): void {
  const found = entriesOf(folder).map(
    ({ specifier, names }) => `${specifier}\n${names.map((name) => `  ${name}\n`).join('')}`,
  )
  compare(NAMES, found.join('\n'), 'The public names have changed; see whether that is meant.')
}

/** Compares the reference page with what the docstrings of an installed package make; `--update` writes it anew. */
export function checkReference(folder: string): void {
  const page = referencePage(entriesOf(folder), declarationsOf(folder))
  compare(REFERENCE, page, 'docs/parser.md is not what the docstrings make.')
}

function compare(file: URL, found: string, changed: string): void {
  if (process.argv.includes('--update')) writeFileSync(file, found)
  if (readFileSync(file, 'utf8') !== found) throw new Error(`${changed} Run \`pnpm packed --update\`.\n`)
}
