import type { Store } from '@speeches/store'
import type { Config } from './config.ts'
import { type Answers, createAnswers } from './http/answers.ts'
import { type Log, NO_LOG } from './http/log.ts'
import { createMetrics, type Metrics } from './http/metrics.ts'
import { createRevision } from './http/revision.ts'
import { createRunner, type Runner } from './imports/runner.ts'
import type { Pool } from './pool/pool.ts'
import { createImports, type Imports } from './tables/imports.ts'
import { createKeys, type Keys } from './tables/keys.ts'
import { createSearches, type Searches } from './tables/searches.ts'
import { apiTables } from './tables/tables.ts'

/** What an API is made of. The store must have been opened with `API_MIGRATIONS`. */
export interface Parts {
  store: Store
  pool: Pool
  config: Config
  /** Where it says what it does; nowhere, unless given. */
  log?: Log
}

/** What routes work with. */
export interface Services {
  store: Store
  pool: Pool
  config: Config
  log: Log
  keys: Keys
  searches: Searches
  imports: Imports
  /** Works on imports in the background. */
  runner: Runner
  answers: Answers
  metrics: Metrics
  load: Load
}

/** What is going on at the moment. */
export interface Load {
  inFlight: number
  streams: number
  /** Aborted when the server is about to stop: event streams end, others are finished. */
  closing: AbortSignal
}

/** Memory for answers that are kept, in bytes. */
const ANSWERS = 64 * 2 ** 20

export function createServices({ store, pool, config, log = NO_LOG }: Parts, closing: AbortSignal): Services {
  const tables = apiTables(store.database)
  const imports = createImports(tables)
  return {
    store,
    pool,
    config,
    log,
    keys: createKeys(tables, config.adminKey),
    searches: createSearches(tables),
    imports,
    runner: createRunner({ imports, pool, log }),
    answers: createAnswers(createRevision(store.database), ANSWERS),
    metrics: createMetrics(),
    load: { inFlight: 0, streams: 0, closing },
  }
}
