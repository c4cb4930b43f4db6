import { readFileSync } from 'node:fs'
import { createClient, type Problem } from '@speeches/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientModule, type OpenApi } from '../client/routes.ts'
import { EXAMPLE_IDS } from '../examples.ts'
import { openApi, type TestApi } from '../testing/api.ts'

const GENERATED = new URL('../../../../packages/client/src/generated/api.ts', import.meta.url)

let api: TestApi
let client: ReturnType<typeof createClient>
beforeAll(async () => {
  api = await openApi()
  await api.importExamples()
  client = createClient('http://test', { fetch: api.app.request })
})
afterAll(async () => await api.close())

test('the client’s types are those of the document: else run `node src/generate-client.ts`', async () => {
  const document = (await (await api.request('/openapi.json')).json()) as OpenApi
  expect(readFileSync(GENERATED, 'utf8')).toBe(clientModule(document))
})

test('the client knows routes, parameters and answers', async () => {
  const answer = await client.v1.search.$get({ query: { q: '阅读', order: 'newest', limit: 1 } })
  if (answer.status !== 200) throw new Error(`${answer.status}`)
  const { hits, total } = await answer.json()
  const count: number = total.count
  expect(count).toBeGreaterThan(1)
  expect(hits.map(({ document }) => document.id)).toEqual([EXAMPLE_IDS.document])

  const passage = await client.v1.paragraphs[':id'].$get({ param: { id: EXAMPLE_IDS.paragraph }, query: {} })
  if (passage.status !== 200) throw new Error(`${passage.status}`)
  expect((await passage.json()).speech?.id).toBe(EXAMPLE_IDS.speech)
})

test('the client writes bodies: JSON and forms', async () => {
  const text = '河湾村讲话\n同志们：\n渠要早修。\n'
  const stored = await client.v1.documents.$post({ query: { origin: 'a' }, json: { text } })
  expect(stored.status).toBe(201)
  const again = await client.v1.documents.$post({
    query: { origin: 'a' },
    form: { file: new File([text], 'page.txt') },
  })
  if (again.status !== 200) throw new Error(`${again.status}`)
  expect((await again.json()).status).toBe('unchanged')
})

test('the client knows a problem by its status', async () => {
  const answer = await client.v1.documents[':id'].about.$get({ param: { id: '0'.repeat(20) } })
  if (answer.status !== 404) throw new Error(`${answer.status}`)
  const { type, advice }: Problem = await answer.json()
  expect({ type, advice }).toEqual({ type: '/problems/not-found', advice: 'Check the id.' })
})
