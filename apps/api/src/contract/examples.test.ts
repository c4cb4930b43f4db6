import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectPromised, type Operation, operationsOf } from '../testing/answers.ts'
import { openApi, type TestApi } from '../testing/api.ts'

interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required?: boolean
  schema: { example?: string }
}

interface DocumentedOperation {
  operationId: string
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { example?: unknown }> }
  responses: Record<string, unknown>
  security?: unknown[]
}

interface Document {
  openapi: string
  paths: Record<string, Record<string, DocumentedOperation>>
  components: { schemas: Record<string, unknown> }
}

let api: TestApi
let document: Document
beforeAll(async () => {
  api = await openApi()
  await api.importExamples()
  document = (await (await api.request('/openapi.json')).json()) as Document
})
afterAll(async () => await api.close())

/** These name what a request has made before; the other tests go there. */
const MADE = /^\/v1\/(imports|searches|keys)\/\{id\}/

/** What an example asks for, and with which bodies. */
function requestsOf(path: string, method: string, { parameters = [], requestBody }: DocumentedOperation) {
  let url = path
  const query = new URLSearchParams()
  const optional: [string, string][] = []
  for (const { name, in: where, required, schema } of parameters) {
    const { example } = schema
    if (where === 'path') url = url.replace(`{${name}}`, example ?? 'NO-EXAMPLE')
    else if (where === 'query' && required) query.set(name, example ?? 'NO-EXAMPLE')
    else if (where === 'query' && example !== undefined) optional.push([name, example])
  }
  const withQuery = (...more: [string, string][]) => {
    const all = new URLSearchParams([...query, ...more])
    return all.size > 0 ? `${url}?${all}` : url
  }
  const target = withQuery()
  if (!requestBody)
    return [target, ...optional.map((one) => withQuery(one))].map((target) => ({ target, init: { method } }))
  return Object.entries(requestBody.content).flatMap(([type, { example }]) => {
    if (example === undefined) return []
    const body = typeof example === 'string' ? example : JSON.stringify(example)
    return [{ target, init: { method, body, headers: { 'Content-Type': type } } }]
  })
}

test('every example of the documentation is answered as promised, deletions last', async () => {
  const operations = operationsOf(api).sort((a, b) => Number(a.method === 'delete') - Number(b.method === 'delete'))
  const without: string[] = []
  for (const operation of operations) {
    const { path, method } = operation
    const documented = document.paths[path]?.[method]
    if (!documented) throw new Error(`${method} ${path} is not documented`)
    if (MADE.test(path)) continue
    const requests = requestsOf(path, method.toUpperCase(), documented)
    if (requests.length === 0) without.push(path)
    for (const { target, init } of requests) {
      const answer = await api.request(target, init)
      expect(answer.ok, `${method} ${target}: ${answer.status} ${answer.ok ? '' : await answer.clone().text()}`).toBe(
        true,
      )
      await expectPromised(operation, answer)
      if (!answer.bodyUsed) await answer.body?.cancel()
    }
  }
  expect(without).toEqual([])
})

describe('the document', () => {
  test('is OpenAPI 3.1 and refers to nothing that is not there', () => {
    expect(document.openapi).toBe('3.1.0')
    const names = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name]) => name,
    )
    expect(names.length).toBeGreaterThan(50)
    expect(names.filter((name) => !Object.hasOwn(document.components.schemas, name ?? ''))).toEqual([])
  })

  test('has a summary, and answers to what goes wrong, for every operation under /v1', () => {
    for (const { path, method, responses, ...operation } of operationsOf(api) as (Operation & { summary?: string })[]) {
      expect(operation.summary, `${method} ${path}`).toBeTruthy()
      if (path.startsWith('/v1'))
        expect(Object.keys(responses), path).toEqual(expect.arrayContaining(['400', '401', '403', '429', '500', '503']))
    }
  })

  test('has a name of its own for every operation', () => {
    const ids = Object.values(document.paths).flatMap((operations) =>
      Object.values(operations).map(({ operationId }) => operationId),
    )
    expect(new Set(ids).size).toBe(operationsOf(api).length)
    expect(ids).toEqual(expect.arrayContaining(['postParse', 'getDocumentsByIdSource', 'getExportNdjson']))
  })

  test('is shown by files of our own', async () => {
    const page = await (await api.request('/docs')).text()
    expect(page).toContain('/assets/scalar.js')
    expect(page).not.toMatch(/<script[^>]+src="https?:/)
    const script = await api.request('/assets/scalar.js')
    expect(script.headers.get('content-type')).toContain('text/javascript')
    expect(Number(script.headers.get('content-length'))).toBeGreaterThan(1_000_000)
  })
})
