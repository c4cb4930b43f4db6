import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { postgresPrograms, startPostgres } from '@speeches/store/testing'
import { report } from './report.ts'
import { type Figures, runAt } from './run.ts'

/**
 * The store on both engines: `pnpm --filter @speeches/bench run store --sizes 10000,100000,1000000 --engines sqlite,postgres`.
 * Postgres is left out where it is not installed.
 */
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000' },
    engines: { type: 'string', default: 'sqlite,postgres' },
  },
})
const sizes = values.sizes.split(',').map(Number)
const engines = values.engines.split(',')
const figures: Figures[] = []

if (engines.includes('sqlite')) {
  const folder = mkdtempSync(join(tmpdir(), 'speeches-bench-'))
  for (const size of sizes) figures.push(await runAt(join(folder, `${size}.db`), size))
  rmSync(folder, { recursive: true })
}

const programs = postgresPrograms()
if (engines.includes('postgres') && programs) {
  const server = await startPostgres(programs, ['shared_buffers=1GB', 'max_wal_size=4GB'])
  for (const size of sizes) figures.push(await runAt(await server.createDatabase(), size))
  server.stop()
}

console.log(report(figures))
