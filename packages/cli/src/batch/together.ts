import { setImmediate as turn } from 'node:timers/promises'
import { type Page, readPage } from '../input.ts'
import { type Pieces, print, writeWhole } from '../output.ts'
import { Problem } from '../problem.ts'
import { type Batch, refuseStandardInput } from './batch.ts'
import { type Course, createCourse, interrupted, note, report } from './course.ts'
import { type State, sizeOf, stateOf } from './manifest.ts'

/**
 * Writes pages as one file of a format that is more than its pages one behind the other, such as EPUB or Parquet.
 * They are read one by one, each when the one before is written; one that cannot be used is left out and listed.
 */
export async function runTogether<Result>(
  batch: Batch,
  write: (results: AsyncIterable<Result>) => Pieces,
  parse: (page: Page) => Promise<Result>,
): Promise<void> {
  const { destination } = batch
  refuseStandardInput(batch.inputs)
  const states = batch.inputs.map(({ path }) => stateOf(path))
  const course = createCourse(states.length, sizeOf(states))
  const pieces = write(resultsOf(batch, states, course, parse))
  try {
    if (destination.kind === 'stdout') await print(pieces)
    else await writeWhole(destination.path, pieces)
  } catch (error) {
    if (!course.stop.aborted) throw error
    interrupted()
    return
  }
  report(course, destination)
}

async function* resultsOf<Result>(
  { work }: Batch,
  states: readonly State[],
  course: Course,
  parse: (page: Page) => Promise<Result>,
): AsyncGenerator<Result> {
  for (const { input, size } of states) {
    // Ctrl-C is heard between two pages.
    await turn()
    course.stop.throwIfAborted()
    try {
      yield await parse(await readPage(input, work.maxSize))
      note(course, input, { ok: true, size: 0 }, size)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      note(course, input, { ok: false, reason: error.message }, size)
    }
  }
}
