import { createPool } from '../src/pool/pool.ts'
import { pageOf } from './page.ts'
import { newDirectory } from './process.ts'

/** How many pages a second the pool parses, with as many at once as the load has connections. Started by load.ts. */
process.on('message', async ({ time, connections }: { time: number; connections: number }) => {
  const location = `${newDirectory()}/`
  const pool = createPool({ threads: 2, queue: 1000, workTime: 60_000, location, parser: '0' })
  const pages = Array.from({ length: 50 }, (_, i) => new TextEncoder().encode(pageOf(i, 40)))
  await run(2000)
  const done = await run(time)
  process.send?.(done / (time / 1000))
  await pool.close()
  process.disconnect()

  async function run(duration: number): Promise<number> {
    const end = performance.now() + duration
    let count = 0
    await Promise.all(
      Array.from({ length: connections }, async () => {
        while (performance.now() < end) {
          const bytes = pages[count % pages.length] as Uint8Array
          const page = { bytes, contentType: 'text/plain; charset=utf-8' }
          await pool.run<'parse'>({ kind: 'parse', page, options: {}, writing: { to: 'json' } })
          count++
        }
      }),
    )
    return count
  }
})
