import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { OpenOptions } from '../store.ts'
import type { Database } from './database.ts'
import { storeError } from './errors.ts'
import type { Tables } from './tables.ts'

/** Says in the file's head that it is one of ours: «spch». */
const APPLICATION_ID = 0x73706368

/**
 * Opens the file, and makes it when there is none.
 *
 * @param location a file; or a directory, which gets a file `speeches.db`
 */
export async function openSqlite(location: string, options: OpenOptions): Promise<Database> {
  const path = fileIn(location)
  const explain = (error: unknown) => explainSqlite(error, path)
  const patience = options.busyTimeout ?? PATIENCE
  try {
    if (!options.readOnly) mkdirSync(dirname(path), { recursive: true })
    const connection = await whileBusy(patience, () => connect(path, options))
    const dialect: Dialect = {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new PatientDriver(connection, patience),
      createIntrospector: (kysely) => new SqliteIntrospector(kysely),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    }
    return { engine: 'sqlite', kysely: new Kysely<Tables>({ dialect }), explain }
  } catch (error) {
    throw explain(error)
  }
}

/** How long (ms) to wait for others. */
const PATIENCE = 5000
/** How long (ms) between two tries. */
const PAUSE = 10
const BUSY = 5

/**
 * Tries until nobody else holds the file. SQLite's own waiting would stop everything in this process, also the one
 * who holds it where that is in the same process.
 */
async function whileBusy<Result>(patience: number, work: () => Result): Promise<Awaited<Result>> {
  const end = Date.now() + patience
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if ((primaryCode(error) ?? 0) !== BUSY || Date.now() >= end) throw error
      await setTimeout(PAUSE)
    }
  }
}

class PatientDriver extends SqliteDriver {
  readonly #patience: number
  readonly #connection: DatabaseSync

  constructor(connection: DatabaseSync, patience: number) {
    super({ database: adapt(connection) })
    this.#connection = connection
    this.#patience = patience
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection()
    return {
      executeQuery: <Row>(query: CompiledQuery) => {
        const patience = this.#connection.isTransaction ? 0 : this.#patience
        return whileBusy(patience, () => connection.executeQuery<Row>(query))
      },
      streamQuery: (query, size) => connection.streamQuery(query, size),
    }
  }
}

function fileIn(location: string): string {
  const isDirectory = location.endsWith('/') || statSync(location, { throwIfNoEntry: false })?.isDirectory()
  return isDirectory ? join(location, 'speeches.db') : location
}

function connect(path: string, { readOnly = false }: OpenOptions): DatabaseSync {
  const connection = readOnly ? connectToRead(path) : new DatabaseSync(path)
  try {
    checkIsOurs(connection, path)
    if (!readOnly) {
      connection.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL`)
      if (pragma(connection, 'application_id') === 0) connection.exec(`PRAGMA application_id = ${APPLICATION_ID}`)
    }
    connection.exec(`PRAGMA cache_size = -65536; PRAGMA mmap_size = ${MAPPED}; PRAGMA temp_store = MEMORY`)
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Where nobody can write beside the file, as SQLite does for readers too, nobody changes it either. */
function connectToRead(path: string): DatabaseSync {
  const isUnchanging = existsSync(path) && !isWritable(dirname(path)) && !existsSync(`${path}-wal`)
  const url = pathToFileURL(path)
  if (isUnchanging) url.searchParams.set('immutable', '1')
  return new DatabaseSync(url, { readOnly: true })
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Bytes of the file that are read without copying. */
const MAPPED = 0x7fff0000

function checkIsOurs(connection: DatabaseSync, path: string): void {
  const id = pragma(connection, 'application_id')
  if (id === APPLICATION_ID) return
  const tables = connection.prepare('SELECT count(*) AS count FROM sqlite_schema').get() as { count: number }
  if (id === 0 && tables.count === 0) return
  throw storeError('damaged', `${path} is an SQLite file of another program. Name another file.`)
}

function pragma(connection: DatabaseSync, name: string): number {
  return Number(Object.values(connection.prepare(`PRAGMA ${name}`).get() ?? {})[0])
}

/** How many prepared statements are kept. */
const STATEMENTS = 200

/** The face that Kysely expects, on Node's own SQLite. */
function adapt(connection: DatabaseSync): SqliteDatabase {
  const statements = new Map<string, StatementSync>()
  return {
    close: () => connection.close(),
    prepare(sql) {
      if (sql === 'begin') return statement('begin immediate')
      if (sql === 'rollback' && !connection.isTransaction) return NOTHING
      return statement(sql)
    },
  }

  function statement(sql: string) {
    const prepared = statements.get(sql) ?? connection.prepare(sql)
    statements.delete(sql)
    statements.set(sql, prepared)
    if (statements.size > STATEMENTS) statements.delete(statements.keys().next().value as string)
    return {
      reader: prepared.columns().length > 0,
      all: (values: readonly unknown[]) => prepared.all(...(values as SQLInputValue[])),
      run: (values: readonly unknown[]) => prepared.run(...(values as SQLInputValue[])),
      iterate: (values: readonly unknown[]) => prepared.iterate(...(values as SQLInputValue[])),
    }
  }
}

/** For a rollback that SQLite made by itself, as it does when the disk is full. */
const NOTHING = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
}

/** SQLite's primary result codes: https://sqlite.org/rescode.html */
function explainSqlite(error: unknown, path: string): unknown {
  if (!(error instanceof Error)) return error
  const { code } = error as { code?: string }
  if (code === 'EACCES' || code === 'EROFS') return notWritable(path, error)
  if (code === 'ENOSPC') return storeError('full', `There is no room for ${path}. Make room on the disk.`, error)
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return storeError('unreachable', `${path} lies in a file, not in a directory. Name another place.`, error)
  }
  switch (primaryCode(error)) {
    case 5:
    case 6:
      return storeError('busy', `Another process is writing to ${path}. Try again when it is done.`, error)
    case 8:
      return notWritable(path, error)
    case 13:
      return storeError('full', `There is no room to write to ${path}. Make room on the disk; nothing was lost.`, error)
    case 14:
      if (existsSync(dirname(path)) && !isWritable(dirname(path))) return notWritable(path, error)
      return storeError('unreachable', `${path} cannot be opened. Check that it is there and may be read.`, error)
    case 11:
    case 26:
      return storeError(
        'damaged',
        `${path} is no SQLite file, or a broken one. Name another, or bring a copy back.`,
        error,
      )
    default:
      return error
  }
}

function notWritable(path: string, cause: Error) {
  return storeError('read-only', `${path} cannot be written. Give this user the right to write there.`, cause)
}

/** SQLite's result code without its extension; undefined where SQLite said nothing. */
function primaryCode(error: unknown): number | undefined {
  const { code, errcode } = error as { code?: string; errcode?: number }
  return code === 'ERR_SQLITE_ERROR' && errcode !== undefined ? errcode & 0xff : undefined
}
