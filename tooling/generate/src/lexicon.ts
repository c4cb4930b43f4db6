import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { cp936 } from '../../../packages/core/src/restore/cp936.ts'
import { LONE_CHARACTER, SIZES, sizeOf } from '../../../packages/core/src/restore/shift/pairs.ts'
import {
  LEARNT_BITS,
  NUMBER_CHANCES,
  newChances,
  tail,
} from '../../../packages/core/src/restore/shift/range-decoder.ts'
import { fold } from '../../../packages/core/src/source/fold.ts'
import { classOf, generateFollows, PARTICLES } from './lexicon-classes.ts'
import { createRangeEncoder, type RangeEncoder } from './lexicon-encoder.ts'
import { keepPairs, MARK_WORD, NUMBER_WORD, type PairTable, readPairs } from './lexicon-pairs.ts'

/**
 * Makes the word tables of the language model from jieba's dictionary (MIT, Copyright (c) 2013 Sun Junyi;
 * carried by @node-rs/jieba) and `data/word-pairs.tsv`, whose sources `lexicon-count.ts` names: words
 * folded to simplified, their counts as half powers of two, and pairs of them.
 *
 * The format is read by core's `restore/shift/lexicon.ts`: a tree of characters, breadth first.
 */

/** How many words of two and more characters a table keeps, the most frequent ones, and how many pairs of words. */
interface Size {
  words: number
  pairs: number
}

const SMALL: Size = { words: 17_500, pairs: 22_500 }
const FULL: Size = { words: 120_000, pairs: 335_000 }

const LONGEST = 8
/** The characters that words are written with, from the first to the last one. */
const FIRST_HAN = 0x4e00
const LAST_HAN = 0x9fa5

const dictionary = join(dirname(createRequire(import.meta.url).resolve('@node-rs/jieba')), 'dict.txt')

/** The small table, which the package holds. */
export function generateLexicon(): string {
  return tableOf(readWords(readFileSync(dictionary, 'utf8')), SMALL)
}

/** The full table, which is handed in. */
export function generateFullLexicon(): string {
  return tableOf(readWords(readFileSync(dictionary, 'utf8')), FULL)
}

/** A word's count and the number of its class. */
interface Entry {
  count: number
  kind: number
}

function readWords(text: string): Map<string, Entry> {
  const { toCode } = cp936()
  const entries = new Map<string, Entry>()
  for (const line of text.split('\n')) {
    const [written = '', number = '0', tag = 'n'] = line.split(' ')
    const count = Number(number)
    const word = fold(written)
    if (word === '' || word.length > LONGEST) continue
    const isHan = [...word].every((char) => char >= '一' && char <= '龥' && toCode[char.charCodeAt(0)] !== 0)
    if (!isHan) continue
    const other = entries.get(word)
    const kind = other && other.count > count ? other.kind : classOf(tag)
    entries.set(word, { count: count + (other?.count ?? 0), kind })
  }
  addCounts(entries)
  return entries
}

/** How many words of the pairs' texts count for one of the dictionary's. */
const ADDED = 8

/** Adds how often words stood in the texts that the pairs come from: the dictionary's source is older and of other kinds. */
function addCounts(entries: Map<string, Entry>): void {
  const { words, total } = readPairs()
  let all = 0
  for (const { count } of entries.values()) all += count
  for (const [word, { count }] of words) {
    const entry = entries.get(word)
    if (entry) entry.count += Math.round((ADDED * all * count) / total)
  }
}

interface Node {
  children: Map<string, Node>
  weight: number
  kind: number
}

/** The count as read back: half powers of two, 1 for a count of one; 0 for what is no word. */
function weigh(count: number): number {
  return count === 0 ? 0 : 1 + Math.round(2 * Math.log2(count))
}

function tableOf(words: Map<string, Entry>, size: Size): string {
  const long = [...words].filter(([word]) => word.length > 1)
  const kept = long
    .sort(([a, m], [b, n]) => n.count - m.count || a.length - b.length || (a < b ? -1 : 1))
    .slice(0, size.words)
  const frequency = new Map<string, number>()
  for (const [word] of kept) for (const char of word) frequency.set(char, (frequency.get(char) ?? 0) + 1)
  for (const word of words.keys()) if (word.length === 1 && !frequency.has(word)) frequency.set(word, 0)
  const chars = [...frequency]
    .sort(([a, m], [b, n]) => classOfFrequency(n) - classOfFrequency(m) || (a < b ? -1 : 1))
    .map(([char]) => char)
  const idOf = new Map(chars.map((char, id) => [char, id]))

  const root: Node = { children: new Map(), weight: 0, kind: 0 }
  for (const char of chars) {
    const { count, kind } = words.get(char) ?? { count: 0, kind: 0 }
    root.children.set(char, { children: new Map(), weight: weigh(count), kind })
  }
  for (const [word, { count, kind }] of kept) {
    let node = root
    for (const char of word) {
      let child = node.children.get(char)
      if (!child) {
        child = { children: new Map(), weight: 0, kind: 0 }
        node.children.set(char, child)
      }
      node = child
    }
    node.weight = weigh(count)
    node.kind = kind
  }

  const bytes = encodeTree(root, idOf)
  const pairs = encodePairs(keepPairs(rankWords(root, idOf), size.pairs, chancesOf(root)))
  const nodes = count(root)
  return `/*! Word table made from jieba’s dictionary, MIT License, Copyright (c) 2013 Sun Junyi; word pairs counted in those of ansj_seg, Apache License 2.0, sentences of Tatoeba, CC BY 2.0 FR, and other texts. */
// Generated from that dictionary, data/word-pairs.tsv and data/word-classes.tsv: run \`pnpm generate\`.
/** The characters of the table by how many words hold them, in base64. */
export const chars =
  '${Buffer.from(encodeChars(frequency)).toString('base64')}'
/** The tree of words, in base64. */
export const words =
  '${Buffer.from(bytes).toString('base64')}'
/** How many nodes the tree has, the root not counted. */
export const nodes = ${nodes}
/** The pairs of words, in base64. */
export const pairs =
  '${Buffer.from(pairs).toString('base64')}'
/** The characters that often stand alone. */
export const particles =
  '${PARTICLES}'
/** How much likelier than anywhere a class of words is behind another. */
export const follows =
  '${generateFollows()}'
`
}

function count(node: Node): number {
  let sum = 0
  for (const child of node.children.values()) sum += 1 + count(child)
  return sum
}

/** How many words hold a character, as a class from 1. */
function classOfFrequency(words: number): number {
  return Math.min(15, 1 + Math.floor(Math.log2(words + 1)))
}

/** From the first character to the last: its class, 0 for one that the table lacks. */
function encodeChars(frequency: ReadonlyMap<string, number>): Uint8Array {
  const encoder = createRangeEncoder()
  const chances = newChances(16 * 16)
  let last = 0
  for (let code = FIRST_HAN; code <= LAST_HAN; code++) {
    const words = frequency.get(String.fromCharCode(code))
    const next = words === undefined ? 0 : classOfFrequency(words)
    writeTree(encoder, chances, last * 16, next, 4)
    last = next
  }
  return encoder.finish()
}

/** Level by level: for each node its weight, the class of its word, how many children it has, and which. */
function encodeTree(root: Node, idOf: Map<string, number>): Uint8Array {
  const encoder = createRangeEncoder()
  const counts = newChances(4 * 8 * NUMBER_CHANCES)
  const steps = newChances(4 * 8 * NUMBER_CHANCES)
  const weights = newChances(4 * 2 * 64)
  const kinds = newChances(4 * 8 * 16)
  let level = sorted(root, idOf)
  for (let depth = 1; level.length > 0; depth++) {
    const next: Node[] = []
    const room = Math.min(depth, 4) - 1
    for (const node of level) {
      const children = sorted(node, idOf)
      writeNumber(encoder, counts, room * 8 * NUMBER_CHANCES, children.length)
      writeTree(encoder, weights, (room * 2 + (children.length > 0 ? 1 : 0)) * 64, node.weight, 6)
      if (node.weight > 0) writeTree(encoder, kinds, (room * 8 + Math.min(node.weight >> 2, 7)) * 16, node.kind, 4)
      const kind = Math.min(7, 32 - Math.clz32(children.length))
      let last = -1
      for (const child of children) {
        const id = idOf.get(child.char) as number
        writeNumber(encoder, steps, (room * 8 + kind) * NUMBER_CHANCES, id - last - 1)
        last = id
        next.push(child)
      }
    }
    level = next as typeof level
  }
  return encoder.finish()
}

/** The words that pairs can tell of, most frequent first; among those as frequent, as they stand in the tree. */
function rankWords(root: Node, idOf: Map<string, number>): string[] {
  const words: { word: string; weight: number }[] = []
  let level = [{ node: root, word: '' }]
  while (level.length > 0) {
    const next: typeof level = []
    for (const { node, word } of level) {
      if (node.weight > 0) words.push({ word, weight: node.weight })
      for (const child of sorted(node, idOf)) next.push({ node: child, word: word + child.char })
    }
    level = next
  }
  const ranked = words.sort((a, b) => b.weight - a.weight).map(({ word }) => word)
  return [MARK_WORD, NUMBER_WORD, ...ranked].slice(0, 0xffff)
}

/** The chance of each word as the table tells it, beside marks and numbers, which the tree lacks. */
function chancesOf(root: Node): Map<string, number> {
  const times = new Map<string, number>()
  let all = 0
  const count = (node: Node, word: string): void => {
    const own = (node.weight === 0 ? 0 : 2 ** ((node.weight - 1) / 2)) + (word.length === 1 ? LONE_CHARACTER : 0)
    all += own
    if (node.weight > 0) times.set(word, own)
    for (const [char, child] of node.children) count(child, word + char)
  }
  for (const [char, child] of root.children) count(child, char)
  const { words, total } = readPairs()
  const others = [MARK_WORD, NUMBER_WORD].reduce((sum, word) => sum + (words.get(word)?.count ?? 0), 0)
  return new Map([...times].map(([word, own]) => [word, ((1 - others / total) * own) / all]))
}

/**
 * Word by word, most frequent first: how many pairs it opens, what is left to others, and with which words. What is
 * expected of a number goes by that of its word, which is one more than its rank.
 */
function encodePairs(rows: PairTable): Uint8Array {
  const encoder = createRangeEncoder()
  const counts = newChances((1 + SIZES) * NUMBER_CHANCES)
  const steps = newChances(SIZES * SIZES * NUMBER_CHANCES)
  const rests = newChances(SIZES * 16)
  const lifts = newChances(SIZES * SIZES * 16)
  writeNumber(encoder, counts, 0, rows.length)
  rows.forEach(({ rest, pairs }, left) => {
    writeNumber(encoder, counts, (1 + sizeOf(left + 1)) * NUMBER_CHANCES, pairs.length)
    if (pairs.length === 0) return
    const row = sizeOf(pairs.length) * SIZES
    writeTree(encoder, rests, sizeOf(pairs.length) * 16, rest, 4)
    let last = -1
    for (const { right, lift } of pairs) {
      writeNumber(encoder, steps, (row + sizeOf(last + 1)) * NUMBER_CHANCES, right - last - 1)
      writeTree(encoder, lifts, (row + sizeOf(right + 1)) * 16, lift, 4)
      last = right
    }
  })
  return encoder.finish()
}

function sorted(node: Node, idOf: Map<string, number>): (Node & { char: string })[] {
  return [...node.children]
    .map(([char, child]) => ({ ...child, char }))
    .sort((a, b) => (idOf.get(a.char) as number) - (idOf.get(b.char) as number))
}

function writeNumber(encoder: RangeEncoder, chances: Uint16Array, offset: number, value: number): void {
  const length = value === 0 ? 0 : 32 - Math.clz32(value)
  for (let i = 0; i < length; i++) encoder.bit(chances, offset + i, 1)
  encoder.bit(chances, offset + length, 0)
  let prefix = 1
  let learnt = 0
  for (let i = length - 2; i >= 0; i--) {
    if (learnt === LEARNT_BITS) {
      encoder.bits(value % 2 ** (i + 1), i + 1)
      return
    }
    const bit = (value >>> i) & 1
    encoder.bit(chances, offset + 16 + (length << LEARNT_BITS) + tail(prefix, learnt), bit)
    prefix = (prefix << 1) | bit
    learnt++
  }
}

function writeTree(encoder: RangeEncoder, chances: Uint16Array, offset: number, value: number, bits: number): void {
  let prefix = 1
  for (let i = bits - 1; i >= 0; i--) {
    const bit = (value >>> i) & 1
    encoder.bit(chances, offset + prefix, bit)
    prefix = (prefix << 1) | bit
  }
}
