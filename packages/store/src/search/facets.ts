import { type RawBuilder, sql } from 'kysely'
import type { Facet, SearchAnswer } from '../store.ts'
import { MOST, type Plan, selectFound } from './candidates.ts'
import { kindOfNumber } from './kinds.ts'

/** What each facet counts by; unknown values are left out. */
const VALUES: Record<Facet, RawBuilder<string>> = {
  kind: sql`CAST(found.kind AS TEXT)`,
  year: sql`substr(documents.published, 1, 4)`,
  publication: sql`documents.publication`,
  editor: sql`documents.editor`,
  script: sql`documents.script`,
}

const VALUES_A_FACET = 50

/** The first hits by what they have in common. */
export async function countFacets(plan: Plan, facets: readonly Facet[]): Promise<SearchAnswer['facets']> {
  const counted: SearchAnswer['facets'] = {}
  if (facets.length === 0) return counted
  const counts = facets.map((facet) => {
    const value = VALUES[facet]
    return sql`SELECT ${sql.lit(facet)} AS facet, ${value} AS value, count(*) AS count
      FROM found JOIN documents ON documents.row = found.document WHERE ${value} IS NOT NULL GROUP BY ${value}`
  })
  const found = selectFound(plan, sql`passages.document AS document, passages.kind AS kind`)
  const { rows } = await sql<{ facet: Facet; value: string; count: number }>`
    WITH found AS MATERIALIZED (${found} LIMIT ${sql.lit(MOST)})
    SELECT * FROM (${sql.join(counts, sql` UNION ALL `)}) AS counts ORDER BY count DESC, value`.execute(
    plan.database.kysely,
  )
  for (const facet of facets) {
    counted[facet] = rows
      .filter((row) => row.facet === facet)
      .slice(0, VALUES_A_FACET)
      .map(({ value, count }) => ({ value: facet === 'kind' ? kindOfNumber(Number(value)) : value, count }))
  }
  return counted
}
