import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseGold } from './gold.ts'
import { locate, type Misquote } from './locate.ts'
import type { Outline } from './outline.ts'

/** A page with its gold tree. */
export interface Page {
  name: string
  source: string
  gold: Outline
  /** What the gold tree quotes wrongly or leaves out; empty in a sound page. */
  misquotes: Misquote[]
  /** What is said about the page. */
  about: string
}

export const sets = ['development', 'set-aside'] as const
export type SetName = (typeof sets)[number]

/** The folder of a set of pages. */
export function folderOf(set: SetName): string {
  return fileURLToPath(new URL(`../../../fixtures/pages/${set}`, import.meta.url))
}

/** Every page of a folder, by name. Throws where a gold file cannot be read. */
export function readPages(folder: string): Page[] {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders.map(({ name }) => readPage(folder, name)).sort((a, b) => a.name.localeCompare(b.name))
}

function readPage(folder: string, name: string): Page {
  const read = (file: string) => readFileSync(join(folder, name, file), 'utf8')
  const source = read('input.txt')
  const gold = readGold(read('gold.txt'), name)
  return { name, source, gold, misquotes: locate(gold, source), about: read('about.md') }
}

function readGold(text: string, name: string): Outline {
  try {
    return parseGold(text)
  } catch (error) {
    throw new Error(`${name}/gold.txt: ${(error as Error).message}`)
  }
}
