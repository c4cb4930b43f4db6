import { createMessage } from '../messages/finding.ts'
import type { Phrasing } from '../schema/phrasing.ts'
import type { Rule } from './rule.ts'

/** Marks that no sentence starts with, and words that only end a phrase, cut from what stood before them. */
const CUT = /^(?:[、,，。;；:：!！?？)）”’》]|[中下上内里時时后後][,，、])/

/** What `CUT` starts with. */
const FIRST = new Set('、,，。;；:：!！?？)）”’》中下上内里時时後后')

/** A paragraph whose beginning is lost: 、講課等活動,迅速提高工作水平。 */
export const beginning: Rule = (report) => ({
  line(line) {
    if (line.type !== 'paragraph') return
    const opening = openingOf(line)
    if (FIRST.has(opening.charAt(0)) && CUT.test(opening))
      report(createMessage('paragraph-without-beginning', line.position))
  },
})

/** The first leaf of a paragraph, which is enough to see a beginning. */
function openingOf(parent: { children: readonly Phrasing[] }): string {
  const first = parent.children[0]
  if (!first) return ''
  return 'children' in first ? openingOf(first) : first.value
}
