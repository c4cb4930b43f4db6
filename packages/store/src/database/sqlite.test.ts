import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { open } from '../open.ts'
import { LIBRARY, MARKET, pageOf, pageOfParagraphs } from '../testing/pages.ts'
import { sqlitePlaces } from '../testing/places.ts'

const places = sqlitePlaces()

const MANY = Array.from({ length: 2000 }, (_, i) => ({
  id: `p${i}`,
  text: `第${i}號河段的水位，今年比去年高${i}毫米。`,
}))

test('a directory gets a file of its own', async () => {
  const folder = join(places.folder, 'directory/')
  await (await open(folder)).close()
  const store = await open(join(folder, 'speeches.db'), { readOnly: true })
  expect((await store.stats()).documents).toBe(0)
  await store.close()
})

test('who finds the file held waits, and then says so', async () => {
  const location = await places.fresh()
  const store = await open(location, { busyTimeout: 200 })
  await store.import([pageOf(LIBRARY)])
  const other = new DatabaseSync(location)
  other.exec('BEGIN IMMEDIATE')
  await expect(store.import([pageOf(MARKET)])).rejects.toMatchObject({ name: 'StoreError', code: 'busy' })
  expect((await store.search({ query: '屋頂' })).total.count).toBe(2)

  const waiting = store.import([pageOf(MARKET)])
  setTimeout(() => other.exec('COMMIT'), 50)
  expect(await waiting).toMatchObject([{ status: 'created' }])
  other.close()
  await store.close()
})

test('a full disk is told, and costs nothing that was there', async () => {
  const store = await open(await places.fresh())
  await store.import([pageOf(LIBRARY)])
  await sql`PRAGMA max_page_count = 60`.execute(store.database.kysely)
  await expect(store.import([pageOfParagraphs('many', MANY)])).rejects.toMatchObject({ code: 'full' })
  expect(await store.stats()).toMatchObject({ documents: 1 })
  expect((await store.search({ query: '水位' })).total.count).toBe(0)
  expect((await store.search({ query: '屋頂' })).total.count).toBe(2)
  await sql`PRAGMA max_page_count = 100000`.execute(store.database.kysely)
  await store.import([pageOfParagraphs('many', MANY)])
  expect((await store.search({ query: '水位' })).total.count).toBe(2000)
  await store.close()
})

test('says what cannot be opened', async () => {
  const location = await places.fresh()
  await expect(open(location, { readOnly: true })).rejects.toMatchObject({ code: 'unreachable' })
  mkdirSync(dirname(location), { recursive: true })
  writeFileSync(
    location,
    'no database, but long enough to have the head of one, which is a hundred bytes long. '.repeat(9),
  )
  await expect(open(location)).rejects.toMatchObject({ code: 'damaged' })
  await expect(open(join(location, 'below', 'a.db'))).rejects.toMatchObject({ code: 'unreachable' })

  const foreign = join(dirname(location), 'foreign.db')
  const other = new DatabaseSync(foreign)
  other.exec('CREATE TABLE theirs (id INTEGER)')
  other.close()
  await expect(open(foreign)).rejects.toMatchObject({ code: 'damaged' })
})
