import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { conditionsOf } from '../pages/filter.ts'
import type { SearchOptions } from '../store.ts'
import { checksBehindIndex, checksOf, indexQuery } from './conditions.ts'
import type { FoldedQuery } from './terms.ts'

/** A search made ready: what is looked for, among which passages, and how they are come by. */
export interface Plan {
  database: Database
  query: FoldedQuery
  bounds: Bounds
  /** Read the passages one after the other, newest first, and not by the index. */
  isScan: boolean
}

/** Among which passages: rows from `first` to `last`, both inclusive, whose document meets the condition. */
export interface Bounds {
  first: number
  last: number
  condition: RawBuilder<SqlBool> | undefined
}

export async function boundsOf({ kysely }: Database, options: SearchOptions): Promise<Bounds> {
  const { filter = {}, document, speech } = options
  const conditions = kysely
    .selectFrom('documents')
    .select('documents.row')
    .where((build) => build.and(conditionsOf(build, filter)))
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  const condition = isFiltered ? sql<SqlBool>`passages.document IN (${conditions})` : undefined
  if (speech === undefined && document === undefined) {
    const counters = await kysely.selectFrom('counters').select('passages').executeTakeFirstOrThrow()
    return { first: 1, last: counters.passages, condition }
  }

  const holders = kysely
    .selectFrom('documents')
    .where('documents.newest', '=', 1)
    .$if(document !== undefined, (query) => query.where('documents.id', '=', document as string))
  const rows =
    speech === undefined
      ? await holders.select(['first_passage as first', 'passages as count']).executeTakeFirst()
      : await holders
          .innerJoin('speeches', 'speeches.document', 'documents.row')
          .where('speeches.id', '=', speech)
          .orderBy('speeches.row', 'desc')
          .select(['speeches.first_passage as first', 'speeches.passages as count'])
          .executeTakeFirst()
  return rows ? { first: rows.first, last: rows.first + rows.count - 1, condition } : { first: 1, last: 0, condition }
}

/** The passages that the query finds, `columns` of each, as a statement without an end: a limit may follow. */
export function selectCandidates(plan: Plan, columns: RawBuilder<unknown>): RawBuilder<unknown> {
  const { database, query, isScan } = plan
  const asked = isScan ? undefined : indexQuery(database.engine, query)
  if (asked === undefined) return scan(plan, columns)
  const { first, last, condition } = plan.bounds
  const checks = all([condition, ...checksBehindIndex(database.engine, query)])
  if (database.engine === 'postgres') {
    return sql`SELECT ${columns} FROM passages
      WHERE passages.newest = 1 AND speeches_grams(passages.folded) @@ ${asked}::tsquery
        AND passages.row BETWEEN ${first} AND ${last} AND ${checks}`
  }
  return sql`SELECT ${columns} FROM grams CROSS JOIN passages ON passages.row = grams.rowid
    WHERE grams MATCH ${asked} AND grams.rowid BETWEEN ${first} AND ${last} AND ${checks}
    ORDER BY grams.rowid DESC`
}

function scan({ database, query, bounds }: Plan, columns: RawBuilder<unknown>): RawBuilder<unknown> {
  const { first, last, condition } = bounds
  const checks = all([condition, ...checksOf(database.engine, query)])
  return sql`SELECT ${columns} FROM passages
    WHERE passages.newest = 1 AND passages.row BETWEEN ${first} AND ${last} AND ${checks}
    ORDER BY passages.row DESC`
}

function all(conditions: readonly (RawBuilder<SqlBool> | undefined)[]): RawBuilder<SqlBool> {
  const given = conditions.filter((condition) => condition !== undefined)
  return given.length > 0 ? sql`${sql.join(given, sql` AND `)}` : sql`1 = 1`
}

/** So many of the newest passages are looked at, and if at least so many of them are hits, the query is frequent. */
const SAMPLE = 1000
const FREQUENT = 100

/**
 * Whether reading on from the newest passage finds enough sooner than the index would: Postgres' index gives all
 * passages of a word before the first can be looked at. SQLite's gives them one by one.
 */
export async function isScanFaster({ database, query, bounds }: Plan): Promise<boolean> {
  if (database.engine === 'sqlite') return false
  const { first, last, condition } = bounds
  const checks = all([condition, ...checksOf(database.engine, query)])
  const found = await sql<{ count: number }>`SELECT count(*) AS count FROM (
      SELECT * FROM passages WHERE newest = 1 AND row BETWEEN ${first} AND ${last} ORDER BY row DESC LIMIT ${SAMPLE}
    ) AS passages WHERE ${checks}`.execute(database.kysely)
  return (found.rows[0]?.count ?? 0) >= FREQUENT
}
