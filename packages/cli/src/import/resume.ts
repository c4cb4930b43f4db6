import { beginManifest, type Entry, isUnchanged, type Manifest, readManifest } from '../batch/manifest.ts'
import type { Row } from './batches.ts'

/** Pages by whether they are to be sent, and the file that takes note of them. */
interface Plan {
  open: Row[]
  /** Stored by an earlier run, and unchanged since. */
  stored: Row[]
  manifest: Manifest
}

const NOWHERE: Manifest = { add() {}, close() {} }

/**
 * What is left to be sent, by the file that an earlier run kept: everything, where none is named. That file goes on to
 * know of other pages than these. Throws a Problem where it is of another store.
 *
 * @param told what was imported where: the file's first line
 */
export function planFor(rows: readonly Row[], path: string | undefined, told: string): Plan {
  if (path === undefined) return { open: [...rows], stored: [], manifest: NOWHERE }
  const entries = new Map<string, Entry>()
  for (const entry of readManifest(path, told)) if (entry.error === undefined) entries.set(entry.input, entry)
  const isStored = (row: Row) => {
    const entry = entries.get(row.input)
    return entry !== undefined && isUnchanged(entry, row)
  }
  const stored = rows.filter(isStored)
  const open = rows.filter((row) => !isStored(row))
  for (const { input } of open) entries.delete(input)
  return { open, stored, manifest: beginManifest(path, told, [...entries.values()]) }
}
