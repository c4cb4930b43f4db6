import { nameWords } from '../generated/name-words.ts'
import { foldTable } from '../source/fold.ts'

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
const LEVELS = '省市县区镇乡村'

const SIGNS = [
  { trait: 'bracket', end: '《》〈〉“”‘’' },
  { trait: 'mask', end: '×xX*' },
  { trait: 'mask', begin: '_★☆△□◇○某', end: '_★☆△□◇○某' },
  { trait: 'time', begin: `一${HAN}${DIGITS}零○十xX×*_今去明前后本上下个第半年`, end: '年月日号季世初底末五半-/.' },
  { trait: 'figure', end: `${DIGITS}十` },
  { trait: 'figure', begin: `一${HAN}两百`, end: '百千万亿分' },
  { trait: 'second', end: '②⑵' },
  { trait: 'second', begin: `${HAN}其第首(`, end: `是要来则次${HAN}先一2` },
  { trait: 'second', begin: '一', end: '方' },
  { trait: 'stranded', begin: '党以', end: '的为同' },
  { trait: 'count', begin: `十两几${HAN}${DIGITS}`, end: '点句层条项件方部个种样道招大一' },
  {
    trait: 'title',
    begin:
      '士书主校市县区镇乡村省州部局处科厅厂院会所队站园社行事总经支察班组同老师先女教程医法护庭判台馆秘导政察律大记警博',
    end: '记席任长理裁书监编志师傅生士授学官员委夫练计',
  },
  { trait: 'place', unless: `${nameWords.function.join('')}${LEVELS}`, end: LEVELS },
  { trait: 'place', begin: '街家', end: '道沟庄湾坡岭寨屯堡店铺坪塘坝岗峪洼崖桥河村' },
  {
    trait: 'organization',
    begin: `${LEVELS}州旗团国中协商合金公集银作总`,
    end: '委党纪政人总妇工残科文侨法检医中高红央务会司团行社',
  },
  { trait: 'organization', unless: '大结布格全时当定开工各局', end: '局厅厂' },
] as const satisfies readonly Sign[]

type Trait = (typeof SIGNS)[number]['trait']

/** The signs of a trait as bits: an annotator whose signs a paragraph does not show has nothing to find there. */
export function signsOf(...traits: readonly Trait[]): number {
  return SIGNS.reduce((bits, { trait }, sign) => (traits.includes(trait) ? bits | (1 << sign) : bits), 0)
}

/** Signs that one character shows. */
const SINGLE = SIGNS.reduce((bits, sign, i) => ('begin' in sign || 'unless' in sign ? bits : bits | (1 << i)), 0)

/** A character that begins a sign has the sign's bit so much higher. */
const BEGUN = 16
const COMPLETED = (1 << BEGUN) - 1

/** What each code unit is to signs. */
interface SignTable {
  /** The signs that it completes, and above them those that it begins. */
  bits: Int32Array
  /** Whether it completes any: most do not, and this table is small enough to stay at hand. */
  completes: Uint8Array
}

let table: SignTable | undefined

function signTable(): SignTable {
  if (table) return table
  const folded = new Int32Array(0x10000)
  for (const [i, sign] of (SIGNS as readonly Sign[]).entries()) {
    const { begin = '', unless, end } = sign
    if (unless !== undefined) for (let code = 0x4e00; code <= 0x9fff; code++) setBit(folded, code, BEGUN + i)
    for (const character of unless ?? '') clearBit(folded, character.charCodeAt(0), BEGUN + i)
    for (const character of begin) setBit(folded, character.charCodeAt(0), BEGUN + i)
    for (const character of end) setBit(folded, character.charCodeAt(0), i)
  }
  const to = foldTable()
  const bits = folded.map((_, code) => folded[to[code] as number] as number)
  table = { bits, completes: Uint8Array.from(bits, (sign) => ((sign & COMPLETED) === 0 ? 0 : 1)) }
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
}

const COUNT = signsOf('count')
const TIME = signsOf('time')
const TITLE = signsOf('title')
const PLACE = signsOf('place')
const ORGANIZATION = signsOf('organization')
const KEPT = COUNT | TIME | TITLE | PLACE | ORGANIZATION
const NONE: readonly number[] = []

/** Looks once at the code units of a text, from `start` up to `end`, for all signs; offsets are counted from `start`. */
export function lookAt(units: Uint16Array, start = 0, end = units.length): Shown {
  const { bits, completes } = signTable()
  const shown: Shown = { signs: 0, counts: NONE, times: NONE, titles: NONE, places: NONE, organizations: NONE }
  let signs = 0
  for (let at = start; at < end; at++) {
    const unit = units[at] as number
    if (completes[unit] === 0) continue
    const begun = at > start ? (bits[units[at - 1] as number] as number) >>> BEGUN : 0
    const here = (bits[unit] as number) & (begun | SINGLE)
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
}

function added(ends: readonly number[], end: number): readonly number[] {
  if (ends === NONE) return [end]
  ;(ends as number[]).push(end)
  return ends
}
