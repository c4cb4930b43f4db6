import { isEmptyPair } from './brackets.ts'
import type { Annotator } from './span.ts'
import { BRACKET } from './traits.ts'

/** Cited titles, brackets included, nested ones too: 《關於印發〈河道管理條例〉的通知》. */
export const citation: Annotator = {
  needs: BRACKET,
  find({ text, brackets }) {
    return brackets.pairs
      .filter((pair) => '《〈'.includes(text.charAt(pair.start)) && !isEmptyPair(text, pair))
      .map(({ start, end }) => ({ start, end, annotation: { type: 'citation' } }))
  },
}
