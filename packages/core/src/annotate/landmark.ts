import { nameWords } from '../generated/name-words.ts'
import { anyOf, isBorder } from './name-border.ts'
import { ownNameBefore } from './place.ts'
import { nextShown, signsOf } from './signs.ts'
import type { Annotator } from './span.ts'
import { toponymBefore } from './toponym.ts'

/** Rivers, lakes and mountains that everybody knows; the longer of their names need no border. */
const KNOWN = new RegExp(`(?:${anyOf(nameWords.river)})$`)
const LONGEST_KNOWN = 4
/** What ends the name of a mountain, a river, a hamlet, with the characters behind which it is another word. */
const SUFFIXES: Record<string, string> = {
  山: '区水林地头货歌洪',
  河: '道流床',
  江: '',
  湖: '泊',
  ...Object.fromEntries(
    [...'坪坳冲岭峪洼岗坝塘沟湾屯寨坡堰岙坞'].map((suffix) => [suffix, '']).concat([['坡', '度地']]),
  ),
}
/** A zone by what it is for: 青禾縣經濟開發區, 雲溪高新區. */
const ZONE =
  /(?:经济技术|高新技术产业|高新技术|高新|经济|工业|循环经济|旅游)?(?:开发区|产业园区?|工业园区?|高新区|度假区)$/
const LONGEST_ZONE = 9
const LEVELS = '省市县区镇乡'
/** 大道 and 大街 before 路: the longer ones first. */
const ROAD = /(?:大道|大街|路|街|巷)$/
const ROADS = new RegExp(`(?:${anyOf(nameWords.road)})$`)
/** What goes on behind a road where it is none. */
const NO_ROAD = /^[道线径程途子人过灯况面网政权透费标段由]/
/** What shows that a road is named whose name might be another word: 青龍路128號, 沿柳林路. */
const ON_ROAD = new Set('沿在把、')
const OF_ROAD = /^(?:\d|[东南西北中]段|两[侧旁边]|沿线|口|改造|拓宽|建设|工程|、|与|至|社区|小学|中学)/

const LANDMARK = signsOf('landmark')

/** Mountains, rivers, hamlets, zones and roads: 青龍山, 清水河, 樟樹坪, 雲溪高新區, 人民路. */
export const landmark: Annotator = {
  needs: LANDMARK,
  find({ folded, shown }, found) {
    for (let i = nextShown(shown, LANDMARK); i < shown.count; i = nextShown(shown, LANDMARK, i + 1)) {
      const end = shown.ends[i] as number
      const start =
        knownBefore(folded, end) ?? natureBefore(folded, end) ?? zoneBefore(folded, end) ?? roadBefore(folded, end)
      if (start !== undefined) found.push({ start, end, annotation: { type: 'name', kind: 'place', rule: 'suffix' } })
    }
  },
}

function knownBefore(folded: string, end: number): number | undefined {
  const known = KNOWN.exec(folded.slice(Math.max(0, end - LONGEST_KNOWN), end))?.[0]
  if (known === undefined) return undefined
  const start = end - known.length
  return known.length > 2 || isBorder(folded, start) ? start : undefined
}

function natureBefore(folded: string, end: number): number | undefined {
  const suffix = folded.charAt(end - 1)
  if (!(suffix in SUFFIXES) || SUFFIXES[suffix]?.includes(folded.charAt(end) || ' ')) return undefined
  return toponymBefore(folded, end - 1)
}

function zoneBefore(folded: string, end: number): number | undefined {
  const zone = ZONE.exec(folded.slice(Math.max(0, end - LONGEST_ZONE), end))?.[0]
  if (zone === undefined) return undefined
  const start = end - zone.length
  return LEVELS.includes(folded.charAt(start - 1)) ? ownNameBefore(folded, start - 1) : toponymBefore(folded, start)
}

function roadBefore(folded: string, end: number): number | undefined {
  const road = ROAD.exec(folded.slice(end - 2, end))?.[0]
  if (road === undefined || NO_ROAD.test(folded.charAt(end))) return undefined
  const nameEnd = end - road.length - (road.length === 1 && /[东南西北中]/.test(folded.charAt(end - 2)) ? 1 : 0)
  const name = ROADS.exec(folded.slice(nameEnd - 2, nameEnd))?.[0]
  if (name === undefined) {
    const isShown =
      road.length > 1 || ON_ROAD.has(folded.charAt(nameEnd - 3)) || OF_ROAD.test(folded.slice(end, end + 2))
    return isShown ? toponymBefore(folded, nameEnd) : undefined
  }
  return isBorder(folded, nameEnd - 2) ? nameEnd - 2 : undefined
}
