import { postgresPrograms, startPostgres } from '../../../packages/store/src/testing/postgres.ts'
import { check, finish, skip } from './judge.ts'
import { pageOf } from './page.ts'
import { type ServerProcess, startServer, stopServer } from './process.ts'

/** Two processes on one Postgres: they give the same answers, and one carries on when the other is gone. */
const PAGES = 150

const programs = postgresPrograms()
if (programs) await run(programs)
else skip('two processes on Postgres', 'Postgres is not installed')
finish()

async function run(programs: string): Promise<void> {
  const postgres = await startPostgres(programs)
  const env = { DATABASE_URL: await postgres.createDatabase(), SPEECHES_LOG: 'off', SPEECHES_DATA: '' }
  const [one, other] = await Promise.all([startServer(env), startServer(env)])
  try {
    await sameAnswers(one, other)
    await carriesOn(one, other)
  } finally {
    one.kill('SIGKILL')
    await stopServer(other)
    postgres.stop()
  }
}

/** What one process stores, the other one tells at once, whatever it told before. */
async function sameAnswers(one: ServerProcess, other: ServerProcess): Promise<void> {
  const first = await store(one, pageOf(1, 6), 'same/1')
  const found = await json(one, `/v1/search?q=${encodeURIComponent('编号1之0')}`)
  const passage = (found.hits as { passage: { id: string } }[])[0]?.passage.id
  const paths = [
    `/v1/paragraphs/${passage}`,
    `/v1/documents/${first}`,
    `/v1/documents/${first}/about`,
    '/v1/documents?count=true',
    '/v1/stats',
    `/v1/search?q=${encodeURIComponent('修渠')}&facets=kind,script`,
    '/v1/export.ndjson',
    '/v1/figures',
  ]
  let differing = 0
  let unchanged = 0
  let before = ''
  for (let i = 0; i < 20; i++) {
    const [writer, reader] = i % 2 === 0 ? [one, other] : [other, one]
    await store(writer, `${pageOf(1, 6)}第${i}次抄写。\n`, `same/copy/${i}`)
    for (const path of paths) if ((await text(writer, path)) !== (await text(reader, path))) differing++
    const now = await text(reader, paths[0] ?? '')
    if (now === before) unchanged++
    before = now
  }
  check('two processes give the same answers', differing === 0, `${differing} of ${20 * paths.length} differ`)
  check('and none tells what is no longer so', unchanged === 0, `${unchanged} of 20 were old`)
  const again = await Promise.all([store(one, pageOf(2, 6)), store(other, pageOf(2, 6))])
  check('a page sent to both is stored once', again[0] === again[1])
}

/** The process that works on an import is killed; the other one finishes it, and every page is there once. */
async function carriesOn(one: ServerProcess, other: ServerProcess): Promise<void> {
  const { documents } = await json(other, '/v1/stats')
  const pages = Array.from({ length: PAGES }, (_, i) => ({ text: pageOf(1000 + i, 30), origin: `carry/${i}` }))
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ pages }) }
  const { id } = (await (await fetch(`${one.url}/v1/imports`, init)).json()) as { id: string }
  const events = fetch(`${other.url}/v1/imports/${id}/events`).then((answer) => answer.text())
  while (((await json(other, `/v1/imports/${id}`)).done as number) < 8) await pause(10)
  one.kill('SIGKILL')
  await one.ended
  const killedAt = (await json(other, `/v1/imports/${id}`)).done as number
  check('the other process answers', (await fetch(`${other.url}/readyz`)).status === 200)
  const ordinals = [...(await events).matchAll(/^id: (\d+)$/gm)].map(([, ordinal]) => Number(ordinal))
  const state = await json(other, `/v1/imports/${id}`)
  check(
    'the import is finished by the other process',
    state.state === 'finished' && state.done === PAGES,
    `killed at ${killedAt} of ${PAGES}`,
  )
  check(
    'its events told each page once',
    ordinals.length === PAGES && ordinals.every((ordinal, i) => ordinal === i + 1),
  )
  const after = await json(other, '/v1/stats')
  check('every page is there once', after.documents === (documents as number) + PAGES, `${after.documents} documents`)
}

async function store({ url }: ServerProcess, body: string, origin?: string): Promise<string> {
  const path = origin === undefined ? '/v1/documents' : `/v1/documents?origin=${origin}`
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    body,
  })
  return ((await answer.json()) as { id: string }).id
}

async function text({ url }: ServerProcess, path: string): Promise<string> {
  return await (await fetch(url + path)).text()
}

async function json(server: ServerProcess, path: string): Promise<Record<string, unknown>> {
  return JSON.parse(await text(server, path))
}

function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time))
}
