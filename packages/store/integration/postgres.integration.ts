import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { open } from '../src/index.ts'
import { describeStore } from '../src/testing/cases.ts'
import { describeMigrations } from '../src/testing/migrations.ts'
import { describeOracle } from '../src/testing/oracle.ts'
import { LIBRARY, MARKET, pageOf } from '../src/testing/pages.ts'
import { type PostgresServer, postgresPrograms, startPostgres } from '../src/testing/postgres.ts'
import { checkWhole } from './killing.ts'
import { numberedPage, PARAGRAPHS } from './numbered.ts'
import { describeProcesses } from './processes.ts'
import { describeSegments } from './segments.ts'
import { mayMount, smallDisk } from './small-disk.ts'

const programs = postgresPrograms()

describe.skipIf(!programs)(`Postgres${programs ? '' : ' (not installed: skipped)'}`, () => {
  let server: PostgresServer
  const places = { fresh: async () => await server.createDatabase() }
  beforeAll(async () => {
    server = await startPostgres(programs as string)
  })
  afterAll(() => server.stop())

  test.skipIf(!mayMount)('says that the disk is full (needs the right to mount)', async () => {
    const disk = smallDisk(12)
    try {
      const location = await server.createDatabase(disk.folder)
      const store = await open(location)
      let number = 0
      const fill = async () => {
        for (; ; number++) await store.import([numberedPage(number)])
      }
      await expect(fill()).rejects.toMatchObject({ code: 'full' })
      expect(number).toBeGreaterThan(2)
      expect(await store.stats()).toMatchObject({ documents: number, passages: number * PARAGRAPHS })
      disk.change('size=64m')
      await store.import([numberedPage(number)])
      await store.close()
      await checkWhole(location, new Map(), 0)
      await server.dropDatabase(location)
    } finally {
      disk.remove()
    }
  })

  test('says that nothing may be written', async () => {
    const location = await places.fresh()
    const writing = await open(location)
    await writing.import([pageOf(LIBRARY)])
    await sql`ALTER DATABASE ${sql.ref(new URL(location).pathname.slice(1))} SET default_transaction_read_only = on`.execute(
      writing.database.kysely,
    )
    await writing.close()
    const store = await open(location)
    expect((await store.search({ query: '屋頂' })).total.count).toBe(2)
    await expect(store.import([pageOf(MARKET)])).rejects.toMatchObject({ code: 'read-only' })
    await store.close()
  })

  test('goes on where another process has added to the tables', async () => {
    const store = await open(await places.fresh())
    await store.import([pageOf(LIBRARY)])
    const [hit] = (await store.search({ query: '屋頂' })).hits
    const id = hit?.passage.id as string
    // On all connections at once.
    const getOften = () => Promise.all(Array.from({ length: 30 }, () => store.getPassage(id)))
    const before = await getOften()
    await sql`ALTER TABLE passages ADD COLUMN later TEXT`.execute(store.database.kysely)
    expect(await getOften()).toEqual(before)
    await store.close()
  })

  test('says what cannot be reached', async () => {
    const location = await places.fresh()
    await expect(open(`${location}_missing`)).rejects.toMatchObject({ code: 'unreachable' })
    await expect(open('postgres://nobody@127.0.0.1:1/none')).rejects.toMatchObject({ code: 'unreachable' })
  })

  describeProcesses('postgres', places, () => server.crash())
  describeStore('postgres', places)
  describeSegments(places)
  describeMigrations('postgres', places)
  describeOracle('postgres', places, { paragraphs: 20_000, queries: 2000 })
})
