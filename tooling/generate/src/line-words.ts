import { readFileSync } from 'node:fs'

const TABLE = new URL('../../../packages/core/data/lines-words.tsv', import.meta.url)

/** The words of `data/lines-words.tsv`, by kind; a word listed twice is an error. */
export function generateLineWords(): string {
  const rows = readFileSync(TABLE, 'utf8')
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'))
    .map((row) => row.split('\t') as [kind: string, word: string, reason: string])
  const keys = rows.map(([kind, word]) => `${kind}\t${word}`)
  if (keys.join() !== [...new Set(keys)].sort().join())
    throw new Error('lines-words.tsv: rows must be sorted and unique')

  const kinds = [...new Set(rows.map(([kind]) => kind))]
  const wordsOf = (kind: string) => rows.filter((row) => row[0] === kind).map(([, word]) => word)
  return [
    '// Generated from data/lines-words.tsv: run `pnpm generate`.',
    'export const lineWords = {',
    ...kinds.map((kind) => `  ${kind}: '${wordsOf(kind).join(' ')}'.split(' '),`),
    '}',
    '',
  ].join('\n')
}
