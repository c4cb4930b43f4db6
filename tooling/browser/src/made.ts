import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import type { Page } from './pages.ts'

/** The folders that a runtime reads from, each as a URL that ends in a slash. */
export interface Folders {
  /** The parser as it was built, file by file. */
  parser: string
  /** The programs that run in every runtime. */
  programs: string
  /** What was made for this run: the pages and the table of CP936. */
  made: string
}

const TABLE = fileURLToPath(new URL('../../../packages/core/src/restore/cp936.ts', import.meta.url))

/** Makes what the runtimes need beside the built parser. */
export async function makeFolders(pages: readonly Page[]): Promise<Folders> {
  const made = mkdtempSync(join(tmpdir(), 'speeches-browser-'))
  writeFileSync(join(made, 'pages.json'), JSON.stringify(pages.map(({ text }) => text)))
  await build({ entryPoints: [TABLE], bundle: true, format: 'esm', outfile: join(made, 'cp936.mjs') })
  return {
    parser: new URL('.', import.meta.resolve('@speeches/parser')).href,
    programs: new URL('.', import.meta.url).href,
    made: `${pathToFileURL(made)}/`,
  }
}
