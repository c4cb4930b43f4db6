import type { Database } from '@speeches/store'
import { sql } from 'kysely'

/** What both engines say that changes with every transaction of anyone who writes pages. */
const REVISIONS = {
  sqlite: sql<{ revision: string }>`SELECT data_version || '.' || total_changes() AS revision FROM pragma_data_version`,
  postgres: sql<{ revision: string }>`SELECT xmin::text AS revision FROM counters`,
}

/**
 * Asks the store for its revision. Requests that come in one turn share one question; it is asked only after all of
 * them have come, so that none gets an answer older than itself.
 */
export function createRevision({ engine, kysely }: Database): () => Promise<string> {
  let next: Promise<string> | undefined

  return () => {
    next ??= new Promise((resolve) => setImmediate(resolve)).then(async () => {
      next = undefined
      const { rows } = await REVISIONS[engine].execute(kysely)
      return rows[0]?.revision ?? ''
    })
    return next
  }
}
