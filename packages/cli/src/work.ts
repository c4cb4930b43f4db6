import type { Counts } from './check/severity.ts'
import type { CheckWork } from './commands/check.ts'
import type { WriteWork } from './commands/parse.ts'
import type { RestoreWork } from './commands/restore.ts'
import { type Page, readPage } from './input.ts'
import type { Pieces } from './output.ts'

/** What is to be done to each page: plain data, so that it can be handed to a worker thread and kept in a manifest. */
export type Work = (WriteWork | RestoreWork | CheckWork) & {
  /** The most bytes a page may have. */
  maxSize: number
}

/** What came of a page. */
export interface Product {
  pieces: Pieces
  /** What a person should know about it, in one line; for standard error. */
  remark?: string
  /** The messages found, by level; only where they were asked for. */
  counts?: Counts
}

/** Reads a page and does the work to it. Throws a Problem where the page cannot be read. */
export async function perform(work: Work, path: string): Promise<Product> {
  const page = await readPage(path, work.maxSize)
  const run = await loadWorker(work)
  return await run(page)
}

/** What does the work; loaded when it is first needed. */
async function loadWorker(work: Work): Promise<(page: Page) => Promise<Product>> {
  if (work.kind === 'write') {
    const { writePage } = await import('./commands/parse.ts')
    return (page) => writePage(page, work)
  }
  if (work.kind === 'restore') {
    const { restorePage } = await import('./commands/restore.ts')
    return (page) => restorePage(page, work)
  }
  const { checkPage } = await import('./commands/check.ts')
  return (page) => checkPage(page, work)
}
