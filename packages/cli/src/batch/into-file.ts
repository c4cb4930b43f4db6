import { closeSync, ftruncateSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeFolder } from '../folder.ts'
import { partOf } from '../output.ts'
import { Problem } from '../problem.ts'
import type { Batch } from './batch.ts'
import { type Course, note, noteEarlier } from './course.ts'
import { beginManifest, type Entry, isUnchanged, manifestOf, readManifest, type State, tell } from './manifest.ts'
import { runPool } from './pool.ts'

/**
 * Writes all pages into one file, in their order. Until it is whole it stands beside its place under another name;
 * when it is resumed, it is cut back to the last page that the manifest knows and goes on from there.
 */
export async function intoFile(
  { work, jobs, resume }: Batch,
  states: readonly State[],
  path: string,
  course: Course,
): Promise<void> {
  const part = partOf(path)
  const record = manifestOf({ kind: 'file', path })
  const told = tell(work)
  const done = resume ? stillThere(part, readManifest(record, told)) : []
  refuseChanged(done, states)
  for (const entry of done) noteEarlier(course, entry)

  makeFolder(dirname(path))
  const manifest = beginManifest(record, told, done)
  const file = openSync(part, done.length > 0 ? 'r+' : 'w')
  let end = endOf(done)
  ftruncateSync(file, end)
  const open = states.slice(done.length)
  const tasks = open.map(({ input }) => ({ path: input }))
  for await (const [i, answer] of runPool(tasks, { work, jobs, inOrder: true, stop: course.stop })) {
    const state = open[i] as State
    if (answer.ok && answer.bytes) end += writeAt(file, answer.bytes, end)
    manifest.add({ ...state, written: end, ...(!answer.ok && { error: answer.reason }) })
    note(course, state.input, answer, state.size)
  }
  closeSync(file)
  manifest.close()
  if (course.done < course.total) return
  renameSync(part, path)
  rmSync(record)
}

function endOf(entries: readonly Entry[]): number {
  return entries.at(-1)?.written ?? 0
}

/** What the manifest knows, where the file holds all of it; else nothing. */
function stillThere(part: string, entries: Entry[]): Entry[] {
  const size = statSync(part, { throwIfNoEntry: false })?.size ?? -1
  return size >= endOf(entries) ? entries : []
}

function refuseChanged(done: readonly Entry[], states: readonly State[]): void {
  const at = done.findIndex((entry, i) => !isUnchanged(entry, states[i]))
  if (at < 0) return
  throw new Problem(`${done[at]?.input} is not what the earlier run read there. Start over without --resume.`)
}

function writeAt(file: number, bytes: Uint8Array, position: number): number {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, position + at)
  return bytes.length
}
