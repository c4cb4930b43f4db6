import { rmSync } from 'node:fs'
import { hammer, requestOf } from './hammer.ts'
import { check, finish } from './judge.ts'
import { pageOf } from './page.ts'
import { newDirectory, type ServerProcess, startServer, stopServer } from './process.ts'

/** What must hold when a server dies in the middle, and when it is stopped. */
const KILLS = 10
const PAGES = 120

const directory = newDirectory()
const env = { SPEECHES_DATA: `${directory}/`, SPEECHES_LOG: 'off' }
const json = { 'Content-Type': 'application/json' }

await killDuringImports()
await killDuringSingles()
await stopUnderLoad()
rmSync(directory, { recursive: true })
finish()

/** Kills the server at moments of an import until it is through: every page is there once, whatever the client saw. */
async function killDuringImports(): Promise<void> {
  const pages = Array.from({ length: PAGES }, (_, i) => ({ text: pageOf(i, 30), origin: `kill/${i}` }))
  const body = JSON.stringify({ pages })
  const headers = { ...json, 'Idempotency-Key': 'kill' }
  let id: string | undefined
  let kills = 0
  for (;;) {
    const server = await startServer(env)
    const answer = await fetch(`${server.url}/v1/imports`, { method: 'POST', headers, body }).catch(() => undefined)
    if (answer?.ok) {
      const state = (await answer.json()) as { id: string; done: number }
      check('the import is the same one as before the kill', id === undefined || id === state.id)
      id = state.id
    }
    if (kills < KILLS) {
      await pause(50 + Math.random() * 250)
      server.kill('SIGKILL')
      await server.ended
      kills++
      continue
    }
    await (await fetch(`${server.url}/v1/imports/${id}/events`)).text()
    const state = (await (await fetch(`${server.url}/v1/imports/${id}`)).json()) as { done: number; state: string }
    check(
      'an acknowledged import is finished',
      state.state === 'finished' && state.done === PAGES,
      `${state.done} pages, ${kills} kills`,
    )
    check('every page is there once', (await documentsAt(server)) === PAGES, `${await documentsAt(server)} documents`)
    await stopServer(server)
    return
  }
}

/** Kills the server while single pages are stored: what was acknowledged is there, what is sent again makes no double. */
async function killDuringSingles(): Promise<void> {
  const acknowledged = new Set<string>()
  const total = 60
  let sent = 0
  for (let kills = 0; sent < total; kills++) {
    const server = await startServer(env)
    const timer = setTimeout(() => server.kill('SIGKILL'), kills < KILLS ? 150 + Math.random() * 300 : 1e6)
    while (sent < total) {
      const init = { method: 'POST', headers: json, body: JSON.stringify({ text: pageOf(10_000 + sent, 5) }) }
      const answer = await fetch(`${server.url}/v1/documents`, init).catch(() => undefined)
      const told = (await answer?.json().catch(() => undefined)) as { id: string } | undefined
      if (!told) break
      acknowledged.add(told.id)
      sent++
    }
    clearTimeout(timer)
    server.kill('SIGKILL')
    await server.ended
  }
  const server = await startServer(env)
  const statuses = await Promise.all(
    [...acknowledged].map(async (id) => (await fetch(`${server.url}/v1/documents/${id}/about`)).status),
  )
  check(
    'nothing acknowledged is lost',
    statuses.length === total && statuses.every((status) => status === 200),
    `${statuses.length} pages`,
  )
  check('pages that were sent again make no doubles', (await documentsAt(server)) === PAGES + total)
  await stopServer(server)
}

/** Stops the server while many connections send: every request that was taken is answered. */
async function stopUnderLoad(): Promise<void> {
  const server = await startServer(env)
  const requests = [
    requestOf('GET', '/v1/documents?limit=5'),
    requestOf('POST', '/v1/parse', pageOf(1, 40)),
    requestOf('GET', `/v1/search?q=${encodeURIComponent('修渠')}`),
  ]
  const load = hammer({ port: server.port, requests, connections: 32, time: 60_000 })
  await pause(2000)
  const begun = Date.now()
  const code = await stopServer(server)
  const { statuses, broken, rate } = await load
  check(
    'a stop under load drops no request',
    broken === 0,
    `${broken} broken, ${Math.round(rate)}/s, ${JSON.stringify(statuses)}`,
  )
  check(
    'a stop under load is quick and clean',
    code === 0 && Date.now() - begun < 10_000,
    `exit ${code}, ${Date.now() - begun} ms`,
  )
}

async function documentsAt({ url }: ServerProcess): Promise<number> {
  return ((await (await fetch(`${url}/v1/stats`)).json()) as { documents: number }).documents
}

function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time))
}
