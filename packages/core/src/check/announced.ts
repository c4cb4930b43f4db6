import { findAnnouncements } from '../annotate/announced.ts'
import { createMessage } from '../messages/finding.ts'
import type { Message } from '../schema/message.ts'
import type { Announcement, Section, Speech } from '../schema/speech.ts'
import { textOf } from '../tree/text.ts'
import { paragraphsOf, sectionsOf, speechesOf } from '../tree/walk.ts'
import type { Rule } from './rule.ts'

/** 我講四點意見, and three headings are found. Silent where a speech has no headings of its own. */
export const announced: Rule = (collection) => speechesOf(collection).flatMap(checkSpeech)

const RANK: readonly Section['series'][] = [
  'han',
  'ordinal-word',
  'first-is',
  'paren-han',
  'arabic',
  'paren-arabic',
  'circled',
]

function checkSpeech(speech: Speech): Message[] {
  const found = topSections(speech)
  const differs = ({ count }: Announcement) => count !== null && count !== found.length
  if (found.length === 0 || !speech.announced.some(differs)) return []
  const list = spell(found)
  return paragraphsOf(speech).flatMap((paragraph) =>
    findAnnouncements(textOf(paragraph))
      .filter(differs)
      .map(({ text, count }) =>
        createMessage('announced-count-differs', paragraph.position, {
          values: { text, announced: count as number, found: list },
          actual: text,
        }),
      ),
  )
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
