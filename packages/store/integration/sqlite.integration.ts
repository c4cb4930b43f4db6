import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { open } from '../src/index.ts'
import { describeOracle } from '../src/testing/oracle.ts'
import { sqlitePlaces } from '../src/testing/places.ts'
import { createRandom } from '../src/testing/random.ts'
import { type Acknowledged, anyMoment, checkWhole, kill, startImporter } from './killing.ts'
import { numberedPage, PARAGRAPHS } from './numbered.ts'
import { mayMount, smallDisk } from './small-disk.ts'

const places = sqlitePlaces()

describeOracle('sqlite', places, { paragraphs: 20_000, queries: 2000 })

test('loses nothing in 50 kills', async () => {
  const location = await places.fresh()
  const random = createRandom(Date.now())
  const acknowledged: Acknowledged = new Map()
  for (let round = 0; round < 50; round++) {
    const first = round * 10_000
    const importer = startImporter(location, first, acknowledged)
    await anyMoment(acknowledged, acknowledged.size, random)
    await kill(importer)
    await checkWhole(location, acknowledged, first)
  }
})

test('takes pages from two processes at once', async () => {
  const location = await places.fresh()
  const acknowledged: Acknowledged = new Map()
  const importers = [0, 10_000].map((first) => startImporter(location, first, acknowledged, 100))
  await Promise.all(importers.map((importer) => once(importer, 'close')))
  expect(acknowledged.size).toBe(200)
  await checkWhole(location, acknowledged, 0)
})

test.skipIf(!mayMount)('says that the disk is full, or may only be read (needs the right to mount)', async () => {
  const disk = smallDisk(2)
  const location = join(disk.folder, 'speeches.db')
  try {
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

    disk.change('ro')
    await expect(open(location)).rejects.toMatchObject({ code: 'read-only' })
    const reading = await open(location, { readOnly: true })
    expect((await reading.search({ query: '河道' })).total.count).toBeGreaterThan(PARAGRAPHS)
    await expect(reading.import([numberedPage(number + 1)])).rejects.toMatchObject({ code: 'read-only' })
    await reading.close()
  } finally {
    disk.remove()
  }
})
