import { nameWords } from '../generated/name-words.ts'
import { anyOf, isBorder, LEVELS } from './name-border.ts'
import { ownNameBefore } from './place.ts'
import { nextShown, signsOf } from './signs.ts'
import type { Annotation, Annotator, Span } from './span.ts'
import { madeUpBefore } from './toponym.ts'

type School = Span<Extract<Annotation, { type: 'name' }>>

/** What stands between the place that a school's name begins with and the word that ends it, and that word. */
const SCHOOL = new RegExp(`(?![镇村])(?:(?![的了在和与到对向])[一-龥]){0,8}?(?:${anyOf(nameWords.school)})`, 'y')
/** What ends the name of a school without its place, and what kind of school it is: 特殊教育學校, 一中. */
const KIND = new RegExp(
  `(?:(?:${anyOf(nameWords.schoolKind)})*(?:${anyOf(nameWords.school)})|[一二三四五六七八九十][中小])$`,
)
const LONGEST_KIND = 12
/** What goes on behind 一中 where it is none. */
const NO_NUMBERED = /^[心间学期华国医小原部]/

const PLACE = signsOf('place')
const SCHOOL_END = signsOf('school')

/**
 * Schools, hospitals and the like whose name begins with their place or their level.
 *
 *     石橋鎮中心小學    烏石中學    縣老年大學    縣一中
 */
export const school: Annotator = {
  needs: PLACE | SCHOOL_END,
  find({ folded, shown }, found) {
    const first = found.length
    let last = 0
    for (let i = nextShown(shown, PLACE); i < shown.count; i = nextShown(shown, PLACE, i + 1)) {
      const placeEnd = shown.ends[i] as number
      if (last >= placeEnd || !LEVELS.includes(folded.charAt(placeEnd - 1))) continue
      SCHOOL.lastIndex = placeEnd
      const start = SCHOOL.test(folded) ? ownNameBefore(folded, placeEnd - 1) : undefined
      if (start === undefined) continue
      last = SCHOOL.lastIndex
      found.push(toSchool(start, last))
    }
    for (let i = nextShown(shown, SCHOOL_END); i < shown.count; i = nextShown(shown, SCHOOL_END, i + 1)) {
      const end = shown.ends[i] as number
      if (isWithin(found, first, end)) continue
      const start = startOf(folded, end)
      if (start !== undefined) found.push(toSchool(start, end))
    }
  },
}

/** Whether a place lies in one of the spans from `first` on, or at its end. */
function isWithin(spans: readonly Span[], first: number, at: number): boolean {
  for (let i = first; i < spans.length; i++) {
    const { start, end } = spans[i] as Span
    if (start < at && at <= end) return true
  }
  return false
}

function toSchool(start: number, end: number): School {
  return { start, end, annotation: { type: 'name', kind: 'organization', rule: 'suffix' } }
}

/** Where the name of a school begins that ends at a place: at its own name, or at its level where its kind is said. */
function startOf(folded: string, end: number): number | undefined {
  const kind = KIND.exec(folded.slice(Math.max(0, end - LONGEST_KIND), end))?.[0]
  if (kind === undefined) return undefined
  const isNumbered = kind.length === 2 && /[中小]$/.test(kind)
  if (isNumbered && NO_NUMBERED.test(folded.charAt(end))) return undefined
  const start = end - kind.length
  if (!LEVELS.includes(folded.charAt(start - 1))) return madeUpBefore(folded, start)
  const isOfKind = isNumbered || !nameWords.school.includes(kind)
  return ownNameBefore(folded, start - 1) ?? (isOfKind && isBorder(folded, start - 1) ? start - 1 : undefined)
}
