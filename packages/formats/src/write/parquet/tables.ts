import type { ParseResult, Position } from '@speeches/core/schema'
import { paragraphRecords, speechRecords } from '../ndjson/records.ts'
import type { WriteOptions } from '../options.ts'

export type Value = string | number | readonly unknown[] | null
type Type = 'STRING' | 'INT32' | 'DOUBLE' | 'JSON'

/** A table that pages are written into. */
export interface Table {
  /** Its columns in order, with their types in Parquet. */
  columns: Readonly<Record<string, Type>>
  /** The rows of a page; `page` is its place in the file, from 1. */
  rows(result: ParseResult, page: number, options?: WriteOptions): Iterable<Readonly<Record<string, Value>>>
}

/** Where something stands in the source: offsets in UTF-16 code units, the line from 1; null where it was inferred. */
const PLACE = { start: 'INT32', end: 'INT32', line: 'INT32' } as const
const TEXT = { text: 'STRING', simplified: 'STRING', traditional: 'STRING' } as const

export const SPEECHES: Table = {
  columns: {
    ...({ page: 'INT32', id: 'STRING', ordinal: 'INT32', title: 'STRING', published: 'STRING' } as const),
    ...({ item: 'INT32', heading: 'STRING', byline: 'STRING', salutation: 'STRING', announced: 'JSON' } as const),
    ...({ characters: 'INT32', ...PLACE, ...TEXT } as const),
  },
  *rows({ collection }, page, options) {
    for (const { id, ordinal, page: title, published, item, announced, ...rest } of speechRecords(
      collection,
      options,
    )) {
      const { byline, salutation, characters, position, text, simplified, traditional } = rest
      yield {
        ...{ page, id, ordinal, title, published, item: item.ordinal, heading: item.heading, byline, salutation },
        ...{ announced, characters, ...placeOf(position), text, simplified, traditional },
      }
    }
  },
}

export const PARAGRAPHS: Table = {
  columns: {
    ...({ page: 'INT32', id: 'STRING', type: 'STRING', closing: 'STRING', speech: 'STRING', item: 'INT32' } as const),
    ...({ ordinal: 'INT32', depth: 'INT32', headings: 'JSON', ...PLACE, ...TEXT } as const),
  },
  *rows({ collection }, page, options) {
    for (const { position, sections, ...record } of paragraphRecords(collection, options)) {
      const headings = sections.map(({ heading, marker }) => heading ?? marker)
      yield { page, ...record, depth: sections.length, headings, ...placeOf(position) }
    }
  },
}

export const EDITS: Table = {
  columns: {
    ...({ page: 'INT32', rule: 'STRING', certainty: 'STRING', original: 'STRING', replacement: 'STRING' } as const),
    ...({ ...PLACE, readings: 'INT32', margin: 'DOUBLE', witness: 'STRING' } as const),
  },
  *rows({ edits }, page) {
    for (const { rule, certainty, original, replacement, position, evidence } of edits) {
      const { readings = null, margin = null, witness = null } = evidence ?? {}
      yield { page, rule, certainty, original, replacement, ...placeOf(position), readings, margin, witness }
    }
  },
}

function placeOf(position: Position | null): Record<keyof typeof PLACE, number | null> {
  return {
    start: position?.start.offset ?? null,
    end: position?.end.offset ?? null,
    line: position?.start.line ?? null,
  }
}
