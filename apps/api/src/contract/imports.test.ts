import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Task } from '../pool/task.ts'
import { ApiError } from '../problems.ts'
import { createImports } from '../tables/imports.ts'
import { apiTables } from '../tables/tables.ts'
import { openApi, problemOf, type TestApi } from '../testing/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await openApi({ threads: true })
})
afterAll(async () => await api.close())

const pageOf = (i: number) => ({
  text: `河湾村第${i}次讲话\n同志们：\n渠修到第${i}里。\n`,
  origin: `https://example.org/${i}`,
})
const pages = (count: number, from = 0) => Array.from({ length: count }, (_, i) => pageOf(from + i))

interface Event {
  event: string
  id?: number
  data: Record<string, unknown>
}

/** The events of an import until it ends. */
async function follow(id: string, lastEventId?: number): Promise<Event[]> {
  const headers = lastEventId === undefined ? {} : { 'Last-Event-ID': String(lastEventId) }
  const answer = await api.request(`/v1/imports/${id}/events`, { headers: headers as Record<string, string> })
  expect(answer.headers.get('content-type')).toBe('text/event-stream')
  const blocks = (await answer.text()).split('\n\n').filter((block) => block.startsWith('event:'))
  return blocks.map((block) => {
    const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/s) as [string, string]))
    return {
      event: fields.get('event') ?? '',
      ...(fields.has('id') && { id: Number(fields.get('id')) }),
      data: JSON.parse(fields.get('data') ?? ''),
    }
  })
}

test('many pages are imported, and every one is told of', async () => {
  const answer = await api.send('/v1/imports', { pages: [...pages(20), { base64: 'AAAAAAAA', name: 'bad.bin' }] })
  expect(answer.status).toBe(202)
  const { id, total } = (await answer.json()) as { id: string; total: number }
  expect(total).toBe(21)
  expect(answer.headers.get('location')).toBe(`/v1/imports/${id}`)

  const events = await follow(id)
  const items = events.filter(({ event }) => event === 'item')
  expect(items.map((item) => item.id)).toEqual(Array.from({ length: 21 }, (_, i) => i + 1))
  expect(items.at(-1)?.data).toMatchObject({ status: 'failed', problem: { type: '/problems/unreadable-page' } })
  expect(events.at(-1)).toMatchObject({ event: 'end', data: { state: 'finished', done: 20, failed: 1 } })

  const resumed = await follow(id, 19)
  expect(resumed.filter(({ event }) => event === 'item').map((item) => item.id)).toEqual([20, 21])

  const listed = (await (await api.request(`/v1/imports/${id}/items?after=18&limit=2`)).json()) as {
    items: { ordinal: number }[]
  }
  expect(listed.items.map(({ ordinal }) => ordinal)).toEqual([19, 20])
  const { documents } = (await (await api.request('/v1/stats')).json()) as { documents: number }
  expect(documents).toBe(20)
})

test('as lines, and as files of a form', async () => {
  const lines = pages(2, 100)
    .map((page) => JSON.stringify(page))
    .join('\n')
  const asLines = await api.request('/v1/imports', {
    method: 'POST',
    body: lines,
    headers: { 'Content-Type': 'application/x-ndjson' },
  })
  const form = new FormData()
  for (const page of pages(2, 200)) form.append('file', new File([page.text], 'page.txt'))
  const asFiles = await api.request('/v1/imports', { method: 'POST', body: form })
  for (const answer of [asLines, asFiles]) {
    expect(answer.status).toBe(202)
    const { id } = (await answer.json()) as { id: string }
    expect((await follow(id)).at(-1)).toMatchObject({ event: 'end', data: { done: 2, failed: 0 } })
  }
})

test('a request that comes again with its Idempotency-Key makes no second import', async () => {
  const once = { 'Idempotency-Key': 'monday' }
  const [first, second] = await Promise.all([
    api.send('/v1/imports', { pages: pages(3, 300) }, once),
    api.send('/v1/imports', { pages: pages(3, 300) }, once),
  ])
  expect([first.status, second.status].sort()).toEqual([200, 202])
  expect(((await first.json()) as { id: string }).id).toBe(((await second.json()) as { id: string }).id)
  const other = await api.send('/v1/imports', { pages: pages(1, 400) }, once)
  expect((await problemOf(other)).type).toBe('/problems/conflict')
})

test('an import is taken whole or not at all', async () => {
  const wrong = await problemOf(await api.send('/v1/imports', { pages: [pageOf(500), { text: 5 }] }))
  expect(wrong).toMatchObject({ type: '/problems/invalid-body', errors: [{ where: 'body.pages.1.text' }] })
  expect((await problemOf(await api.send('/v1/imports', { pages: [] }))).type).toBe('/problems/invalid-body')
})

test('what a process left behind, another goes on with', async () => {
  const { services } = api
  await services.runner.stop()
  const answer = await api.send('/v1/imports', { pages: pages(10, 600) })
  const { id } = (await answer.json()) as { id: string }
  let now = Date.now()
  const imports = createImports(apiTables(services.store.database), () => now)
  expect(await imports.claim('lost', 1000)).toBe(id)
  expect(await imports.claim('other', 1000)).toBe(undefined)
  expect(await imports.renew(id, 'lost', 1000)).toBe(true)
  now += 1001
  expect(await imports.claim('other', 1000)).toBe(id)
  expect(await imports.renew(id, 'lost', 1000)).toBe(false)
  await imports.release(id, 'other')

  const second = await openApiOnSameStore()
  second.runner.wake()
  expect((await follow(id)).at(-1)).toMatchObject({ event: 'end', data: { done: 10 } })
  await second.runner.stop()

  async function openApiOnSameStore() {
    const { createServices } = await import('../services.ts')
    const { store, pool, config } = services
    return createServices({ store, pool, config }, new AbortController().signal)
  }
})

test('an import can be deleted', async () => {
  const answer = await api.send('/v1/imports', { pages: pages(1, 700) })
  const { id } = (await answer.json()) as { id: string }
  expect((await api.request(`/v1/imports/${id}`, { method: 'DELETE' })).status).toBe(204)
  for (const path of ['', '/items', '/events']) {
    expect((await problemOf(await api.request(`/v1/imports/${id}${path}`))).type).toBe('/problems/not-found')
  }
})

test('what nobody reads is not kept open', async () => {
  const answer = await api.send('/v1/imports', { pages: pages(1, 800) })
  const { id } = (await answer.json()) as { id: string }
  for (let i = 0; i < 6; i++) {
    expect((await api.request(`/v1/imports/${id}/events`, { method: 'HEAD' })).status).toBe(200)
    expect((await api.request('/v1/export.ndjson', { method: 'HEAD' })).status).toBe(200)
  }
  const gone = await api.request(`/v1/imports/${id}/events`)
  await gone.body?.cancel()
  expect(api.services.load).toMatchObject({ streams: 0, inFlight: 0 })
})

test('a page that breaks the thread it is parsed in is put aside, and the others are imported', async () => {
  let alone = 0
  const breaking = await openApi({
    pool: (pool) => ({
      ...pool,
      run(task, signal, isPatient) {
        if (task.kind !== 'advance') return pool.run(task, signal, isPatient)
        const { limit } = task as Task & { kind: 'advance' }
        const breaks = limit > 1 || ++alone === 2
        if (breaks) return Promise.reject(new ApiError('too-much-work'))
        return pool.run(task, signal, isPatient)
      },
    }),
  })
  const answer = await breaking.send('/v1/imports', { pages: pages(3, 900) })
  const { id } = (await answer.json()) as { id: string }
  await (await breaking.request(`/v1/imports/${id}/events`)).text()
  const { items } = (await (await breaking.request(`/v1/imports/${id}/items`)).json()) as {
    items: { status: string }[]
  }
  expect(items.map(({ status }) => status)).toEqual(['created', 'failed', 'created'])
  await breaking.close()
})
