import { statSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import { Problem } from '../problem.ts'
import type { Input } from './inputs.ts'

/** Where results go: standard output, one file, or a file for each page in a folder. */
export type Destination = { kind: 'stdout' } | { kind: 'file'; path: string } | { kind: 'folder'; path: string }

/**
 * What `--output` names: a folder where it ends in a slash, is one already, or stands for several pages without
 * an ending of its own; else a file. Standard output where it is `-` or left out.
 */
export function destinationOf(output: string | undefined, pages: number): Destination {
  if (output === undefined || output === '-') return { kind: 'stdout' }
  if (output === '') throw new Problem('The path of the output is empty. Name a file or a folder.')
  const isFolder = /[\\/]$/.test(output) || isDirectory(output) || (pages > 1 && extname(output) === '')
  return { kind: isFolder ? 'folder' : 'file', path: output }
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

/**
 * The file for each input, below `folder`: `2020/spring.html` → `2020/spring.json`. Where that would be the file of
 * another input too, each keeps its own ending: `spring.html.json`, `spring.txt.json`.
 */
export function outputsFor(inputs: readonly Input[], folder: string, extension: string): string[] {
  const short = inputs.map(({ name }) => `${name.slice(0, name.length - extname(name).length)}.${extension}`)
  const uses = new Map<string, number>()
  for (const name of short) uses.set(name, (uses.get(name) ?? 0) + 1)
  const names = inputs.map(({ name }, i) =>
    uses.get(short[i] ?? '') === 1 ? (short[i] as string) : `${name}.${extension}`,
  )
  return refuseClashes(
    inputs,
    names.map((name) => join(folder, name)),
  )
}

function refuseClashes(inputs: readonly Input[], outputs: string[]): string[] {
  const written = new Map<string, string>()
  for (const [i, output] of outputs.entries()) {
    const { path } = inputs[i] as Input
    if (resolve(path) === resolve(output))
      throw new Problem(`${output} would write over its own page. Name another folder.`)
    const other = written.get(output)
    if (other) throw new Problem(`${other} and ${path} would both become ${output}. Name a folder above both.`)
    written.set(output, path)
  }
  return outputs
}
