import type { Elision, Name } from '../schema/phrasing.ts'
import type { Brackets } from './brackets.ts'
import type { Shown } from './signs.ts'

/** What an annotator says about a stretch of text; `split` makes the node of it. */
export type Annotation =
  | { type: 'citation' }
  | { type: 'quotation' }
  | { type: 'elision'; kind: Elision['kind'] }
  | { type: 'enumerator'; ordinal: number }
  | ({ type: 'date' } & DateFields)
  | { type: 'quantity'; number: number; unit: string; measure?: string; change?: number }
  | { type: 'name'; kind: Name['kind']; title?: string; rule: NonNullable<Name['rule']> }

/** A whole date has `iso`, a partial one what is printed; a relative one (去年) has none of them. */
export interface DateFields {
  iso?: string
  year?: number
  month?: number
  day?: number
}

/** Where an annotation stands: UTF-16 offsets in the text of a paragraph, `end` exclusive. */
export interface Span<Kind extends Annotation = Annotation> {
  start: number
  end: number
  annotation: Kind
}

/** The text of one paragraph as annotators read it. */
export interface Said {
  /** As restored. */
  text: string
  /** The same length, script and width folded: rules are written once. */
  folded: string
  brackets: Brackets
  /** What it shows at a first look. */
  shown: Shown
}

/** One annotator: finds its spans in a paragraph. */
export interface Annotator {
  /** The signs (see `signs.ts`) of which a paragraph must show one to be worth a look. */
  needs: number
  /** Adds its spans to those that others found. */
  find(said: Said, found: Span[]): void
}
