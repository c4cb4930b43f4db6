import { join } from 'node:path'
import { expect, test } from 'vitest'
import { open } from '../src/index.ts'
import { describeOracle } from '../src/testing/oracle.ts'
import { sqlitePlaces } from '../src/testing/places.ts'
import { checkWhole } from './killing.ts'
import { numberedPage, PARAGRAPHS } from './numbered.ts'
import { describeProcesses } from './processes.ts'
import { mayMount, smallDisk } from './small-disk.ts'

const places = sqlitePlaces()

describeOracle('sqlite', places, { paragraphs: 20_000, queries: 2000 })

describeProcesses('sqlite', places)

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
