import { nameWords } from '../generated/name-words.ts'
import { type Found, findBefore, findChief } from './named-before.ts'
import { findBehind } from './named-behind.ts'
import { signsOf } from './signs.ts'
import type { Annotation, Annotator, Span } from './span.ts'
import { dutyBefore, rankBefore, titleBefore } from './title.ts'

type Person = Span<Extract<Annotation, { type: 'name' }>>

/** Offices, behind which a name may stand; before it one may stand as before forms of address. */
const OFFICES = new Set(nameWords.office)

/**
 * Persons beside their office or form of address.
 *
 *     市總工會主席周明遠同志      陳校長      樹林同志
 *                 ^    ^          ^           ^
 */
export const person: Annotator = {
  needs: signsOf('title'),
  find({ text, folded, shown }) {
    const found: Person[] = []
    for (const end of shown.titles) {
      const title = titleBefore(folded, end)
      if (title === undefined) {
        const chief = findChief(folded, end)
        if (chief) found.push(toPerson(chief, text.slice(end - 1, end)))
        continue
      }
      const start = end - title.length - rankBefore(folded, end - title.length)
      const before = findBefore(folded, start, title)
      if (before && (found.at(-1)?.end ?? 0) <= before.start) {
        found.push(toPerson(before, text.slice(start, end)))
        continue
      }
      const behind = OFFICES.has(title) ? findBehind(folded, end) : undefined
      if (behind) found.push(toPerson(behind, text.slice(start - dutyBefore(folded, start), end)))
    }
    return found
  },
}

function toPerson({ start, end, rule }: Found, title: string): Person {
  return { start, end, annotation: { type: 'name', kind: 'person', title, rule } }
}
