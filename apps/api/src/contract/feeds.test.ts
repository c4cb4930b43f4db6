import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApi, type TestApi } from '../testing/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await openApi({ env: { SPEECHES_PUBLIC_URL: 'https://speeches.example.org/' } })
  await api.importExamples()
})
afterAll(async () => await api.close())

test('new documents as Atom', async () => {
  const answer = await api.request('/v1/feed.atom')
  expect(answer.headers.get('content-type')).toBe('application/atom+xml')
  const feed = await answer.text()
  expect(feed.match(/<entry>/g)).toHaveLength(3)
  expect(feed).toContain(
    '<link rel="alternate" type="text/html" href="https://speeches.example.org/v1/documents/oni1g5mapdj81c73sg8q?to=html"/>',
  )
})

test('a search is saved, listed, followed and deleted', async () => {
  const created = await api.send('/v1/searches', { name: '读 & 写 <一>\ufffe', query: '閱讀', field: 'body' })
  expect(created.status).toBe(201)
  const search = (await created.json()) as { id: string; feed: string }
  expect(await (await api.request(`/v1/searches/${search.id}`)).json()).toEqual(search)
  expect(await (await api.request('/v1/searches')).json()).toEqual({ items: [search] })

  const feed = await (await api.request(search.feed)).text()
  expect(feed).toContain('<title>读 &amp; 写 &lt;一&gt;\ufffd</title>')
  expect(feed).toMatch(/<summary>[^<]*阅读[^<]*<\/summary>/)

  expect((await api.request(`/v1/searches/${search.id}`, { method: 'DELETE' })).status).toBe(204)
  expect((await api.request(search.feed)).status).toBe(404)
})

test('a search that cannot be looked for is not saved', async () => {
  expect((await api.send('/v1/searches', { name: 'x', query: '-只有' })).status).toBe(422)
  expect(await (await api.request('/v1/searches')).json()).toEqual({ items: [] })
})
