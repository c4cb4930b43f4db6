import type { Finding } from '../messages/finding.ts'
import type { Repair } from '../schema/edit.ts'
import type { Patches } from '../source/patches.ts'
import type { Rows } from '../source/rows.ts'
import type { Brackets, GlossSet } from './gloss-set.ts'
import type { Survey } from './survey.ts'

/** What one repair made of a text: patches on that text, and what it could not or would not repair. */
export interface LayerOutcome {
  patches: Patches
  /** Offsets are those of the text the layer was given. */
  findings?: Finding[]
}

/**
 * One repair. It gets the text as the layers before it left it, and says what to change;
 * `restore.ts` says the order, applies the patches and brings them back to the source.
 */
export interface Layer {
  rule: Repair
  /** Whether a page holding these characters can need this repair; a page that needs none is not looked at twice. */
  isNeeded(survey: Survey): boolean
  run(text: string, context: LayerContext): LayerOutcome
}

/** What a layer may know beside the text it was given. */
export interface LayerContext {
  /** The UTF-16 code units of the text the layer was given. */
  units: Uint16Array
  /** The characters of the text the layer was given; looked for once. */
  survey(): Survey
  /** The lines of that text that are not blank; looked for once. */
  rows(): Rows
  /** The brackets of that text that can be glosses; looked for once. */
  brackets(): Brackets
  /** The gloss set that they show; looked up once. */
  glossSet(): GlossSet
  /**
   * The glosses that the page showed before its damaged runs were restored, where any were: a restored run holds
   * characters of the set without their gloss, and must not tell against it.
   */
  glosses: GlossSet
  /** Intact texts handed in by the caller that may hold the same passages. */
  witnesses: readonly string[]
  /** The full word table, where the caller handed one in; only the shift layer knows its shape. */
  lexicon: unknown
}
