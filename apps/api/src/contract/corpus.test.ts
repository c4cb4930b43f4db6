import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EXAMPLE_IDS } from '../examples.ts'
import { FORMAT_NAMES } from '../http/negotiate.ts'
import { documentSummary, storedDocument } from '../schemas.ts'
import { EXAMPLES, openApi, problemOf, readExample, type TestApi } from '../testing/api.ts'

let api: TestApi
let ids: Record<string, string>
beforeAll(async () => {
  api = await openApi()
  ids = await api.importExamples()
})
afterAll(async () => await api.close())

// biome-ignore lint/suspicious/noExplicitAny: what comes is looked at by its fields
const json = async (path: string): Promise<any> => {
  const answer = await api.request(path)
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return await answer.json()
}
const storePage = (body: string, origin?: string) =>
  api.request(`/v1/documents${origin ? `?origin=${origin}` : ''}`, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'text/plain' },
  })

describe('documents', () => {
  test('are stored once: the same bytes change nothing', async () => {
    const again = await storePage(readExample('flood-season.txt'), 'flood-season.txt')
    expect(again.status).toBe(200)
    expect(await again.json()).toEqual({ id: ids['flood-season.txt'], status: 'unchanged' })
    expect((await json('/v1/stats')).documents).toBe(EXAMPLES.length)
  })

  test('get versions by their origin, and give them back', async () => {
    const first = await storePage('河湾村讲话\n同志们：\n渠要早修。\n', 'https://example.org/river')
    expect(first.status).toBe(201)
    const { id } = (await first.json()) as { id: string }
    expect(first.headers.get('location')).toBe(`/v1/documents/${id}`)
    const second = await storePage('河湾村讲话\n同志们：\n渠要早修，路要早铺。\n', 'https://example.org/river')
    const outcome = (await second.json()) as { id: string; status: string; replaces: string }
    expect(outcome).toMatchObject({ status: 'version', replaces: id })
    const versions = await json(`/v1/documents/${id}/versions`)
    expect(versions.map((version: { document: string }) => version.document)).toEqual([id, outcome.id])
    for (const one of [id, outcome.id]) {
      expect((await api.request(`/v1/documents/${one}`, { method: 'DELETE' })).status).toBe(204)
      expect((await api.request(`/v1/documents/${one}`, { method: 'DELETE' })).status).toBe(404)
    }
  })

  test('are listed page by page, and filtered', async () => {
    const first = await json('/v1/documents?limit=2&count=true')
    expect(first.total).toBe(EXAMPLES.length)
    const second = await json(`/v1/documents?limit=2&count=true&cursor=${first.next}`)
    expect(second.next).toBe(null)
    const listed = [...first.items, ...second.items].map((item) => item.id)
    expect(listed.sort()).toEqual(Object.values(ids).sort())
    expect((await json('/v1/documents?rule=numbering-gap')).items.map(({ id }: { id: string }) => id)).toEqual([
      ids['flood-season.txt'],
    ])
    expect((await json('/v1/documents?publishedFrom=2022-04&publishedTo=2022-04')).items).toHaveLength(1)
  })

  test.each(FORMAT_NAMES)('can be had as %s', async (name) => {
    const answer = await api.request(`/v1/documents/${ids['reading-campaign.txt']}?to=${name}`)
    expect(answer.status).toBe(200)
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(2)
  })

  test('give their source byte for byte, as a file', async () => {
    const answer = await api.request(`/v1/documents/${ids['tree-planting.txt']}/source`)
    expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe(readExample('tree-planting.txt'))
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="\w{20}\.txt"$/)
    const text = await api.request(`/v1/documents/${ids['tree-planting.txt']}/source?as=text`)
    expect(await text.text()).toBe(readExample('tree-planting.txt'))
  })

  test('give their edits and messages', async () => {
    const whole = await json(`/v1/documents/${ids['tree-planting.txt']}`)
    expect(whole.edits.length).toBeGreaterThan(50)
    expect(await json(`/v1/documents/${ids['tree-planting.txt']}/edits`)).toEqual(whole.edits)
    expect(await json(`/v1/documents/${ids['tree-planting.txt']}/messages`)).toEqual(whole.messages)
  })

  test('say what is known of them', async () => {
    const about = await json(`/v1/documents/${ids['reading-campaign.txt']}/about`)
    expect(about).toMatchObject({ speeches: 3, editor: '禾苗', source: { encoding: 'utf-8', format: 'text' } })
    expect(about.contents).toHaveLength(3)
  })
})

describe('an answer that the client has', () => {
  const paths = [
    `/v1/documents/${EXAMPLE_IDS.document}`,
    `/v1/documents/${EXAMPLE_IDS.document}?to=html`,
    `/v1/documents/${EXAMPLE_IDS.document}/about`,
    `/v1/paragraphs/${EXAMPLE_IDS.paragraph}`,
    `/v1/documents`,
    '/openapi.json',
  ]
  test.each(paths)('%s is not sent again', async (path) => {
    const etag = (await api.request(path)).headers.get('etag') ?? ''
    expect(etag).toMatch(/^W\/"[\w-]+"$/)
    const again = await api.request(path, { headers: { 'If-None-Match': `"other", ${etag}` } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect(again.headers.get('etag')).toBe(etag)
    expect((await api.request(path, { headers: { 'If-None-Match': '"other"' } })).status).toBe(200)
  })

  test('is sent again when something was stored', async () => {
    const path = `/v1/paragraphs/${EXAMPLE_IDS.paragraph}`
    const before = await json(path)
    const copy = await storePage(`${readExample('reading-campaign.txt')}\n`, 'copy')
    const { id } = (await copy.json()) as { id: string }
    expect((await json(path)).alsoIn).toHaveLength(before.alsoIn.length + 1)
    await api.request(`/v1/documents/${id}`, { method: 'DELETE' })
    expect(await json(path)).toEqual(before)
  })
})

describe('permalinks', () => {
  test('a paragraph stands with what is around it', async () => {
    const { text, context, speech } = await json(`/v1/paragraphs/${EXAMPLE_IDS.paragraph}?context=2`)
    expect(text).toContain('今天，我们在镇文化站召开全民阅读推进会')
    expect(speech.id).toBe(EXAMPLE_IDS.speech)
    expect(context.before.at(-1)).toMatchObject({ kind: 'salutation', text: '同志们：' })
    expect(context.behind[0]).toMatchObject({ kind: 'heading', text: '一、看到变化，增强做好阅读工作的信心' })
    expect(context.behind).toHaveLength(2)
  })

  test('a paragraph is cited by GB/T 7714, BibTeX and RIS', async () => {
    const cite = async (to: string) =>
      await (await api.request(`/v1/paragraphs/${EXAMPLE_IDS.paragraph}?to=${to}`)).text()
    expect(await cite('gbt7714')).toContain('云岭镇全民阅读推进会讲话稿篇一')
    expect(await cite('bibtex')).toMatch(/^@misc\{t5lrmmf4kobktsjrcmrm,/)
    expect(await cite('ris')).toMatch(/^TY {2}- WEB\r\n/)
    const accept = { headers: { Accept: 'application/x-research-info-systems' } }
    const answer = await api.request(`/v1/paragraphs/${EXAMPLE_IDS.paragraph}`, accept)
    expect(answer.headers.get('content-type')).toBe('application/x-research-info-systems')
  })

  test('a heading is cited by its speech; what is no part of one is not', async () => {
    const { context } = await json(`/v1/paragraphs/${EXAMPLE_IDS.paragraph}`)
    const cited = await (await api.request(`/v1/paragraphs/${context.behind[0].id}?to=bibtex`)).text()
    expect(cited).toContain(EXAMPLE_IDS.speech)
    const { hits } = await json(
      `/v1/search?q=${encodeURIComponent('讲话稿')}&field=heading&document=${EXAMPLE_IDS.document}`,
    )
    const title = hits.find((hit: { passage: { kind: string } }) => hit.passage.kind === 'title')
    const answer = await api.request(`/v1/paragraphs/${title.passage.id}?to=ris`)
    expect((await problemOf(answer)).type).toBe('/problems/not-acceptable')
  })

  test('a speech has all its passages', async () => {
    const speech = await json(`/v1/speeches/${EXAMPLE_IDS.speech}`)
    expect(speech.contents).toHaveLength(speech.passages)
    const cited = await (await api.request(`/v1/speeches/${EXAMPLE_IDS.speech}?to=gbt7714`)).text()
    expect(cited).toContain('2022')
  })
})

test('answers have the fields that are promised, and no others', async () => {
  const promisedOf = Object.keys(documentSummary.shape).sort()
  const fields = (document: object) => Object.keys(document).sort()
  const { hits } = await json(`/v1/search?q=${encodeURIComponent('阅读')}&limit=1`)
  expect(fields(hits[0].document)).toEqual(promisedOf)
  expect(fields((await json(`/v1/paragraphs/${EXAMPLE_IDS.paragraph}`)).document)).toEqual(promisedOf)
  expect(fields((await json(`/v1/speeches/${EXAMPLE_IDS.speech}`)).document)).toEqual(promisedOf)
  expect(fields((await json('/v1/documents')).items[0])).toEqual(promisedOf)
  const about = await json(`/v1/documents/${EXAMPLE_IDS.document}/about`)
  expect(fields(about)).toEqual(Object.keys(storedDocument.shape).sort())
})

describe('search', () => {
  const search = (q: string, more = '') => json(`/v1/search?q=${encodeURIComponent(q)}${more}`)

  test('finds words in either script, with their places', async () => {
    const { hits, total, facets } = await search('閱讀', '&facets=kind,script&limit=5')
    expect(total.count).toBeGreaterThan(3)
    for (const { passage, ranges } of hits) {
      for (const { start, end } of ranges) expect(passage.text.slice(start, end)).toBe('阅读')
    }
    expect(facets.script).toEqual([{ value: 'simplified', count: total.count }])
  })

  test('goes on where it was', async () => {
    const first = await search('阅读', '&limit=1')
    const second = await search('阅读', `&limit=1&cursor=${encodeURIComponent(first.next)}`)
    expect(second.hits[0].passage.id).not.toBe(first.hits[0].passage.id)
  })

  test('gives those in the newest documents first, page by page', async () => {
    const stored = await storePage('河湾村讲话\n同志们：\n大家要阅读，要天天阅读。\n')
    const { id } = (await stored.json()) as { id: string }
    const first = await search('阅读', '&order=newest&limit=1')
    expect(first.hits[0].document.id).toBe(id)
    const second = await search('阅读', `&order=newest&limit=1&cursor=${encodeURIComponent(first.next)}`)
    expect(second.hits[0].document.id).toBe(EXAMPLE_IDS.document)
    expect(second.hits[0].passage.kind).toBe('title')
    await api.request(`/v1/documents/${id}`, { method: 'DELETE' })
  })

  test('groups by speech, and stays in one document', async () => {
    const { hits } = await search('阅读', `&group=speech&document=${EXAMPLE_IDS.document}`)
    expect(hits[0].passages).toBeGreaterThan(0)
    expect((await search('阅读', `&document=${ids['flood-season.txt']}`)).hits).toEqual([])
  })

  test.each(['""', 'OR', '-只有', '字'.repeat(501)])('says what is wrong with %s', async (q) => {
    const answer = await api.request(`/v1/search?q=${encodeURIComponent(q)}`)
    expect((await problemOf(answer)).type).toBe('/problems/unusable-query')
  })
})

describe('everything at once', () => {
  test('figures come with their document', async () => {
    const { items, next } = await json('/v1/figures')
    expect(items).toContainEqual(expect.objectContaining({ document: EXAMPLE_IDS.document, value: 400, unit: '元' }))
    expect(next).toBe(null)
  })

  test.each([1, 2, 3, 500])('figures come %i a page, within documents too, and none twice', async (limit) => {
    const { items: whole } = await json('/v1/figures')
    expect(whole.length).toBeGreaterThan(3)
    const paged: object[] = []
    let next: string | null = ''
    while (next !== null) {
      const page = await json(`/v1/figures?limit=${limit}${next && `&cursor=${next}`}`)
      expect(page.items.length).toBeLessThanOrEqual(limit)
      paged.push(...page.items)
      next = page.next
    }
    expect(paged).toEqual(whole)
  })

  test('figures go on where they were when documents come and go', async () => {
    const pageOf = (village: string) =>
      `${village}讲话\n同志们：\n去年，全村总产值800万元，增长7%；总收入90万元，下降2%。\n`
    const stored = await storePage(pageOf('河湾村'))
    const { id } = (await stored.json()) as { id: string }
    const before = await json('/v1/figures')
    const own = before.items.filter(({ document }: { document: string }) => document === id)
    expect(own).toHaveLength(2)
    const first = await json(`/v1/figures?limit=${before.items.length - 1}`)
    expect(first.items.at(-1)).toEqual(own[0])

    const later = (await (await storePage(pageOf('石桥村'))).json()) as { id: string }
    const { items } = await json(`/v1/figures?cursor=${first.next}`)
    expect(items[0]).toEqual(own[1])
    expect(items.slice(1).map(({ document }: { document: string }) => document)).toEqual([later.id, later.id])
    await api.request(`/v1/documents/${id}`, { method: 'DELETE' })
    const rest = await json(`/v1/figures?cursor=${first.next}`)
    expect(rest.items.map(({ document }: { document: string }) => document)).toEqual([later.id, later.id])
    await api.request(`/v1/documents/${later.id}`, { method: 'DELETE' })
  })

  test('statistics', async () => {
    expect(await json('/v1/stats')).toMatchObject({ documents: 3, newest: 3, parsers: { '1.0.0': 3 } })
  })

  test('exports as lines', async () => {
    const linesOf = async (what: string) => {
      const answer = await api.request(`/v1/export.ndjson?what=${what}`)
      return (await answer.text())
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
    }
    const { speeches } = await json('/v1/stats')
    expect(await linesOf('speeches')).toHaveLength(speeches)
    expect((await linesOf('paragraphs')).length).toBeGreaterThan(speeches)
    const documents = await linesOf('documents')
    expect(documents.map(({ id }) => id)).toEqual(EXAMPLES.map((name) => ids[name]))
    expect(documents[0].result.version).toBe(1)
  })

  test('exports as a table', async () => {
    for (const what of ['speeches', 'edits']) {
      const bytes = Buffer.from(await (await api.request(`/v1/export.parquet?what=${what}`)).arrayBuffer())
      expect(bytes.subarray(0, 4).toString() + bytes.subarray(-4).toString()).toBe('PAR1PAR1')
    }
  })

  test('an export that is given up makes room for others', async () => {
    for (let i = 0; i < 6; i++) {
      const answer = await api.request('/v1/export.ndjson')
      expect(answer.status).toBe(200)
      const reader = answer.body?.getReader()
      if (i === 0) await reader?.read()
      await reader?.cancel()
    }
  })
})
