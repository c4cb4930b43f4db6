import { type Kysely, sql } from 'kysely'
import type { MigrationSet } from '../store.ts'
import type { Database } from './database.ts'
import { storeError } from './errors.ts'
import { runOn } from './run.ts'
import type { Tables } from './tables.ts'

/** Any number that no other program locks: «spch». */
const LOCK = 0x73706368

/**
 * Brings the tables of all owners up to date: what has not run yet runs in one transaction, under a lock, so that of
 * two processes that start at once one waits and then finds everything done.
 */
export async function migrate(database: Database, sets: readonly MigrationSet[]): Promise<void> {
  const { kysely } = database
  if (await isUpToDate(kysely, database.engine, sets)) return

  await kysely.transaction().execute(async (transaction) => {
    if (database.engine === 'postgres') await sql`SELECT pg_advisory_xact_lock(${LOCK})`.execute(transaction)
    await transaction.schema
      .createTable('migrations')
      .ifNotExists()
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('applied', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('migrations_key', ['owner', 'name'])
      .execute()
    const run = runOn(transaction)
    for (const { owner, migrations } of sets) {
      const applied = await namesOf(transaction, owner)
      checkKnown(applied, migrations, owner)
      for (const { name, up } of migrations) {
        if (applied.has(name)) continue
        await up(run, database.engine)
        await transaction.insertInto('migrations').values({ owner, name, applied: new Date().toISOString() }).execute()
      }
    }
  })
}

/** Says so where something has not run yet: for who may only read. */
export async function checkUpToDate({ engine, kysely }: Database, sets: readonly MigrationSet[]): Promise<void> {
  if (await isUpToDate(kysely, engine, sets)) return
  throw storeError('read-only', 'The data are of an older version. Open them once with the right to write.')
}

async function isUpToDate(
  kysely: Kysely<Tables>,
  engine: Database['engine'],
  sets: readonly MigrationSet[],
): Promise<boolean> {
  const found =
    engine === 'sqlite'
      ? sql`SELECT 1 FROM sqlite_schema WHERE name = 'migrations'`
      : sql`SELECT 1 WHERE to_regclass('migrations') IS NOT NULL`
  if ((await found.execute(kysely)).rows.length === 0) return false
  for (const { owner, migrations } of sets) {
    const applied = await namesOf(kysely, owner)
    checkKnown(applied, migrations, owner)
    if (migrations.some(({ name }) => !applied.has(name))) return false
  }
  return true
}

async function namesOf(kysely: Kysely<Tables>, owner: string): Promise<Set<string>> {
  const rows = await kysely.selectFrom('migrations').select('name').where('owner', '=', owner).execute()
  return new Set(rows.map(({ name }) => name))
}

function checkKnown(applied: Set<string>, migrations: MigrationSet['migrations'], owner: string): void {
  const known = new Set(migrations.map(({ name }) => name))
  const unknown = [...applied].find((name) => !known.has(name))
  if (unknown === undefined) return
  throw storeError(
    'newer',
    `The data were written by a newer version (${owner} knows nothing of “${unknown}”). Use that version, or newer.`,
  )
}
