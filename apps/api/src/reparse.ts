import parser from '@speeches/parser/package.json' with { type: 'json' }
import { isStoreError, locationFrom, open } from '@speeches/store'
import { parseStored } from './pool/page.ts'
import { API_MIGRATIONS } from './tables/tables.ts'

/** `node src/reparse.ts`: brings everything that is stored to the parser at hand; Ctrl-C stops it between two batches. */
const stop = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop.abort())

try {
  const store = await open(locationFrom(process.env), { migrations: [API_MIGRATIONS] })
  const { version } = parser
  for await (const progress of store.reparse({ parser: version, parse: parseStored, signal: stop.signal })) {
    const { done, left, kept, redirected, gone } = progress
    console.log(
      `${done} documents parsed again, ${left} left · passages: ${kept} kept, ${redirected} led on, ${gone} gone`,
    )
  }
  if (!stop.signal.aborted) console.log(`Everything is of parser ${version}.`)
  await store.close()
} catch (error) {
  if (!isStoreError(error)) throw error
  console.error(error.message)
  process.exitCode = 2
}
