import type { Collection } from '../schema/collection.ts'
import type { Message } from '../schema/message.ts'
import type { Heading, Speech } from '../schema/speech.ts'
import type { SpokenLine } from './lines.ts'

/** What a check looks at; a page is walked once for all checks. */
export interface Check {
  /** The heading of an item. */
  heading?(heading: Heading): void
  /** A speech, before its lines. */
  speech?(speech: Speech): void
  /** A line of the speech, of any type. */
  line?(line: SpokenLine): void
  /** The same speech, behind its lines. */
  end?(): void
}

/**
 * One check of a page: reports what is wrong with it.
 *
 * @param units the code units of the restored text, where they are at hand: a look at them can spare a rule the page
 */
export type Rule = (report: (message: Message) => void, collection: Collection, units?: Uint16Array) => Check
