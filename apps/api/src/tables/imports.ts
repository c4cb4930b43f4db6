import { createHash, randomBytes } from 'node:crypto'
import type { Imported } from '@speeches/store'
import type { PageFile, Trouble } from '../pool/task.ts'
import { ApiError, problemBody } from '../problems.ts'
import type { ApiDatabase } from './tables.ts'

export interface ImportState {
  id: string
  state: 'waiting' | 'running' | 'finished'
  created: string
  finished: string | null
  total: number
  done: number
  failed: number
}

export interface ImportItem {
  ordinal: number
  name: string | null
  origin: string | null
  status: 'waiting' | 'created' | 'version' | 'unchanged' | 'failed'
  document: string | null
  problem: unknown
}

/** Imports of many pages: kept before they are acknowledged, so that nothing of them is lost. */
export interface Imports {
  /**
   * Keeps pages to be imported.
   *
   * @param once the client's name for this request: a second one with the same name and pages gives the same import
   * @throws {ApiError} `conflict`, where it came with other pages before
   */
  create(pages: readonly PageFile[], once?: string): Promise<{ id: string; isNew: boolean }>
  get(id: string): Promise<ImportState | undefined>
  /** Items that are through (or all), behind an ordinal. */
  items(id: string, options: { after: number; limit: number; all: boolean }): Promise<ImportItem[]>
  /** How many items are through. */
  progress(id: string): Promise<number>
  /** @returns whether there was one */
  delete(id: string): Promise<boolean>

  /** Takes an import that nobody works on, for `lease` ms; undefined where there is none. */
  claim(worker: string, lease: number): Promise<string | undefined>
  /** Keeps it for longer; false where another worker has it. */
  renew(id: string, worker: string, lease: number): Promise<boolean>
  /** Lets others have it. */
  release(id: string, worker: string): Promise<void>
  /** The next pages that wait. */
  next(id: string, limit: number): Promise<(PageFile & { ordinal: number })[]>
  /** Writes down what became of pages. */
  record(id: string, outcomes: readonly { ordinal: number; outcome: Imported | Trouble }[]): Promise<void>
  finish(id: string): Promise<void>
}

/** As many rows as one statement inserts. */
const ROWS = 100

export function createImports(tables: ApiDatabase, clock: () => number = Date.now): Imports {
  const items = (id: string) => tables.selectFrom('api_import_items').where('import', '=', id)

  return {
    async create(pages, once) {
      const digest = digestOf(pages)
      const id = randomBytes(10).toString('hex')
      const known = once === undefined ? undefined : await findOnce(once)
      if (known) return sameAs(known, digest)
      try {
        await tables.transaction().execute(async (transaction) => {
          await transaction
            .insertInto('api_imports')
            .values({
              id,
              once: once ?? null,
              digest,
              created: new Date().toISOString(),
              finished: null,
              total: pages.length,
              worker: null,
              leased: 0,
            })
            .execute()
          for (let at = 0; at < pages.length; at += ROWS) {
            const rows = pages.slice(at, at + ROWS).map(({ bytes, name, contentType, origin }, i) => ({
              import: id,
              ordinal: at + i + 1,
              name: name ?? null,
              content_type: contentType ?? null,
              origin: origin ?? null,
              bytes,
              status: 'waiting',
              document: null,
              problem: null,
            }))
            await transaction.insertInto('api_import_items').values(rows).execute()
          }
        })
      } catch (error) {
        // Two requests of one name came at once: the other one was first.
        const other = once === undefined ? undefined : await findOnce(once)
        if (other) return sameAs(other, digest)
        throw error
      }
      return { id, isNew: true }
    },

    async get(id) {
      const row = await tables.selectFrom('api_imports').selectAll().where('id', '=', id).executeTakeFirst()
      if (!row) return undefined
      const { created, finished, total, worker } = row
      const { through, failed } = await countsOf(id)
      const state = finished ? 'finished' : worker ? 'running' : 'waiting'
      return { id, state, created, finished, total, done: through - failed, failed }
    },

    async items(id, { after, limit, all }) {
      let query = items(id).where('ordinal', '>', after).orderBy('ordinal').limit(limit)
      if (!all) query = query.where('status', '<>', 'waiting')
      const rows = await query.select(['ordinal', 'name', 'origin', 'status', 'document', 'problem']).execute()
      return rows.map(({ problem, status, ...row }) => ({
        ...row,
        status: status as ImportItem['status'],
        problem: problem === null ? null : JSON.parse(problem),
      }))
    },

    progress: async (id) => (await countsOf(id)).through,

    async delete(id) {
      return await tables.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('api_import_items').where('import', '=', id).execute()
        const { numDeletedRows } = await transaction
          .deleteFrom('api_imports')
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
        return numDeletedRows > 0n
      })
    },

    async claim(worker, lease) {
      const now = clock()
      const free = tables
        .selectFrom('api_imports')
        .select('id')
        .where('finished', 'is', null)
        .where('leased', '<', now)
        .orderBy('created')
        .limit(1)
      const candidate = await free.executeTakeFirst()
      if (!candidate) return undefined
      const { numUpdatedRows } = await tables
        .updateTable('api_imports')
        .set({ worker, leased: now + lease })
        .where('id', '=', candidate.id)
        .where('leased', '<', now)
        .executeTakeFirstOrThrow()
      return numUpdatedRows > 0n ? candidate.id : undefined
    },

    async renew(id, worker, lease) {
      const { numUpdatedRows } = await tables
        .updateTable('api_imports')
        .set({ leased: clock() + lease })
        .where('id', '=', id)
        .where('worker', '=', worker)
        .executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
    },

    async release(id, worker) {
      await tables
        .updateTable('api_imports')
        .set({ worker: null, leased: 0 })
        .where('id', '=', id)
        .where('worker', '=', worker)
        .execute()
    },

    async next(id, limit) {
      const rows = await items(id)
        .where('status', '=', 'waiting')
        .orderBy('ordinal')
        .limit(limit)
        .select(['ordinal', 'name', 'content_type', 'origin', 'bytes'])
        .execute()
      return rows.map(({ ordinal, name, content_type, origin, bytes }) => ({
        ordinal,
        bytes: bytes ?? new Uint8Array(),
        ...(name !== null && { name }),
        ...(content_type !== null && { contentType: content_type }),
        ...(origin !== null && { origin }),
      }))
    },

    async record(id, outcomes) {
      await tables.transaction().execute(async (transaction) => {
        for (const { ordinal, outcome } of outcomes) {
          const what =
            'problem' in outcome
              ? { status: 'failed', problem: JSON.stringify(problemBody(outcome.problem, outcome.details)) }
              : { status: outcome.status, document: outcome.id }
          await transaction
            .updateTable('api_import_items')
            .set({ ...what, bytes: null })
            .where('import', '=', id)
            .where('ordinal', '=', ordinal)
            .execute()
        }
      })
    },

    async finish(id) {
      await tables
        .updateTable('api_imports')
        .set({ finished: new Date().toISOString(), worker: null, leased: 0 })
        .where('id', '=', id)
        .execute()
    },
  }

  async function findOnce(once: string) {
    return await tables.selectFrom('api_imports').select(['id', 'digest']).where('once', '=', once).executeTakeFirst()
  }

  async function countsOf(id: string): Promise<{ through: number; failed: number }> {
    const rows = await items(id)
      .where('status', '<>', 'waiting')
      .select(({ fn }) => ['status', fn.countAll<number>().as('count')])
      .groupBy('status')
      .execute()
    const through = rows.reduce((sum, { count }) => sum + Number(count), 0)
    return { through, failed: Number(rows.find(({ status }) => status === 'failed')?.count ?? 0) }
  }
}

function sameAs(known: { id: string; digest: string }, digest: string): { id: string; isNew: boolean } {
  if (known.digest === digest) return { id: known.id, isNew: false }
  throw new ApiError('conflict', { detail: 'An import with this Idempotency-Key came with other pages before.' })
}

function digestOf(pages: readonly PageFile[]): string {
  const hash = createHash('sha256')
  for (const { bytes, name, contentType, origin } of pages) {
    hash.update(JSON.stringify([bytes.length, name, contentType, origin])).update(bytes)
  }
  return hash.digest('hex')
}
