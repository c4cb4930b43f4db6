import { randomBytes } from 'node:crypto'
import type { SearchField } from '@speeches/store'
import type { ApiDatabase } from './tables.ts'

/** A search that is kept, so that its feed has an address. */
export interface SavedSearch {
  id: string
  name: string
  query: string
  field: SearchField | null
  created: string
}

export interface Searches {
  create(search: Pick<SavedSearch, 'name' | 'query' | 'field'>): Promise<SavedSearch>
  list(): Promise<SavedSearch[]>
  get(id: string): Promise<SavedSearch | undefined>
  /** @returns whether there was one */
  delete(id: string): Promise<boolean>
}

export function createSearches(tables: ApiDatabase): Searches {
  return {
    async create(search) {
      const saved = { id: randomBytes(8).toString('hex'), ...search, created: new Date().toISOString() }
      await tables.insertInto('api_searches').values(saved).execute()
      return saved
    },
    async list() {
      const rows = await tables.selectFrom('api_searches').selectAll().orderBy('created').orderBy('id').execute()
      return rows as SavedSearch[]
    },
    async get(id) {
      const row = await tables.selectFrom('api_searches').selectAll().where('id', '=', id).executeTakeFirst()
      return row as SavedSearch | undefined
    },
    async delete(id) {
      const { numDeletedRows } = await tables.deleteFrom('api_searches').where('id', '=', id).executeTakeFirstOrThrow()
      return numDeletedRows > 0n
    },
  }
}
