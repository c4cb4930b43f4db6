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

/** The characters that often stand alone in written speech; each is a class of its own. */
export const PARTICLES =
  '的了和在是有不我你他她它这那也都就要到说上下中大小多人年月日个天地把被对从向为以与及等使让给能会可将之所而但或于由着过来去又再更最很只还第一二三四五六七八九十百千万亿几两每各该此其您新老'

/** The classes of the words of several characters, then of single ones, by turns; then the particles; last the marks. */
export const KINDS: readonly string[] = [
  ...CLASSES.slice(0, -1).flatMap((name) => [name, `${name}-1`]),
  ...PARTICLES,
  'mark',
]

/** The number of a word's class in `KINDS`. */
export function kindOf(word: string, tag: string): number {
  const particle = word.length === 1 ? PARTICLES.indexOf(word) : -1
  if (particle !== -1) return 2 * (CLASSES.length - 1) + particle
  return 2 * classOf(tag) + (word.length === 1 ? 1 : 0)
}

const TABLE = new URL('../../../packages/core/data/word-classes.tsv', import.meta.url)

/** How often each pair is taken to have been seen, as often as the classes at large would have it. */
const PRIOR = 8

/** How much likelier than anywhere a class (column) is behind another (row): quarter nats as letters, m meaning none. */
export function generateFollows(): string {
  const rows = readFileSync(TABLE, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t') as [string, ...string[]])
  const counts = rows.map(([, ...cells]) => cells.map(Number))
  const groups = rows.map(([, group]) => Number(group))
  const fine = counts.map((row) => row.slice(1))
  const coarse = ratios(merged(fine, groups), () => 1)
  return ratios(fine, (i, j) => (coarse[groups[i] as number] as number[])[groups[j] as number] as number)
    .flat()
    .map((ratio) => String.fromCharCode(109 + Math.max(-12, Math.min(12, Math.round(4 * Math.log(ratio))))))
    .join('')
}

/** Counts beside what chance would have, drawn towards `prior`. */
function ratios(counts: number[][], prior: (row: number, column: number) => number): number[][] {
  const rows = counts.map((row) => row.reduce((a, b) => a + b, 0))
  const columns = counts.map((_, column) => counts.reduce((sum, row) => sum + (row[column] as number), 0))
  const total = rows.reduce((a, b) => a + b, 0)
  return counts.map((row, i) =>
    row.map((count, j) => {
      const expected = ((rows[i] as number) * (columns[j] as number)) / total
      return (count + PRIOR * prior(i, j)) / (expected + PRIOR)
    }),
  )
}

/** The counts of groups of classes. */
function merged(counts: number[][], groups: number[]): number[][] {
  const size = Math.max(...groups) + 1
  const sums = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  counts.forEach((row, i) => {
    row.forEach((count, j) => {
      const sum = sums[groups[i] as number] as number[]
      sum[groups[j] as number] = (sum[groups[j] as number] as number) + count
    })
  })
  return sums
}
