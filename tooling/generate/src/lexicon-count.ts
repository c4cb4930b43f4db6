import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { fold } from '../../../packages/core/src/source/fold.ts'
import { CLASSES, classOf, KINDS, kindOf, PARTICLES } from './lexicon-classes.ts'

/**
 * Counts which class of words follows which, on the project's own fixtures and on the benchmark's sentences for
 * tuning, and writes `data/word-classes.tsv`. Run by hand, when there is much more text; what it finds is kept.
 */

const tooling = new URL('../../', import.meta.url)
const jieba = Jieba.withDict(dict)
const tagOf = new Map(
  dict
    .toString()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([word = '', , tag = 'n']) => [word, tag] as const),
)
const mark = KINDS.length - 1
const number = 2 * CLASSES.indexOf('number')

const counts = KINDS.map(() => new Array<number>(KINDS.length).fill(0))
for (const line of fold(`${fixtures()}\n${sentences()}`).split('\n')) count(line)
write()

function fixtures(): string {
  return ['pages/development', 'constructs', 'must-not-change']
    .map((folder) => new URL(`fixtures/${folder}/`, tooling))
    .flatMap((folder) => readdirSync(folder).map((name) => new URL(`${name}/input.txt`, folder)))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8').replaceAll(/\([a-zà-ǜ]+\)/g, ''))
    .join('\n')
}

function sentences(): string {
  const folder = new URL('bench/src/restoration/sentences/', tooling)
  return readdirSync(folder)
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'))
    .filter((_, i) => i % 2 === 0)
    .join('\n')
    .replaceAll(/\{(num|pct)\}/g, '5')
    .replaceAll(/\{\w+\}/g, '工作')
}

function count(line: string): void {
  let before = mark
  for (const word of jieba.cut(line, false)) {
    const kind = kindAt(word)
    if (kind !== -1 && before !== -1 && (before !== mark || kind !== mark)) add(before, kind)
    before = kind
  }
}

function add(before: number, kind: number): void {
  const row = counts[before] as number[]
  row[kind] = (row[kind] as number) + 1
}

function kindAt(word: string): number {
  if (/^[一-龥]+$/.test(word)) return kindOf(word, tagOf.get(word) ?? 'n')
  if (/^[0-9.%]+$/.test(word)) return number
  return /[,。、;:!?“”‘’《》()]/.test(word) ? mark : -1
}

/** The class at large that a class belongs to, as its row. */
function groupOf(kind: number): number {
  const shared = 2 * (CLASSES.length - 1)
  if (kind === mark) return shared
  const particle = PARTICLES[kind - shared]
  return particle === undefined ? kind : 2 * classOf(tagOf.get(particle) ?? 'n') + 1
}

function write(): void {
  const rows = counts.map((row, kind) => [KINDS[kind], groupOf(kind), ...row].join('\t'))
  const head = [
    '# How often a word of one class (row) was followed by one of another (column, in the order of the rows), counted on the project’s own',
    '# texts by tooling/generate/src/lexicon-count.ts. A name ending in -1 is a word of one character; a character is a class of its own.',
    '# Class, the class it belongs to at large (by its row, from 0), counts.',
  ]
  writeFileSync(new URL('../packages/core/data/word-classes.tsv', tooling), [...head, ...rows, ''].join('\n'))
}
