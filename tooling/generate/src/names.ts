import { readFileSync } from 'node:fs'
import { pack } from './pack.ts'

const TABLE = new URL('../../../packages/core/data/names.tsv', import.meta.url)

/** The words of `data/names.tsv`, by kind, each once. */
export function generateNameWords(): string {
  const rows = readFileSync(TABLE, 'utf8')
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'))
    .map((row) => row.split('\t') as [kind: string, words: string, reason: string])
  return [
    '// Generated from data/names.tsv: run `pnpm generate`.',
    "import { unpack } from '../source/unpack.ts'",
    '',
    'export const nameWords = {',
    ...rows.map(([kind, words]) => `  ${toKey(kind)}: ${listOf([...new Set(words.split(' '))])},`),
    '}',
    '',
  ].join('\n')
}

/** Characters are looked up and have no order; words may have one. */
function listOf(words: readonly string[]): string {
  if (words.some(({ length }) => length > 1)) return `'${words.join(' ')}'.split(' ')`
  return `/* @__PURE__ */ unpack('${pack([...words].sort())}').split('')`
}

/** no-name is noName. */
function toKey(kind: string): string {
  return kind.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}
