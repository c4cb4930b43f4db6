import { findAnnouncements } from '../annotate/announced.ts'
import { createMessage } from '../messages/finding.ts'
import type { Phrasing } from '../schema/phrasing.ts'
import type { Announcement, Section, Speech } from '../schema/speech.ts'
import { sectionsOf } from '../tree/walk.ts'
import { type SpokenLine, spokenOf } from './lines.ts'
import type { Rule } from './rule.ts'

/** 我講四點意見, and three headings are found. Silent where a speech has no headings of its own. */
export const announced: Rule = (report) => {
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
    line(line) {
      const promise = promised[next]
      if (!promise || line.type !== 'paragraph') return
      const promises = announcedIn(line, promise)
      next += promises.length
      for (const { text, count } of promises.filter(differs)) {
        const values = { text, announced: count as number, found: spelled }
        report(createMessage('announced-count-differs', line.position, { values, actual: text }))
      }
    },
  }
}

const RANK: readonly Section['series'][] = [
  'han',
  'ordinal-word',
  'first-is',
  'paren-han',
  'arabic',
  'paren-arabic',
  'circled',
]

/** The promises of a paragraph, which is read again only where the next promise of its speech stands in it. */
function announcedIn(paragraph: SpokenLine, next: Announcement): Announcement[] {
  if (!hasCharacter(paragraph, next.text.slice(-1))) return []
  const text = spokenOf(paragraph)
  return text.includes(next.text) ? findAnnouncements(text) : []
}

/** Whether a character stands in a line: a quick look before its leaves are put together. */
function hasCharacter({ children }: { children: readonly Phrasing[] }, character: string): boolean {
  for (const child of children) {
    if (child.type !== 'text' && 'children' in child ? hasCharacter(child, character) : child.value.includes(character))
      return true
  }
  return false
}

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
