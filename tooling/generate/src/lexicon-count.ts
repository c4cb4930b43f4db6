import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { fold } from '../../../packages/core/src/source/fold.ts'
import { CLASSES, classOf, KINDS, kindOf, PARTICLES } from './lexicon-classes.ts'
import { gainOf, MARK_WORD, NUMBER_WORD, type WordCount } from './lexicon-pairs.ts'

/**
 * Counts which word follows which, in the word pairs of ansj_seg (Apache-2.0) and in the project's own texts, and
 * writes `data/word-pairs.tsv` and `data/word-classes.tsv`. Run by hand, when there is much more text; what it finds
 * is kept.
 *
 *     node tooling/generate/src/lexicon-count.ts bigramdict.dic
 *
 * The argument is that file of the archive org.ansj:ansj_seg:5.1.6.
 */

/** How many pairs are kept, those that tell most. */
const KEPT = 170_000
/** How many times a pair of the project's own texts counts: they are what pages hold, and small. */
const OWN = 10
const LONGEST = 8
const CLAUSE_MARKS = '，。；：！？、'

const tooling = new URL('../../', import.meta.url)
const tagOf = new Map(
  dict
    .toString()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([word = '', , tag = 'n']) => [word, tag] as const),
)
const words = new Map<string, WordCount>()

countPairs(readFileSync(process.argv[2] as string, 'utf8'))
countText(fold([fixtures(), sentences(), phrases()].join('\n')))
writePairs()
writeClasses()

/** Lines such as 研究@马克思⇥2. */
function countPairs(text: string): void {
  for (const line of text.split('\n')) {
    const [pair = '', times = '0'] = line.split('\t')
    const at = pair.indexOf('@', 1)
    add(wordOf(pair.slice(0, at)), wordOf(pair.slice(at + 1).trim()), Number(times))
  }
}

function countText(text: string): void {
  const jieba = Jieba.withDict(dict)
  for (const line of wide(text).split(/[\n“”‘’《》（）]/)) {
    let before = MARK_WORD
    for (const word of jieba.cut(line, false)) {
      const now = /^[0-9.%]+$/.test(word) ? NUMBER_WORD : wordOf(word)
      add(before, now, OWN)
      before = now
    }
  }
}

function wide(text: string): string {
  return text.replaceAll(/[,;:!?()]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0))
}

/** What a word of the source stands for; '' for names, dates, other marks, and what is no word of the dictionary. */
function wordOf(written: string): string {
  if (written === '始##始' || written === '末##末') return MARK_WORD
  if (written.length === 1 && CLAUSE_MARKS.includes(written)) return MARK_WORD
  if (written === '未##数') return NUMBER_WORD
  return tagOf.has(written) && written.length <= LONGEST ? written : ''
}

function add(left: string, right: string, times: number): void {
  if (left === '' || (left === MARK_WORD && right === MARK_WORD)) return
  const entry = words.get(left) ?? { count: 0, followers: 0, next: new Map<string, number>() }
  words.set(left, entry)
  entry.count += times
  if (right === '') return
  if (!entry.next.has(right)) entry.followers++
  entry.next.set(right, (entry.next.get(right) ?? 0) + times)
}

function fixtures(): string {
  return ['pages/development', 'constructs', 'must-not-change']
    .map((folder) => new URL(`fixtures/${folder}/`, tooling))
    .flatMap((folder) => readdirSync(folder).map((name) => new URL(`${name}/input.txt`, folder)))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8').replaceAll(/\([a-zà-ǜ]+\)/g, ''))
    .join('\n')
}

/** The benchmark's sentences for tuning. */
function sentences(): string {
  const folder = new URL('bench/src/restoration/sentences/tuning/', tooling)
  return readdirSync(folder)
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
    .replaceAll(/\{(num|pct)\}/g, '5')
    .replaceAll(/\{\w+\}/g, '工作')
}

function phrases(): string {
  return readFileSync(new URL('../data/phrases.txt', import.meta.url), 'utf8')
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
  for (const { left, right } of gains.slice(0, KEPT)) kept.set(left, [...(kept.get(left) ?? []), right])
  const rows = [...words]
    .sort(([a, m], [b, n]) => n.count - m.count || compare(a, b))
    .map(([word, { count, followers, next }]) => {
      const cells = (kept.get(word) ?? []).map((right) => `${right} ${next.get(right)}`).sort()
      return [word, count, followers, ...cells].join('\t')
    })
  write('word-pairs.tsv', [
    '# How often words followed one another in the word pairs of ansj_seg 5.1.6 (Apache License 2.0, org.ansj) and, counted',
    `# ${OWN} times, in the project’s own texts. Made by tooling/generate/src/lexicon-count.ts; the ${KEPT} pairs that tell most.`,
    '# Word (， a mark that parts clauses, 1 a number), how often it stood, how many different words followed, and which, how often.',
    ...rows,
  ])
}

function writeClasses(): void {
  const counts = KINDS.map(() => new Array<number>(KINDS.length).fill(0))
  for (const [left, { next }] of words) {
    const row = counts[kindAt(left)] as number[]
    for (const [right, times] of next) row[kindAt(right)] = (row[kindAt(right)] as number) + times
  }
  write('word-classes.tsv', [
    '# How often a word of one class (row) was followed by one of another (column, in the order of the rows), counted on the same texts as',
    '# word-pairs.tsv (ansj_seg, Apache License 2.0, and the project’s own). A name ending in -1 is a word of one character; a character is',
    '# a class of its own. Class, the class it belongs to at large (by its row, from 0), counts.',
    ...counts.map((row, kind) => [KINDS[kind], groupOf(kind), ...row].join('\t')),
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
