import { nameWords } from '../generated/name-words.ts'
import { foldTable } from '../source/fold.ts'
import { extended } from '../source/patches.ts'
import { LEVELS } from './name-border.ts'

/**
 * A sign that something may be found in a paragraph, in folded characters: one of `begin` (or any Chinese character
 * but those of `unless`) with one of `end` right behind it, or one of `end` behind anything; or the end of one of `words`,
 * which is its last three characters at most. Signs are wide enough never to pass over what an annotator finds.
 */
type Sign = { trait: string } & ({ begin?: string; unless?: string; end: string } | { words: readonly string[] })

const HAN = '二三四五六七八九'
const DIGITS = '0123456789'
const SURE = nameWords.surname.filter((surname) => !nameWords.uncertain.includes(surname)).join('')

/** What no name of a place ends in before the word for what it is, those apart that everybody knows: 鹽城市. */
const NO_PLACE_END = [...nameWords.function, ...LEVELS]
  .filter((character) => !`和${last(nameWords.knownPlace)}`.includes(character))
  .join('')

function first(words: readonly string[]): string {
  return words.map((word) => word.charAt(0)).join('')
}

function lastButOne(words: readonly string[]): string {
  return words.map((word) => word.charAt(word.length - 2)).join('')
}

function last(words: readonly string[]): string {
  return words.map((word) => word.charAt(word.length - 1)).join('')
}

const SIGNS = [
  { trait: 'bracket', end: '《》〈〉“”‘’' },
  { trait: 'mask', end: '×xX*' },
  { trait: 'mask', begin: '_★☆△□◇○某', end: '_★☆△□◇○某' },
  { trait: 'time', begin: `一${HAN}${DIGITS}零○十xX×*_今去明前后本上下个第半学年月`, end: '年月日号季世初底末五半-/.' },
  { trait: 'figure', end: `${DIGITS}十` },
  { trait: 'figure', begin: `一${HAN}两百`, end: '百千万亿分' },
  { trait: 'point', begin: `一${HAN}两`, end: '点' },
  { trait: 'second', end: '②⑵' },
  { trait: 'second', begin: HAN, end: '是要来则' },
  { trait: 'second', begin: '其', end: '次二三' },
  { trait: 'second', begin: '第', end: '二三四五六' },
  { trait: 'second', words: ['一方面', '(2)', '(二)'] },
  { trait: 'first', words: ['首先', '第一'] },
  { trait: 'last', words: ['最后', '然后'] },
  { trait: 'stranded', words: [...'的以胜召'].map((end) => `党的${end}`) },
  { trait: 'stranded', words: [...'的核总班首'].map((end) => `以为${end}`).concat('以同志') },
  { trait: 'count', begin: `十两几${HAN}${DIGITS}`, end: '点句层条项件方部个种样道招声大一' },
  { trait: 'title', words: [...nameWords.office, ...nameWords.address] },
  { trait: 'title', begin: SURE, end: '总' },
  { trait: 'place', unless: NO_PLACE_END, end: LEVELS },
  { trait: 'place', begin: '街家', end: '道沟庄湾坡岭寨屯堡店铺坪塘坝岗峪洼崖桥河村坳冲堰垸畈埠埭岙坞圩塬墩垭峁坨' },
  {
    trait: 'organization',
    words: [...nameWords.central, ...nameWords.firm, '村委会', '居委会', '村支部', '党支部', '党总支'],
  },
  { trait: 'organization', begin: last(nameWords.level), end: first(nameWords.body) },
  { trait: 'organization', begin: '协商合金总', end: '会' },
  { trait: 'organization', unless: '大结布格全时当定开各', end: '局' },
  { trait: 'organization', unless: '大结布格全时当定工开各', end: '厅厂' },
  { trait: 'school', words: nameWords.school },
  { trait: 'school', begin: `一${HAN}`, end: '中小' },
  {
    trait: 'landmark',
    begin: `东南西北中大发业新假园${nameWords.toponym.join('')}${lastButOne(nameWords.river)}${last(nameWords.road)}`,
    end: '山河江湖坪坳冲岭峪洼岗坝塘沟湾屯寨坡堰岙坞路街道巷区园',
  },
] as const satisfies readonly Sign[]

type Trait = (typeof SIGNS)[number]['trait']

/** The signs of a trait as bits: an annotator whose signs a paragraph does not show has nothing to find there. */
export function signsOf(...traits: readonly Trait[]): number {
  return SIGNS.reduce((bits, { trait }, sign) => (traits.includes(trait) ? bits | (1 << sign) : bits), 0)
}

/** Signs that one character shows. */
const SINGLE = bitsOf((sign) => 'end' in sign && sign.begin === undefined && sign.unless === undefined)
/** Signs that are ends of words. */
const WORDS = bitsOf((sign) => 'words' in sign)

function bitsOf(isMeant: (sign: Sign) => boolean): number {
  return SIGNS.reduce((bits, sign, i) => (isMeant(sign) ? bits | (1 << i) : bits), 0)
}

/** What each code unit is to signs, as bits. */
interface SignTable {
  /** The signs that it completes. */
  ends: Int32Array
  /** The signs that the unit behind it may complete: what it begins, and what one character shows. */
  begins: Int32Array
  /** The signs that are ends of words, by `placeOf`. */
  words: Int32Array
}

let table: SignTable | undefined

function signTable(): SignTable {
  if (table) return table
  const ends = new Int32Array(0x10000)
  const begins = new Int32Array(0x10000).fill(SINGLE)
  const words = new Int32Array(PLACES)
  for (const [i, sign] of (SIGNS as readonly Sign[]).entries()) {
    if ('words' in sign) {
      for (const word of sign.words) setWord(word, i)
      continue
    }
    const { begin = '', unless, end } = sign
    if (unless !== undefined) for (let code = 0x4e00; code <= 0x9fff; code++) setBit(begins, code, i)
    for (const character of unless ?? '') clearBit(begins, character.charCodeAt(0), i)
    for (const character of begin) setBit(begins, character.charCodeAt(0), i)
    for (const character of end) setBit(ends, character.charCodeAt(0), i)
  }
  const to = foldTable()
  const folded = (bits: Int32Array) => bits.map((_, code) => bits[to[code] as number] as number)
  table = { ends: folded(ends), begins: folded(begins), words }
  return table

  function setWord(word: string, bit: number): void {
    if (word.length < 2) return
    const [end, begin, before] = [1, 2, 3].map((back) => word.charCodeAt(word.length - back) || 0) as [
      number,
      number,
      number,
    ]
    setBit(begins, begin, bit)
    setBit(ends, end, bit)
    setBit(words, placeOf(before, begin, end), bit)
  }
}

const PLACES = 0x10000

/** Where the table of words has three folded units, the first 0 for a word of two. Words that share a place cost a look. */
function placeOf(before: number, begin: number, end: number): number {
  return (Math.imul(Math.imul(before, 0x9e3779b1) + begin, 0x9e3779b1) + end) & (PLACES - 1)
}

function setBit(bits: Int32Array, at: number, bit: number): void {
  bits[at] = (bits[at] as number) | (1 << bit)
}

function clearBit(bits: Int32Array, at: number, bit: number): void {
  bits[at] = (bits[at] as number) & ~(1 << bit)
}

/**
 * What a text shows in one look: all its signs, and as columns, left to right, where those end that are looked at one by
 * one. Refilled from text to text of a page, so that a look makes no objects.
 */
export interface Shown {
  /** All signs of the text, as bits. */
  signs: number
  /** So many places are kept. */
  count: number
  /** The ends of signs (UTF-16 offsets), in order; of figures those of decimal points too. */
  ends: Int32Array
  /** Which signs end there, as bits. */
  bits: Int32Array
}

/** Signs to be filled in by a first look. */
export function noSigns(): Shown {
  return { signs: 0, count: 0, ends: NONE, bits: NONE }
}

/** The first of the places from `i` on where one of some signs ends (see `signsOf`); `shown.count` where there is none. */
export function nextShown({ count, bits }: Shown, signs: number, i = 0): number {
  let next = i
  while (next < count && ((bits[next] as number) & signs) === 0) next++
  return next
}

const NONE = new Int32Array(0)

/** Signs whose places are kept: those of all annotators that do not read the whole text. */
const KEPT = ~signsOf('second', 'first', 'last', 'stranded')

/**
 * Looks once at the code units of a text, from `start` up to `end`, for all signs; offsets are counted from `start`.
 *
 * @param shown is filled and given back
 */
export function lookAt(units: Uint16Array, start = 0, end = units.length, shown = noSigns()): Shown {
  shown.signs = 0
  shown.count = 0
  for (let from = start; from < end; from += CHUNK) {
    if (shown.count + CHUNK > shown.ends.length) makeRoom(shown)
    const behind = findPlaces(shown, units, start, from, Math.min(end, from + CHUNK))
    keepPlaces(shown, behind, units, start)
  }
  return shown
}

/** So many units are looked at before their signs are kept. */
const CHUNK = 1024

function makeRoom(shown: Shown): void {
  const capacity = shown.ends.length * 2 + CHUNK
  shown.ends = extended(shown.ends, capacity)
  shown.bits = extended(shown.bits, capacity)
}

/**
 * Adds the places where signs may end, and says up to which index: all else is done for these few alone.
 *
 * @param start where the text begins that is looked at from `from` on
 */
function findPlaces(shown: Shown, units: Uint16Array, start: number, from: number, end: number): number {
  const { ends, begins } = signTable()
  const { ends: places, bits } = shown
  let count = shown.count
  let begun = from === start ? SINGLE : (begins[units[from - 1] as number] as number)
  for (let at = from; at < end; at++) {
    const unit = units[at] as number
    const here = (ends[unit] as number) & begun
    if (here !== 0) {
      places[count] = at + 1 - start
      bits[count++] = here
    }
    begun = begins[unit] as number
  }
  return count
}

/** Of the places added last, up to index `behind`, keeps those where signs do end that are looked at one by one. */
function keepPlaces(shown: Shown, behind: number, units: Uint16Array, start: number): void {
  const { ends, bits } = shown
  for (let i = shown.count; i < behind; i++) {
    const end = ends[i] as number
    const here = withWords(bits[i] as number, units, start, start + end - 1)
    shown.signs |= here
    if ((here & KEPT) === 0) continue
    ends[shown.count] = end
    bits[shown.count++] = here
  }
}

/** The signs that may end at a place, less those of words that do not. */
function withWords(here: number, units: Uint16Array, start: number, at: number): number {
  if ((here & WORDS) === 0) return here
  const { words } = signTable()
  const to = foldTable()
  const before = at - 1 > start ? (to[units[at - 2] as number] as number) : 0
  const begin = to[units[at - 1] as number] as number
  const end = to[units[at] as number] as number
  return here & ((words[placeOf(before, begin, end)] as number) | (words[placeOf(0, begin, end)] as number) | ~WORDS)
}
