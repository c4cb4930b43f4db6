import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type DamageOptions, type GlossFormName, glossFamilies, glossForms } from '@speeches/channel'
import { type LexiconData, restore } from '@speeches/core'
import { lexicon as fullLexicon } from '@speeches/core/lexicon'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { inChinese } from './chinese.ts'
import { type Genre, genres, makePage, makeRepeatingPage, type Share, type WholeShare, wholePages } from './pages.ts'
import { type Fate, type ScoredRun, scorePage } from './score.ts'

/**
 * The repair benchmark: clean pages of five genres, damaged by the byte channel with four kinds of gloss set, and
 * restored with the small and the full word table; then as sites print their glosses otherwise, and with words that a
 * page repeats. Prints Markdown.
 *
 *     node --conditions=@speeches/source src/restoration/main.ts [--share held-out] [--write]
 *
 * With `--write` the tables go to docs/restoration.md too, and in Chinese to docs/restoration.zh.md.
 */
const { values } = parseArgs({
  options: {
    share: { type: 'string', default: 'held-out' },
    write: { type: 'boolean', default: false },
  },
})
const share = values.share as WholeShare
const tables: [name: string, lexicon: LexiconData | undefined][] = [
  ['small', undefined],
  ['full', fullLexicon],
]

for (const [, lexicon] of tables) scorePage(makePage('government', 0, 'tuning'), { glosses: 'full' }, lexicon)

const HEAD = `# How well damaged runs are restored

Fifty-four clean pages of five genres, written for this project as sites print them (some 3,400 characters each, most of
them collections of speeches on one subject), were damaged as sites damage theirs and restored. Nobody had looked at
them, nor at how they are restored, while rules, counts and margins were made. The word tables: the small one that is
always there, and the full one of \`@speeches/parser/lexicon\`. The gloss sets: the one of a single site (founding), one
of 150 characters (wide), nearly all characters (full), and sets drawn at random, one for each page. Runs count where
they stand; the columns behind “distinct” count those once that pages repeat. Flagged is right but for a character that
is provably lost; harm is what was changed where nothing was damaged. Made by
\`pnpm --filter @speeches/bench restoration --write\`.

`

const everyRun: ScoredRun[] = []
let report = ''
const HEADS = [
  'gloss set',
  'word table',
  'pages',
  'runs',
  'right',
  'flagged',
  'refused',
  'wrong',
  'wrong of answered',
  'distinct',
  'right of those',
  'harm / 100,000',
  'ms a run: median',
  'worst page',
]
head()
for (const glosses of glossFamilies) {
  for (const [name, lexicon] of tables) measure(glosses, { glosses }, name, lexicon, makePage)
}

say('\nSites that print their glosses otherwise, with the gloss set called wide:\n\n')
head()
for (const form of Object.keys(glossForms) as GlossFormName[]) {
  for (const tones of [true, false]) {
    if (form === 'plain' && tones) continue
    const name = tones ? form : `${form}, toneless`
    measure(name, { glosses: 'wide', form, tones }, 'full', fullLexicon, makePage)
  }
}

say('\nPages that repeat words, each in six sentences:\n\n')
head()
for (const glosses of glossFamilies) measure(glosses, { glosses }, 'full', fullLexicon, makeRepeatingPage)

say('\nWhat a certainty is worth (the runs of all tables above):\n\n')
print(['certainty', 'runs', 'best reading right'])
print(['---', '---', '---'])
for (const certainty of ['certain', 'likely', 'unsure']) {
  const runs = everyRun.filter((run) => run.certainty === certainty)
  print([certainty, String(runs.length), percent(rightOf(runs), runs.length)])
}

say('\nHow far to trust a lead (the same runs):\n\n')
print(['lead in nats', 'runs', 'best reading right'])
print(['---', '---', '---'])
const BANDS = [0, 0.5, 1, 1.6, 2.5, 4, 6, 10, Number.POSITIVE_INFINITY]
BANDS.forEach((from, i) => {
  const to = BANDS[i + 1] ?? Number.NaN
  const band = everyRun.filter(
    ({ margin, certainty }) => certainty !== 'none' && margin >= from && (margin < to || Number.isNaN(to)),
  )
  const label = Number.isNaN(to) ? 'no other reading' : `${from} to ${to}`
  print([label, String(band.length), percent(rightOf(band), band.length)])
})

if (values.write) {
  const page = `${HEAD}${report}`
  writeFileSync(new URL('../../../../docs/restoration.md', import.meta.url), page)
  writeFileSync(new URL('../../../../docs/restoration.zh.md', import.meta.url), inChinese(page))
}

const founding = process.env.SPEECHES_FOUNDING
if (founding) speedOn(readFileSync(founding, 'utf8'))

/** How many runs have the right reading as their best, swallowed characters aside. */
function rightOf(runs: readonly ScoredRun[]): number {
  return runs.filter(({ isBestRight, fate }) => isBestRight || fate === 'flagged').length
}

function head(): void {
  print(HEADS)
  print(HEADS.map(() => '---'))
}

function measure(
  kind: string,
  damage: DamageOptions,
  table: string,
  lexicon: LexiconData | undefined,
  make: (genre: Genre, seed: number, share: Share) => string,
): void {
  const runs: ScoredRun[] = []
  const times: number[] = []
  let [harm, healthy, pages] = [0, 0, 0]
  for (const genre of genres) {
    const last = wholePages(share, genre).length
    for (let seed = 0; seed < last; seed++) {
      const page = scorePage(make(genre, seed, share), { ...damage, seed }, lexicon)
      pages++
      runs.push(...page.runs)
      harm += page.harm
      healthy += page.healthy
      if (page.runs.length > 0) times.push(page.ms / page.runs.length)
    }
  }
  const distinct = [...new Map(runs.map((run) => [`${run.span.damaged}|${run.span.original}`, run])).values()]
  everyRun.push(...runs)
  const answered = runs.length - count(runs, 'refused')
  times.sort((a, b) => a - b)
  print([
    kind,
    table,
    String(pages),
    String(runs.length),
    percent(count(runs, 'right'), runs.length),
    percent(count(runs, 'flagged'), runs.length),
    percent(count(runs, 'refused'), runs.length),
    percent(count(runs, 'wrong'), runs.length),
    percent(count(runs, 'wrong'), answered),
    String(distinct.length),
    percent(count(distinct, 'right'), distinct.length),
    ((harm / healthy) * 100_000).toFixed(1),
    (times[times.length >> 1] ?? 0).toFixed(1),
    (times.at(-1) ?? 0).toFixed(1),
  ])
}

function count(runs: readonly ScoredRun[], fate: Fate): number {
  return runs.filter((run) => run.fate === fate).length
}

/** Restoring the founding page beside parsing it as Markdown: the median of nine, after three to warm up. */
function speedOn(source: string): void {
  const restored = median(() => restore(source))
  const parsed = median(() => fromMarkdown(source))
  process.stdout.write(
    `\nThe founding page: restored in ${restored.toFixed(0)} ms, ${(restored / parsed).toFixed(1)} × mdast-util-from-markdown (${parsed.toFixed(1)} ms).\n`,
  )
}

function median(work: () => unknown): number {
  const times: number[] = []
  for (let i = 0; i < 12; i++) {
    const started = performance.now()
    work()
    if (i >= 3) times.push(performance.now() - started)
  }
  return times.sort((a, b) => a - b)[times.length >> 1] as number
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`
}

function print(cells: string[]): void {
  say(`| ${cells.join(' | ')} |\n`)
}

function say(text: string): void {
  report += text
  process.stdout.write(text)
}
