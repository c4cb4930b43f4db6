import { nameWords } from '../generated/name-words.ts'
import { codeSet } from '../source/code-set.ts'
import { anyOf, isBorder, isHan, isVerb, LEVELS } from './name-border.ts'
import { nextShown, signsOf } from './signs.ts'
import type { Annotator } from './span.ts'
import { endsInHarmony, hasToponym, toponymBefore } from './toponym.ts'

/** Function words, what ends a word, and what a place is of: none is in a place's own name. */
const isNoPart = codeSet([...nameWords.function, ...nameWords.left, LEVELS].join(''))
const NO_PLACE = new Set(nameWords.noPlace)
/** What quarters are named after their roads: 解放街道. */
const ROADS = new Set(nameWords.road)
const KNOWN = new Set([...nameWords.knownPlace, ...nameWords.province])

/** What ends the name of a place, with the characters behind which it is another word: 市場, 村民, 區別. */
const SUFFIXES: Record<string, string> = {
  街道: '路两上',
  省: '长志级内外直委心略下力事去得会',
  市: '长志场民级直面值井容委里内外区',
  县: '长志级里内外直委域处乡',
  区: '长志别域分间级内外里委划块位',
  镇: '长志级里内外静上党定守民',
  乡: '长志村亲镇里土下情音级间党',
  村: '长志民庄委里级容头口落上组史规道集两支务部内外寨小子',
}

const SURNAMES = new Set([
  ...nameWords.surname.filter((surname) => !nameWords.uncertain.includes(surname)),
  ...nameWords.alone,
])
/** A hamlet: 李家溝; 莊重 and 莊嚴 are none. */
const HAMLET = /[沟庄湾坡岭寨屯堡店铺坪塘坝岗峪洼崖桥河村坳冲堰垸畈埠埭岙坞圩塬墩垭峁坨]/

/** A place's own name has two or three characters. */
const LENGTHS = [3, 2]

const PLACE = signsOf('place')

/** Places that end in the word for what they are: 石橋鎮, 李家溝. */
export const place: Annotator = {
  needs: PLACE,
  find({ folded, shown }, found) {
    for (let i = nextShown(shown, PLACE); i < shown.count; i = nextShown(shown, PLACE, i + 1)) {
      const end = shown.ends[i] as number
      const start = startOf(folded, end)
      if (start !== undefined) found.push({ start, end, annotation: { type: 'name', kind: 'place', rule: 'suffix' } })
    }
  },
}

/** Where the place begins that ends at `end`. */
function startOf(folded: string, end: number): number | undefined {
  if (folded.charAt(end - 2) === '家' && SURNAMES.has(folded.charAt(end - 3)) && HAMLET.test(folded.charAt(end - 1)))
    return '严重'.includes(folded.charAt(end) || ' ') ? undefined : end - 3
  const suffix = folded.endsWith('街道', end) ? '街道' : folded.charAt(end - 1)
  if (!(suffix in SUFFIXES) || SUFFIXES[suffix]?.includes(folded.charAt(end) || ' ')) return undefined
  const nameEnd = folded.endsWith('社区', end) ? end - 2 : end - suffix.length
  const isRoad =
    suffix === '街道' && ROADS.has(folded.slice(nameEnd - 2, nameEnd)) && isBorderOfPlace(folded, nameEnd - 2)
  return isRoad ? nameEnd - 2 : ownNameBefore(folded, nameEnd)
}

/** Where the name of a place begins that ends at `end`, its suffix not counted; undefined where there is none. */
export function ownNameBefore(folded: string, end: number): number | undefined {
  const known = folded.slice(end - 2, end)
  if (folded.charAt(end) === '省') return provinceBefore(folded, end)
  if ((KNOWN.has(known) || endsInHarmony(known)) && isBorderOfPlace(folded, end - 2)) return end - 2
  if (isCounty(folded, end)) return end - 1
  for (const length of LENGTHS) {
    const start = end - length
    if (start >= 0 && isOwnName(folded, start, end) && isBorderOfPlace(folded, start) && !isAim(folded, start, end))
      return isOtherWord(folded, end) ? undefined : start
  }
  return undefined
}

const COUNTIES = new Set(nameWords.county)

/** Whether a county of one character ends at a place, its suffix not counted: 澧縣. */
function isCounty(folded: string, end: number): boolean {
  return folded.charAt(end) === '县' && COUNTIES.has(folded.charAt(end - 1)) && isBorder(folded, end - 1)
}

const PROVINCES = new RegExp(`(?:${anyOf(nameWords.province)})$`)
const LONGEST_PROVINCE = 3

/** 省 is a verb too: before it stands a province that there is, or one made up of what names are made of. */
function provinceBefore(folded: string, end: number): number | undefined {
  const province = PROVINCES.exec(folded.slice(Math.max(0, end - LONGEST_PROVINCE), end))?.[0]
  return province === undefined ? toponymBefore(folded, end) : end - province.length
}

/** 文旅興縣, 生態立縣: what a county is to be made by. */
function isAim(folded: string, start: number, end: number): boolean {
  const isWay = end - start === 3 || folded.charAt(start - 1) === '以'
  return isWay && '兴立跨回包强富治建'.includes(folded.charAt(end - 1))
}

/** Whether what stands before a suffix is a word and no name: 開發, 走訪, 超. */
function isOtherWord(folded: string, end: number): boolean {
  const word = folded.slice(end - 2, end)
  if (isVerb(word) || NO_PLACE.has(word)) return true
  return NO_PLACE.has(folded.slice(end - 1, end + 1)) && toponymBefore(folded, end) === undefined
}

/** Before a place stands what ends a word, or the place that it lies in: 松林縣石橋鎮. */
function isBorderOfPlace(folded: string, at: number): boolean {
  return isBorder(folded, at) || '省市县区镇乡州'.includes(folded.charAt(at - 1))
}

/** 新橋, 小河: what is new or small here is a place and no word. */
const NEW_OR_OLD =
  /^[新老小大上下前后][桥河街屯湾塘庄店坪沟坝堡寨岭岗洼渡铺坊营圩峪坡泉井江湖石沙田关集垅塅墩畈岙岔坞埠埭浦溪坎坳坨堰荡洲港垸]$/

function isOwnName(folded: string, start: number, end: number): boolean {
  const from = end - start === 2 && NEW_OR_OLD.test(folded.slice(start, end)) ? start + 1 : start
  for (let at = from; at < end; at++) {
    if (!isHan(folded, at) || isNoPart(folded.charCodeAt(at))) return false
  }
  return hasToponym(folded.slice(start, end))
}
