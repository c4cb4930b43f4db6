import { readFileSync, writeFileSync } from 'node:fs'
import { chineseReference } from './chinese.ts'
import { referencePage } from './reference.ts'
import { declarationsOf, entriesOf } from './surface.ts'

const NAMES = new URL('../public-names.txt', import.meta.url)
const REFERENCE = new URL('../../../docs/parser.md', import.meta.url)
const CHINESE = new URL('../../../docs/parser.zh.md', import.meta.url)
const TRANSLATIONS = new URL('reference.zh.tsv', import.meta.url)

/** Compares the public names of an installed package with those known; `--update` keeps what they are now. */
export function checkNames(folder: string): void {
  const found = entriesOf(folder).map(
    ({ specifier, names }) => `${specifier}\n${names.map((name) => `  ${name}\n`).join('')}`,
  )
  compare(NAMES, found.join('\n'), 'The public names have changed; see whether that is meant.')
}

/**
 * Compares the reference page with what the docstrings of an installed package make, and the Chinese one with what its
 * translations make; `--update` writes both anew.
 *
 * @throws an `Error` that lists the descriptions without translation, and the translations without description
 */
export function checkReference(folder: string): void {
  const page = referencePage(entriesOf(folder), declarationsOf(folder))
  const chinese = chineseReference(page, readFileSync(TRANSLATIONS, 'utf8'))
  compare(REFERENCE, page, 'docs/parser.md is not what the docstrings make.')
  compare(CHINESE, chinese.page, 'docs/parser.zh.md is not what the docstrings and their translations make.')
  const faults = [
    ...chinese.missing.map((text) => `lacks: ${text}\n`),
    ...chinese.unused.map((text) => `no longer needs: ${text}\n`),
  ]
  if (faults.length > 0) throw new Error(faults.map((fault) => `reference.zh.tsv ${fault}`).join(''))
}

function compare(file: URL, found: string, changed: string): void {
  if (process.argv.includes('--update')) writeFileSync(file, found)
  if (readFileSync(file, 'utf8') !== found) throw new Error(`${changed} Run \`pnpm packed --update\`.\n`)
}
