import { createStore } from './create-store.ts'
import { checkUpToDate, migrate } from './database/migrate.ts'
import { STORE_MIGRATIONS } from './database/migrations.ts'
import { openPostgres } from './database/postgres.ts'
import { openSqlite } from './database/sqlite.ts'
import type { OpenOptions, Store } from './store.ts'

/**
 * Opens a store, and makes it when there is none.
 *
 * @param location `postgres://…` for Postgres; else an SQLite file, or a directory that gets a file `speeches.db`
 * @throws {StoreError} when nothing can be opened there, or a newer version has written it
 */
export async function open(location: string, options: OpenOptions = {}): Promise<Store> {
  const database = /^postgres(ql)?:/.test(location)
    ? openPostgres(location, options)
    : await openSqlite(location, options)
  try {
    const migrations = [STORE_MIGRATIONS, ...(options.migrations ?? [])]
    if (options.readOnly) await checkUpToDate(database, migrations)
    else await migrate(database, migrations)
    return createStore(database)
  } catch (error) {
    await database.kysely.destroy()
    throw database.explain(error)
  }
}

/**
 * Where settings say that the data are: `DATABASE_URL` names a Postgres database, `SPEECHES_DATA` an SQLite file or
 * a directory; else it is `speeches.db` where the program runs.
 */
export function locationFrom(settings: Readonly<Record<string, string | undefined>>): string {
  return settings.DATABASE_URL || settings.SPEECHES_DATA || 'speeches.db'
}
