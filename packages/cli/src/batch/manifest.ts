import { closeSync, openSync, readFileSync, renameSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import { partOf } from '../output.ts'
import { codeOf, Problem } from '../problem.ts'
import type { Work } from '../work.ts'
import type { Destination } from './destination.ts'

const { version } = manifest

/** A page as it is on the disk. */
export interface State {
  /** The page, as it was named. */
  input: string
  /** In bytes. */
  size: number
  /** When it was last changed, in ms since 1970. */
  modified: number
}

/** One page that is done, as a line of the manifest. */
export interface Entry extends State {
  /** Of what was written: the bytes of its file, or where the one file ended behind it; not there for a failed page. */
  written?: number
  /** Why the page could not be used. */
  error?: string
}

/** What was done so far, one line a page; a line is added as soon as its page is written. */
export interface Manifest {
  add(entry: Entry): void
  close(): void
}

/** Where the manifest of an output is: in the folder, or beside the file. */
export function manifestOf({ kind, path }: Exclude<Destination, { kind: 'stdout' }>): string {
  const name = '.speeches-manifest.ndjson'
  return kind === 'folder' ? join(path, name) : join(dirname(path), `.${basename(path)}${name}`)
}

/** What a run was told, as the first line of its manifest. */
export function tell(work: Work): string {
  return JSON.stringify({ version, work })
}

/** Whether a page is what it was when it was done. */
export function isUnchanged(entry: Entry, state: State | undefined): boolean {
  return entry.input === state?.input && entry.size === state.size && entry.modified === state.modified
}

/** The state of a page on the disk, as the manifest has it. */
export function stateOf(input: string): State {
  const stats = statSync(input, { throwIfNoEntry: false })
  return { input, size: stats?.size ?? 0, modified: stats?.mtimeMs ?? 0 }
}

/** How long pages are together, in bytes. */
export function sizeOf(states: readonly State[]): number {
  return states.reduce((sum, { size }) => sum + size, 0)
}

/**
 * What an earlier run has done, in its order; nothing where there was none. A last line that a kill cut short is
 * left out. Throws a Problem where that run was told something else: its results and ours are not alike.
 */
export function readManifest(path: string, told: string): Entry[] {
  const [head, ...lines] = linesOf(path)
  if (head === undefined) return []
  if (head !== told) {
    throw new Problem(`${path} is of a run with other options or another version. Start over without --resume.`)
  }
  return lines.map((line) => JSON.parse(line) as Entry)
}

/** The whole lines of a file. */
function linesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n').slice(0, -1)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw new Problem(`${path} cannot be read (${codeOf(error)}). Start over without --resume.`)
  }
}

/** Begins a manifest with what the run was told and the pages that are done already. */
export function beginManifest(path: string, told: string, done: readonly Entry[]): Manifest {
  writeManifest(path, told, done)
  const file = openSync(path, 'a')
  return {
    add: (entry) => {
      writeSync(file, `${JSON.stringify(entry)}\n`)
    },
    close: () => closeSync(file),
  }
}

/** Writes a whole manifest, so that there is the old one or the new one at any moment. */
export function writeManifest(path: string, told: string, entries: readonly Entry[]): void {
  const lines = [told, ...entries.map((entry) => JSON.stringify(entry))]
  writeFileSync(partOf(path), lines.map((line) => `${line}\n`).join(''))
  renameSync(partOf(path), path)
}
