import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { Database } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import { conditionsOf } from '../pages/filter.ts'
import type { SearchOptions, SearchOrder } from '../store.ts'
import { checksBehindIndex, checksOf, indexQuery, isSettled, timesOf } from './conditions.ts'
import { lookUp, type Named } from './lookup.ts'
import { KINDS, LOOKS } from './postings.ts'
import { type FoldedQuery, wantedTerms } from './terms.ts'

/** What is looked for, among which passages, and in which order hits are given. */
interface Wish {
  database: Database
  query: FoldedQuery
  order: SearchOrder
  bounds: Bounds
  /** Whether the document and the speech of each hit are asked for: to group, order or count by them. */
  isWithHolders: boolean
}

/** A search made ready. */
export interface Plan extends Wish {
  /** What Postgres' index says; SQLite's is asked where passages are. */
  named: Named | undefined
}

/** Among which passages: rows from `first` to `last`, both inclusive; only in some documents, where a query names their rows. */
export interface Bounds {
  first: number
  last: number
  documents: SelectQueryBuilder<Tables, 'documents', { row: number }> | undefined
}

export async function boundsOf({ kysely }: Database, options: SearchOptions): Promise<Bounds> {
  const { filter = {}, document, speech } = options
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  const filtered = kysely
    .selectFrom('documents')
    .select('documents.row')
    .where((build) => build.and(conditionsOf(build, filter)))
  const documents = isFiltered ? filtered : undefined
  if (speech === undefined && document === undefined) {
    const counters = await kysely.selectFrom('counters').select('passages').executeTakeFirstOrThrow()
    return { first: 1, last: counters.passages, documents }
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
  return rows ? { first: rows.first, last: rows.first + rows.count - 1, documents } : { first: 1, last: 0, documents }
}

/** As many hits are ranked, and counted unless all are asked for. */
export const MOST = 10_000

/**
 * Asks Postgres' index.
 *
 * @param most as many hits are enough
 */
export async function planOf(wish: Wish, most = MOST + 1): Promise<Plan> {
  const { database, query, bounds, isWithHolders } = wish
  if (database.engine === 'sqlite') return { ...wish, named: undefined }
  // Of passages that are yet to be looked at, nobody knows how many will be hits.
  const enough = isAllSettled(wish) ? most : Number.POSITIVE_INFINITY
  const documents = bounds.documents && (await rowsOf(wish, bounds.documents))
  const range = { first: bounds.first, last: bounds.last, documents, most: enough }
  return { ...wish, named: await lookUp(database, query, range, isWithHolders) }
}

/** Many numbers come sooner as one text than as rows. */
async function rowsOf({ database }: Wish, query: NonNullable<Bounds['documents']>): Promise<Set<number>> {
  const { rows } = await sql<{ rows: string | null }>`
    SELECT string_agg(CAST(row AS TEXT), ',') AS rows FROM (${query}) AS documents`.execute(database.kysely)
  return new Set(rows[0]?.rows?.split(',').map(Number))
}

/** Whether the index names the hits, and nothing else. */
function isAllSettled({ database: { engine }, query }: Wish): boolean {
  return [...wantedTerms(query), ...query.none].every((term) => isSettled(engine, term))
}

/** The passages that the query finds, `columns` of each, the newest first; a limit may follow. */
export function selectCandidates(plan: Plan, columns: RawBuilder<unknown>): RawBuilder<unknown> {
  const { database, query, bounds, named } = plan
  const behind = checksBehindIndex(database.engine, query)
  if (named) {
    return sql`(${scanWaiting(plan, named, columns)}) UNION ALL (
      SELECT ${columns} FROM passages
      WHERE passages.newest = 1 AND passages.row = ANY(${numbers(named.rows)}) AND ${all(behind)}
      ORDER BY passages.row DESC)`
  }
  const asked = indexQuery(query)
  if (asked === undefined) return scan(plan, columns)
  return sql`SELECT ${columns} FROM grams CROSS JOIN passages ON passages.row = grams.rowid
    WHERE grams MATCH ${asked} AND grams.rowid BETWEEN ${bounds.first} AND ${bounds.last}
      AND ${all([isIn(bounds), ...behind])}
    ORDER BY grams.rowid DESC`
}

/**
 * The same, not read where the index says all.
 *
 * @param columns of `passages`: row, kind and length; document and speech where the plan is with holders
 */
export function selectFound(plan: Plan, columns: RawBuilder<unknown>): RawBuilder<unknown> {
  return selectKnown(plan, columns, columns)
}

/** The same with what ranking asks for: `row`, `kind`, `length`, `times0`, `times1`, … of each term, and holders. */
export function selectMeasured(plan: Plan): RawBuilder<unknown> {
  const columns = [sql`passages.row AS row, passages.kind AS kind, passages.length AS length`]
  if (plan.isWithHolders) columns.push(sql`passages.document AS document, passages.speech AS speech`)
  const terms = wantedTerms(plan.query)
  const counted = terms.map((term, i) => sql`${timesOf(term)} AS ${timesColumn(i)}`)
  const known = terms.map((_, i) => timesColumn(i))
  return selectKnown(plan, sql.join([...columns, ...counted]), sql.join([...columns, ...known]))
}

/** @param known the same columns where the index says what they are */
function selectKnown(plan: Plan, columns: RawBuilder<unknown>, known: RawBuilder<unknown>): RawBuilder<unknown> {
  const { named, isWithHolders } = plan
  if (!named || !isAllSettled(plan)) return selectCandidates(plan, columns)
  const { rows, looks, times, documents, speeches } = named
  const values = [rows, looks, ...times, ...(isWithHolders ? [documents, speeches] : [])].map(numbers)
  const counts = times.map((_, i) => timesColumn(i))
  const rest = sql.join(isWithHolders ? [...counts, sql.ref('document'), sql.ref('speech')] : counts)
  return sql`(${scanWaiting(plan, named, columns)}) UNION ALL (SELECT ${known} FROM (
    SELECT row, look % ${sql.lit(KINDS)} AS kind, look / ${sql.lit(LOOKS)} AS length, ${rest}
    FROM unnest(${sql.join(values)}) AS named (row, look, ${rest})) AS passages)`
}

function timesColumn(term: number): RawBuilder<unknown> {
  return sql.ref(`times${term}`)
}

/** What is not in the index yet is looked at letter by letter. */
function scanWaiting(plan: Plan, { indexed }: Named, columns: RawBuilder<unknown>): RawBuilder<unknown> {
  const { bounds } = plan
  return scan({ ...plan, bounds: { ...bounds, first: Math.max(bounds.first, indexed + 1) } }, columns)
}

function scan({ database, query, bounds }: Wish, columns: RawBuilder<unknown>): RawBuilder<unknown> {
  const { first, last } = bounds
  return sql`SELECT ${columns} FROM passages
    WHERE passages.newest = 1 AND passages.row BETWEEN ${first} AND ${last}
      AND ${all([isIn(bounds), ...checksOf(database.engine, query)])}
    ORDER BY passages.row DESC`
}

function isIn({ documents }: Bounds): RawBuilder<SqlBool> | undefined {
  return documents && sql<SqlBool>`passages.document IN (${documents})`
}

function numbers(values: readonly (number | null)[]): RawBuilder<number[]> {
  return sql`${`{${values.map((value) => value ?? 'NULL').join(',')}}`}::int8[]`
}

function all(conditions: readonly (RawBuilder<SqlBool> | undefined)[]): RawBuilder<SqlBool> {
  const given = conditions.filter((condition) => condition !== undefined)
  return given.length > 0 ? sql`${sql.join(given, sql` AND `)}` : sql`1 = 1`
}
