import { isEmptyPair, isTitle } from './brackets.ts'
import { signsOf } from './signs.ts'
import type { Annotator } from './span.ts'

/** Cited titles, brackets included, nested ones too: 《關於印發〈河道管理條例〉的通知》. */
export const citation: Annotator = {
  needs: signsOf('bracket'),
  find({ text, brackets }, found) {
    for (const pair of brackets.pairs) {
      if (!isTitle(text, pair) || isEmptyPair(text, pair)) continue
      found.push({ start: pair.start, end: pair.end, annotation: { type: 'citation' } })
    }
  },
}
