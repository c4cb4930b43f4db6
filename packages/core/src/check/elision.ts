import { createMessage } from '../messages/finding.ts'
import type { Message } from '../schema/message.ts'
import { allLinesOf, eachLeaf } from './lines.ts'
import type { Rule } from './rule.ts'

/** Every place where the site took words out: 20xx, ××; marks with nothing between them, “”. */
export const elision: Rule = (collection) => {
  const messages: Message[] = []
  for (const line of allLinesOf(collection)) {
    eachLeaf(line, (leaf) => {
      if (leaf.type !== 'elision') return
      const id = leaf.kind === 'quotation' ? 'empty-quotation' : 'elision'
      messages.push(createMessage(id, leaf.position, { actual: leaf.value }))
    })
  }
  return messages
}
