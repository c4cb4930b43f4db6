import { readFileSync } from 'node:fs'

const TABLE = new URL('../../../packages/core/data/names.tsv', import.meta.url)

/** The words of `data/names.tsv`, by kind, each once. */
export function generateNameWords(): string {
  const rows = readFileSync(TABLE, 'utf8')
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'))
    .map((row) => row.split('\t') as [kind: string, words: string, reason: string])
  return [
    '// Generated from data/names.tsv: run `pnpm generate`.',
    'export const nameWords = {',
    ...rows.map(([kind, words]) => `  ${toKey(kind)}: '${[...new Set(words.split(' '))].join(' ')}'.split(' '),`),
    '}',
    '',
  ].join('\n')
}

/** no-name is noName. */
function toKey(kind: string): string {
  return kind.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}
