import { readFileSync } from 'node:fs'

/** The classes of words that the language model tells apart, in the order of `data/word-classes.tsv`. */
export const CLASSES = [
  'noun',
  'name',
  'verb',
  'verbal-noun',
  'adjective',
  'adverb',
  'number',
  'measure',
  'pronoun',
  'preposition',
  'conjunction',
  'of',
  'particle',
  'place',
  'time',
  'idiom',
  'mark',
] as const

export type WordClass = (typeof CLASSES)[number]

/** Which class each tag of jieba's dictionary stands for; a tag that is not listed goes by its first letter. */
const BY_TAG: Record<string, WordClass> = {
  nr: 'name',
  nrt: 'name',
  nrfg: 'name',
  ns: 'name',
  nt: 'name',
  vn: 'verbal-noun',
  uj: 'of',
}

const BY_LETTER: Record<string, WordClass> = {
  v: 'verb',
  a: 'adjective',
  b: 'adjective',
  z: 'adjective',
  d: 'adverb',
  m: 'number',
  q: 'measure',
  r: 'pronoun',
  p: 'preposition',
  c: 'conjunction',
  u: 'particle',
  y: 'particle',
  f: 'place',
  s: 'place',
  t: 'time',
  i: 'idiom',
  l: 'idiom',
}

/** The number of the class that a tag stands for; nouns are what is left. */
export function classOf(tag: string): number {
  return CLASSES.indexOf(BY_TAG[tag] ?? BY_LETTER[tag.charAt(0)] ?? 'noun')
}

const TABLE = new URL('../../../packages/core/data/word-classes.tsv', import.meta.url)

/** How much likelier than anywhere a class (column) is behind another (row): quarter nats as letters, m meaning none. */
export function generateFollows(): string {
  const counts = readFileSync(TABLE, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t').slice(1).map(Number))
  const rows = counts.map((row) => row.reduce((a, b) => a + b, 0))
  const columns = counts.map((_, column) => counts.reduce((sum, row) => sum + (row[column] as number), 0))
  const total = rows.reduce((a, b) => a + b, 0)
  return counts
    .flatMap((row, i) =>
      row.map((count, j) => {
        const expected = ((rows[i] as number) * (columns[j] as number)) / total
        return String.fromCharCode(
          109 + Math.max(-12, Math.min(12, Math.round(4 * Math.log((count + PRIOR) / (expected + PRIOR))))),
        )
      }),
    )
    .join('')
}

/** How often each pair is taken to have been seen, as often as chance would have it. */
const PRIOR = 1.5
