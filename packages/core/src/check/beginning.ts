import { createMessage } from '../messages/finding.ts'
import { codeSet } from '../source/code-set.ts'
import type { Rule } from './rule.ts'

/** Marks that no sentence starts with, and words that only end a phrase, cut from what stood before them. */
const CUT = /^(?:[、,，。;；:：!！?？)）”’》]|[中下上内里時时后後][,，、])/

/** What `CUT` starts with. */
const mayStart = codeSet('、,，。;；:：!！?？)）”’》中下上内里時时後后')

/** A paragraph whose beginning is lost: 、講課等活動,迅速提高工作水平。 */
export const beginning: Rule = (report) => ({
  line(line, [first]) {
    if (line.type !== 'paragraph' || !first) return
    if (mayStart(first.value.charCodeAt(0)) && CUT.test(first.value))
      report(createMessage('paragraph-without-beginning', line.position))
  },
})
