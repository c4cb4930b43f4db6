import { randomUUID } from 'node:crypto'
import type { Log } from '../http/log.ts'
import type { Pool } from '../pool/pool.ts'
import { ApiError } from '../problems.ts'
import type { Imports } from '../tables/imports.ts'

/** Works on imports in the background: one after the other, some pages at once, each batch stored by itself. */
export interface Runner {
  /** Looks for imports now. */
  wake(): void
  /** Looks from time to time: for imports that another process took on and did not finish. */
  start(): void
  /** Finishes the pages at hand, and leaves the rest to others. */
  stop(): Promise<void>
}

/** How long (ms) an import stays with a process that says nothing more. */
const LEASE = 6000
/** How often (ms) it says that it is still there, and looks for imports left behind. */
const BEAT = 1500
/** Pages that are stored together. */
const BATCH = 8
/** How long (ms) to wait when the pool has no room. */
const PAUSE = 500

export function createRunner({ imports, pool, log }: { imports: Imports; pool: Pool; log: Log }): Runner {
  const me = randomUUID()
  let isStopped = false
  let isWanted = false
  let running: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined

  const runner: Runner = {
    wake() {
      if (isStopped) return
      isWanted = true
      running ??= run().finally(() => {
        running = undefined
        if (isWanted) runner.wake()
      })
    },
    start() {
      runner.wake()
      timer ??= setInterval(runner.wake, BEAT).unref()
    },
    async stop() {
      isStopped = true
      isWanted = false
      clearInterval(timer)
      await running
    },
  }
  return runner

  async function run(): Promise<void> {
    isWanted = false
    try {
      while (!isStopped) {
        const id = await imports.claim(me, LEASE)
        if (id === undefined) return
        await work(id)
      }
    } catch (error) {
      log.error('import', { error: String(error) })
    }
  }

  async function work(id: string): Promise<void> {
    let isOurs = true
    const beat = setInterval(async () => {
      isOurs = await imports.renew(id, me, LEASE).catch(() => isOurs)
    }, BEAT).unref()
    try {
      while (isOurs && !isStopped) {
        const done = await advance(id)
        if (done > 0) continue
        if (done === 0) await imports.finish(id)
        return
      }
    } finally {
      clearInterval(beat)
      if (isOurs) await imports.release(id, me)
    }
  }

  /** How many pages were done; less than none where it did not come to that. */
  async function advance(id: string): Promise<number> {
    try {
      return await pool.run({ kind: 'advance', id, limit: BATCH }, undefined, true)
    } catch (error) {
      log.error('import', { import: id, error: String(error) })
      if (breaksThreads(error)) return await advanceByOne(id)
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
      return -1
    }
  }

  /** Does the next page alone: where it breaks the thread again, it is the one that does, and is put aside. */
  async function advanceByOne(id: string): Promise<number> {
    try {
      return await pool.run({ kind: 'advance', id, limit: 1 }, undefined, true)
    } catch (error) {
      if (!breaksThreads(error)) return -1
      const [page] = await imports.next(id, 1)
      if (!page) return 0
      const { problem, details } = error
      await imports.record(id, [
        { ordinal: page.ordinal, outcome: { problem, details: problem === 'fault' ? {} : details } },
      ])
      return 1
    }
  }
}

function breaksThreads(error: unknown): error is ApiError {
  return error instanceof ApiError && (error.problem === 'too-much-work' || error.problem === 'fault')
}
