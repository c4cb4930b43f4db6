import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import type { Store } from '../src/index.ts'
import { createRandom } from '../src/testing/random.ts'
import type { Places } from '../src/testing/stage.ts'
import { type Acknowledged, anyMoment, checkWhole, kill, startImporter } from './killing.ts'

const KILLS = 50

/**
 * What holds of processes that import, on every engine: one that is killed, and two at once.
 *
 * @param crash ends the server of the engine as a loss of power would, and starts it again; at every tenth kill
 */
export function describeProcesses(engine: Store['engine'], places: Places, crash?: () => Promise<void>): void {
  describe(`${engine}: processes`, () => {
    test(`lose nothing in ${KILLS} kills`, async () => {
      const location = await places.fresh()
      const random = createRandom(Date.now())
      const acknowledged: Acknowledged = new Map()
      for (let round = 0; round < KILLS; round++) {
        const first = round * 10_000
        const importer = startImporter(location, first, acknowledged)
        await anyMoment(acknowledged, acknowledged.size, random)
        if (round % 10 === 9) await crash?.()
        await kill(importer)
        await checkWhole(location, acknowledged, first)
      }
    })

    test('import at once, two of them', async () => {
      const location = await places.fresh()
      const acknowledged: Acknowledged = new Map()
      const importers = [0, 10_000].map((first) => startImporter(location, first, acknowledged, 100))
      await Promise.all(importers.map((importer) => once(importer, 'close')))
      expect(acknowledged.size).toBe(200)
      await checkWhole(location, acknowledged, 0)
    })
  })
}
