import type { Selectable } from 'kysely'
import type { DocumentsTable, PassagesTable, SpeechesTable } from '../database/tables.ts'
import { kindOfNumber } from '../search/kinds.ts'
import type { DocumentSummary, Passage, Script, SpeechSummary } from '../store.ts'
import { extentOf, unpackSegments } from '../text/source-map.ts'
import { unfold } from '../text/unfold.ts'

/** What a summary needs of a document. */
export const SUMMARY_COLUMNS = [
  'documents.row',
  'documents.id',
  'documents.title',
  'documents.published',
  'documents.editor',
  'documents.author',
  'documents.publication',
  'documents.script',
  'documents.origin',
  'documents.imported',
  'documents.newest',
  'documents.parser',
  'documents.speeches',
  'documents.passages',
  'documents.characters',
] as const

type ColumnName<Path extends string> = Path extends `documents.${infer Name}` ? Name : never

export type SummaryRow = Pick<
  Selectable<DocumentsTable>,
  ColumnName<(typeof SUMMARY_COLUMNS)[number]> & keyof DocumentsTable
>

/** A document's summary, and nothing else that its row may hold. */
export function summaryOf(row: SummaryRow): DocumentSummary {
  const { id, title, published, editor, author, publication, origin, imported, parser } = row
  const { speeches, passages, characters } = row
  return {
    id,
    title,
    published,
    editor,
    author,
    publication,
    script: row.script as Script,
    origin,
    imported,
    newest: row.newest === 1,
    parser,
    speeches,
    passages,
    characters,
  }
}

export function speechSummaryOf(row: Selectable<SpeechesTable>): SpeechSummary {
  const { id, ordinal, item, heading, salutation, passages, characters } = row
  return { id, ordinal, item, heading, salutation, passages, characters }
}

/** A passage; its document's first one stands in row `first`. */
export function passageOf(row: Selectable<PassagesTable>, first: number): Passage {
  return {
    id: row.id,
    kind: kindOfNumber(row.kind),
    ordinal: row.row - first + 1,
    text: unfold(row.folded, row.taken),
    source: extentOf(unpackSegments(row.segments)),
  }
}
