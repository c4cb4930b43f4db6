import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { postgresPrograms, startPostgres } from '../../../packages/store/src/testing/postgres.ts'
import { type Blow, type Outcome, requestOf } from './hammer.ts'
import { check, finish, skip } from './judge.ts'
import { pageOf } from './page.ts'
import { memoryOf, newDirectory, startServer, stopServer } from './process.ts'

/**
 * Load, from a second process, in one run: `node integration/load.ts [--seconds 5] [--memory-seconds 60]
 * [--pause 0] [--postgres]`.
 * With --postgres it runs on a Postgres of its own, else on SQLite.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    'memory-seconds': { type: 'string', default: '60' },
    pause: { type: 'string', default: '0' },
    postgres: { type: 'boolean', default: false },
  },
})
const TIME = Number(values.seconds) * 1000
const CONNECTIONS = 64
const PAGES = 300
const ROUNDS = 3
/** Fewer say nothing about memory. */
const FEWEST_MARKS = 10

const programs = values.postgres ? postgresPrograms() : undefined
const postgres = programs === undefined ? undefined : await startPostgres(programs)
const server = await startServer({
  ...(postgres ? { DATABASE_URL: await postgres.createDatabase() } : { SPEECHES_DATA: `${newDirectory()}/` }),
  SPEECHES_LOG: 'off',
  SPEECHES_QUEUE: '1000',
})
const bare = await startBare()

/** From another process: see hammer.ts. */
async function blow(port: number, requests: string[], connections = CONNECTIONS, time = TIME): Promise<Outcome> {
  const child = fork(fileURLToPath(new URL('./hammer.ts', import.meta.url)), { execArgv: process.execArgv })
  const outcome = new Promise<Outcome>((resolve) => child.once('message', (message) => resolve(message as Outcome)))
  child.send({ port, requests, connections, time } satisfies Blow)
  return await outcome
}

const rounded = ({ rate, p50, p99 }: Outcome) =>
  `${Math.round(rate)}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`
const isWell = ({ statuses, broken }: Outcome) => Object.keys(statuses).join() === '200' && broken === 0

try {
  const ids = await fill()
  const answer = await (await fetch(`${server.url}/v1/paragraphs/${ids[0]}`)).text()
  await bare.answerWith(answer)

  const paragraphs = ids.map((id) => requestOf('GET', `/v1/paragraphs/${id}`))
  await blow(server.port, paragraphs, CONNECTIONS, 2000)
  await blow(bare.port, [requestOf('GET', '/bare')], CONNECTIONS, 2000)
  // In turns, so that whatever else the machine does costs both the same.
  const grounds: Outcome[] = []
  const byIds: Outcome[] = []
  for (let i = 0; i < ROUNDS; i++) {
    grounds.push(await blow(bare.port, [requestOf('GET', '/bare')], CONNECTIONS, TIME / 2))
    byIds.push(await blow(server.port, paragraphs, CONNECTIONS, TIME / 2))
  }
  const shares = byIds.map((outcome, i) => outcome.rate / (grounds[i] as Outcome).rate)
  const holds = byIds.every(isWell) && middleOf(shares) >= 0.5
  const figures = `${shares.map(percent).join(', ')}; ${rounded(byIds[0] as Outcome)}`
  check('paragraph by id ≥ 50 % of a bare route', holds, figures)

  const queries = ['修渠', '合作社', '苹果', '"操场也平整"', '乡亲', '雨季 堤', 'heading:办好', '学校 OR 堤'].map((q) =>
    requestOf('GET', `/v1/search?q=${encodeURIComponent(q)}&limit=10`),
  )
  await checkSteady('search', queries)

  const pages = Array.from({ length: 50 }, (_, i) => requestOf('POST', '/v1/parse', pageOf(i, 40)))
  await blow(server.port, pages, CONNECTIONS, 2000)
  await checkSteady('parse', pages)
  const parts: number[] = []
  for (let i = 0; i < ROUNDS; i++) parts.push((await blow(server.port, pages)).rate / (await poolRate()))
  check('parse ≥ 70 % of the pool’s own rate', middleOf(parts) >= 0.7, parts.map(percent).join(', '))

  const before = await memoryOf(server)
  const until = Date.now() + Number(values['memory-seconds']) * 1000
  const marks: number[] = []
  const mixed = [...queries, ...pages.slice(0, 4), ...paragraphs.slice(0, 20)]
  while (Date.now() < until) {
    for (let i = 0; i < 4; i++) await blow(server.port, mixed, CONNECTIONS, 1000)
    await new Promise((resolve) => setTimeout(resolve, Number(values.pause) * 1000))
    marks.push(await memoryOf(server))
  }
  // A heap that is collected goes up and down: the second half of the time is held against the first.
  const middle = marks.length >> 1
  const most = (some: readonly number[]) => Math.max(...some, 0)
  const grown = most(marks.slice(middle)) / most(marks.slice(0, middle))
  const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20)
  const course = `MB: ${[before, ...marks].map(megabytes).join(' ')}`
  if (marks.length >= FEWEST_MARKS) check('memory is flat', grown <= 1.1, course)
  else skip('memory is flat', `too short to say; ${course}`)
} finally {
  await stopServer(server)
  bare.stop()
  postgres?.stop()
}
finish()

function percent(share: number): string {
  return `${Math.round(100 * share)} %`
}

function middleOf(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1] ?? 0
}

/** Holds p99 against p50, in some rounds, of which the middle one counts. */
async function checkSteady(name: string, requests: string[]): Promise<void> {
  const rounds: Outcome[] = []
  for (let i = 0; i < ROUNDS; i++) rounds.push(await blow(server.port, requests))
  const holds = rounds.every(isWell) && middleOf(rounds.map(({ p50, p99 }) => p99 / p50)) <= 10
  check(`${name}: p99 ≤ 10 × p50`, holds, rounds.map(rounded).join('; '))
}

/** Stores pages, and gives ids of paragraphs. */
async function fill(): Promise<string[]> {
  const pages = Array.from({ length: PAGES }, (_, i) => ({ text: pageOf(i, 12), origin: `load/${i}` }))
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ pages }) }
  const { id } = (await (await fetch(`${server.url}/v1/imports`, init)).json()) as { id: string }
  await (await fetch(`${server.url}/v1/imports/${id}/events`)).text()
  const found = await fetch(`${server.url}/v1/search?q=${encodeURIComponent('编号')}&limit=100`)
  const { hits } = (await found.json()) as { hits: { passage: { id: string } }[] }
  return hits.map(({ passage }) => passage.id)
}

/** A bare Hono route in a process of its own. */
async function startBare() {
  const child = fork(fileURLToPath(new URL('./bare.ts', import.meta.url)), { execArgv: process.execArgv })
  const port = await new Promise<number>((resolve) => child.once('message', (message) => resolve(Number(message))))
  return {
    port,
    async answerWith(body: string) {
      await fetch(`http://127.0.0.1:${port}/bare`, { method: 'PUT', body })
    },
    stop: () => void child.kill(),
  }
}

/** Pages a second that the pool parses when nobody sends them over HTTP: in a process of its own, too. */
async function poolRate(): Promise<number> {
  const child = fork(fileURLToPath(new URL('./pool-rate.ts', import.meta.url)), { execArgv: process.execArgv })
  const rate = new Promise<number>((resolve) => child.once('message', (message) => resolve(Number(message))))
  child.send({ time: TIME, connections: CONNECTIONS })
  return await rate
}
