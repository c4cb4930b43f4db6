import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { createLog } from '../http/log.ts'
import { openApi } from '../testing/api.ts'

const ADMIN = 'admin-admin-admin-admin-admin'
const bearer = (secret: string) => ({ Authorization: `Bearer ${secret}` })

describe('keys', () => {
  test('allow what their scopes say, until they are deleted', async () => {
    const api = await openApi({ env: { SPEECHES_ADMIN_KEY: ADMIN, SPEECHES_READING: 'key' } })
    const make = async (...scopes: string[]) => {
      const answer = await api.send('/v1/keys', { name: scopes.join(), scopes }, bearer(ADMIN))
      return (await answer.json()) as { id: string; secret: string }
    }
    const reader = await make('read')
    const writer = await make('write')
    const statusOf = async (method: string, path: string, secret?: string) => {
      const init = { method, headers: secret ? bearer(secret) : {}, ...(method === 'POST' && { body: '{}' }) }
      return (await api.request(path, init as RequestInit)).status
    }
    expect(await statusOf('GET', '/v1/stats')).toBe(401)
    expect(await statusOf('GET', '/v1/stats', reader.secret)).toBe(200)
    expect(await statusOf('GET', '/v1/stats', writer.secret)).toBe(200)
    expect(await statusOf('POST', '/v1/documents', reader.secret)).toBe(403)
    expect(await statusOf('POST', '/v1/documents', writer.secret)).toBe(201)
    expect(await statusOf('GET', '/v1/keys', writer.secret)).toBe(403)
    expect(await statusOf('GET', '/v1/stats', `${reader.secret.slice(0, -1)}_`)).toBe(401)

    const listed = (await (await api.request('/v1/keys', { headers: bearer(ADMIN) })).json()) as { items: object[] }
    expect(listed.items).toHaveLength(2)
    expect(JSON.stringify(listed)).not.toContain(reader.secret.slice(20))
    expect(await statusOf('DELETE', `/v1/keys/${reader.id}`, ADMIN)).toBe(204)
    expect(await statusOf('GET', '/v1/stats', reader.secret)).toBe(401)
    await api.close()
  })

  test('are hashed at rest', async () => {
    const api = await openApi()
    const { secret } = await api.services.keys.create('x', ['admin'])
    const rows = await api.services.store.database.kysely
      .withTables<{ api_keys: { hash: string } }>()
      .selectFrom('api_keys')
      .selectAll()
      .execute()
    expect(JSON.stringify(rows)).not.toContain(secret.slice(16))
    await api.close()
  })

  test('are asked for before anything is read', async () => {
    const api = await openApi({ env: { SPEECHES_ADMIN_KEY: ADMIN } })
    const answer = await api.request('/v1/documents?nonsense=1', { method: 'POST', body: 'x' })
    expect(answer.status).toBe(401)
    await api.close()
  })

  test('writing needs none on the own machine as long as there is none', async () => {
    const api = await openApi()
    expect((await api.send('/v1/documents', { text: '同志们：' })).status).toBe(201)
    await api.services.keys.create('first', ['write'])
    expect((await api.send('/v1/documents', { text: '同志们：' })).status).toBe(401)
    await api.close()
  })
})

test('answers are compressed where it is worth it', async () => {
  const api = await openApi()
  const answer = await api.request('/openapi.json', { headers: { 'Accept-Encoding': 'gzip' } })
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  const unpacked = gunzipSync(Buffer.from(await answer.arrayBuffer())).toString()
  expect(unpacked).toBe(await (await api.request('/openapi.json')).text())
  await api.close()
})

test('pages of the origins named may call it, and no others', async () => {
  const api = await openApi({ env: { SPEECHES_ORIGINS: 'https://a.example, https://b.example' } })
  const allowed = async (Origin: string) =>
    (await api.request('/v1/stats', { headers: { Origin } })).headers.get('access-control-allow-origin')
  expect(await allowed('https://b.example')).toBe('https://b.example')
  expect(await allowed('https://c.example')).toBe(null)
  const preflight = await api.request('/v1/documents', {
    method: 'OPTIONS',
    headers: { Origin: 'https://a.example', 'Access-Control-Request-Method': 'POST' },
  })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-headers')).toContain('Authorization')
  expect(preflight.headers.get('access-control-allow-methods')).toBe('GET,HEAD,POST,DELETE')
  await api.close()
})

test('requests have ids: the client’s where it can be used', async () => {
  const api = await openApi()
  const idFor = async (sent: string) =>
    (await api.request('/healthz', { headers: { 'X-Request-Id': sent } })).headers.get('x-request-id')
  expect(await idFor('abc-1')).toBe('abc-1')
  expect(await idFor('a b')).toMatch(/^[\w-]{11,}$/)
  expect(await idFor('x'.repeat(65))).not.toBe('x'.repeat(65))
  await api.close()
})

test('the log says what was asked, and nothing of what was said', async () => {
  let written = ''
  const log = createLog((text) => {
    written += text
  })
  const api = await openApi({ log })
  await api.send('/v1/parse', { text: '同志们：\n秘密会议。' })
  await api.request(`/v1/search?q=${encodeURIComponent('秘密')}`)
  log.flush()
  const lines = written
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.map(({ event, method, route, status }) => [event, method, route, status])).toEqual([
    ['request', 'POST', '/v1/parse', 200],
    ['request', 'GET', '/v1/search', 200],
  ])
  expect(decodeURIComponent(written)).not.toContain('秘密')
  await api.close()
})

test('metrics count by route, never by path', async () => {
  const api = await openApi()
  await api.request('/v1/documents/00000000000000000000')
  await api.request('/no/such/path')
  const text = await (await api.request('/metrics')).text()
  expect(text).toContain(
    'speeches_http_request_duration_seconds_count{method="GET",route="/v1/documents/:id",status="404"} 1',
  )
  expect(text).not.toContain('/no/such/path')
  expect(text).toMatch(/^speeches_pool_threads 1$/m)
  const started = Number(/^process_start_time_seconds (\d+)$/m.exec(text)?.[1])
  expect(Math.abs(started - (Date.now() - performance.now()) / 1000)).toBeLessThan(2)
  await api.close()
})

test('metrics are as Prometheus reads them: a help and a type for each, counters end in _total', async () => {
  const api = await openApi()
  await api.request('/v1/stats')
  const lines = (await (await api.request('/metrics')).text()).trimEnd().split('\n')
  const types = new Map(lines.flatMap((line) => [...line.matchAll(/^# TYPE (\S+) (\w+)$/g)].map(([, n, t]) => [n, t])))
  expect(lines.filter((line) => line.startsWith('# HELP '))).toHaveLength(types.size)
  for (const [name, type] of types) {
    expect(name).toMatch(/^(speeches|process)_[a-z_]+$/)
    expect(name?.endsWith('_total'), name).toBe(type === 'counter')
  }
  for (const line of lines.filter((line) => !line.startsWith('#'))) {
    const [, name = '', value = ''] = /^(\w+)(?:\{[^}]*\})? (\S+)$/.exec(line) ?? []
    expect(types.has(name.replace(/_(bucket|sum|count)$/, '')), line).toBe(true)
    expect(Number(value), line).toBeGreaterThanOrEqual(0)
  }
  await api.close()
})
