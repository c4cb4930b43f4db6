import type { AddressInfo } from 'node:net'
import parser from '@speeches/parser/package.json' with { type: 'json' }
import { isStoreError, open } from '@speeches/store'
import { createApi } from './app.ts'
import { type Config, ConfigError, checkExposure, readConfig } from './config.ts'
import { createHttpServer } from './http/listen.ts'
import { createLog } from './http/log.ts'
import { createPool } from './pool/pool.ts'
import { API_MIGRATIONS } from './tables/tables.ts'

/** How long (ms) connections that are open are told to close before they are closed, and all is given up. */
const GRACE = 500
const PATIENCE = 30_000

try {
  await start(readConfig(process.env))
} catch (error) {
  if (!(error instanceof ConfigError) && !isStoreError(error)) throw error
  for (const line of error.message.split('\n')) console.error(`speeches-api: ${line}`)
  process.exitCode = 2
}

/** Opens the store, starts the threads, listens; until it is told to stop. */
async function start(config: Config): Promise<void> {
  const { location, threads, queue, workTime } = config
  const log = createLog()
  const store = await open(location, { migrations: [API_MIGRATIONS] })
  const pool = createPool({ threads, queue, workTime, location, parser: parser.version })
  const closing = new AbortController()
  const { app, services } = createApi({ store, pool, config, log }, closing.signal)
  try {
    checkExposure(config, await services.keys.hasWriter())
  } catch (error) {
    await pool.close()
    await store.close()
    throw error
  }
  services.runner.start()

  const server = createHttpServer(app.fetch, config)
  server.listen(config.port, config.host, () => {
    const { address, port, family } = server.address() as AddressInfo
    const host = family === 'IPv6' ? `[${address}]` : address
    log.info('listening', { url: `http://${host}:${port}`, store: store.engine, threads })
    log.flush()
  })
  server.on('error', (error) => {
    console.error(`speeches-api: ${error.message}. Set SPEECHES_HOST and SPEECHES_PORT to an address that is free.`)
    process.exit(2)
  })

  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal))

  /** Takes nothing new, finishes what it took, and ends. */
  async function stop(signal: string): Promise<void> {
    if (closing.signal.aborted) return
    log.info('stopping', { signal })
    setTimeout(() => process.exit(1), PATIENCE).unref()
    closing.abort()
    await new Promise((resolve) => setTimeout(resolve, GRACE))
    await new Promise((resolve) => server.close(resolve))
    await services.runner.stop()
    await pool.close()
    await store.close()
    log.info('stopped')
    log.flush()
  }
}
