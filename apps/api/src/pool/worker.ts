import { parentPort, workerData } from 'node:worker_threads'
import { isStoreError, open, type Store } from '@speeches/store'
import { ApiError } from '../problems.ts'
import { storeProblem } from '../store-problem.ts'
import { type Bench, perform } from './perform.ts'
import type { Answer, Task, Trouble } from './task.ts'

/** The thread that does tasks, one after the other. */
const port = parentPort
if (!port) throw new Error('worker.ts runs in a worker thread only')

const { location, parser } = workerData as { location: string; parser: string }
let opened: Promise<Store> | undefined
const bench: Bench = {
  parser,
  store() {
    opened ??= open(location).catch((error) => {
      opened = undefined
      throw error
    })
    return opened
  },
}

port.postMessage('ready')
port.on('message', async (task: Task | 'close') => {
  if (task === 'close') {
    await (await opened)?.close()
    port.close()
    return
  }
  const answer = await answerTo(task)
  port.postMessage(answer, buffersOf(answer))
})

/** Bytes change hands; they are not copied. */
function buffersOf(answer: Answer): ArrayBuffer[] {
  if (!answer.ok || typeof answer.product !== 'object' || !('bytes' in answer.product)) return []
  return [answer.product.bytes.buffer]
}

async function answerTo(task: Task): Promise<Answer> {
  try {
    return { ok: true, product: await perform(task, bench) }
  } catch (error) {
    return { ok: false, ...troubleOf(error) }
  }
}

function troubleOf(error: unknown): Trouble {
  if (error instanceof ApiError) return { problem: error.problem, details: error.details }
  if (isStoreError(error)) return storeProblem(error)
  return { problem: 'fault', details: { detail: error instanceof Error ? (error.stack ?? '') : String(error) } }
}
