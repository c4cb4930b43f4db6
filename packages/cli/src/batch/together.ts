import { type Page, readPage } from '../input.ts'
import { type Pieces, print, writeWhole } from '../output.ts'
import { Problem } from '../problem.ts'
import { type Batch, refuseStandardInput } from './batch.ts'
import { type Course, createCourse, interrupted, note, report } from './course.ts'

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
  const course = createCourse(batch.inputs.length)
  const pieces = write(resultsOf(batch, course, parse))
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
  { inputs, work }: Batch,
  course: Course,
  parse: (page: Page) => Promise<Result>,
): AsyncGenerator<Result> {
  for (const { path } of inputs) {
    course.stop.throwIfAborted()
    try {
      yield await parse(await readPage(path, work.maxSize))
      note(course, path, { ok: true, size: 0 })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      note(course, path, { ok: false, reason: error.message })
    }
  }
}
