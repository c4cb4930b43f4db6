import { rmSync } from 'node:fs'
import type { Counts } from '../check/severity.ts'
import { type Frame, type Pieces, partOf, print, writeWhole } from '../output.ts'
import { Problem } from '../problem.ts'
import { perform, type Work } from '../work.ts'
import { createCourse, interrupted, report } from './course.ts'
import { type Destination, outputsFor } from './destination.ts'
import type { Input } from './inputs.ts'
import { intoFile } from './into-file.ts'
import { intoFolder } from './into-folder.ts'
import { intoStdout } from './into-stdout.ts'
import { sizeOf, stateOf } from './manifest.ts'

/** Pages, what to do to them, and where to put what comes of it. */
export interface Batch {
  inputs: readonly Input[]
  work: Work
  destination: Destination
  /** The ending of the files, without the dot. */
  extension: string
  /** How many threads work on several pages. */
  jobs: number
  /** What stands around and between pages on standard output. */
  frame?: Frame
  /** Whether to go on where an earlier run was cut off. */
  resume?: boolean
}

/**
 * Does the work to all pages. One page alone is done here; several are done in threads, where a page that cannot be
 * used, or breaks its thread, never stops the rest: it is listed at the end with its reason, and the command answers 2.
 * Gives how many messages there were of each level.
 */
export async function runBatch(batch: Batch): Promise<Counts> {
  const { inputs, destination, resume } = batch
  if (resume && destination.kind === 'stdout') throw new Problem('There is nothing to resume. Name the output with -o.')
  const [only] = inputs
  return only && inputs.length === 1 ? await runOne(only, batch) : await runMany(batch)
}

async function runOne(input: Input, { work, destination, extension, frame }: Batch): Promise<Counts> {
  const output = outputOf(input, destination, extension)
  const { pieces, remark, counts } = await perform(work, input.path)
  if (output !== undefined) {
    await writeOne(output, pieces)
  } else {
    await print([frame?.open ?? ''])
    await print(pieces)
    await print([frame?.close ?? ''])
  }
  if (remark !== undefined) console.error(remark)
  return { error: 0, warning: 0, info: 0, ...counts }
}

/** Writes the only file there is. Ctrl-C ends it at once, and takes away what is written of it. */
async function writeOne(path: string, pieces: Pieces): Promise<void> {
  const interrupt = () => {
    rmSync(partOf(path), { force: true })
    interrupted()
    process.exit()
  }
  process.once('SIGINT', interrupt)
  process.once('SIGTERM', interrupt)
  await writeWhole(path, pieces)
  process.off('SIGINT', interrupt)
  process.off('SIGTERM', interrupt)
}

function outputOf(input: Input, destination: Destination, extension: string): string | undefined {
  if (destination.kind === 'folder') return outputsFor([input], destination.path, extension)[0]
  return destination.kind === 'file' ? destination.path : undefined
}

async function runMany(batch: Batch): Promise<Counts> {
  const { inputs, destination } = batch
  refuseStandardInput(inputs)
  const states = inputs.map(({ path }) => stateOf(path))
  const course = createCourse(states.length, sizeOf(states))
  if (destination.kind === 'folder') await intoFolder(batch, states, destination.path, course)
  else if (destination.kind === 'file') await intoFile(batch, states, destination.path, course)
  else await intoStdout(batch, states, course)
  report(course, destination)
  return course.counts
}

/** Standard input is a page of its own: the threads cannot read it. */
export function refuseStandardInput(inputs: readonly Input[]): void {
  if (inputs.some(({ path }) => path === '-')) throw new Problem('Standard input cannot be read among other pages.')
}
