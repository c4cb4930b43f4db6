import { printAll } from '../output.ts'
import type { Batch } from './batch.ts'
import { type Course, note } from './course.ts'
import { runPool } from './pool.ts'

/** Does the work to several pages and prints what comes of them, in their order. */
export async function intoStdout({ inputs, work, jobs, frame }: Batch, course: Course): Promise<void> {
  const tasks = inputs.map(({ path }) => ({ path }))
  let isFirst = true
  await printAll(frame?.open ?? '')
  for await (const [i, answer] of runPool(tasks, { work, jobs, inOrder: true, stop: course.stop })) {
    if (answer.ok && answer.bytes && answer.size > 0) {
      if (!isFirst) await printAll(frame?.between ?? '')
      await printAll(answer.bytes)
      isFirst = false
    }
    note(course, (inputs[i] as { path: string }).path, answer)
  }
  await printAll(frame?.close ?? '')
}
