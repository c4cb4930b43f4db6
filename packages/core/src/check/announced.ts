import { findAnnouncements } from '../annotate/announced.ts'
import { createMessage } from '../messages/finding.ts'
import type { Announcement, Section, Speech } from '../schema/speech.ts'
import { sectionsOf } from '../tree/walk.ts'
import { type Leaf, type SpokenLine, spokenIn } from './lines.ts'
import type { Rule } from './rule.ts'

/** 我講四點意見, and three headings are found. Silent where a speech has no headings of its own. */
export const announced: Rule = (report, _, { announcedIn }) => {
  let promised: readonly Announcement[] = []
  let found: readonly Section[] = []
  let spelled = ''
  let next = 0
  const differs = ({ count }: Announcement) => count !== null && count !== found.length
  return {
    speech(speech) {
      found = topSections(speech)
      promised = found.length > 0 && speech.announced.some(differs) ? speech.announced : []
      spelled = spell(found)
      next = 0
    },
    line(line, leaves) {
      if (next === promised.length || line.type !== 'paragraph') return
      const promises = announcedIn ? placedIn(line, announcedIn) : readIn(leaves)
      next += promises.length
      for (const { text, count } of promises) {
        if (count === null || count === found.length) continue
        const values = { text, announced: count, found: spelled }
        report(createMessage('announced-count-differs', line.position, { values, actual: text }))
      }
    },
  }

  /** The next promises, as far as they are known to stand in a paragraph. */
  function placedIn(paragraph: SpokenLine, places: ReadonlyMap<Announcement, object>): readonly Announcement[] {
    let end = next
    while (end < promised.length && places.get(promised[end] as Announcement) === paragraph) end++
    return end === next ? NONE : promised.slice(next, end)
  }

  /** The promises of a paragraph, which is read again only where the next promise of its speech stands in it. */
  function readIn(leaves: readonly Leaf[]): readonly Announcement[] {
    const text = spokenIn(leaves)
    return text.includes((promised[next] as Announcement).text) ? findAnnouncements(text) : NONE
  }
}

const NONE: readonly Announcement[] = []

const RANK: readonly Section['series'][] = [
  'han',
  'ordinal-word',
  'first-is',
  'paren-han',
  'arabic',
  'paren-arabic',
  'circled',
]

/** A message names at most so many markers. */
const MARKERS = 20

/** 3 (一、 二、 四、) */
function spell(found: readonly Section[]): string {
  const markers = found.slice(0, MARKERS).map(({ marker }) => marker)
  return `${found.length} (${markers.join(' ')}${found.length > MARKERS ? ' …' : ''})`
}

/** The sections of the highest system of numbers that a speech uses at its top. */
function topSections(speech: Speech): Section[] {
  const sections = sectionsOf(speech)
  const series = RANK.find((rank) => sections.some((section) => section.series === rank))
  return sections.filter((section) => section.series === series)
}
