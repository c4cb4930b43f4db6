import type { Database } from './database/database.ts'
import { deleteDocument } from './pages/delete.ts'
import { exportPages } from './pages/export.ts'
import { getDocument, getPassage, getResult, getSource, getSpeech } from './pages/get.ts'
import { importPages } from './pages/import.ts'
import { listDocuments } from './pages/list.ts'
import { reparsePages } from './pages/reparse.ts'
import { statsOf } from './pages/stats.ts'
import { searchPassages } from './search/search.ts'
import type { Store } from './store.ts'

/** The store over a connection: each method in its own file. */
export function createStore(database: Database): Store {
  return {
    engine: database.engine,
    database,
    import: (pages) => explained(importPages(database, pages)),
    getDocument: (id) => explained(getDocument(database, id)),
    getResult: (id) => explained(getResult(database, id)),
    getSource: (id) => explained(getSource(database, id)),
    getSpeech: (id, document) => explained(getSpeech(database, id, document)),
    getPassage: (id, document) => explained(getPassage(database, id, document)),
    list: (options = {}) => explained(listDocuments(database, options)),
    search: (options) => explained(searchPassages(database, options)),
    delete: (id) => explained(deleteDocument(database, id)),
    export: (filter = {}) => explainedEach(exportPages(database, filter)),
    stats: () => explained(statsOf(database)),
    reparse: (options) => explainedEach(reparsePages(database, options)),
    close: () => explained(database.kysely.destroy()),
  }

  async function explained<Result>(work: Promise<Result>): Promise<Result> {
    try {
      return await work
    } catch (error) {
      throw database.explain(error)
    }
  }

  async function* explainedEach<Result>(work: AsyncIterable<Result>): AsyncGenerator<Result> {
    try {
      yield* work
    } catch (error) {
      throw database.explain(error)
    }
  }
}
