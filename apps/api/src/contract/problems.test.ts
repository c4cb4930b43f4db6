import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHttpServer } from '../http/listen.ts'
import { ApiError, PROBLEMS, type ProblemName } from '../problems.ts'
import { openApi, problemOf, readExample, type TestApi } from '../testing/api.ts'

const ADMIN = 'admin-admin-admin-admin-admin'
const WITH_ADMIN = { Authorization: `Bearer ${ADMIN}` }
const TEXT = { 'Content-Type': 'text/plain' }
const MISSING = '00000000000000000000'

let open: TestApi
let locked: TestApi
beforeAll(async () => {
  open = await openApi({ env: { SPEECHES_MAX_BODY: '100KB', SPEECHES_BODY_TIME: '1' } })
  locked = await openApi({ env: { SPEECHES_ADMIN_KEY: ADMIN } })
})
afterAll(async () => {
  await open.close()
  await locked.close()
})

const post = (
  path: string,
  body: string | Uint8Array<ArrayBuffer> | ArrayBuffer,
  headers: Record<string, string> = TEXT,
) => open.request(path, { method: 'POST', body, headers })

/** A body that begins and does not go on. */
function slowBody(): RequestInit {
  const body = new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('同志')) })
  return { method: 'POST', body, headers: TEXT, duplex: 'half' } as RequestInit
}

/** What a server answers to bytes as they are. */
async function overTheWire(bytes: string): Promise<Response> {
  const server = createHttpServer(open.app.fetch, { bodyTime: 1000 })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.write(bytes)
  let received = ''
  for await (const data of socket) received += data
  server.close()
  const [head = '', body = ''] = received.split('\r\n\r\n')
  const [first = '', ...headers] = head.split('\r\n')
  return new Response(body, {
    status: Number(first.split(' ')[1]),
    headers: headers.map((line) => line.split(': ') as [string, string]),
  })
}

/** Problems of requests that never became one: they have no id. */
const NO_REQUEST = ['invalid-request', 'headers-too-large']

/** How each problem comes about. */
const WAYS: Record<ProblemName, (() => Promise<Response>)[]> = {
  'invalid-parameter': [
    () => open.request('/v1/documents?limit=0'),
    () => open.request('/v1/documents?limit=1&limit=2&nonsense=1'),
    () => open.request('/v1/documents/..%2Fetc%2Fpasswd'),
    () => open.request("/v1/documents/1'%20OR%20'1'='1"),
    () => open.request('/v1/search'),
    () => open.request('/v1/search?q=a%00b'),
    () => open.request('/v1/search?q=a%0d%0aSet-Cookie:x'),
    () => post('/v1/convert', 'x'),
    () => post('/v1/parse?only=nothing', 'x'),
    () => open.request(`/v1/imports/${'0'.repeat(20)}/events`, { headers: { 'Last-Event-ID': 'x' } }),
  ],
  'invalid-body': [
    () => post('/v1/parse', '{', { 'Content-Type': 'application/json' }),
    () => post('/v1/parse', Buffer.from('{"text":"\xff"}', 'latin1'), { 'Content-Type': 'application/json' }),
    () => open.send('/v1/parse', { text: 'x', base64: 'eA==' }),
    () => open.send('/v1/parse', []),
    () => post('/v1/parse', 'x', { 'Content-Type': 'multipart/form-data; boundary=b' }),
    () =>
      post('/v1/parse', '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n--b--', {
        'Content-Type': 'multipart/form-data; boundary=b',
      }),
    () => open.send('/v1/keys', { name: 'x', scopes: ['all'] }),
    () => open.send('/v1/imports', { pages: 'x' }),
  ],
  'invalid-request': [
    () => overTheWire('NONSENSE\r\n\r\n'),
    () => overTheWire('GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'),
    () => overTheWire('GET http://[ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'),
  ],
  'key-needed': [
    () => locked.send('/v1/documents', { text: 'x' }),
    () => locked.request('/v1/stats', { headers: { Authorization: 'Bearer sp_000000000000_wrong' } }),
    () => locked.request('/v1/stats', { headers: { Authorization: 'Basic eDp5' } }),
    () => locked.request('/v1/keys'),
  ],
  'scope-needed': [
    async () => {
      const created = await locked.send('/v1/keys', { name: 'reader', scopes: ['read'] }, WITH_ADMIN)
      const { secret } = (await created.json()) as { secret: string }
      return await locked.send('/v1/documents', { text: 'x' }, { Authorization: `Bearer ${secret}` })
    },
  ],
  'not-found': [
    () => open.request(`/v1/documents/${MISSING}`),
    () => open.request(`/v1/documents/${MISSING}/source`),
    () => open.request(`/v1/documents/${MISSING}/edits`),
    () => open.request(`/v1/speeches/${MISSING}`),
    () => open.request(`/v1/paragraphs/${MISSING}?document=${MISSING}`),
    () => open.request('/v1/searches/0000000000000000'),
    () => open.request('/v1/keys/000000000000', { method: 'DELETE' }),
  ],
  'unknown-path': [
    () => open.request('/v1/nothing'),
    () => open.request('/../../etc/passwd'),
    () => open.request('/v1'),
  ],
  'method-not-allowed': [() => open.request('/v1/stats', { method: 'PATCH' }), () => open.request('/v1/parse')],
  'not-acceptable': [() => post('/v1/check', 'x', { ...TEXT, Accept: 'text/html' })],
  'slow-body': [() => open.request('/v1/parse', slowBody()), () => open.request('/v1/documents', slowBody())],
  conflict: [
    async () => {
      const once = { 'Idempotency-Key': 'k' }
      await open.send('/v1/imports', { pages: [{ text: '同志们：' }] }, once)
      return await open.send('/v1/imports', { pages: [{ text: '乡亲们：' }] }, once)
    },
  ],
  'too-large': [
    () => post('/v1/parse', '字'.repeat(40_000)),
    () => post('/v1/parse', 'x', { ...TEXT, 'Content-Length': String(10 * 2 ** 30) }),
    () => open.send('/v1/searches', { name: 'x', query: 'x'.repeat(70_000) }),
    () =>
      post('/v1/imports', `${JSON.stringify({ text: '字'.repeat(10_000) })}\n`.repeat(5), {
        'Content-Type': 'application/x-ndjson',
      }),
  ],
  'unsupported-media-type': [
    () => post('/v1/parse', 'x', { 'Content-Type': 'image/png' }),
    () => open.request('/v1/parse', { method: 'POST', body: new Uint8Array([120]) }),
    () => post('/v1/parse', 'x', { ...TEXT, 'Content-Encoding': 'gzip' }),
    () => post('/v1/imports', 'x'),
    () => post('/v1/keys', 'x'),
  ],
  'unreadable-page': [
    () => post('/v1/parse', '  \n'),
    () => post('/v1/documents', '\0\0\0', { 'Content-Type': 'application/octet-stream' }),
    () => post('/v1/check', 'PK\x03\x04 no zip', { 'Content-Type': 'application/octet-stream' }),
  ],
  'unusable-query': [() => open.request('/v1/search?q=%22%22')],
  'unusable-cursor': [
    () => open.request('/v1/documents?cursor=x'),
    () => open.request('/v1/search?q=x&cursor=x'),
    () => open.request('/v1/figures?cursor=x'),
    () => open.request(`/v1/figures?cursor=${btoa('["x","",0]')}`),
    () => open.request(`/v1/figures?cursor=${btoa('["","",-1]')}`),
  ],
  'too-many-requests': [
    async () => {
      const api = await openApi({ env: { SPEECHES_RATE: '2' } })
      const first = await api.request('/v1/stats')
      expect(first.headers.get('ratelimit')).toMatch(/^"requests";r=1;t=\d+$/)
      expect(first.headers.get('ratelimit-policy')).toBe('"requests";q=2;w=60')
      await api.request('/v1/stats')
      const third = await api.request('/v1/stats')
      expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0)
      expect((await api.request('/healthz')).status).toBe(200)
      await api.close()
      return third
    },
  ],
  'headers-too-large': [
    () => overTheWire(`GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`),
    () => overTheWire(`GET / HTTP/1.1\r\nHost: x\r\n${'X: y\r\n'.repeat(4000)}\r\n`),
  ],
  fault: [
    async () => {
      const lines: string[] = []
      const log = { info() {}, flush() {}, error: (_: string, about?: object) => lines.push(JSON.stringify(about)) }
      const api = await openApi({ log })
      api.services.store.stats = () => Promise.reject(new Error('秘密'))
      const answer = await api.request('/v1/stats')
      expect(await answer.clone().text()).not.toContain('秘密')
      expect(lines.join()).toContain('秘密')
      await api.close()
      return answer
    },
  ],
  busy: [
    async () => {
      const api = await openApi({ env: { SPEECHES_CONCURRENCY: '1' } })
      const first = api.request('/v1/parse', { method: 'POST', body: readExample('flood-season.txt'), headers: TEXT })
      const second = await api.request('/v1/stats')
      expect((await api.request('/healthz')).status).toBe(200)
      expect((await first).status).toBe(200)
      await api.close()
      return second
    },
    async () => {
      const api = await openApi({ threads: true, env: { SPEECHES_QUEUE: '1' } })
      const init = { method: 'POST', body: readExample('flood-season.txt'), headers: TEXT }
      const answers = await Promise.all([1, 2, 3].map(() => api.request('/v1/parse', init)))
      await api.close()
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 503])
      return answers[2] as Response
    },
    async () => {
      const api = await openApi({ env: { SPEECHES_STREAMS: '0' } })
      const created = await api.send('/v1/imports', { pages: [{ text: '同志们：' }] })
      const { id } = (await created.json()) as { id: string }
      const answer = await api.request(`/v1/imports/${id}/events`)
      await api.close()
      return answer
    },
    async () => {
      const api = await openApi()
      api.closing.abort()
      const answer = await api.request('/readyz')
      await api.close()
      return answer
    },
  ],
  'too-much-work': [
    async () => {
      const api = await openApi({ threads: true, env: { SPEECHES_WORK_TIME: '1', SPEECHES_MAX_BODY: '20MB' } })
      const long = '一、渠(qú)道要清?理(lǐ)，学??可以。\n'.repeat(400_000)
      const [answer, other] = await Promise.all([
        api.request('/v1/parse', { method: 'POST', body: long, headers: TEXT }),
        api.request('/v1/parse', { method: 'POST', body: '同志们：', headers: TEXT }),
      ])
      expect(other.status).toBe(200)
      await api.close()
      return answer
    },
  ],
  'store-unavailable': [
    async () => {
      const api = await openApi()
      const error = Object.assign(new Error('Another process is writing.'), { name: 'StoreError', code: 'busy' })
      api.services.store.stats = () => Promise.reject(error)
      const answer = await api.request('/v1/stats')
      await api.close()
      return answer
    },
  ],
}

describe.each(Object.entries(WAYS))('%s', (name, ways) => {
  test.each(ways.map((way, i) => [i + 1, way] as const))('way %i', async (_, way) => {
    const problem = await problemOf(await way())
    expect(problem.type).toBe(`/problems/${name}`)
    expect(problem.status).toBe(PROBLEMS[name as ProblemName].status)
    for (const said of [problem.title, problem.detail, problem.advice]) expect(said.length).toBeGreaterThan(5)
    expect(problem.requestId !== undefined).toBe(!NO_REQUEST.includes(name))
  })

  test('its type is the address of what it means', async () => {
    const answer = await open.request(`/problems/${name}`)
    expect(await answer.json()).toMatchObject({ type: `/problems/${name}`, title: PROBLEMS[name as ProblemName].title })
  })
})

test('errors name each place', async () => {
  const { errors } = await problemOf(await open.request('/v1/documents?limit=x&script=roman&nonsense=1'))
  expect(errors?.map(({ where }) => where).sort()).toEqual(['query', 'query.limit', 'query.script'])
})

test('an error that carries headers sends them', async () => {
  const allowed = await open.request('/v1/documents', { method: 'PUT' })
  expect(allowed.headers.get('allow')).toBe('GET, HEAD, POST')
  expect(new ApiError('busy').message).toBe(PROBLEMS.busy.title)
})
