import { nameWords } from '../generated/name-words.ts'
import { anyOf } from './name-border.ts'
import { ownNameBefore } from './place.ts'
import { signsOf } from './signs.ts'
import type { Annotator, Span } from './span.ts'

const LEVELS = '省市县区镇乡村'

/** What stands between the place that a school's name begins with and the word that ends it, and that word. */
const SCHOOL = new RegExp(`(?:(?![的了在和与到对向])[一-龥]){0,8}?(?:${anyOf(nameWords.school)})`, 'y')

/** Schools, hospitals and the like whose name begins with their place: 石橋鎮中心小學. */
export const school: Annotator = {
  needs: signsOf('place'),
  find({ folded, shown }) {
    const found: Span[] = []
    for (const placeEnd of shown.places) {
      if ((found.at(-1)?.end ?? 0) >= placeEnd || !LEVELS.includes(folded.charAt(placeEnd - 1))) continue
      SCHOOL.lastIndex = placeEnd
      const start = SCHOOL.test(folded) ? ownNameBefore(folded, placeEnd - 1) : undefined
      if (start === undefined) continue
      found.push({ start, end: SCHOOL.lastIndex, annotation: { type: 'name', kind: 'organization', rule: 'suffix' } })
    }
    return found
  },
}
