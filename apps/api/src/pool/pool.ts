import { Worker } from 'node:worker_threads'
import { ApiError } from '../problems.ts'
import type { Answer, Export, Product, Task } from './task.ts'

/** Threads that parse, so that no page blocks the others. */
export interface Pool {
  /**
   * Does a task in a thread. Rejects with an ApiError: what the task says, `busy` where too many wait, or
   * `too-much-work` where it takes too long, which costs the thread and no other task.
   *
   * @param signal drops the task while it still waits
   * @param isPatient waits however many do: for who hands in few at a time, and has room for what is left
   */
  run<Kind extends Task['kind']>(
    task: Extract<Task, { kind: Kind }>,
    signal?: AbortSignal,
    isPatient?: boolean,
  ): Promise<Product<Kind>>
  /** An export in a thread of its own, piece by piece as it is read. Rejects with `busy` where too many run. */
  export(what: Export): ReadableStream<Uint8Array>
  /** How many threads there are, and how many tasks run and wait. */
  state(): { threads: number; running: number; waiting: number }
  /** Finishes what it took, and ends. */
  close(): Promise<void>
}

export interface PoolOptions {
  threads: number
  /** Tasks that may wait. */
  queue: number
  /** How long (ms) a task may take. */
  workTime: number
  /** Where the store is: each thread has a connection of its own. */
  location: string
  /** The version of the parser. */
  parser: string
}

interface Job {
  task: Task
  done(answer: Answer): void
}

interface Thread {
  worker: Worker
  /** Whether it has loaded what it works with; a task's time begins then. */
  isReady: boolean
  job: Job | undefined
  timer: NodeJS.Timeout | undefined
}

const SCRIPT = new URL('./worker.ts', import.meta.url)
const EXPORT_SCRIPT = new URL('./export-worker.ts', import.meta.url)

/** What a thread may take: a page that needs more breaks its own thread, and not the process. */
const MEMORY = { maxOldGenerationSizeMb: 1024 }

/** Exports at once. */
const EXPORTS = 4

/** A pool whose threads start when they are first needed. */
export function createPool({ threads: size, queue, workTime, location, parser }: PoolOptions): Pool {
  const threads = new Set<Thread>()
  const waiting: Job[] = []
  let exports = 0
  let isClosing = false
  let drained = () => {}

  const start = (): Thread => {
    const worker = new Worker(SCRIPT, { workerData: { location, parser }, resourceLimits: MEMORY })
    const thread: Thread = { worker, isReady: false, job: undefined, timer: undefined }
    threads.add(thread)
    worker.on('message', (said: Answer | 'ready') => {
      if (said !== 'ready') return finish(thread, said)
      thread.isReady = true
      watch(thread)
    })
    worker.on('error', (error) => {
      replace(thread, { ok: false, problem: 'fault', details: { detail: `A thread broke down: ${error.stack}` } })
    })
    worker.unref()
    return thread
  }

  const finish = (thread: Thread, answer: Answer) => {
    const { job } = thread
    clearTimeout(thread.timer)
    thread.job = undefined
    thread.worker.unref()
    job?.done(answer)
    feed(thread)
  }

  const replace = (thread: Thread, answer: Answer) => {
    if (!threads.delete(thread)) return
    clearTimeout(thread.timer)
    thread.worker.removeAllListeners('message')
    void thread.worker.terminate()
    thread.job?.done(answer)
    if (waiting.length > 0) feed(start())
    else settle()
  }

  const feed = (thread: Thread) => {
    const job = waiting.shift()
    if (job) return give(thread, job)
    settle()
  }

  const settle = () => {
    if (isClosing && [...threads].every(({ job }) => !job)) drained()
  }

  const give = (thread: Thread, job: Job) => {
    thread.job = job
    // A thread keeps the process alive as long as it has something to do.
    thread.worker.ref()
    thread.worker.postMessage(job.task)
    watch(thread)
  }

  const watch = (thread: Thread) => {
    if (!thread.isReady || !thread.job) return
    thread.timer = setTimeout(() => {
      const detail = `The page took longer than ${workTime / 1000} s.`
      replace(thread, { ok: false, problem: 'too-much-work', details: { detail } })
    }, workTime)
  }

  return {
    run(task, signal, isPatient = false) {
      return new Promise((resolve, reject) => {
        const job: Job = {
          task,
          done: (answer) =>
            answer.ok ? resolve(answer.product as never) : reject(new ApiError(answer.problem, answer.details)),
        }
        if (isClosing) return reject(busy('The server is about to stop.'))
        const idle = [...threads].find((thread) => !thread.job)
        if (idle) return give(idle, job)
        if (threads.size < size) return give(start(), job)
        if (waiting.length >= queue && !isPatient) return reject(busy(`${waiting.length} pages wait already.`))
        waiting.push(job)
        signal?.addEventListener('abort', () => {
          const at = waiting.indexOf(job)
          if (at >= 0) waiting.splice(at, 1)
          reject(busy('The request was given up.'))
        })
      })
    },

    export(what) {
      if (exports >= EXPORTS) throw busy(`${EXPORTS} exports run already.`)
      exports++
      const start = () => new Worker(EXPORT_SCRIPT, { workerData: { location, ...what } })
      return streamFrom(start, () => exports--)
    },

    state: () => ({
      threads: size,
      running: [...threads].filter(({ job }) => job).length,
      waiting: waiting.length,
    }),

    async close() {
      isClosing = true
      if ([...threads].some(({ job }) => job)) {
        await new Promise<void>((resolve) => {
          drained = resolve
        })
      }
      await Promise.all(
        [...threads].map(async ({ worker }) => {
          const ended = new Promise((resolve) => worker.once('exit', resolve))
          worker.ref()
          worker.postMessage('close')
          await ended
        }),
      )
    },
  }
}

function busy(detail: string): ApiError {
  return new ApiError('busy', { detail, headers: { 'Retry-After': '1' } })
}

/** The pieces that a worker gives, each asked for when the one before is taken; it starts with the first. */
function streamFrom(start: () => Worker, ended: () => void): ReadableStream<Uint8Array> {
  let worker: Worker | undefined
  let isEnded = false
  const end = () => {
    if (isEnded) return
    isEnded = true
    ended()
    void worker?.terminate()
  }
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        worker ??= start()
        const piece = await nextOf(worker)
        if (piece instanceof Uint8Array) return controller.enqueue(piece)
        end()
        if (piece === null) controller.close()
        // What went wrong is not for the client, who would find it behind the lines.
        else controller.error(new Error('The export broke off.'))
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  )
}

function nextOf(worker: Worker): Promise<Uint8Array | null | Error> {
  return new Promise((resolve) => {
    const answer = (said: Uint8Array | null | Error) => {
      worker.removeAllListeners('message').removeAllListeners('error')
      resolve(said)
    }
    worker.once('message', answer)
    worker.once('error', answer)
    worker.postMessage('next')
  })
}
