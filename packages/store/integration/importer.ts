import { writeSync } from 'node:fs'
import { open } from '../src/index.ts'
import { numberedPage } from './numbered.ts'

/**
 * Imports pages from a number on until it is killed or has done as many as it was told, and says each one that was
 * acknowledged: `node importer.ts LOCATION FIRST [COUNT]`.
 */
const [location = '', first = '0', count = 'Infinity'] = process.argv.slice(2)
const store = await open(location, { busyTimeout: 60_000 })
for (let number = Number(first); number < Number(first) + Number(count); number += 2) {
  const outcomes = await store.import([numberedPage(number), numberedPage(number + 1)])
  for (const [i, { id }] of outcomes.entries()) writeSync(1, `${number + i} ${id}\n`)
}
await store.close()
