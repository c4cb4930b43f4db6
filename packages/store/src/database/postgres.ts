import { CompiledQuery, Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import type { OpenOptions } from '../store.ts'
import type { Database } from './database.ts'
import { storeError } from './errors.ts'
import type { Tables } from './tables.ts'

/** Hits come in one order, which no parallel scans keep; and compiling a query takes longer than running it. */
const SETTINGS = 'SET max_parallel_workers_per_gather = 0; SET jit = off'

const INT8 = 20

const READ_ONLY = 'SET default_transaction_read_only = on'

/** Opens connections to a Postgres database, from 15 on. */
export function openPostgres(location: string, { readOnly = false }: OpenOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: location,
    connectionTimeoutMillis: 10_000,
    types: {
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        type === INT8 ? Number : pg.types.getTypeParser(type, format as 'text'),
    } as pg.CustomTypesConfig,
  })
  // A connection that breaks while nobody uses it is replaced; who uses one is told by the query.
  pool.on('error', () => {})
  const dialect = new PostgresDialect({
    pool: preparing(pool),
    onCreateConnection: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw(readOnly ? `${SETTINGS}; ${READ_ONLY}` : SETTINGS))
    },
  })
  return { engine: 'postgres', kysely: new Kysely<Tables>({ dialect }), explain: explainPostgres }
}

/** So many statements stay prepared on each connection, and none that is longer (as imports of many rows are). */
const STATEMENTS = 300
const LONGEST = 4000
/** What Postgres says of a prepared statement whose tables have other columns by now. */
const CHANGED = '0A000'

/** The face that Kysely expects, on connections that plan what is asked again and again no more than they must. */
function preparing(pool: pg.Pool): PostgresPool {
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  const names = new Map<string, string>()
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      const known = clients.get(client) ?? adapt(client)
      clients.set(client, known)
      return known
    },
  }

  function adapt(client: pg.PoolClient): PostgresPoolClient {
    const query = async (text: string, values: readonly unknown[] = []) => {
      const asked = { text, values: [...values] }
      const name = values.length > 0 ? nameOf(text) : undefined
      try {
        return await client.query({ ...asked, name })
      } catch (error) {
        if (name === undefined || (error as { code?: string }).code !== CHANGED) throw error
        return await client.query(asked)
      }
    }
    return { query: query as unknown as PostgresPoolClient['query'], release: (destroy) => client.release(destroy) }
  }

  function nameOf(text: string): string | undefined {
    const name = names.get(text)
    if (name !== undefined || names.size >= STATEMENTS || text.length > LONGEST) return name
    const next = `speeches_${names.size}`
    names.set(text, next)
    return next
  }
}

const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'ECONNRESET', 'ETIMEDOUT', 'ENOENT', 'EPIPE'])

/** Postgres' codes: https://www.postgresql.org/docs/15/errcodes-appendix.html */
function explainPostgres(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { code } = error as { code?: string }
  if (code === undefined) {
    return /connect|terminated|timeout/i.test(error.message) ? unreachable(error) : error
  }
  if (UNREACHABLE.has(code) || /^(08|28|57P|3D)/.test(code)) return unreachable(error)
  if (code === '53100') return storeError('full', 'There is no room on the disk of Postgres. Make room there.', error)
  if (code === '25006' || code === '42501') {
    return storeError('read-only', 'Postgres lets this user write nothing. Name another user in DATABASE_URL.', error)
  }
  if (/^(40|55|53)/.test(code)) return storeError('busy', 'Postgres is busy with others. Try again.', error)
  if (/^XX00[12]/.test(code))
    return storeError('damaged', 'Postgres says that its data are broken. Bring a copy back.', error)
  return error
}

function unreachable(error: Error) {
  return storeError('unreachable', `Postgres cannot be reached (${error.message}). Check DATABASE_URL.`, error)
}
