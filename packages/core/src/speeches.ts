import { annotate } from './annotate/annotate.ts'
import { check } from './check/check.ts'
import { createMessage, type Finding } from './messages/finding.ts'
import { readPage } from './parse/outline.ts'
import { type RestoredPage, type RestoreOptions, restorePage } from './restore/restore.ts'
import type { Collection } from './schema/collection.ts'
import type { Edit } from './schema/edit.ts'
import type { Message } from './schema/message.ts'
import type { ParseResult } from './schema/result.ts'
import { lazily } from './source/lazily.ts'
import { createLocator } from './source/lines.ts'
import { createOffsetMap } from './source/offset-map.ts'
import { noPatches, toEdits } from './source/patches.ts'
import { rowsOf } from './source/rows.ts'
import { unitsOf } from './source/units.ts'

/** What a caller can choose about `parse`. */
export interface ParseOptions extends RestoreOptions {
  /** Repair the text first; true unless set to false. */
  restore?: boolean
  /**
   * Say what the speeches announce, cite, count and name; true unless set to false. Without it, the checks of
   * announcements, elisions, empty and unbalanced marks have nothing to go by and are silent.
   */
  annotate?: boolean
  /**
   * Give relative dates (去年, 本月15日) the year and month that they have by the page's `published`; false unless set to
   * true. Without it, a date has no field that is not printed.
   */
  resolveDates?: boolean
  /** Check numbering, announcements and the like; true unless set to false. */
  check?: boolean
}

/**
 * Turns a page into restored text, a tree, edits and messages.
 *
 * @param source the page, decoded: any string
 * @returns plain data; every position is one of `source`, in UTF-16 code units
 */
export function parse(source: string, options: ParseOptions = {}): ParseResult {
  const restored = options.restore === false ? untouched(source) : restorePage(source, options)
  const { text, units, rows, patches, map, locator, joins } = restored
  const { collection, findings } = readPage({ source, text, units, rows, map, locator, seams: joins })
  const announcedIn = options.annotate === false ? undefined : annotate(collection, restored, options.resolveDates)
  const checked =
    options.check === false ? [] : check(collection, { page: restored, ...(announcedIn && { announcedIn }) })
  const messages = [...restored.messages, ...findings.map((finding) => toMessage(finding, restored)), ...checked]
  return toResult(collection, inOrder(messages), () => toEdits(source, patches, locator))
}

/** The result; its edits, of which a page has thousands, are made when they are first read. */
function toResult(collection: Collection, messages: Message[], makeEdits: () => Edit[]): ParseResult {
  const result: ParseResult = { version: 1, collection, edits: [], messages }
  lazily(result, 'edits', makeEdits)
  return result
}

function untouched(source: string): RestoredPage {
  const patches = noPatches()
  const print = { text: source, units: unitsOf(source) }
  return {
    ...print,
    rows: () => rowsOf(print),
    patches,
    map: createOffsetMap(patches),
    locator: createLocator(source),
    messages: [],
    joins: [],
  }
}

function toMessage({ id, start, end, values, expected }: Finding, { map, locator }: RestoredPage): Message {
  const place = locator.toPosition(map.toSourceStart(start), map.toSourceEnd(end))
  return createMessage(id, place, { ...(values && { values }), ...(expected && { expected }) })
}

function inOrder(messages: Message[]): Message[] {
  return messages.sort((a, b) => (a.place?.start.offset ?? 0) - (b.place?.start.offset ?? 0))
}
