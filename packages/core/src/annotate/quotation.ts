import { isEmptyPair, isTitle } from './brackets.ts'
import { signsOf } from './signs.ts'
import type { Annotator } from './span.ts'

/** Quoted words, marks included: “…” ‘…’ 「…」 『…』. Marks with nothing between them, 《》 too, say that words were taken out. */
export const quotation: Annotator = {
  needs: signsOf('bracket'),
  find({ text, brackets }, found) {
    for (const pair of brackets.pairs) {
      const { start, end } = pair
      if (isEmptyPair(text, pair)) found.push({ start, end, annotation: { type: 'elision', kind: 'quotation' } })
      else if (!isTitle(text, pair)) found.push({ start, end, annotation: { type: 'quotation' } })
    }
  },
}
