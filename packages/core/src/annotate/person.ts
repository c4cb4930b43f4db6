import { nameWords } from '../generated/name-words.ts'
import { type Found, findBefore, findChief } from './named-before.ts'
import { findBehind } from './named-behind.ts'
import { nextShown, signsOf } from './signs.ts'
import type { Annotation, Annotator, Span } from './span.ts'
import { dutyBefore, rankBefore, titleBefore } from './title.ts'

type Person = Span<Extract<Annotation, { type: 'name' }>>

/** Offices, behind which a name may stand; before it one may stand as before forms of address. */
const OFFICES = new Set(nameWords.office)

const TITLE = signsOf('title')

/**
 * Persons beside their office or form of address.
 *
 *     市總工會主席周明遠同志      陳校長      樹林同志
 *                 ^    ^          ^           ^
 */
export const person: Annotator = {
  needs: TITLE,
  find({ text, folded, shown }, found) {
    let last = 0
    for (let i = nextShown(shown, TITLE); i < shown.count; i = nextShown(shown, TITLE, i + 1)) {
      const person = personAt(text, folded, shown.ends[i] as number, last)
      if (!person) continue
      found.push(person)
      last = person.end
    }
  },
}

/** The person beside the title that ends at a place; one that stands before it begins behind `last`. */
function personAt(text: string, folded: string, end: number, last: number): Person | undefined {
  const title = titleBefore(folded, end)
  if (title === undefined) {
    const chief = findChief(folded, end)
    return chief && toPerson(chief, text.slice(end - 1, end))
  }
  const start = end - title.length - rankBefore(folded, end - title.length)
  const before = findBefore(folded, start, title)
  if (before && last <= before.start) return toPerson(before, text.slice(start, end))
  const behind = OFFICES.has(title) ? findBehind(folded, end) : undefined
  return behind && toPerson(behind, text.slice(start - dutyBefore(folded, start), end))
}

function toPerson({ start, end, rule }: Found, title: string): Person {
  return { start, end, annotation: { type: 'name', kind: 'person', title, rule } }
}
