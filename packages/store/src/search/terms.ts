import type { SearchField } from '../store.ts'
import { clean } from '../text/clean.ts'
import { foldText } from '../text/fold.ts'
import type { Query } from './query.ts'

/** A term as it is looked for. */
export interface FoldedTerm {
  folded: string
  field: SearchField | undefined
}

/** A query as it is looked for: of each group at least one term, and none of `none`. */
export interface FoldedQuery {
  groups: readonly (readonly FoldedTerm[])[]
  none: readonly FoldedTerm[]
}

/** @param field where terms are looked for that say nothing else */
export function foldQuery({ all, none = [] }: Query, field: SearchField | undefined): FoldedQuery {
  const foldTerm = (term: { text: string; field?: SearchField }): FoldedTerm => ({
    folded: foldText(clean(term.text)),
    field: term.field ?? field,
  })
  return { groups: all.map((group) => group.map(foldTerm)), none: none.map(foldTerm) }
}

/** All terms that may stand in a hit. */
export function wantedTerms({ groups }: FoldedQuery): FoldedTerm[] {
  return groups.flat()
}
