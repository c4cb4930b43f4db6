import { nameWords } from '../generated/name-words.ts'
import { foldTable } from '../source/fold.ts'
import { LEVELS } from './name-border.ts'

/**
 * A sign that something may be found in a paragraph, in folded characters: one of `begin` (or any Chinese character
 * but those of `unless`) with one of `end` right behind it, or one of `end` behind anything.
 * Signs are wide enough never to pass over what an annotator finds.
 */
interface Sign {
  trait: string
  begin?: string
  unless?: string
  end: string
}

const HAN = '二三四五六七八九'
const DIGITS = '0123456789'
const SURE = nameWords.surname.filter((surname) => !nameWords.uncertain.includes(surname)).join('')
const TITLES = [...nameWords.office, ...nameWords.address]

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
  { trait: 'time', begin: `一${HAN}${DIGITS}零○十xX×*_今去明前后本上下个第半年月`, end: '年月日号季世初底末五半-/.' },
  { trait: 'figure', end: `${DIGITS}十` },
  { trait: 'figure', begin: `一${HAN}两百`, end: '百千万亿分' },
  { trait: 'second', end: '②⑵' },
  { trait: 'second', begin: `一${HAN}其第首(`, end: `是要来则次${HAN}先一2方` },
  { trait: 'stranded', begin: '党以', end: '的为同' },
  { trait: 'count', begin: `十两几${HAN}${DIGITS}`, end: '点句层条项件方部个种样道招大一' },
  { trait: 'title', begin: `${SURE}${lastButOne(TITLES)}`, end: `总${last(TITLES)}` },
  { trait: 'place', unless: NO_PLACE_END, end: LEVELS },
  { trait: 'place', begin: '街家', end: '道沟庄湾坡岭寨屯堡店铺坪塘坝岗峪洼崖桥河村坳冲堰垸畈埠埭岙坞圩塬墩垭峁坨' },
  {
    trait: 'organization',
    begin: `${LEVELS}州旗团国中协商合金公集银作总委党支${lastButOne(nameWords.central)}`,
    end: `央务会司团行社支总${first(nameWords.body)}${last(nameWords.central)}`,
  },
  { trait: 'organization', unless: '大结布格全时当定开工各局', end: '局厅厂' },
  { trait: 'school', begin: `${HAN}一${lastButOne(nameWords.school)}`, end: `中小${last(nameWords.school)}` },
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
const SINGLE = SIGNS.reduce((bits, sign, i) => ('begin' in sign || 'unless' in sign ? bits : bits | (1 << i)), 0)

/** What each code unit is to signs, as bits. */
interface SignTable {
  /** The signs that it completes. */
  ends: Int32Array
  /** The signs that it begins. */
  begins: Int32Array
  /** Whether it completes any: most do not, and this table is small enough to stay at hand. */
  completes: Uint8Array
}

let table: SignTable | undefined

function signTable(): SignTable {
  if (table) return table
  const ends = new Int32Array(0x10000)
  const begins = new Int32Array(0x10000)
  for (const [i, sign] of (SIGNS as readonly Sign[]).entries()) {
    const { begin = '', unless, end } = sign
    if (unless !== undefined) for (let code = 0x4e00; code <= 0x9fff; code++) setBit(begins, code, i)
    for (const character of unless ?? '') clearBit(begins, character.charCodeAt(0), i)
    for (const character of begin) setBit(begins, character.charCodeAt(0), i)
    for (const character of end) setBit(ends, character.charCodeAt(0), i)
  }
  const to = foldTable()
  const folded = (bits: Int32Array) => bits.map((_, code) => bits[to[code] as number] as number)
  table = {
    ends: folded(ends),
    begins: folded(begins),
    completes: Uint8Array.from(folded(ends), (bits) => Number(bits !== 0)),
  }
  return table
}

function setBit(bits: Int32Array, at: number, bit: number): void {
  bits[at] = (bits[at] as number) | (1 << bit)
}

function clearBit(bits: Int32Array, at: number, bit: number): void {
  bits[at] = (bits[at] as number) & ~(1 << bit)
}

/** What a text shows in one look, left to right. */
export interface Shown {
  /** All its signs, as bits. */
  signs: number
  /** The ends (UTF-16 offsets) of signs that are looked at one by one, in order. */
  counts: readonly number[]
  times: readonly number[]
  titles: readonly number[]
  places: readonly number[]
  organizations: readonly number[]
  schools: readonly number[]
  landmarks: readonly number[]
}

const COUNT = signsOf('count')
const TIME = signsOf('time')
const TITLE = signsOf('title')
const PLACE = signsOf('place')
const ORGANIZATION = signsOf('organization')
const SCHOOL = signsOf('school')
const LANDMARK = signsOf('landmark')
const KEPT = COUNT | TIME | TITLE | PLACE | ORGANIZATION | SCHOOL | LANDMARK
const NONE: readonly number[] = []

/** Looks once at the code units of a text, from `start` up to `end`, for all signs; offsets are counted from `start`. */
export function lookAt(units: Uint16Array, start = 0, end = units.length): Shown {
  const { ends, begins, completes } = signTable()
  const shown: Shown = {
    signs: 0,
    counts: NONE,
    times: NONE,
    titles: NONE,
    places: NONE,
    organizations: NONE,
    schools: NONE,
    landmarks: NONE,
  }
  let signs = 0
  for (let at = start; at < end; at++) {
    const unit = units[at] as number
    if (completes[unit] === 0) continue
    const begun = at > start ? (begins[units[at - 1] as number] as number) : 0
    const here = (ends[unit] as number) & (begun | SINGLE)
    signs |= here
    if ((here & KEPT) !== 0) keep(shown, here, at + 1 - start)
  }
  shown.signs = signs
  return shown
}

/** Keeps the place of a sign; most lines show none, and have no lists made. */
function keep(shown: Shown, here: number, end: number): void {
  if (here & COUNT) shown.counts = added(shown.counts, end)
  if (here & TIME) shown.times = added(shown.times, end)
  if (here & TITLE) shown.titles = added(shown.titles, end)
  if (here & PLACE) shown.places = added(shown.places, end)
  if (here & ORGANIZATION) shown.organizations = added(shown.organizations, end)
  if (here & SCHOOL) shown.schools = added(shown.schools, end)
  if (here & LANDMARK) shown.landmarks = added(shown.landmarks, end)
}

function added(ends: readonly number[], end: number): readonly number[] {
  if (ends === NONE) return [end]
  ;(ends as number[]).push(end)
  return ends
}
