import { randomUUID } from 'node:crypto'
import type { Page } from './batches.ts'
import type { Shipment } from './store.ts'

/** Batches on their way at once: one is worked on while the next one is sent. */
const LANES = 2

/** Does the work to some batches at once, each under a name of its own. Behind trouble no other batch is begun. */
export async function inLanes(
  batches: AsyncGenerator<Page[]>,
  work: (shipment: Shipment) => Promise<void>,
): Promise<void> {
  const run = randomUUID()
  const troubles: unknown[] = []
  let number = 0
  const lane = async () => {
    while (troubles.length === 0) {
      const { value: pages, done } = await batches.next()
      if (done) return
      await work({ pages, once: `${run}-${number++}` })
    }
  }
  await Promise.all(Array.from({ length: LANES }, () => lane().catch((error: unknown) => troubles.push(error))))
  if (troubles.length > 0) throw troubles[0]
}
