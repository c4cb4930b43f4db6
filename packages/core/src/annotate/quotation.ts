import { isEmptyPair } from './brackets.ts'
import type { Annotator, Span } from './span.ts'
import { BRACKET } from './traits.ts'

/** Quoted words, marks included: “…” ‘…’ 「…」 『…』. Marks with nothing between them, 《》 too, say that words were taken out. */
export const quotation: Annotator = {
  needs: BRACKET,
  find({ text, brackets }) {
    return brackets.pairs.flatMap((pair): Span[] => {
      if (isEmptyPair(text, pair)) return [{ ...pair, annotation: { type: 'elision', kind: 'quotation' } }]
      if ('《〈'.includes(text.charAt(pair.start))) return []
      return [{ ...pair, annotation: { type: 'quotation' } }]
    })
  },
}
