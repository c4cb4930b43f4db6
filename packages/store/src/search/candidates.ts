import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { conditionsOf } from '../pages/filter.ts'
import type { SearchOptions, SearchOrder } from '../store.ts'
import { checksBehindIndex, checksOf, indexQuery } from './conditions.ts'
import { type FoldedQuery, wantedTerms } from './terms.ts'

/** A search made ready: what is looked for, among which passages, and how they are come by. */
export interface Plan {
  database: Database
  query: FoldedQuery
  order: SearchOrder
  bounds: Bounds
  way: Way
}

/** How passages are come by. */
export interface Way {
  /** Read the passages one after the other, newest first, and not by the index. */
  isScan: boolean
  /** Second characters of pairs that the index is asked for as well. */
  seconds: ReadonlySet<string>
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
  const { database, query, order, way } = plan
  const asked = way.isScan ? undefined : indexQuery(database.engine, query, way.seconds)
  if (asked === undefined) return scan(plan, columns)
  const { first, last, condition } = plan.bounds
  const checks = all([condition, ...checksBehindIndex(database.engine, query)])
  if (database.engine === 'postgres') {
    const named = sql`passages.newest = 1 AND speeches_grams(passages.folded) @@ ${asked}::tsquery
      AND passages.row BETWEEN ${first} AND ${last}`
    if (order === 'relevance') return sql`SELECT ${columns} FROM passages WHERE ${named} AND ${checks}`
    // In order before they are looked at letter by letter, which OFFSET keeps Postgres from turning round.
    return sql`SELECT ${columns} FROM
      (SELECT * FROM passages WHERE ${named} ORDER BY row DESC OFFSET 0) AS passages WHERE ${checks}`
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

/** As many hits are ranked, and counted unless all are asked for. */
export const MOST = 10_000

/** So many of the newest passages are looked at; where so many of them are hits, the query is frequent. */
const SAMPLE = 400
const FREQUENT = 40

/**
 * The quicker way to the passages of a query, by the newest of them. Postgres' index gives all passages of a word before
 * the first can be looked at: of a frequent word, reading on from the newest passage finds enough sooner.
 * SQLite's index gives them one by one.
 */
export async function chooseWay({ database, query, bounds }: Omit<Plan, 'way' | 'order'>): Promise<Way> {
  if (database.engine === 'sqlite') return { isScan: false, seconds: new Set() }
  const { first, last, condition } = bounds
  const pairs = wantedTerms(query).flatMap(({ folded }) => ([...folded].length === 2 ? [[...folded]] : []))
  const texts = [...new Set(pairs.flatMap((pair) => [...pair, pair.join('')]))]
  const checks = all([condition, ...checksOf(database.engine, query)])
  const counts = texts.map((text, i) => sql`${countWhere(sql`strpos(folded, ${text}) > 0`)} AS ${sql.ref(`count${i}`)}`)
  const { rows } = await sql<Record<string, number>>`
    SELECT ${sql.join([sql`${countWhere(checks)} AS hits`, ...counts])} FROM (
      SELECT * FROM passages WHERE newest = 1 AND row BETWEEN ${first} AND ${last} ORDER BY row DESC LIMIT ${SAMPLE}
    ) AS passages`.execute(database.kysely)
  const counted = rows[0] ?? {}
  const share = (text: string) => (counted[`count${texts.indexOf(text)}`] ?? 0) / SAMPLE
  const isWorthIt = ([a = '', b = '']: string[]) =>
    isSecondWorthAsking(share(a), share(b), share(a + b), last - first + 1)
  return {
    isScan: (counted.hits ?? 0) >= FREQUENT,
    seconds: new Set(pairs.filter(isWorthIt).flatMap((pair) => pair.slice(1))),
  }
}

function countWhere(condition: RawBuilder<SqlBool>): RawBuilder<number> {
  return sql<number>`count(*) FILTER (WHERE ${condition})`
}

/** Of all characters behind one, about so many parts have the same four bits as a given one: a few are frequent. */
const ALIKE = 10
/** To have the index give a passage takes so much of the time to look at one. */
const GIVEN = 0.3

/**
 * Whether the index is to be asked for the second character of a pair as well. It tells 不便 from 不备 only by some bits
 * of the second character: asked for the first alone, it gives passages that do not have the pair. Asked for the second,
 * it has to give all that have it, which costs more than it saves where that one is frequent.
 *
 * @param first the share of passages that have the first character, `second` the second, `pair` the pair
 * @param passages how many there are in all
 */
function isSecondWorthAsking(first: number, second: number, pair: number, passages: number): boolean {
  const others = Math.max(0, first / ALIKE - pair)
  const lookedAt = Math.min(passages, pair > 0 ? MOST / pair : passages) * others
  return lookedAt > GIVEN * second * passages
}
