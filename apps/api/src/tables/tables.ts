import type { Database, Migration, MigrationSet, Run } from '@speeches/store'
import type { Kysely } from 'kysely'

/** The API's own tables, beside those of the store. Times are ISO, UTC. */
export interface ApiTables {
  api_keys: { id: string; name: string; hash: string; scopes: string; created: string }
  api_searches: { id: string; name: string; query: string; field: string | null; created: string }
  api_imports: ImportsTable
  api_import_items: ImportItemsTable
}

interface ImportsTable {
  id: string
  /** The client's Idempotency-Key with the key it came under; null without one. */
  once: string | null
  /** SHA-256 of the pages, to know a repeated request. */
  digest: string
  created: string
  finished: string | null
  total: number
  /** Which process works on it, and until when (ms since 1970) others leave it alone. */
  worker: string | null
  leased: number
}

interface ImportItemsTable {
  import: string
  /** From 1. */
  ordinal: number
  name: string | null
  content_type: string | null
  origin: string | null
  /** The page; null when it is in the store, or cannot be. */
  bytes: Uint8Array | null
  status: string
  document: string | null
  /** JSON. */
  problem: string | null
}

export type ApiDatabase = Kysely<ApiTables>

/** The connection of a store, with the API's tables. */
export function apiTables({ kysely }: Database): ApiDatabase {
  return kysely as unknown as ApiDatabase
}

/** For the store to run when it opens. Only ever append: what stands here has run somewhere. */
export const API_MIGRATIONS: MigrationSet = {
  owner: 'api',
  migrations: [{ name: 'keys, searches, imports', up: createTables }],
}

type Engine = Parameters<Migration['up']>[1]

const TYPES = {
  sqlite: { number: 'INTEGER', text: 'TEXT', bytes: 'BLOB' },
  postgres: { number: 'BIGINT', text: 'TEXT COLLATE "C"', bytes: 'BYTEA' },
} as const

async function createTables(run: Run, engine: Engine): Promise<void> {
  const { number, text, bytes } = TYPES[engine]
  await run(`CREATE TABLE api_keys (
    id ${text} PRIMARY KEY,
    name ${text} NOT NULL,
    hash ${text} NOT NULL,
    scopes ${text} NOT NULL,
    created ${text} NOT NULL
  )`)
  await run(`CREATE TABLE api_searches (
    id ${text} PRIMARY KEY,
    name ${text} NOT NULL,
    query ${text} NOT NULL,
    field ${text},
    created ${text} NOT NULL
  )`)
  await run(`CREATE TABLE api_imports (
    id ${text} PRIMARY KEY,
    once ${text} UNIQUE,
    digest ${text} NOT NULL,
    created ${text} NOT NULL,
    finished ${text},
    total ${number} NOT NULL,
    worker ${text},
    leased ${number} NOT NULL
  )`)
  await run('CREATE INDEX api_imports_finished ON api_imports (finished, created)')
  await run(`CREATE TABLE api_import_items (
    import ${text} NOT NULL,
    ordinal ${number} NOT NULL,
    name ${text},
    content_type ${text},
    origin ${text},
    bytes ${bytes},
    status ${text} NOT NULL,
    document ${text},
    problem ${text},
    PRIMARY KEY (import, ordinal)
  )`)
  await run('CREATE INDEX api_import_items_status ON api_import_items (import, status, ordinal)')
}
