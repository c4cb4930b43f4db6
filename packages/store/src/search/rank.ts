import { type RawBuilder, sql } from 'kysely'
import type { SearchAnswer, SearchOrder } from '../store.ts'
import { MOST, type Plan, planOf, selectFound, selectMeasured } from './candidates.ts'
import { weightsOfKinds } from './kinds.ts'
import type { Place } from './place.ts'
import { wantedTerms } from './terms.ts'

/** A hit by its row. */
export interface Ranked {
  row: number
  /** In millionths. */
  score: number
  /** How many passages of its speech have hits; 1 where nothing is grouped. */
  passages: number
  /** What it is ordered by, the largest first: see ORDERS. */
  key: number
  tie: number
}

/** What hits are ordered by, the largest first, and what decides where that is the same. No two hits have both. */
const ORDERS: Record<SearchOrder, { key: RawBuilder<number>; tie: RawBuilder<number> }> = {
  relevance: { key: sql`score`, tie: sql`row` },
  newest: { key: sql`document`, tie: sql`-row` },
}

/** The first hits behind a place, `limit` of them, and how many there are in all. */
export async function rank(
  plan: Plan,
  { isGrouped, limit, place }: { isGrouped: boolean; limit: number; place: Place | undefined },
): Promise<{ ranked: Ranked[]; total: SearchAnswer['total'] }> {
  const group = sql`coalesce(speech, -row)`
  const groups = isGrouped ? sql`(SELECT count(DISTINCT ${group}) FROM candidates)` : sql`NULL`
  const holders = plan.isWithHolders ? sql`document, speech,` : sql``
  const chosen = isGrouped
    ? sql`SELECT *,
        row_number() OVER (PARTITION BY ${group} ORDER BY score DESC, row DESC) AS place,
        count(*) OVER (PARTITION BY ${group}) AS passages
      FROM ranked`
    : sql`SELECT *, 1 AS place, 1 AS passages FROM ranked`
  const { key, tie } = ORDERS[plan.order]
  const beyond = place ? sql`AND (${key}, ${tie}) < (${place.key}, ${place.tie})` : sql``

  const { rows } = await sql<Ranked & { found: number; groups: number | null }>`
    WITH found AS MATERIALIZED (${selectMeasured(plan)} LIMIT ${sql.lit(MOST + 1)}),
    candidates AS (SELECT * FROM found LIMIT ${sql.lit(MOST)}),
    weights AS (${weights(plan)}),
    ranked AS (SELECT row, ${holders} ${score(plan)} AS score FROM candidates CROSS JOIN weights),
    chosen AS (${chosen})
    SELECT row, score, passages, ${key} AS key, ${tie} AS tie,
      (SELECT count(*) FROM found) AS found, ${groups} AS groups
    FROM chosen WHERE place = 1 ${beyond} ORDER BY ${key} DESC, ${tie} DESC LIMIT ${limit}`.execute(
    plan.database.kysely,
  )

  const { found: all = 0, groups: grouped = null } = rows[0] ?? {}
  const total = place?.total ?? { count: grouped ?? Math.min(all, MOST), exact: all <= MOST }
  return { ranked: rows, total }
}

/** How many hits there are, however many. */
export async function countAll(plan: Plan, isGrouped: boolean): Promise<number> {
  const units = isGrouped ? sql`count(DISTINCT coalesce(speech, -row))` : sql`count(*)`
  const columns = isGrouped ? sql`passages.row AS row, passages.speech AS speech` : sql`passages.row AS row`
  const whole = await planOf(plan, Number.POSITIVE_INFINITY)
  const { rows } = await sql<{ count: number }>`
    SELECT ${units} AS count FROM (${selectFound(whole, columns)}) AS found`.execute(plan.database.kysely)
  return rows[0]?.count ?? 0
}

/**
 * What each term weighs: the more, the fewer of the hits have it. (Of one term all have it.)
 * Of the hits and not of all passages, so that the weights are the same on every page of an answer.
 */
function weights({ query }: Plan): RawBuilder<unknown> {
  const terms = wantedTerms(query)
  if (terms.length === 1) return sql`SELECT 1 AS weight0`
  const columns = terms.map((_, i) => {
    const having = sql`sum(CASE WHEN ${sql.ref(`times${i}`)} > 0 THEN 1 ELSE 0 END)`
    const weight = sql`1 + ln(CAST(count(*) + 1 AS DOUBLE PRECISION) / (coalesce(${having}, 0) + 1))`
    return sql`${weight} AS ${sql.ref(`weight${i}`)}`
  })
  return sql`SELECT ${sql.join(columns)} FROM candidates`
}

/** BM25's constants: how soon more of a word stops to count, and how much long passages count less. */
const SATURATION = 1.2
const LENGTH = 0.75
/** A usual passage, in code units; fixed, so that scores stay what they are when pages come in. */
const USUAL_LENGTH = 100

/** BM25, more for titles and headings, in millionths. */
function score({ query }: Plan): RawBuilder<number> {
  const parts = wantedTerms(query).map((_, i) => {
    const times = sql.ref(`times${i}`)
    const flat = sql.lit(SATURATION * (1 - LENGTH))
    const slope = sql.lit((SATURATION * LENGTH) / USUAL_LENGTH)
    const counts = sql`CAST(${times} AS DOUBLE PRECISION)`
    return sql`${sql.ref(`weight${i}`)} * ${sql.lit(SATURATION + 1)} * ${counts} / (${counts} + ${flat} + ${slope} * CAST(length AS DOUBLE PRECISION))`
  })
  const kinds = weightsOfKinds().map(({ kind, weight }) => sql`WHEN ${sql.lit(kind)} THEN ${sql.lit(weight)}`)
  const weight = sql`CASE kind ${sql.join(kinds, sql` `)} ELSE 1 END`
  return sql`CAST(round(1000000 * ${weight} * (${sql.join(parts, sql` + `)})) AS BIGINT)`
}
