import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { open, type Store } from '../src/index.ts'
import type { Random } from '../src/testing/random.ts'
import { PARAGRAPHS, wordOf } from './numbered.ts'

/** What was acknowledged: page numbers and document ids. */
export type Acknowledged = Map<number, string>

const IMPORTER = fileURLToPath(new URL('importer.ts', import.meta.url))

/** Starts a process that imports pages from a number on; what it acknowledges is noted. */
export function startImporter(
  location: string,
  first: number,
  acknowledged: Acknowledged,
  count?: number,
): ChildProcess {
  const options = ['--conditions=@speeches/source', IMPORTER, location, String(first)]
  const child = spawn(process.execPath, count === undefined ? options : [...options, String(count)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let rest = ''
  child.stdout?.setEncoding('utf8').on('data', (data: string) => {
    const lines = (rest + data).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const [number = '', id = ''] = line.split(' ')
      acknowledged.set(Number(number), id)
    }
  })
  return child
}

/** Waits for the first page after `known`, and then for a moment that nobody can foresee. */
export async function anyMoment(acknowledged: Acknowledged, known: number, random: Random): Promise<void> {
  const end = Date.now() + 30_000
  while (acknowledged.size === known && Date.now() < end) await pause(5)
  expect(acknowledged.size).toBeGreaterThan(known)
  await pause(random.next() * 150)
}

export async function kill(child: ChildProcess): Promise<void> {
  const isGone = child.exitCode !== null || child.signalCode !== null
  child.kill('SIGKILL')
  if (!isGone) await once(child, 'close')
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/**
 * Everything that was acknowledged is there, and whatever is there is whole: its passages, its source, its search rows
 * if and only if it is the newest version of its page.
 *
 * @param since only pages from this number on are looked at one by one
 */
export async function checkWhole(location: string, acknowledged: Acknowledged, since: number): Promise<void> {
  const store = await open(location)
  await whileOthersEnd(store)
  const { items } = await store.list({ versions: 'all', limit: 500 })
  const ids = new Set(items.map(({ id }) => id))
  for (const [number, id] of acknowledged) if (number >= since) expect(ids.has(id), `page ${number}`).toBe(true)
  for (const { id, passages, newest } of items) {
    const source = (await store.getSource(id))?.text ?? ''
    const number = Number(/^page (\d+)/.exec(source)?.[1])
    if (number < since) continue
    expect(passages).toBe(PARAGRAPHS)
    expect((await store.getSpeech(`page ${number}`, id))?.contents).toHaveLength(PARAGRAPHS)
    expect((await store.getResult(id))?.version).toBe(1)
    const { total } = await store.search({ query: `"${wordOf(number)}"` })
    expect(total.count, `page ${number}`).toBe(newest ? PARAGRAPHS : 0)
  }
  await checkVersions(store)
  await store.close()
}

/** What a process asked of Postgres in its last moment may still go on, and change what is looked at here. */
async function whileOthersEnd({ engine, database: { kysely } }: Store): Promise<void> {
  if (engine === 'sqlite') return
  const others = sql`SELECT pid FROM pg_stat_activity
    WHERE datname = current_database() AND pid != pg_backend_pid() AND backend_type = 'client backend'`
  const end = Date.now() + 30_000
  while ((await others.execute(kysely)).rows.length > 0 && Date.now() < end) await pause(5)
  expect((await others.execute(kysely)).rows).toEqual([])
}

/** Of each address, the last version is the newest one, and no other. */
async function checkVersions({ engine, database: { kysely } }: Store): Promise<void> {
  const { rows } = await sql`
    SELECT documents.id FROM versions JOIN documents ON documents.row = versions.document
    WHERE documents.newest != CASE WHEN number = (
      SELECT max(number) FROM versions AS other WHERE other.origin = versions.origin
    ) THEN 1 ELSE 0 END`.execute(kysely)
  expect(rows).toEqual([])
  if (engine === 'postgres') return
  expect((await sql`PRAGMA integrity_check`.execute(kysely)).rows).toMatchObject([{ integrity_check: 'ok' }])
}
