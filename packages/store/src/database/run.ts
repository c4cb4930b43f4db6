import { CompiledQuery, type Kysely } from 'kysely'
import type { Run } from '../store.ts'
import type { Tables } from './tables.ts'

/** Runs statements as they are written on a connection, or in a transaction. */
export function runOn(kysely: Kysely<Tables>): Run {
  return async (statement, values = []) => {
    const { rows } = await kysely.executeQuery(CompiledQuery.raw(statement, [...values]))
    return rows as Record<string, unknown>[]
  }
}
