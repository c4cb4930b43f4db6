import * as small from '../../generated/lexicon.ts'
import { foldTable } from '../../source/fold.ts'
import { LONE_CHARACTER, NUMBER_WORD, openPairs, type Pairs, rankWords } from './pairs.ts'
import { bytesOf, createRangeDecoder, NUMBER_CHANCES, newChances, readNumber, readTree } from './range-decoder.ts'

/** A word table as generated: what `@speeches/parser/lexicon` exports. Plain data. */
export interface LexiconData {
  /** Its characters, simplified, by how many words hold them: base64 of what `tooling/generate` wrote. */
  chars: string
  /** The tree of words, base64 of what `tooling/generate` wrote. */
  words: string
  /** How many nodes the tree has, the root not counted. */
  nodes: number
  /** The pairs of words, base64 of what `tooling/generate` wrote. */
  pairs: string
  /** The characters that often stand alone, each a class of its own behind the others. */
  particles: string
  /** How much likelier than anywhere a class of words is behind another: a row a class, quarter nats as letters, m none. */
  follows: string
}

/** The small table that is always there. */
export const smallLexicon: LexiconData = small

/**
 * A tree of words, breadth first, so that the children of a node lie side by side; node 0 is the root.
 * Counts are those of the words that a node ends (`own`) and that pass through it (`sum`).
 */
export interface Lexicon {
  /** The number of a character (of any script) by its UTF-16 code unit, from 1; 0 where the table lacks it. */
  idOf: Uint16Array
  /** Where a node's children start; they end where those of the next node start. */
  first: Int32Array
  /** The character that leads to a node. */
  label: Uint16Array
  own: Float32Array
  sum: Float32Array
  /** The class of the word that a node ends. */
  kind: Uint8Array
  /** How many classes there are; the last one stands for marks. */
  kinds: number
  /** How many times likelier than anywhere a class (column) is behind another (row). */
  boost: Float32Array
  /** The number of the word that a node ends among those that pairs tell of; 0 for a word that none does. */
  wordOf: Uint16Array
  pairs: Pairs
  /** How often a character stands anywhere in the words, by its number. */
  frequency: Float32Array
}

const decoded = new WeakMap<LexiconData, Lexicon>()

/**
 * The table ready for use; decoded once.
 *
 * @throws {TypeError} when `data` is no word table
 */
export function openLexicon(data: unknown): Lexicon {
  if (!isLexiconData(data)) throw new TypeError('The option `lexicon` takes what @speeches/parser/lexicon exports.')
  const known = decoded.get(data)
  if (known) return known
  const lexicon = decode(data)
  decoded.set(data, lexicon)
  return lexicon
}

function isLexiconData(data: unknown): data is LexiconData {
  const { chars, words, nodes, pairs, particles, follows } = (data ?? {}) as Partial<LexiconData>
  return (
    [chars, words, pairs, particles, follows].every((part) => typeof part === 'string') && typeof nodes === 'number'
  )
}

/** The node that `id` leads to from `node`; -1 where no word goes on so. */
export function childOf({ first, label }: Lexicon, node: number, id: number): number {
  if (node === 0) return id
  let low = first[node] as number
  let high = (first[node + 1] as number) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = label[middle] as number
    if (found === id) return middle
    if (found < id) low = middle + 1
    else high = middle - 1
  }
  return -1
}

function decode({ chars: packed, words, nodes, pairs, particles, follows }: LexiconData): Lexicon {
  const chars = readChars(packed)
  const first = new Int32Array(nodes + 2)
  const label = new Uint16Array(nodes + 1)
  const own = new Float32Array(nodes + 1)
  const sum = new Float32Array(nodes + 1)
  const kind = new Uint8Array(nodes + 1)
  const parent = new Int32Array(nodes + 1)
  const heaviness = new Uint8Array(nodes + 1)
  first[0] = 1
  for (let id = 1; id <= chars.length; id++) label[id] = id

  const decoder = createRangeDecoder(bytesOf(words))
  const counts = newChances(4 * 8 * NUMBER_CHANCES)
  const steps = newChances(4 * 8 * NUMBER_CHANCES)
  const weights = newChances(4 * 2 * 64)
  const kindChances = newChances(4 * 8 * 16)
  let next = chars.length + 1
  let levelEnd = next
  let depth = 0
  for (let node = 1; node <= nodes; node++) {
    if (node === levelEnd) {
      levelEnd = next
      depth = Math.min(depth + 1, 3)
    }
    first[node] = next
    const children = readNumber(decoder, counts, depth * 8 * NUMBER_CHANCES)
    const weight = readTree(decoder, weights, (depth * 2 + (children > 0 ? 1 : 0)) * 64, 6)
    heaviness[node] = weight
    if (weight > 0) kind[node] = 2 * readTree(decoder, kindChances, (depth * 8 + Math.min(weight >> 2, 7)) * 16, 4)
    if (depth === 0) kind[node] = loneKind(particles, chars.charAt(node - 1), kind[node] as number)
    own[node] = weight === 0 ? 0 : 2 ** ((weight - 1) / 2)
    if (depth === 0) own[node] = (own[node] as number) + LONE_CHARACTER
    const row = (depth * 8 + Math.min(7, 32 - Math.clz32(children))) * NUMBER_CHANCES
    let last = 0
    for (let i = 0; i < children; i++) {
      last += readNumber(decoder, steps, row) + 1
      label[next] = last
      parent[next] = node
      next++
    }
  }
  first[nodes + 1] = next

  const frequency = new Float32Array(chars.length + 1)
  for (let node = nodes; node > 0; node--) {
    sum[node] = (sum[node] as number) + (own[node] as number)
    frequency[label[node] as number] = (frequency[label[node] as number] as number) + (sum[node] as number)
    const above = parent[node] as number
    sum[above] = (sum[above] as number) + (sum[node] as number)
  }
  addStrangers({ own, sum, frequency }, chars.length)
  const kinds = Math.round(Math.sqrt(follows.length))
  const boost = Float32Array.from(follows, (letter) => Math.exp((letter.charCodeAt(0) - NEUTRAL) / 4))
  return {
    idOf: numbersOf(chars),
    first,
    label,
    own,
    sum,
    kind,
    kinds,
    boost,
    frequency,
    wordOf: withNumbers(rankWords(heaviness), label, parent, chars),
    pairs: openPairs(pairs),
  }
}

/** How often a character stands in a word that the table lacks, for each time it stands in one that it has. */
const STRANGE_WORDS = 0.03

/** Counts characters as words of their own where words that the table lacks are written with them. */
function addStrangers({ own, sum, frequency }: Pick<Lexicon, 'own' | 'sum' | 'frequency'>, chars: number): void {
  for (let id = 1; id <= chars; id++) {
    const more = STRANGE_WORDS * (frequency[id] as number)
    own[id] = (own[id] as number) + more
    sum[id] = (sum[id] as number) + more
    sum[0] = (sum[0] as number) + more
  }
}

/** The characters that numbers are written with. */
export const NUMERALS = '一二三四五六七八九十百千万亿零两几'

/** Words of several numerals are one word to the pairs: 十九 has the company of every other number. */
function withNumbers(wordOf: Uint16Array, label: Uint16Array, parent: Int32Array, chars: string): Uint16Array {
  const isNumber = Uint8Array.from(label, (id) => (id !== 0 && NUMERALS.includes(chars.charAt(id - 1)) ? 1 : 0))
  for (let node = chars.length + 1; node < wordOf.length; node++) {
    isNumber[node] = (isNumber[node] as number) & (isNumber[parent[node] as number] as number)
    if (isNumber[node] && wordOf[node] !== 0) wordOf[node] = NUMBER_WORD
  }
  return wordOf
}

/** The characters a table can hold, from the first to the last one. */
const FIRST_HAN = 0x4e00
const LAST_HAN = 0x9fa5

/** The characters of a table, those that most words hold first; a character's number is its place, from 1. */
function readChars(packed: string): string {
  const decoder = createRangeDecoder(bytesOf(packed))
  const chances = newChances(16 * 16)
  const heldBy = new Array<string>(16).fill('')
  let last = 0
  for (let code = FIRST_HAN; code <= LAST_HAN; code++) {
    last = readTree(decoder, chances, last * 16, 4)
    heldBy[last] += String.fromCharCode(code)
  }
  return heldBy.slice(1).reverse().join('')
}

/** How many classes there are for words of several characters and for characters that stand alone. */
const SHARED_KINDS = 32

/** The class of a character as a word: its own, if it is one of the particles. */
function loneKind(particles: string, char: string, kind: number): number {
  const particle = particles.indexOf(char)
  return particle === -1 ? kind + 1 : SHARED_KINDS + particle
}

/** The letter for classes that follow each other as often as chance would have it. */
const NEUTRAL = 'm'.charCodeAt(0)

/** The numbers of the characters, by every code unit that folds to them. */
function numbersOf(chars: string): Uint16Array {
  const simplified = new Uint16Array(0x10000)
  for (let i = 0; i < chars.length; i++) simplified[chars.charCodeAt(i)] = i + 1
  return foldTable().map((folded) => simplified[folded] as number)
}
