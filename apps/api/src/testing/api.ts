import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { open, type Store } from '@speeches/store'
import { createApi } from '../app.ts'
import { type Config, readConfig } from '../config.ts'
import type { Log } from '../http/log.ts'
import { perform } from '../pool/perform.ts'
import { createPool, type Pool } from '../pool/pool.ts'
import type { ProblemBody } from '../problems.ts'
import { API_MIGRATIONS } from '../tables/tables.ts'

/** What may be different from an API as it starts. */
interface Given {
  env?: Record<string, string>
  /** Parse in threads, as a server does, and not here; they take a while to start. */
  threads?: boolean
  /** The pool to use, from the one that there is. */
  pool?: (pool: Pool) => Pool
  log?: Log
}

/** An API without a server, on a store of its own that is gone afterwards. */
export async function openApi({
  env = {},
  threads: inThreads = false,
  pool: change = (pool) => pool,
  log,
}: Given = {}) {
  const directory = mkdtempSync(join(tmpdir(), 'speeches-api-'))
  const location = join(directory, 'speeches.db')
  const config: Config = readConfig({ SPEECHES_DATA: location, SPEECHES_THREADS: '1', ...env })
  const store = await open(location, { migrations: [API_MIGRATIONS] })
  const { threads, queue, workTime } = config
  const threadsOfApi = createPool({ threads, queue, workTime, location, parser: PARSER })
  const closing = new AbortController()
  const pool = change(inThreads ? threadsOfApi : { ...threadsOfApi, run: performHere(store) })
  const { app, services } = createApi({ store, pool, config, ...(log && { log }) }, closing.signal)

  const request = async (path: string, init?: RequestInit) => await app.request(path, init)
  return {
    app,
    services,
    closing,
    request,
    /** Sends JSON. */
    send: (path: string, body: unknown, headers: Record<string, string> = {}, method = 'POST') =>
      request(path, {
        method,
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json', ...headers },
      }),
    /** Stores the pages of `examples/`; ids by the names of their files. */
    async importExamples(): Promise<Record<string, string>> {
      const ids: Record<string, string> = {}
      for (const name of EXAMPLES) {
        const answer = await request(`/v1/documents?origin=${name}`, {
          method: 'POST',
          body: readExample(name),
          headers: { 'Content-Type': 'text/plain' },
        })
        ids[name] = ((await answer.json()) as { id: string }).id
      }
      return ids
    },
    async close() {
      closing.abort()
      await services.runner.stop()
      await threadsOfApi.close()
      await store.close()
      rmSync(directory, { recursive: true })
    },
  }
}

const PARSER = '1.0.0'

/** Does tasks in this thread, on copies, as threads get them. */
function performHere(store: Store): Pool['run'] {
  const bench = { store: async () => store, parser: PARSER }
  return (task) => perform(structuredClone(task), bench)
}

export type TestApi = Awaited<ReturnType<typeof openApi>>

const FOLDER = new URL('../../../../examples/', import.meta.url)

export const EXAMPLES = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'))

export function readExample(name: string): string {
  return readFileSync(new URL(name, FOLDER), 'utf8')
}

/** The problem that an answer is, with its status. */
export async function problemOf(answer: Response): Promise<ProblemBody> {
  const type = answer.headers.get('content-type')
  if (type !== 'application/problem+json') throw new Error(`no problem, but ${answer.status} ${type}`)
  const problem = (await answer.json()) as ProblemBody
  if (problem.status !== answer.status) throw new Error(`status ${answer.status} says ${problem.status}`)
  return problem
}
