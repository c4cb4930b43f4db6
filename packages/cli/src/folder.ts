import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { codeOf, Problem } from './problem.ts'

/**
 * Makes a folder where there is none, with those above it; throws a Problem where that cannot be. They are made one by
 * one: Node's own recursive mkdir never ends where a folder is there but nothing can be made in it, as in /proc.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return
  const above = dirname(path)
  if (above !== path) makeFolder(above)
  try {
    mkdirSync(path)
  } catch (error) {
    const isMadeMeanwhile = codeOf(error) === 'EEXIST'
    if (!isMadeMeanwhile) throw new Problem(`The folder ${path} cannot be made (${codeOf(error)}). Name another.`)
  }
}
