import { type Expression, sql } from 'kysely'
import type { Database } from '../database/database.ts'
import type { Script, Stats } from '../store.ts'

export async function statsOf({ engine, kysely }: Database): Promise<Stats> {
  const [sums, sources, scripts, parsers, rules, stored] = await Promise.all([
    kysely
      .selectFrom('documents')
      .select(({ fn }) => [
        fn.countAll<number>().as('documents'),
        whole(fn.sum('newest')).as('newest'),
        whole(fn.sum('speeches')).as('speeches'),
        whole(fn.sum('passages')).as('passages'),
        whole(fn.sum('characters')).as('characters'),
      ])
      .executeTakeFirstOrThrow(),
    kysely
      .selectFrom('sources')
      .select(({ fn }) => whole(fn.sum('size')).as('size'))
      .executeTakeFirstOrThrow(),
    countBy('script'),
    countBy('parser'),
    kysely
      .selectFrom('rules')
      .select(({ fn }) => ['rule as value', fn.countAll<number>().as('count')])
      .groupBy('rule')
      .execute(),
    storedBytes(),
  ])
  return {
    ...sums,
    sourceBytes: sources.size,
    storedBytes: stored,
    scripts: toRecord(scripts) as Partial<Record<Script, number>>,
    parsers: toRecord(parsers),
    rules: toRecord(rules),
  }

  function countBy(column: 'script' | 'parser') {
    return kysely
      .selectFrom('documents')
      .select(({ fn }) => [`${column} as value`, fn.countAll<number>().as('count')])
      .groupBy(column)
      .execute()
  }

  async function storedBytes(): Promise<number> {
    const query =
      engine === 'sqlite'
        ? sql<{ bytes: number }>`SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size`
        : sql<{ bytes: number }>`SELECT pg_database_size(current_database()) AS bytes`
    return (await query.execute(kysely)).rows[0]?.bytes ?? 0
  }
}

/** Sums as whole numbers, 0 of nothing: Postgres' are decimal fractions. */
function whole(sum: Expression<unknown>) {
  return sql<number>`cast(coalesce(${sum}, 0) AS bigint)`
}

function toRecord(rows: readonly { value: string; count: number }[]): Record<string, number> {
  return Object.fromEntries(rows.map(({ value, count }) => [value, count]))
}
