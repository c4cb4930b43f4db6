import { fork } from 'node:child_process'
import { connect, type Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { deflateRawSync } from 'node:zlib'
import { check, finish } from './judge.ts'
import { pageOf } from './page.ts'
import { memoryOf, newDirectory, startServer, stopServer } from './process.ts'

/** What people do to servers. All the while, the health check has to answer within a second. */
const STREAMS = 1000
const TINY = 100_000

const server = await startServer({
  SPEECHES_DATA: `${newDirectory()}/`,
  SPEECHES_LOG: 'json',
  SPEECHES_BODY_TIME: '2',
  SPEECHES_RATE: '0',
})
const { url, port } = server
const health = watchHealth()
const PHASES = { slowBodies, largeClaims, bombs, malformed, floods, injections, patience, streams, tiny, mixedUp }

for (const [name, phase] of Object.entries(PHASES)) {
  health.phase(name)
  await phase()
}
const slowest = await health.stop()
const told = `slowest ${Math.round(slowest.time)} ms, in ${slowest.at}`
check('the health check answered within a second throughout', slowest.time < 1000, told)
const log = server.log()
check('nothing was a fault', !log.includes('"event":"fault"') && !/Error:/.test(log))
check('it stops cleanly', (await stopServer(server)) === 0)
finish()

/** Asks for the health check from another process, so that what this one does costs it nothing. */
function watchHealth() {
  const script = fileURLToPath(new URL('./watch-health.ts', import.meta.url))
  const child = fork(script, [String(port)], { execArgv: process.execArgv })
  return {
    phase: (name: string) => void child.send(name),
    stop: () =>
      new Promise<{ time: number; at: string }>((resolve) => {
        child.once('message', (message) => resolve(message as { time: number; at: string }))
        child.send('stop')
      }),
  }
}

/** Bodies that come a byte at a time, or not at all, are given up; others go on meanwhile. */
async function slowBodies(): Promise<void> {
  const slow = Array.from({ length: 50 }, (_, i) =>
    raw(
      `POST /v1/parse HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\n${'x'.repeat(i)}`,
      6000,
    ),
  )
  const meanwhile = await fetch(`${url}/v1/stats`)
  check('others are served while bodies drip', meanwhile.status === 200)
  const statuses = (await Promise.all(slow)).map(statusOf)
  check(
    'slow bodies get 408',
    statuses.every((status) => status === 408),
    summary(statuses),
  )
  const dripping = await raw(
    'POST /v1/parse HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\n',
    8000,
    (socket) => {
      const timer = setInterval(() => socket.write('x'), 300)
      socket.on('close', () => clearInterval(timer))
    },
  )
  check('a body that drips on gets 408', statusOf(dripping) === 408, `${statusOf(dripping)}`)
  const headers = await raw('GET /v1/stats HTTP/1.1\r\nHost: x\r\nX-Slow: ', 25_000)
  check('headers that never end get 408', statusOf(headers) === 408, `${statusOf(headers)}`)
}

async function largeClaims(): Promise<void> {
  const claim = await raw(
    `POST /v1/parse HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: ${10 * 2 ** 30}\r\n\r\n`,
    3000,
  )
  check('a claim of 10 GB gets 413 at once', statusOf(claim) === 413, `${statusOf(claim)}`)
  const before = await memoryOf(server)
  const endless = await raw(
    'POST /v1/parse HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n',
    15_000,
    (socket) => {
      const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`
      const more = () => {
        while (socket.writable && socket.write(chunk));
      }
      socket.on('drain', more)
      more()
    },
  )
  check('a body without end gets 413', statusOf(endless) === 413, `${statusOf(endless)}`)
  const grown = ((await memoryOf(server)) - before) / 2 ** 20
  check('and is not kept', grown < 200, `${Math.round(grown)} MB`)
}

async function bombs(): Promise<void> {
  const bomb = zipOf('word/document.xml', Buffer.alloc(300 * 2 ** 20))
  const begun = performance.now()
  const answer = await fetch(`${url}/v1/parse`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: bomb,
  })
  check(
    'a zip bomb gets 422',
    answer.status === 422,
    `${bomb.length} bytes, ${Math.round(performance.now() - begun)} ms: ${answer.status}`,
  )
  const packed = await fetch(`${url}/v1/parse`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain', 'Content-Encoding': 'gzip' },
    body: new Uint8Array([31, 139]),
  })
  check('a compressed body gets 415', packed.status === 415, `${packed.status}`)
}

async function malformed(): Promise<void> {
  const invalid = Buffer.from([0xe5, 0x90, 0x8c, 0xff, 0xfe, 0xe5, 0xbf])
  const text = await fetch(`${url}/v1/parse`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    body: invalid,
  })
  check('malformed UTF-8 is read, or refused', [200, 422].includes(text.status), `${text.status}`)
  const json = await fetch(`${url}/v1/parse`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: Buffer.concat([Buffer.from('{"text":"'), invalid, Buffer.from('"}')]),
  })
  check('malformed UTF-8 in JSON gets 400', json.status === 400, `${json.status}`)
  const lone = await fetch(`${url}/v1/documents`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{"text":"同志们：\\ud800\\u0000散会。"}',
  })
  check('lone surrogates and NUL are read, or refused', [200, 201, 422].includes(lone.status), `${lone.status}`)
  const target = await raw('GET /v1/documents/\xff\xfe HTTP/1.1\r\nHost: x\r\n\r\n', 3000)
  check('bytes in a path get 400', statusOf(target) === 400, `${statusOf(target)}`)
  const nonsense = await raw('NONSENSE\r\n\r\n', 3000)
  check('what is no HTTP gets 400', statusOf(nonsense) === 400, `${statusOf(nonsense)}`)
  const deep = await fetch(`${url}/v1/parse`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '['.repeat(1_000_000),
  })
  check('JSON nested a million deep gets 400', deep.status === 400, `${deep.status}`)
}

async function floods(): Promise<void> {
  const headers = Array.from({ length: 3000 }, (_, i) => `X-${i}: ${'y'.repeat(20)}\r\n`).join('')
  const flood = await raw(`GET /v1/stats HTTP/1.1\r\nHost: x\r\n${headers}\r\n`, 3000)
  check('a flood of headers gets 431', statusOf(flood) === 431, `${statusOf(flood)}`)
  const long = await raw(`GET /v1/search?q=${'x'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 3000)
  check('an endless path gets 431', statusOf(long) === 431, `${statusOf(long)}`)
  const keys = Array.from({ length: 1000 }, () => 'limit=1').join('&')
  const repeated = await fetch(`${url}/v1/documents?${keys}`)
  check('a parameter repeated a thousand times gets 400', repeated.status === 400, `${repeated.status}`)
  const lengths = await raw(
    'POST /v1/parse HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx',
    3000,
  )
  check('two lengths get 400', statusOf(lengths) === 400, `${statusOf(lengths)}`)
  const both = await raw(
    'POST /v1/parse HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    3000,
  )
  check('length and chunks at once get 400', statusOf(both) === 400, `${statusOf(both)}`)
}

async function injections(): Promise<void> {
  const stored = (await (await fetch(`${url}/v1/stats`)).json()) as { documents: number }
  const tricks = [
    '/../../etc/passwd',
    '/v1/documents/..%2f..%2fetc%2fpasswd',
    '/v1/documents/%2e%2e',
    "/v1/documents/x'%3BDROP%20TABLE%20documents%3B--",
    "/v1/documents?origin=x'%20OR%201=1--",
    "/v1/documents?rule=x')%3BDELETE%20FROM%20documents%3B--",
    "/v1/search?q=x'%20UNION%20SELECT%20hash%20FROM%20api_keys--",
    '/v1/search?q=%22%20NEAR(a%20b)%20*%20AND%20NOT',
    '/v1/documents?order=id%3BDROP',
    '/v1/stats?x=%0d%0aSet-Cookie:%20a=b',
    '/assets/..%2f..%2fpackage.json',
    '/problems/__proto__',
    '/problems/constructor',
    '/v1/documents?to=__proto__',
  ]
  const answers = await Promise.all(
    tricks.map(async (path) => await raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`, 5000)),
  )
  const statuses = answers.map(statusOf)
  check(
    'path tricks and injections find nothing',
    statuses.every((status) => [200, 400, 404, 422].includes(status)),
    summary(statuses),
  )
  check(
    'and leak nothing',
    answers.every((answer) => !/root:|set-cookie|api_keys|SELECT|node_modules/i.test(answer)),
  )
  const after = (await (await fetch(`${url}/v1/stats`)).json()) as { documents: number }
  check('and change nothing', after.documents === stored.documents)
  const split = await fetch(`${url}/v1/stats`, { headers: { 'X-Request-Id': 'a b%0d%0aX: y' } })
  check('a request id cannot carry more than itself', /^[\w.-]+$/.test(split.headers.get('x-request-id') ?? ''))
}

/** Strings that make regular expressions run for ever. */
async function patience(): Promise<void> {
  const strings = [
    '('.repeat(50_000),
    `${'一、'.repeat(50_000)}!`,
    `${'a'.repeat(100_000)}!`,
    `${' '.repeat(200_000)}x`,
    '<'.repeat(100_000),
    `<!--${'-'.repeat(100_000)}`,
    '《'.repeat(50_000),
    `${'“'.repeat(30_000)}${'”'.repeat(30_000)}`,
    '20xx年'.repeat(30_000),
    '养(yǎng'.repeat(30_000),
  ]
  const times = await Promise.all(
    strings.map(async (body) => {
      const begun = performance.now()
      const answer = await fetch(`${url}/v1/parse`, { method: 'POST', headers: { 'Content-Type': 'text/html' }, body })
      await answer.arrayBuffer()
      return { status: answer.status, time: performance.now() - begun }
    }),
  )
  const slow = Math.max(...times.map(({ time }) => time))
  check(
    'strings against regular expressions are parsed or refused',
    times.every(({ status }) => [200, 422].includes(status)),
    `slowest ${Math.round(slow)} ms, ${summary(times.map(({ status }) => status))}`,
  )
  const queries = [
    '"'.repeat(1999),
    'a OR '.repeat(300),
    '-'.repeat(1999),
    'heading:'.repeat(200),
    `${'\\'.repeat(999)}%`,
  ]
  const statuses = await Promise.all(
    queries.map(async (q) => (await fetch(`${url}/v1/search?q=${encodeURIComponent(q)}`)).status),
  )
  check(
    'and so are queries',
    statuses.every((status) => [200, 422].includes(status)),
    summary(statuses),
  )
}

/** Streams that nobody reads to their end. */
async function streams(): Promise<void> {
  const pages = Array.from({ length: 40 }, (_, i) => ({ text: pageOf(i, 20) }))
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ pages }) }
  const { id } = (await (await fetch(`${url}/v1/imports`, init)).json()) as { id: string }
  const sockets: Socket[] = []
  let ended = 0
  await Promise.all(
    Array.from({ length: STREAMS }, async () => {
      const socket = connect(port, '127.0.0.1')
      sockets.push(socket)
      await new Promise((resolve) => socket.once('connect', resolve))
      socket.on('error', () => {})
      let text = ''
      socket.on('data', (data) => {
        text += data
        if (text.includes('event: end')) ended++
        if (text.length > 100_000) text = text.slice(-100)
      })
      socket.write(`GET /v1/imports/${id}/events HTTP/1.1\r\nHost: x\r\n\r\n`)
    }),
  )
  const until = Date.now() + 60_000
  while (ended < STREAMS && Date.now() < until) await pause(200)
  check(`${STREAMS} event streams are told the end`, ended === STREAMS, `${ended}`)
  for (const socket of sockets) socket.destroy()
  await pause(1000)
  const metrics = await (await fetch(`${url}/metrics`)).text()
  check(
    'streams that are gone are not counted',
    /^speeches_event_streams 0$/m.test(metrics),
    /^speeches_event_streams .*/m.exec(metrics)?.[0],
  )
}

async function tiny(): Promise<void> {
  const { hammer, requestOf } = await import('./hammer.ts')
  let sent = 0
  const statuses: Record<string, number> = {}
  const before = await memoryOf(server)
  while (sent < TINY) {
    const outcome = await hammer({
      port,
      requests: [requestOf('POST', '/v1/check', 'x'), requestOf('GET', '/'), requestOf('GET', '/v1/none')],
      connections: 100,
      time: 2000,
    })
    for (const [status, count] of Object.entries(outcome.statuses)) {
      statuses[status] = (statuses[status] ?? 0) + count
      sent += count
    }
    if (outcome.broken > 0) statuses.broken = outcome.broken
  }
  const grown = ((await memoryOf(server)) - before) / 2 ** 20
  check(
    '100,000 tiny requests are answered',
    Object.keys(statuses).every((status) => ['200', '302', '404'].includes(status)),
    `${JSON.stringify(statuses)}, ${Math.round(grown)} MB`,
  )
}

/** Many different pages at once: each answer is about its own page. */
async function mixedUp(): Promise<void> {
  let wrong = 0
  await Promise.all(
    Array.from({ length: 400 }, async (_, i) => {
      const answer = await fetch(`${url}/v1/convert?to=text`, {
        method: 'POST',
        headers: { 'Content-Type': 'text/plain; charset=utf-8', 'X-Request-Id': `mixed-${i}` },
        body: pageOf(i, 3),
      })
      const text = await answer.text()
      const isOwn =
        answer.status === 503 ||
        (answer.status === 200 &&
          text.includes(`编号${i}之0。`) &&
          [...text.matchAll(/编号(\d+)之/g)].every(([, n]) => Number(n) === i))
      if (!isOwn || answer.headers.get('x-request-id') !== `mixed-${i}`) wrong++
    }),
  )
  check('nothing leaks from one answer into another', wrong === 0, `${wrong} of 400`)
}

/** Sends bytes as they are, and gives all that comes back in some time (ms). */
function raw(bytes: string, time: number, then: (socket: Socket) => void = () => {}): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let received = ''
    const end = () => {
      clearTimeout(timer)
      socket.destroy()
      resolve(received)
    }
    const timer = setTimeout(end, time)
    socket.on('connect', () => {
      socket.write(bytes, 'latin1')
      then(socket)
    })
    socket.on('data', (data) => {
      received += data.toString('latin1')
      if (/^HTTP\/1\.1 \d{3}/.test(received)) setTimeout(end, 50)
    })
    socket.on('close', end)
    socket.on('error', () => {})
  })
}

function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)
}

function summary(statuses: readonly number[]): string {
  const counts = new Map<number, number>()
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1)
  return [...counts].map(([status, count]) => `${status} × ${count}`).join(', ')
}

/** A ZIP file of one part. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(content.length, 22)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(content.length, 24)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length + name.length, 12)
  end.writeUInt32LE(local.length + name.length + packed.length, 16)
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end])
}

function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time))
}
