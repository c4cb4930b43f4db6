import type { PassageKind, SearchField } from '../store.ts'

/** The kinds of passages by the number they are stored as. Only ever append. */
export const PASSAGE_KINDS = [
  'title',
  'heading',
  'byline',
  'salutation',
  'readdress',
  'paragraph',
  'listItem',
  'closing',
  'stage',
  'editorNote',
  'preface',
] as const satisfies readonly PassageKind[]

export function numberOfKind(kind: PassageKind): number {
  return PASSAGE_KINDS.indexOf(kind)
}

export function kindOfNumber(number: number): PassageKind {
  return PASSAGE_KINDS[number] as PassageKind
}

/** The kinds that a field takes in; a citation can stand in any. */
const FIELDS: Record<Exclude<SearchField, 'citation'>, readonly PassageKind[]> = {
  salutation: ['salutation', 'readdress'],
  heading: ['title', 'heading'],
  body: ['paragraph', 'listItem', 'closing'],
}

export function kindsOfField(field: Exclude<SearchField, 'citation'>): number[] {
  return FIELDS[field].map(numberOfKind)
}

/** The field that a kind belongs to; undefined for what is no part of a speech, as the site's own words. */
export function fieldOfKind(kind: number): SearchField | undefined {
  const name = kindOfNumber(kind)
  return (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).find((field) => FIELDS[field].includes(name))
}

/** How much more a word weighs in a title or heading than in running text. */
const WEIGHTS: Partial<Record<PassageKind, number>> = { title: 3, heading: 2 }

/** The kinds that weigh more than 1. */
export function weightsOfKinds(): { kind: number; weight: number }[] {
  return Object.entries(WEIGHTS).map(([kind, weight]) => ({ kind: numberOfKind(kind as PassageKind), weight }))
}
