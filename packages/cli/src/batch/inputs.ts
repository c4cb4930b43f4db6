import { stat } from 'node:fs/promises'
import { basename, join, resolve, sep } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import { Problem } from '../problem.ts'

/** A page to be read. */
export interface Input {
  /** The file, or `-`. */
  path: string
  /** What its output is called after: its path below the folder or the fixed part of the pattern that it was found by. */
  name: string
}

/**
 * The pages that a person meant: files as they are, folders with all their files, patterns with all that match;
 * each once. Hidden files are left out, and `output` with all that lies in it. Throws a Problem for what holds no page.
 */
export async function findInputs(args: readonly string[], output?: string): Promise<Input[]> {
  const found = new Map<string, Input>()
  for (const arg of args.length === 0 ? ['-'] : args) {
    for (const input of await inputsOf(arg, output)) {
      const key = input.path === '-' ? '-' : resolve(input.path)
      if (!found.has(key)) found.set(key, input)
    }
  }
  return [...found.values()]
}

async function inputsOf(arg: string, output: string | undefined): Promise<Input[]> {
  if (arg === '-') return [{ path: arg, name: 'stdin' }]
  if (arg === '') throw new Problem('The path is empty. Name a file, or - for standard input.')
  const stats = await stat(arg).catch(() => undefined)
  if (stats?.isDirectory()) return await filesIn(arg, '**', output, `${arg} holds no file. Name another folder.`)
  if (stats || !isDynamicPattern(arg)) return [{ path: arg, name: basename(arg) }]
  const { folder, pattern } = splitPattern(arg)
  return await filesIn(folder, pattern, output, `No file matches "${arg}". Check the pattern.`)
}

async function filesIn(folder: string, pattern: string, output: string | undefined, none: string): Promise<Input[]> {
  const names = await glob(pattern, { cwd: folder, expandDirectories: false })
  const inputs = names
    .sort()
    .map((name) => ({ path: join(folder, name), name }))
    .filter(({ path }) => output === undefined || !`${resolve(path)}${sep}`.startsWith(`${resolve(output)}${sep}`))
  if (inputs.length === 0) throw new Problem(none)
  return inputs
}

/** The fixed folders at the head of a pattern, and the rest: `pages/2020/*.txt` → `pages/2020`, `*.txt`. */
function splitPattern(pattern: string): { folder: string; pattern: string } {
  const parts = pattern.split('/')
  const at = parts.findIndex((part) => isDynamicPattern(part))
  const folder = parts.slice(0, at).join('/')
  return { folder: folder === '' && pattern.startsWith('/') ? '/' : folder || '.', pattern: parts.slice(at).join('/') }
}
