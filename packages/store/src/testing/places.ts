import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Places } from './stage.ts'

/** Places for SQLite files, which are gone when the tests are over. */
export function sqlitePlaces(): Places & { folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'speeches-store-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  let count = 0
  return { folder, fresh: async () => join(folder, `${count++}`, 'speeches.db') }
}
