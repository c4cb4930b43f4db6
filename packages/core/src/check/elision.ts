import { createMessage } from '../messages/finding.ts'
import { eachLeaf, isPlain, type SpokenLine } from './lines.ts'
import type { Rule } from './rule.ts'

/** Every place where the site took words out: 20xx, ××; marks with nothing between them, “”. */
export const elision: Rule = (report) => {
  return { heading: see, line: see }

  function see(line: SpokenLine): void {
    if (isPlain(line)) return
    eachLeaf(line, (leaf) => {
      if (leaf.type !== 'elision') return
      const id = leaf.kind === 'quotation' ? 'empty-quotation' : 'elision'
      report(createMessage(id, leaf.position, { actual: leaf.value }))
    })
  }
}
