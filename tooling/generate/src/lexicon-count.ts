import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { NUMERALS } from '../../../packages/core/src/restore/shift/lexicon.ts'
import { fold } from '../../../packages/core/src/source/fold.ts'
import { CLASSES, classOf, KINDS, kindOf, PARTICLES } from './lexicon-classes.ts'
import { gainOf, MARK_WORD, NUMBER_WORD, type WordCount } from './lexicon-pairs.ts'

/**
 * Counts which word follows which, in texts of others and in the project's own, and writes `data/word-pairs.tsv` and
 * `data/word-classes.tsv`. Run by hand, when there is much more text; what it finds is kept.
 *
 *     node tooling/generate/src/lexicon-count.ts texts
 *
 * The argument is a folder that holds what `SOURCES` names; other bytes than those it was made from are an error.
 */

/** Texts that are counted: what they are called in the folder, the SHA-256 of all they hold, and how to read them. */
interface Source {
  path: string
  sha256: string
  /** How many times what stands in them counts, in tenths: texts that are more like speeches count for more. */
  times: number
  count(text: string): Counts
}

const SOURCES: readonly Source[] = [
  {
    // The file of the archive org.ansj:ansj_seg:5.1.6 (Apache License 2.0): pairs of words of a month's newspapers.
    path: 'bigramdict.dic',
    sha256: 'f62f5119d0ccf6fe83c420379009eef404e3de4e3607f52d0218acebf2b287f2',
    times: 40,
    count: countPairs,
  },
  {
    // The reports of the work of China's government, 1954 to 2025, official documents that no copyright protects: the
    // file of github.com/aldohemsn/chinese-political-corpora, commit 99bc4b0, taken from Wikisource.
    path: 'government_work_reports.jsonl',
    sha256: '1d4eb8102366f5645e2b423b9659ff83f95aaa01377c62be6177860e71f18023',
    times: 30,
    count: (text) => countText(contentsOf(text)),
  },
  {
    // What was said in public meetings (CC0): the files with a Chinese name of github.com/audreyt/transcript, commit
    // 1524a5d, in a folder.
    path: 'transcript',
    sha256: '33e3e6f8ed22744bdc4f22527d2f3561c599ac0f23c2f145e5b5ffc6e293dd3b',
    times: 5,
    count: (text) => countText(text.replaceAll(/^[#>![].*$/gm, '')),
  },
  {
    // Five novels of 老舍 (1899–1966), in the public domain in China: corpora/老舍 of github.com/mcjkurz/qhchina-data,
    // commit 5246bd2, in a folder.
    path: 'laoshe',
    sha256: '113977091e0f0b69e2997e7643a7b96f03b18e9695216a99dd8fb4f8e2aad0da',
    times: 30,
    count: countText,
  },
  {
    // Sentences of Tatoeba (CC BY 2.0 FR) as manythings.org/anki hands them out: data/cmn.txt of github.com/remysys/dl,
    // commit 115f6b0.
    path: 'cmn.txt',
    sha256: 'd8719bfc39a689b8040652557e73a9117dae47691011c8e9a6b3038efe97dc97',
    times: 40,
    count: (text) => countText(text.replaceAll(/^.*?\t(.*?)\t.*$/gm, '$1')),
  },
]

/** How many times the project's own texts count, in tenths: they are what pages hold, and few. */
const OWN = 150
/** What a pair gives up to those that were not seen, each time it is counted. */
const DISCOUNT = 0.7
/** How many pairs are kept, those that tell most, and how often a word must have stood to be kept without one. */
const KEPT = 360_000
const KEPT_WORDS = 50
const LONGEST = 8
const CLAUSE_MARKS = '，。；：！？、'

/** How often each word stood, and what followed it how often. */
type Counts = Map<string, { count: number; next: Map<string, number> }>

const tooling = new URL('../../', import.meta.url)
const jieba = Jieba.withDict(dict)
const tagOf = new Map(
  dict
    .toString()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([word = '', , tag = 'n']) => [word, tag] as const),
)
const words = new Map<string, WordCount>()

for (const { path, sha256, times, count } of SOURCES) {
  const text = textOf(join(process.argv[2] as string, path))
  const found = createHash('sha256').update(text).digest('hex')
  if (found !== sha256) throw new Error(`${path} has the SHA-256 ${found}: not what the tables were made from`)
  addTimes(count(text), times)
}
addTimes(countText([fixtures(), clean(), sentences(), marked(), phrases(), speeches()].join('\n')), OWN)
writePairs()
writeClasses()

/** A file, or all files of a folder, by name. */
function textOf(path: string): string {
  if (!statSync(path).isDirectory()) return readFileSync(path, 'utf8')
  return readdirSync(path)
    .sort()
    .map((name) => readFileSync(join(path, name), 'utf8'))
    .join('\n')
}

/** What the lines of a file of JSON say under `content`. */
function contentsOf(text: string): string {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { content: string }).content)
    .join('\n')
}

/** Lines such as 研究@马克思⇥2. */
function countPairs(text: string): Counts {
  const counts: Counts = new Map()
  for (const line of text.split('\n')) {
    const [pair = '', times = '0'] = line.split('\t')
    const at = pair.indexOf('@', 1)
    add(counts, wordOf(pair.slice(0, at)), wordOf(pair.slice(at + 1).trim()), Number(times))
  }
  return counts
}

function countText(text: string): Counts {
  const counts: Counts = new Map()
  for (const line of fold(text).split(/[\n“”‘’《》（）「」『』()]/)) {
    if (!isChinese(line)) continue
    let before = MARK_WORD
    for (const word of jieba.cut(wide(line), false)) {
      const now = isNumber(word) ? NUMBER_WORD : wordOf(word)
      add(counts, before, now, 1)
      before = now
    }
  }
  return counts
}

/** Whether a word is a number: in digits, or of several numerals, which all have the same company. */
function isNumber(word: string): boolean {
  return /^[0-9.%]+$/.test(word) || (word.length > 1 && [...word].every((char) => NUMERALS.includes(char)))
}

/** Whether at least half of a line is Chinese characters. */
function isChinese(line: string): boolean {
  return 2 * line.replaceAll(/[^一-龥]/g, '').length > line.length
}

function wide(line: string): string {
  return line.replaceAll(/\s+/g, '').replaceAll(/[,;:!?]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0))
}

/** What a word of the source stands for; '' for names, dates, other marks, and what is no word of the dictionary. */
function wordOf(written: string): string {
  if (written === '始##始' || written === '末##末') return MARK_WORD
  if (written.length === 1 && CLAUSE_MARKS.includes(written)) return MARK_WORD
  if (written === '未##数') return NUMBER_WORD
  return tagOf.has(written) && written.length <= LONGEST ? written : ''
}

function add(counts: Counts, left: string, right: string, times: number): void {
  if (left === '' || (left === MARK_WORD && right === MARK_WORD)) return
  const entry = counts.get(left) ?? { count: 0, next: new Map<string, number>() }
  counts.set(left, entry)
  entry.count += times
  if (right !== '') entry.next.set(right, (entry.next.get(right) ?? 0) + times)
}

/** Adds the counts of a source, each pair less the discount. */
function addTimes(counts: Counts, times: number): void {
  for (const [word, { count, next }] of counts) {
    const entry = words.get(word) ?? { count: 0, followed: 0, next: new Map<string, number>() }
    words.set(word, entry)
    entry.count += times * count
    for (const [right, seen] of next) {
      const counted = times * Math.max(0, seen - DISCOUNT)
      entry.followed += counted
      entry.next.set(right, (entry.next.get(right) ?? 0) + counted)
    }
  }
}

function fixtures(): string {
  return ['pages/development', 'constructs', 'must-not-change']
    .map((folder) => new URL(`fixtures/${folder}/`, tooling))
    .flatMap((folder) => readdirSync(folder).map((name) => new URL(`${name}/input.txt`, folder)))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8').replaceAll(/\([a-zà-ǜ]+\)/g, ''))
    .join('\n')
}

/** Speeches in which nothing is wrong. */
function clean(): string {
  return filesIn('fixtures/clean/')
}

/** The benchmark's sentences for tuning. */
function sentences(): string {
  return filesIn('bench/src/restoration/sentences/tuning/')
    .replaceAll(/\{(num|pct)\}/g, '5')
    .replaceAll(/\{\w+\}/g, '工作')
}

/** The sentences that are marked with what they cite, count and name, without the marks: {c|《河道管理條例》}. */
function marked(): string {
  let text = filesIn('fixtures/sentences/')
  for (let before = ''; before !== text; ) {
    before = text
    text = text.replaceAll(/\{[^{}|]*\|([^{}]*)\}/g, '$1')
  }
  return text
}

function phrases(): string {
  return readFileSync(new URL('../data/phrases.txt', import.meta.url), 'utf8')
}

/** Speeches of many kinds, written to be counted. */
function speeches(): string {
  return filesIn('generate/data/texts/')
}

function filesIn(path: string): string {
  const folder = new URL(path, tooling)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
}

function writePairs(): void {
  const total = [...words.values()].reduce((sum, { count }) => sum + count, 0)
  const gains = [...words]
    .flatMap(([left, entry]) => [...entry.next].map(([right, times]) => ({ left, right, times, entry })))
    .map(({ left, right, times, entry }) => {
      const anywhere = (words.get(right)?.count ?? times) / total
      return { left, right, gain: gainOf(times, entry, anywhere) }
    })
    .sort((a, b) => b.gain - a.gain || compare(a.left, b.left) || compare(a.right, b.right))
  const kept = new Map<string, string[]>()
  for (const { left, right } of gains.slice(0, KEPT)) {
    const row = kept.get(left)
    if (row) row.push(right)
    else kept.set(left, [right])
  }
  const rows = [...words]
    .filter(([word, { count }]) => kept.has(word) || count >= KEPT_WORDS)
    .sort(([a, m], [b, n]) => n.count - m.count || compare(a, b))
    .map(([word, { count, followed, next }]) => {
      const cells = (kept.get(word) ?? []).map((right) => `${right} ${Math.round(next.get(right) as number)}`).sort()
      return [word, count, Math.round(followed), ...cells].join('\t')
    })
  write('word-pairs.tsv', [
    '# How often words followed one another, in tenths: in the word pairs of ansj_seg 5.1.6 (Apache License 2.0, org.ansj), the reports',
    '# of the work of China’s government, transcripts of public meetings (CC0, audreyt), novels of 老舍 (public domain), sentences of Tatoeba',
    '# (CC BY 2.0 FR, tatoeba.org) and the project’s own texts, each source weighed and each pair discounted as',
    `# tooling/generate/src/lexicon-count.ts says, which makes this table; the ${KEPT} pairs that tell most.`,
    '# Word (， a mark that parts clauses, 1 a number), how often it stood, how often a word that is told of followed, and which, how often.',
    ...rows,
  ])
}

function writeClasses(): void {
  const counts = KINDS.map(() => new Array<number>(KINDS.length).fill(0))
  for (const [left, { next }] of words) {
    const row = counts[kindAt(left)] as number[]
    for (const [right, times] of next) row[kindAt(right)] = (row[kindAt(right)] as number) + times / 10
  }
  write('word-classes.tsv', [
    '# How often a word of one class (row) was followed by one of another (column, in the order of the rows), counted on the same texts as',
    '# word-pairs.tsv, whose head names them. A name ending in -1 is a word of one character; a character is a class of its own.',
    '# Class, the class it belongs to at large (by its row, from 0), counts.',
    ...counts.map((row, kind) => [KINDS[kind], groupOf(kind), ...row.map(Math.round)].join('\t')),
  ])
}

function kindAt(word: string): number {
  if (word === MARK_WORD) return KINDS.length - 1
  if (word === NUMBER_WORD) return 2 * CLASSES.indexOf('number')
  return kindOf(word, tagOf.get(word) ?? 'n')
}

/** The class at large that a class belongs to, as its row. */
function groupOf(kind: number): number {
  const shared = 2 * (CLASSES.length - 1)
  if (kind === KINDS.length - 1) return shared
  const particle = PARTICLES[kind - shared]
  return particle === undefined ? kind : 2 * classOf(tagOf.get(particle) ?? 'n') + 1
}

function write(name: string, lines: readonly string[]): void {
  writeFileSync(new URL(`../packages/core/data/${name}`, tooling), [...lines, ''].join('\n'))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
