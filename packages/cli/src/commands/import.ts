import { type Course, createCourse, interrupted, note, noteEarlier } from '../batch/course.ts'
import { findInputs } from '../batch/inputs.ts'
import { sizeOf, stateOf } from '../batch/manifest.ts'
import { formatTime } from '../batch/progress.ts'
import { batchesOf, type Row } from '../import/batches.ts'
import { connect } from '../import/connect.ts'
import { inLanes } from '../import/lanes.ts'
import { planFor } from '../import/resume.ts'
import { type Outcome, store } from '../import/store.ts'
import { Problem } from '../problem.ts'

export interface ImportFlags {
  /** Where the API is. */
  api: string
  /** What the origins of pages begin with. */
  origin?: string
  /** The file that says what is stored. */
  resume?: string
  /** In bytes. */
  maxSize: number
}

type Counts = Record<Outcome['status'], number>

/**
 * `speeches import`: pages into the store of an API. A page that is there already is not stored twice, so that a run
 * can be repeated at any time; with `--resume` it does not even send again what is stored and unchanged.
 */
export async function runImport(paths: readonly string[], flags: ImportFlags): Promise<void> {
  const { api, origin, resume } = flags
  const inputs = await findInputs(paths, resume)
  if (inputs.some(({ path }) => path === '-'))
    throw new Problem('Standard input has no name to import it by. Name files.')
  const rows = inputs.map((input) => ({ ...input, ...stateOf(input.path) }))
  const course = createCourse(rows.length, sizeOf(rows))
  const client = await connect(api, (line) => course.progress.say(line))
  const { open, stored, manifest } = planFor(rows, resume, JSON.stringify({ api, origin }))
  for (const row of stored) noteEarlier(course, row)

  const counts: Counts = { created: 0, version: 0, unchanged: 0, failed: 0 }
  const take = ({ page, status, reason }: Outcome) => {
    const { input, size, modified } = page
    counts[status]++
    manifest.add({ input, size, modified, ...(reason === undefined ? { written: size } : { error: reason }) })
    note(course, input, reason === undefined ? { ok: true, size } : { ok: false, reason: `${input}: ${reason}` }, size)
  }
  const refuse = ({ input, size }: Row, reason: string) => note(course, input, { ok: false, reason }, size)
  try {
    await inLanes(batchesOf(open, { ...flags, stop: course.stop, refuse }), async (shipment) => {
      for await (const outcome of store(client, shipment)) take(outcome)
    })
  } finally {
    manifest.close()
    course.progress.end()
  }
  report(course, counts)
}

/** Says how it went, lists the pages that could not be stored, and sets what the command answers. */
function report({ total, done, failures, start, stop }: Course, { created, version, unchanged }: Counts): void {
  const time = formatTime((performance.now() - start) / 1000)
  const said = `${created} new, ${version} changed, ${unchanged} there already`
  console.error(`${done - failures.length} of ${total} pages are stored, in ${time}: ${said}.`)
  if (failures.length > 0) {
    const what = failures.length === 1 ? '1 page' : `${failures.length} pages`
    console.error([`speeches: ${what} of ${total} could not be stored:`, ...failures].join('\n  '))
    process.exitCode = 2
  }
  if (stop.aborted) interrupted(' Run it again to go on.')
}
