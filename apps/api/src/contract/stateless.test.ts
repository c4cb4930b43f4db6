import { parse, type restore, undo } from '@speeches/parser'
import { parseResult } from '@speeches/parser/schema'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FORMAT_NAMES } from '../http/negotiate.ts'
import { openApi, problemOf, readExample, type TestApi } from '../testing/api.ts'

const PAGE = readExample('tree-planting.txt')
const TEXT = { 'Content-Type': 'text/plain; charset=utf-8' }

let api: TestApi
beforeAll(async () => {
  api = await openApi({ threads: true })
})
afterAll(async () => await api.close())

const post = (
  path: string,
  body: string | Uint8Array<ArrayBuffer> | ArrayBuffer,
  headers: Record<string, string> = TEXT,
) => api.request(path, { method: 'POST', body, headers })

describe('a page', () => {
  test('is parsed as the parser does', async () => {
    const result = parseResult.parse(await (await post('/v1/parse?check=false', PAGE)).json())
    expect(result.collection.title).toBe(parse(PAGE).collection.title)
    expect(result.messages.map(({ ruleId }) => ruleId)).not.toContain('announced-count-differs')
  })

  test('is restored, and can be undone', async () => {
    const { text, edits } = (await (await post('/v1/restore', PAGE)).json()) as ReturnType<typeof restore>
    expect(edits.length).toBeGreaterThan(50)
    expect(undo(text, edits)).toBe(PAGE)
  })

  test('is restored by some repairs alone', async () => {
    const answer = await post('/v1/restore?only=width,entity', PAGE)
    const { edits } = (await answer.json()) as ReturnType<typeof restore>
    expect([...new Set(edits.map(({ rule }) => rule))]).toEqual(['width'])
  })

  test('is checked', async () => {
    const page = readExample('flood-season.txt')
    const answer = (await (await post('/v1/check', page)).json()) as {
      warnings: number
      messages: { ruleId: string }[]
    }
    expect(answer.messages.map(({ ruleId }) => ruleId)).toContain('numbering-gap')
    expect(answer.warnings).toBeGreaterThan(0)
  })

  test.each(FORMAT_NAMES)('is written as %s', async (name) => {
    const answer = await post(`/v1/convert?to=${name}`, PAGE)
    expect(answer.status).toBe(200)
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(2)
  })

  test('is written as its options say', async () => {
    const page = '河湾村讲话\n同志们：\n去年，全村总产值800万元，增长7%。\n'
    const written = async (query: string) =>
      Buffer.from(await (await post(`/v1/convert?${query}`, page)).arrayBuffer()).toString()
    expect(await written('to=figures-csv&bom=true')).toMatch(/^\ufeffindicator,/)
    expect(await written('to=figures-csv')).toMatch(/^indicator,/)
    expect(await written('to=tei')).toContain('xenoData')
    expect(await written('to=tei&tree=false')).not.toContain('xenoData')
  })

  test('is written in the other script', async () => {
    const text = await (await post('/v1/convert?to=text&script=simplified', PAGE)).text()
    expect(text).toContain('讲话')
    expect(text).not.toContain('講')
  })
})

describe('a page comes', () => {
  const titleOf = async (answer: Response) => ((await answer.json()) as ReturnType<typeof parse>).collection.title
  const title = parse(PAGE).collection.title

  test('as JSON, text or bytes', async () => {
    const json = { 'Content-Type': 'application/json' }
    expect(await titleOf(await post('/v1/parse', JSON.stringify({ text: PAGE }), json))).toBe(title)
    const base64 = Buffer.from(PAGE).toString('base64')
    expect(await titleOf(await post('/v1/parse', JSON.stringify({ base64, name: 'a.txt' }), json))).toBe(title)
  })

  test('as a file of a form', async () => {
    const form = new FormData()
    form.set('file', new File([PAGE], 'page.txt'))
    const answer = await api.request('/v1/parse', { method: 'POST', body: form })
    expect(await titleOf(answer)).toBe(title)
  })

  test('as HTML, and as DOCX', async () => {
    const page = '<!doctype html><title>x</title><h1>河湾村修渠讲话</h1><p>同志们：</p><p>渠要早修。</p>'
    const outline = await (await post('/v1/convert?to=text', page, { 'Content-Type': 'text/html' })).text()
    expect(outline).toContain('渠要早修。')
    const docx = await (await post('/v1/convert?to=docx', readExample('reading-campaign.txt'))).arrayBuffer()
    const text = await post('/v1/convert?to=text', docx, { 'Content-Type': 'application/octet-stream' })
    expect(await text.text()).toContain('今天，我们在镇文化站召开全民阅读推进会')
  })

  test('in the encoding that its media type names', async () => {
    const gbk = Buffer.from([0xcd, 0xac, 0xd6, 0xbe, 0xc3, 0xc7, 0xa3, 0xba])
    const answer = await post('/v1/convert?to=text', gbk, { 'Content-Type': 'text/plain; charset=gbk' })
    expect(await answer.text()).toBe('同志们：\n')
  })
})

describe('Accept', () => {
  const typeFor = async (accept: string) =>
    (await post('/v1/parse', PAGE, { ...TEXT, Accept: accept })).headers.get('content-type')

  test('chooses the format', async () => {
    expect(await typeFor('text/markdown')).toBe('text/markdown; charset=utf-8')
    expect(await typeFor('text/html;q=0.5, application/tei+xml')).toBe('application/tei+xml')
    expect(await typeFor('*/*')).toBe('application/json')
    expect(await typeFor('text/*')).toBe('text/plain; charset=utf-8')
  })

  test('goes behind `to`', async () => {
    const answer = await post('/v1/parse?to=ris', PAGE, { ...TEXT, Accept: 'text/markdown' })
    expect(answer.headers.get('content-type')).toBe('application/x-research-info-systems')
  })

  test('that nothing meets is refused', async () => {
    const answer = await post('/v1/parse', PAGE, { ...TEXT, Accept: 'image/png' })
    expect((await problemOf(answer)).type).toBe('/problems/not-acceptable')
  })

  test('HTML is sent so that a browser runs nothing in it', async () => {
    const answer = await post('/v1/convert?to=html', PAGE)
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('a batch', () => {
  const NDJSON = { 'Content-Type': 'application/x-ndjson' }
  const linesOf = async (answer: Response) =>
    (await answer.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))

  test('is answered line by line, in order, each fault at its line', async () => {
    const lines = [
      JSON.stringify({ id: 'a', text: PAGE }),
      'no JSON',
      '',
      JSON.stringify({ id: 7, text: '' }),
      JSON.stringify({ id: 'b', base64: 'AAAAAAAA' }),
      JSON.stringify({ text: '同志们：\n散会。' }),
    ]
    const answers = await linesOf(await post('/v1/check', lines.join('\n'), NDJSON))
    expect(answers.map(({ line, id, result, problem }) => [line, id, result ? 'well' : problem.type])).toEqual([
      [1, 'a', 'well'],
      [2, undefined, '/problems/invalid-body'],
      [4, 7, '/problems/invalid-body'],
      [5, 'b', '/problems/unreadable-page'],
      [6, undefined, 'well'],
    ])
  })

  test('holds JSON as it is, text as a string, files in base64', async () => {
    const line = JSON.stringify({ text: '同志们：\n散会。' })
    const [json] = await linesOf(await post('/v1/parse', line, NDJSON))
    expect(parseResult.safeParse(json.result).success).toBe(true)
    const [text] = await linesOf(await post('/v1/convert?to=text', line, NDJSON))
    expect(text.result).toBe('同志们：\n散会。\n')
    const [docx] = await linesOf(await post('/v1/convert?to=docx', line, NDJSON))
    expect(Buffer.from(docx.result, 'base64').subarray(0, 2).toString()).toBe('PK')
  })

  test('is answered while it still comes', async () => {
    const input = new TransformStream<Uint8Array, Uint8Array>()
    const writer = input.writable.getWriter()
    const send = (text: string) => writer.write(new TextEncoder().encode(`${JSON.stringify({ text })}\n`))
    void send('同志们：\n散会。')
    const init = { method: 'POST', body: input.readable, headers: NDJSON, duplex: 'half' } as RequestInit
    const reader = ((await api.request('/v1/check', init)).body as ReadableStream<Uint8Array>).getReader()
    const read = async () => new TextDecoder().decode((await reader.read()).value)
    expect(await read()).toMatch(/^\{"line":1,"result"/)
    void send('乡亲们：\n修渠。')
    expect(await read()).toMatch(/^\{"line":2,"result"/)
    void writer.close()
    expect((await reader.read()).done).toBe(true)
  })
})
