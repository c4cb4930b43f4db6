import type { SearchField } from '../store.ts'
import { clean } from '../text/clean.ts'
import { foldText } from '../text/fold.ts'
import type { Query, Term } from './query.ts'

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
  return {
    groups: all.map((group) => group.map((term) => foldTerm(term, field))),
    none: none.map((term) => foldTerm(term, field)),
  }
}

export function foldTerm(term: Term, field: SearchField | undefined): FoldedTerm {
  return { folded: foldText(clean(term.text)), field: term.field ?? field }
}

/** All terms that may stand in a hit. */
export function wantedTerms({ groups }: FoldedQuery): FoldedTerm[] {
  return groups.flat()
}
