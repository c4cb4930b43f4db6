import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** A connection to one engine. Rooms with tables of their own say `kysely.withTables<TheirTables>()`. */
export interface Database {
  engine: 'sqlite' | 'postgres'
  kysely: Kysely<Tables>
  /** What the engine says about its trouble, as a `StoreError`; other errors as they are. */
  explain(error: unknown): unknown
}
