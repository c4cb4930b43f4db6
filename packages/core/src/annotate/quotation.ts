import { isEmptyPair } from './brackets.ts'
import { signsOf } from './signs.ts'
import type { Annotator, Span } from './span.ts'

/** Quoted words, marks included: “…” ‘…’ 「…」 『…』. Marks with nothing between them, 《》 too, say that words were taken out. */
export const quotation: Annotator = {
  needs: signsOf('bracket'),
  find({ text, brackets }) {
    return brackets.pairs.flatMap((pair): Span[] => {
      if (isEmptyPair(text, pair)) return [{ ...pair, annotation: { type: 'elision', kind: 'quotation' } }]
      if ('《〈'.includes(text.charAt(pair.start))) return []
      return [{ ...pair, annotation: { type: 'quotation' } }]
    })
  },
}
