import { nameWords } from '../generated/name-words.ts'
import { anyOf } from './name-border.ts'
import { ownNameBefore } from './place.ts'
import { signsOf } from './signs.ts'
import type { Annotator, Span } from './span.ts'

const SCHOOLS = new RegExp(anyOf(nameWords.school), 'g')
/** The end of the place that a school's name begins with, and what stands between. */
const PLACED = /[省市县区镇乡村](?:(?![的了在和与到对向])[一-龥]){0,8}$/
const LONGEST = 10

/** Schools, hospitals and the like whose name begins with their place: 石橋鎮中心小學. */
export const school: Annotator = {
  needs: signsOf('place'),
  find({ folded }) {
    const found: Span[] = []
    for (const { 0: suffix, index } of folded.matchAll(SCHOOLS)) {
      const placed = PLACED.exec(folded.slice(Math.max(0, index - LONGEST), index))?.[0]
      const start = placed === undefined ? undefined : ownNameBefore(folded, index - placed.length)
      if (start === undefined) continue
      const end = index + suffix.length
      found.push({ start, end, annotation: { type: 'name', kind: 'organization', rule: 'suffix' } })
    }
    return found
  },
}
