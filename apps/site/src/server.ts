import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isStoreError, locationFrom, open, type Store } from '@speeches/store'
import sirv from 'sirv'
import { policyFor } from './security.ts'
import { importExamples } from './store/examples.ts'

/** What Astro's build answers with: pages made at request. */
interface Entry {
  handler(
    request: IncomingMessage,
    response: ServerResponse,
    next: (error?: unknown) => void,
    locals: { store: Store; origin: string },
  ): Promise<void>
}

const CLIENT = fileURLToPath(new URL('../dist/client/', import.meta.url))
const ENTRY = fileURLToPath(new URL('../dist/server/entry.mjs', import.meta.url))

/** Names of these files hold their content's hash. */
const IMMUTABLE = /^\/_astro\//

try {
  await start()
} catch (error) {
  if (!isStoreError(error)) throw error
  console.error(`speeches-site: ${error.message}`)
  process.exitCode = 2
}

/** The site's own address: as set, else as the visitor typed it. */
function originOf({ headers }: IncomingMessage): string {
  const { SPEECHES_SITE_URL } = process.env
  if (SPEECHES_SITE_URL) return SPEECHES_SITE_URL.replace(/\/+$/, '')
  return `http://${/^[\w.:[\]-]+$/.test(headers.host ?? '') ? headers.host : 'localhost'}`
}

/** Opens the store, puts the examples into an empty one, listens; until it is told to stop. */
async function start(): Promise<void> {
  const store = await open(locationFrom(process.env))
  await importExamples(store)
  const { handler } = (await import(pathToFileURL(ENTRY).href)) as Entry
  const files = sirv(CLIENT, {
    etag: true,
    gzip: true,
    setHeaders: (response, path) => {
      response.setHeader('Cache-Control', IMMUTABLE.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
      if (path.endsWith('.txt')) response.setHeader('Content-Type', 'text/plain; charset=utf-8')
    },
  })
  const notFound = readFileSync(`${CLIENT}/404.html`)
  const broken = readFileSync(`${CLIENT}/500.html`)

  const server = createServer((request, response) => {
    for (const [name, value] of policyFor(request.url ?? '/')) response.setHeader(name, value)
    files(request, response, () => {
      handler(request, response, (error) => answer(response, error), { store, origin: originOf(request) }).catch(
        (error: unknown) => answer(response, error ?? new Error('no answer')),
      )
    })
  })

  function answer(response: ServerResponse, error: unknown): void {
    if (error) console.error('speeches-site:', error)
    if (response.headersSent) return void response.end()
    response.writeHead(error ? 500 : 404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
    response.end(error ? broken : notFound)
  }

  const host = process.env.SPEECHES_SITE_HOST || '127.0.0.1'
  const port = Number(process.env.SPEECHES_SITE_PORT || 4321)
  server.on('error', (error) => {
    console.error(
      `speeches-site: ${error.message}. Set SPEECHES_SITE_HOST and SPEECHES_SITE_PORT to an address that is free.`,
    )
    process.exit(2)
  })
  server.listen(port, host, () => {
    const address = server.address()
    const bound = address && typeof address === 'object' ? address.port : port
    console.log(`speeches-site: http://${host.includes(':') ? `[${host}]` : host}:${bound}`)
  })

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      server.close(() => void store.close().then(() => process.exit(0)))
      server.closeIdleConnections()
      setTimeout(() => server.closeAllConnections(), 2000).unref()
    })
  }
}
