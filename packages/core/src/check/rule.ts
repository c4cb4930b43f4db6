import type { Page } from '../parse/page.ts'
import type { Collection } from '../schema/collection.ts'
import type { Message } from '../schema/message.ts'
import type { Announcement, Heading, Speech } from '../schema/speech.ts'
import type { Leaf, SpokenLine } from './lines.ts'

/** What a check looks at; a page is walked once for all checks. */
export interface Check {
  /** The heading of an item, with its leaves in order. */
  heading?(heading: Heading, leaves: readonly Leaf[]): void
  /** A speech, before its lines. */
  speech?(speech: Speech): void
  /** A line of the speech, of any type, with its leaves in order. */
  line?(line: SpokenLine, leaves: readonly Leaf[]): void
  /** The same speech, behind its lines. */
  end?(): void
}

/** What is at hand of a page beside its tree, and spares a rule a look at that. */
export interface Known {
  /** The page that the tree was read from. */
  page?: Pick<Page, 'text' | 'units' | 'map'>
  /** The paragraph in which each announcement stands. */
  announcedIn?: ReadonlyMap<Announcement, object>
}

/** Puts down what is wrong with a page. */
export type Report = (message: Message) => void

/** One check of a page: reports what is wrong with it. */
export type Rule = (report: Report, collection: Collection, known: Known) => Check
