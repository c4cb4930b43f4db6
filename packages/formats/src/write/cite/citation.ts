import type { Collection, ParseResult } from '@speeches/core/schema'
import { paragraphRecords, type SpeechRecord, speechRecords } from '../ndjson/records.ts'
import type { WriteOptions } from '../options.ts'

/** What a reference to a speech, or to a passage of it, says. */
export interface Citation {
  /** The id of what is cited. */
  id: string
  title: string
  /** The page's title, where the speech has one of its own. */
  container: string | null
  authors: string[]
  /** The site. */
  publisher: string | null
  /** ISO, as exact as the page: a year, a month or a day. */
  published: string | null
  url: string | null
  /** The day the page was read, ISO. */
  accessed: string | null
  /** Where in the speech the passage stands, 第3段, and what it says; null where the speech is cited whole. */
  passage: { place: string; text: string } | null
}

/**
 * References to every speech of a page, or to the one node asked for.
 *
 * @throws {RangeError} when no speech, paragraph, point or closing of the page has the id asked for
 */
export function citationsOf({ collection }: ParseResult, options: WriteOptions = {}): Citation[] {
  const speeches = [...speechRecords(collection)]
  const { node } = options
  if (node === undefined) return speeches.map((speech) => cite(speech, collection, options))
  const whole = speeches.find(({ id }) => id === node)
  if (whole) return [cite(whole, collection, options)]
  for (const { id, speech, ordinal, text } of paragraphRecords(collection)) {
    const holder = speeches.find((candidate) => candidate.id === speech)
    if (id !== node || !holder) continue
    return [{ ...cite(holder, collection, options), id, passage: { place: `第${ordinal}段`, text } }]
  }
  throw new RangeError(
    `There is no speech or paragraph “${node}” on this page. Take an id from the tree or from NDJSON.`,
  )
}

function cite(
  { id, item, page, published }: SpeechRecord,
  { metadata }: Collection,
  { url, accessed }: WriteOptions,
): Citation {
  const title = item.heading ?? page ?? '讲话'
  return {
    id,
    title,
    container: page === title ? null : page,
    authors: (metadata.author ?? '')
      .split(/[、，,；;]/)
      .map((name) => name.trim())
      .filter(Boolean),
    publisher: metadata.source,
    published: published?.slice(0, 10) ?? null,
    url: url ?? null,
    accessed: accessed ?? null,
    passage: null,
  }
}
