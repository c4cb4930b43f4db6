import type { ParseResult } from '@speeches/core'
import type { Database } from '../database/database.ts'
import type { DocumentFilter, ExportedPage } from '../store.ts'
import { unpack } from '../text/packed.ts'
import { allConditionsOf } from './filter.ts'
import { SOURCE_COLUMNS, sourceOf } from './get.ts'

/** Oldest first, one at a time: as much memory as one page takes. */
export async function* exportPages({ kysely }: Database, filter: DocumentFilter): AsyncGenerator<ExportedPage> {
  for (let after = 0; ; ) {
    const found = await kysely
      .selectFrom('documents')
      .innerJoin('sources', 'sources.document', 'documents.row')
      .select(['documents.row', 'documents.id', 'origin', 'imported', 'newest', 'parser', 'sources.result'])
      .select(SOURCE_COLUMNS)
      .where((build) => build.and(allConditionsOf(build, filter)))
      .where('documents.row', '>', after)
      .orderBy('documents.row')
      .executeTakeFirst()
    if (!found) return
    after = found.row
    const { id, origin, imported, newest, parser } = found
    const { bytes, text, encoding, format } = sourceOf(found)
    yield {
      id,
      imported,
      newest: newest === 1,
      parser,
      source: { bytes, text, encoding, ...(format !== null && { format }) },
      ...(origin !== null && { origin }),
      result: unpack<ParseResult>(found.result),
    }
  }
}
