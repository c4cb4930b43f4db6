import { createMessage } from '../messages/finding.ts'
import type { Leaf, SpokenLine } from './lines.ts'
import type { Rule } from './rule.ts'

/** Every place where the site took words out: 20xx, ××; marks with nothing between them, “”. */
export const elision: Rule = (report) => {
  return { heading: see, line: see }

  function see(_: SpokenLine, leaves: readonly Leaf[]): void {
    for (const leaf of leaves) {
      if (leaf.type !== 'elision') continue
      const id = leaf.kind === 'quotation' ? 'empty-quotation' : 'elision'
      report(createMessage(id, leaf.position, { actual: leaf.value }))
    }
  }
}
