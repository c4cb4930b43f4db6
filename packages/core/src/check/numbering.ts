import { createMessage, type MessageId, type MessageValues } from '../messages/finding.ts'
import type { Message } from '../schema/message.ts'
import type { Section, SectionContent, Speech } from '../schema/speech.ts'
import { fold } from '../source/fold.ts'
import { isPrinted } from './lines.ts'
import type { Report, Rule } from './rule.ts'

/**
 * Gaps, repeats, restarts and switches in the numbers of sibling sections. Numbers are kept as printed.
 *
 *     (二) (三) (三) (五)
 *               ^   ^     repeat, gap
 */
export const numbering: Rule = (report) => ({
  speech: (speech) => checkParent(speech, report),
})

function checkParent({ children }: { children: readonly SectionContent[] | Speech['children'] }, report: Report): void {
  let last: Partial<Record<Section['series'], Section>> | undefined
  let sibling: Section | undefined
  for (const section of children) {
    if (section.type !== 'section') continue
    last ??= {}
    const message = checkSection(section, last[section.series], sibling)
    if (message) report(message)
    checkParent(section, report)
    last[section.series] = section
    sibling = section
  }
}

/** Compares a section with the last one of its system of numbers, or else with the sibling before it. */
function checkSection(
  section: Section,
  previous: Section | undefined,
  sibling: Section | undefined,
): Message | undefined {
  const place = section.children[0]?.position
  const found = section.marker
  const message = (id: MessageId, values: MessageValues) => createMessage(id, place, { values, actual: found })
  if (!previous) {
    if (section.ordinal === 1) return undefined
    if (sibling?.ordinal === section.ordinal - 1) return message('series-switched', { found, previous: sibling.marker })
    return message('numbering-gap', { found, previous: sibling?.marker ?? '—', missing: spell(1, section.ordinal - 1) })
  }
  const values = { found, previous: previous.marker }
  if (section.ordinal === previous.ordinal) return message('numbering-repeat', values)
  if (section.ordinal < previous.ordinal) return message('numbering-restart', values)
  if (section.ordinal > previous.ordinal + 1) {
    return message('numbering-gap', { ...values, missing: spell(previous.ordinal + 1, section.ordinal - 1) })
  }
  return delimiterOf(section) === delimiterOf(previous) ? undefined : switched(section, previous)
}

/** A number in another form than the one before it, which its own could have. */
function switched({ marker, children }: Section, previous: Section): Message {
  const [heading] = children
  const place = heading?.type === 'heading' ? heading.children[0]?.position : undefined
  const expected = place && isPrinted(marker, place) ? inFormOf(marker, previous.marker) : undefined
  return createMessage('series-switched', place ?? heading?.position, {
    values: { found: marker, previous: previous.marker },
    actual: marker,
    ...(expected && { expected: [expected] }),
  })
}

const NUMBER = /[\d０-９一二三四五六七八九十百]+/

/** 2、 in the form of 1. is 2. */
function inFormOf(marker: string, model: string): string | undefined {
  const number = NUMBER.exec(marker)?.[0]
  return number && model.replace(NUMBER, number)
}

function spell(from: number, to: number): string {
  return Array.from({ length: Math.min(to - from + 1, 5) }, (_, i) => from + i).join(', ')
}

/** What stands around the number: 、 of 一、 and . of 1. — the words of 一是 and 二要 are no change of form. */
function delimiterOf({ series, marker }: Section): string {
  if (series === 'first-is' || series === 'ordinal-word') return ''
  return fold(marker).replace(/[\d一二三四五六七八九十百 ]+/, '')
}
