import { statSync } from 'node:fs'
import { makeFolder } from '../folder.ts'
import type { Batch } from './batch.ts'
import { type Course, note, noteEarlier } from './course.ts'
import { outputsFor } from './destination.ts'
import {
  beginManifest,
  type Entry,
  isUnchanged,
  manifestOf,
  readManifest,
  type State,
  tell,
  writeManifest,
} from './manifest.ts'
import { runPool } from './pool.ts'

/** A page with its output; `entry` is there when it is done. */
interface Row extends State {
  output: string
  entry?: Entry
}

/**
 * Writes a file for each page into `folder`, each whole or not at all. When it is resumed, pages that are done and
 * unchanged are left as they are; all others, those that failed among them, are done.
 */
export async function intoFolder(
  batch: Batch,
  states: readonly State[],
  folder: string,
  course: Course,
): Promise<void> {
  const { inputs, extension, work, jobs, resume } = batch
  const outputs = outputsFor(inputs, folder, extension)
  const path = manifestOf({ kind: 'folder', path: folder })
  const told = tell(work)
  const earlier = new Map(resume ? readManifest(path, told).map((entry) => [entry.input, entry]) : [])
  const rows = states.map((state, i) => toRow(state, outputs[i] as string, earlier.get(state.input)))
  for (const { entry } of rows) if (entry) noteEarlier(course, entry)
  const open = largestFirst(rows.filter(({ entry }) => !entry))

  makeFolder(folder)
  const manifest = beginManifest(path, told, entriesOf(rows))
  const tasks = open.map(({ input, output }) => ({ path: input, output }))
  for await (const [i, answer] of runPool(tasks, { work, jobs, inOrder: false, stop: course.stop })) {
    const row = open[i] as Row
    const { input, size, modified } = row
    row.entry = { input, size, modified, ...(answer.ok ? { written: answer.size } : { error: answer.reason }) }
    manifest.add(row.entry)
    note(course, input, answer, size)
  }
  manifest.close()
  writeManifest(path, told, entriesOf(rows))
}

/** So that no thread is left alone with a long page at the end. */
function largestFirst(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => b.size - a.size)
}

function toRow(state: State, output: string, entry: Entry | undefined): Row {
  const isDone = entry && isUnchanged(entry, state) && entry.written === bytesOf(output)
  return { ...state, output, ...(isDone && { entry }) }
}

function bytesOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null
}

function entriesOf(rows: readonly Row[]): Entry[] {
  return rows.flatMap(({ entry }) => (entry ? [entry] : []))
}
