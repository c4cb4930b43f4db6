import { isEmptyPair } from './brackets.ts'
import { signsOf } from './signs.ts'
import type { Annotator } from './span.ts'

/** Cited titles, brackets included, nested ones too: 《關於印發〈河道管理條例〉的通知》. */
export const citation: Annotator = {
  needs: signsOf('bracket'),
  find({ text, brackets }) {
    return brackets.pairs
      .filter((pair) => '《〈'.includes(text.charAt(pair.start)) && !isEmptyPair(text, pair))
      .map(({ start, end }) => ({ start, end, annotation: { type: 'citation' } }))
  },
}
