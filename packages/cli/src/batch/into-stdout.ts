import { printAll } from '../output.ts'
import type { Batch } from './batch.ts'
import { type Course, note } from './course.ts'
import type { State } from './manifest.ts'
import { runPool } from './pool.ts'

/** Does the work to several pages and prints what comes of them, in their order. */
export async function intoStdout(
  { work, jobs, frame }: Batch,
  states: readonly State[],
  course: Course,
): Promise<void> {
  const tasks = states.map(({ input }) => ({ path: input }))
  let isFirst = true
  await printAll(frame?.open ?? '')
  for await (const [i, answer] of runPool(tasks, { work, jobs, inOrder: true, stop: course.stop })) {
    if (answer.ok && answer.bytes && answer.size > 0) {
      if (!isFirst) await printAll(frame?.between ?? '')
      await printAll(answer.bytes)
      isFirst = false
    }
    const { input, size } = states[i] as State
    note(course, input, answer, size)
  }
  await printAll(frame?.close ?? '')
}
