import type { Database } from '@speeches/store'
import { sql } from 'kysely'

/** What both engines say that changes with every transaction of anyone who writes pages. */
const REVISIONS = {
  sqlite: sql<{ revision: string }>`SELECT data_version || '.' || total_changes() AS revision FROM pragma_data_version`,
  postgres: sql<{ revision: string }>`SELECT xmin::text AS revision FROM counters`,
}

/**
 * Asks the store for its revision. One question is asked at a time: requests that come meanwhile share the next one,
 * which is asked after all of them have come, so that none gets an answer older than itself.
 */
export function createRevision({ engine, kysely }: Database): () => Promise<string> {
  let asked: Promise<unknown> | undefined
  let next: Promise<string> | undefined

  return () => {
    next ??= (asked ?? new Promise((resolve) => setImmediate(resolve))).then(ask)
    return next
  }

  async function ask(): Promise<string> {
    next = undefined
    const question = REVISIONS[engine].execute(kysely)
    asked = question
      .catch(() => {})
      .then(() => {
        asked = undefined
      })
    const { rows } = await question
    return rows[0]?.revision ?? ''
  }
}
