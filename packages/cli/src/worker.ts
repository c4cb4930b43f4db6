import { parentPort, workerData } from 'node:worker_threads'
import type { Answer, Task } from './batch/pool.ts'
import { toBytes, writeWhole } from './output.ts'
import { Problem, systemProblem } from './problem.ts'
import { perform, type Work } from './work.ts'

/** The thread that does the work to one page after the other. */
const work = workerData as Work
const port = parentPort
if (!port) throw new Error('worker.ts runs in a worker thread only')

let last = Promise.resolve()
port.on('message', (task: Task) => {
  last = last.then(async () => {
    const answer = await answerTo(task)
    port.postMessage(answer, answer.ok && answer.bytes ? [answer.bytes.buffer] : [])
  })
})

async function answerTo({ path, output }: Task): Promise<Answer> {
  try {
    const { pieces, remark, counts } = await perform(work, path)
    const about = { ok: true as const, ...(remark !== undefined && { remark }), ...(counts && { counts }) }
    if (output !== undefined) return { ...about, size: await writeWhole(output, pieces) }
    const bytes = await toBytes(pieces)
    return { ...about, size: bytes.length, bytes }
  } catch (error) {
    if (error instanceof Problem) return { ok: false, reason: error.message }
    const problem = systemProblem(error)
    if (problem) return { ok: false, reason: `${path}: ${problem}` }
    return { ok: false, reason: `${path}: This is a fault of the program; please report it. ${describe(error)}` }
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
