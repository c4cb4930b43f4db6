import { parse } from '@speeches/core'
import { afterEach, describe, expect, test } from 'vitest'
import { isStoreError, type StoreErrorCode } from '../database/errors.ts'
import { open } from '../open.ts'
import type { Hit, NewPage, OpenOptions, ReparseProgress, SearchOptions, Store } from '../store.ts'
import { HARBOUR, LIBRARY, MARKET, pageOf, pageOfParagraphs } from './pages.ts'

/** Gives places for stores, each empty. */
export interface Places {
  /** A place where nothing is yet. */
  fresh(): Promise<string>
}

/** What holds of every store, whatever the engine. */
export function describeStore(engine: Store['engine'], places: Places): void {
  const opened: Store[] = []
  const openAt = async (location: string, options?: OpenOptions) => {
    const store = await open(location, options)
    opened.push(store)
    return store
  }
  const openFresh = async (...pages: NewPage[]) => {
    const store = await openAt(await places.fresh())
    await store.import(pages)
    return store
  }
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close()
  })

  const cut = (hit: Hit | undefined) => hit?.ranges.map(({ start, end }) => hit.passage.text.slice(start, end))
  const texts = async (store: Store, options: SearchOptions | string) => {
    const { hits } = await store.search(typeof options === 'string' ? { query: options } : options)
    return hits.map(({ passage }) => passage.text)
  }
  const fails = async (work: Promise<unknown>, code: StoreErrorCode) => {
    const error = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    )
    expect(isStoreError(error) && error.code).toBe(code)
  }

  describe(`${engine}: importing`, () => {
    test('says which engine it is', async () => {
      expect((await openFresh()).engine).toBe(engine)
    })

    test('takes the same bytes once', async () => {
      const store = await openFresh()
      const [first] = await store.import([pageOf(LIBRARY)])
      const [again, other] = await store.import([pageOf(LIBRARY), pageOf(MARKET)])
      expect(first).toEqual({ id: first?.id, status: 'created' })
      expect(again).toEqual({ id: first?.id, status: 'unchanged' })
      expect(other?.status).toBe('created')
      expect((await store.list({ count: true })).total).toBe(2)
    })

    test('takes the same bytes once within one import', async () => {
      const store = await openFresh()
      const outcomes = await store.import([pageOf(LIBRARY), pageOf(LIBRARY)])
      expect(outcomes.map(({ status }) => status)).toEqual(['created', 'unchanged'])
    })

    test('keeps the older version of a page, and searches the newest', async () => {
      const store = await openFresh()
      const origin = 'https://example.org/library'
      const changed = LIBRARY.replace('今年秋天一定要修好', '今年夏天一定要修好')
      const [first] = await store.import([pageOf(LIBRARY, { origin })])
      const [second] = await store.import([pageOf(changed, { origin })])
      expect(second).toEqual({ id: second?.id, status: 'version', replaces: first?.id })

      expect((await store.search({ query: '秋天' })).total.count).toBe(1)
      expect((await store.search({ query: '夏天' })).total.count).toBe(1)
      expect((await store.list()).items.map(({ id }) => id)).toEqual([second?.id])
      expect(
        (await store.list({ versions: 'all', order: 'oldest' })).items.map(({ id, newest }) => [id, newest]),
      ).toEqual([
        [first?.id, false],
        [second?.id, true],
      ])
      const document = await store.getDocument(first?.id as string)
      expect(document?.versions.map(({ number, document }) => [number, document])).toEqual([
        [1, first?.id],
        [2, second?.id],
      ])
      const [old] = (await store.getSpeech(document?.contents[0]?.id as string))?.contents ?? []
      expect(await store.getPassage(old?.id as string, first?.id)).toMatchObject({ document: { id: first?.id } })
    })

    test('finds a page again that is back as it was', async () => {
      const store = await openFresh()
      const origin = 'https://example.org/library'
      const changed = LIBRARY.replace('今年秋天一定要修好', '今年夏天一定要修好')
      const [first] = await store.import([pageOf(LIBRARY, { origin })])
      const [second] = await store.import([pageOf(changed, { origin })])
      const [back] = await store.import([pageOf(LIBRARY, { origin })])
      expect(back).toEqual({ id: first?.id, status: 'version', replaces: second?.id })
      expect((await store.search({ query: '秋天' })).total.count).toBe(2)
      expect((await store.search({ query: '夏天' })).total.count).toBe(0)
      expect((await store.getDocument(first?.id as string))?.versions).toHaveLength(3)
    })

    test('stores all pages of an import or none', async () => {
      const store = await openFresh()
      const broken = { ...pageOf(MARKET), parser: null as unknown as string }
      await expect(store.import([pageOf(LIBRARY), broken])).rejects.toThrow()
      expect((await store.stats()).documents).toBe(0)
      expect((await store.search({ query: '屋頂' })).total.count).toBe(0)
      await store.import([pageOf(LIBRARY)])
      expect((await store.search({ query: '屋頂' })).total.count).toBe(2)
    })

    test('takes what no database keeps in text', async () => {
      const page = pageOfParagraphs('odd', [{ id: 'p1', text: '甲\u0000乙\ud800丙𠮷丁' }])
      const store = await openFresh(page)
      const [hit] = (await store.search({ query: '𠮷丁' })).hits
      expect(hit?.passage.text).toBe('甲\ufffd乙\ufffd丙𠮷丁')
      expect(cut(hit)).toEqual(['𠮷丁'])
      expect(await store.getResult(hit?.document.id as string)).toEqual(page.result)
    })

    test('takes a paragraph without end', async () => {
      const text = Array.from({ length: 300_000 }, (_, i) =>
        String.fromCharCode(0x4e00 + ((i * 7919 + (i >> 5)) % 20_000)),
      )
      const store = await openFresh(pageOfParagraphs('long', [{ id: 'p1', text: `${text.join('')}河道盡頭` }]))
      expect((await store.search({ query: '河道盡頭' })).total.count).toBe(1)
    })

    test('refuses an origin that cannot be kept', async () => {
      const store = await openFresh()
      await fails(store.import([pageOf(LIBRARY, { origin: 'x'.repeat(801) })]), 'page')
      await fails(store.import([pageOf(LIBRARY, { origin: 'a\u0000b' })]), 'page')
      await store.import([pageOf(LIBRARY, { origin: '頁'.repeat(800) })])
    })

    test('takes a page without anything', async () => {
      const store = await openFresh(pageOf(''))
      expect((await store.list()).items).toMatchObject([{ speeches: 0, passages: 0, script: 'none', title: null }])
    })

    test('imports from many at once, and loses nothing', async () => {
      const store = await openFresh()
      const pages = Array.from({ length: 12 }, (_, i) => pageOf(`${LIBRARY}\n第${i}次修訂。`, { origin: 'one' }))
      await Promise.all(pages.map((page) => store.import([page])))
      const { items } = await store.list({ versions: 'all' })
      expect(items).toHaveLength(12)
      expect(items.filter(({ newest }) => newest)).toHaveLength(1)
      expect((await store.getDocument(items[0]?.id as string))?.versions.map(({ number }) => number)).toEqual(
        pages.map((_, i) => i + 1),
      )
    })
  })

  describe(`${engine}: getting`, () => {
    test('gives a document with its speeches and messages', async () => {
      const page = pageOf(LIBRARY, { origin: 'https://example.org/library' })
      const store = await openFresh(page)
      const id = (await store.list()).items[0]?.id as string
      const document = await store.getDocument(id)
      expect(document).toMatchObject({
        id,
        title: '青禾鎮圖書館座談會講話',
        published: '2021-03-15',
        editor: '阿禾',
        publication: '青禾文庫',
        script: 'traditional',
        origin: 'https://example.org/library',
        newest: true,
        parser: '1.0.0',
        speeches: 2,
        source: { encoding: 'utf-8', format: 'text', size: page.source.bytes.length },
      })
      expect(document?.contents).toMatchObject([
        { ordinal: 1, item: 1, heading: '青禾鎮圖書館座談會講話篇一', salutation: '各位館員、各位讀者：' },
        { ordinal: 2, item: 2, heading: '青禾鎮圖書館座談會講話篇二', salutation: '同志們：' },
      ])
      const rules = page.result.messages.map(({ ruleId }) => ruleId)
      expect(Object.keys(document?.messages ?? {})).toEqual([...new Set(rules)].sort())
      expect(document?.metadata).toEqual(page.result.collection.metadata)
    })

    test('gives back what the parser made, and the page to the byte', async () => {
      const text = '白沙港碼頭講話\n同志們：\n碼頭要建設好。'
      const bytes = Uint8Array.of(
        0xff,
        0xfe,
        ...new Uint8Array(Uint16Array.from(text, (char) => char.charCodeAt(0)).buffer),
      )
      const page = { ...pageOf(text), source: { bytes, text, encoding: 'utf-16le' } }
      const store = await openFresh(page)
      const id = (await store.list()).items[0]?.id as string
      expect(await store.getSource(id)).toMatchObject({ text, encoding: 'utf-16le', format: null, size: bytes.length })
      expect((await store.getSource(id))?.bytes).toEqual(bytes)
      expect(await store.getResult(id)).toEqual(JSON.parse(JSON.stringify(page.result)))
    })

    test('gives a speech and a passage by the ids of the tree', async () => {
      const page = pageOf(LIBRARY)
      const store = await openFresh(page)
      const item = page.result.collection.children.find((child) => child.type === 'item')
      const speech = item?.children.find((child) => child.type === 'speech')
      const stored = await store.getSpeech(speech?.id as string)
      expect(stored).toMatchObject({ id: speech?.id, ordinal: 1, announced: speech?.announced })
      expect(stored?.contents.map(({ kind }) => kind)).toEqual([
        'salutation',
        'paragraph',
        'heading',
        'paragraph',
        'heading',
        'paragraph',
        'closing',
      ])
      const [, paragraph] = stored?.contents ?? []
      const inTree = speech?.children.find((child) => child.type === 'paragraph')
      expect(paragraph?.id).toBe(inTree?.id)
      const passage = await store.getPassage(paragraph?.id as string)
      expect(passage).toMatchObject({
        text: '今天，我們在青禾鎮圖書館召開座談會。下面，我講兩點意見。',
        kind: 'paragraph',
        speech: { id: speech?.id },
        document: { title: '青禾鎮圖書館座談會講話' },
        previous: stored?.contents[0]?.id,
        next: stored?.contents[2]?.id,
      })
      expect(LIBRARY.slice(passage?.source?.start, passage?.source?.end)).toBe(passage?.text)
    })

    test('knows one paragraph on two pages by one id', async () => {
      const store = await openFresh(pageOf(LIBRARY), pageOf(MARKET))
      const [market, library] = (await store.list()).items
      const id = (await store.search({ query: '屋顶', document: market?.id as string })).hits[0]?.passage.id as string
      expect(await store.getPassage(id)).toMatchObject({ document: { id: market?.id }, alsoIn: [library?.id] })
      expect(await store.getPassage(id, library?.id)).toMatchObject({ document: { id: library?.id } })
    })

    test('gives nothing for an id that nobody has', async () => {
      const store = await openFresh(pageOf(LIBRARY))
      expect(await store.getDocument('x')).toBeUndefined()
      expect(await store.getResult('x')).toBeUndefined()
      expect(await store.getSource('x')).toBeUndefined()
      expect(await store.getSpeech('x')).toBeUndefined()
      expect(await store.getPassage('x')).toBeUndefined()
    })
  })

  describe(`${engine}: listing`, () => {
    const openThree = async () =>
      await openFresh(
        pageOf(LIBRARY, { origin: 'a' }),
        pageOf(MARKET, { origin: 'b', parser: '2.0.0' }),
        pageOf(HARBOUR),
        pageOf('無題\n大家好。'),
      )
    const titles = async (store: Store, options: Parameters<Store['list']>[0]) =>
      (await store.list(options)).items.map(({ title }) => title)

    test.each([
      [{ published: { from: '2021' } }, ['柳塘镇集市讲话', '青禾鎮圖書館座談會講話']],
      [{ published: { to: '2020' } }, ['白沙港碼頭講話']],
      [{ published: { from: '2021-03', to: '2021-03' } }, ['青禾鎮圖書館座談會講話']],
      [{ publication: '潮汐网' }, ['白沙港碼頭講話']],
      [{ editor: '阿禾' }, ['青禾鎮圖書館座談會講話']],
      [{ script: 'simplified' as const }, ['柳塘镇集市讲话']],
      [{ speeches: { min: 2 } }, ['青禾鎮圖書館座談會講話']],
      [{ speeches: { min: 1, max: 1 }, published: { from: '2022' } }, ['柳塘镇集市讲话']],
      [{ origin: 'b' }, ['柳塘镇集市讲话']],
      [{ parser: '2.0.0' }, ['柳塘镇集市讲话']],
      [{ imported: { to: '2001' } }, []],
      [{ rule: 'no-such-rule' }, []],
    ])('lists by %j', async (filter, expected) => {
      expect(await titles(await openThree(), filter)).toEqual(expected)
    })

    test('lists by a rule that has messages', async () => {
      const store = await openThree()
      const rules = Object.keys((await store.stats()).rules)
      expect(rules.length).toBeGreaterThan(0)
      for (const rule of rules) {
        const { items } = await store.list({ rule })
        expect(items.length).toBe((await store.stats()).rules[rule])
        for (const { id } of items) expect((await store.getDocument(id))?.messages[rule]).toBeGreaterThan(0)
      }
    })

    test.each(['newest', 'oldest', 'published', '-published'] as const)(
      'goes through all in pages, %s',
      async (order) => {
        const store = await openThree()
        const whole = await titles(store, { order })
        const pages: (string | null)[] = []
        let cursor: string | null = null
        do {
          const listed: Awaited<ReturnType<Store['list']>> = await store.list({
            order,
            limit: 1,
            ...(cursor && { cursor }),
          })
          pages.push(...listed.items.map(({ title }) => title))
          cursor = listed.next
        } while (cursor)
        expect(pages).toEqual(whole)
        expect(new Set(whole).size).toBe(4)
        const dated = whole.filter((title) => title !== null && title !== '無題')
        if (order === 'published') expect(dated[0]).toBe('白沙港碼頭講話')
        if (order === '-published') expect(dated[0]).toBe('柳塘镇集市讲话')
      },
    )

    test('refuses a cursor of another list', async () => {
      const store = await openThree()
      const { next } = await store.list({ limit: 1 })
      await fails(store.list({ order: 'oldest', cursor: next as string }), 'cursor')
      await fails(store.list({ cursor: 'nonsense' }), 'cursor')
      await fails(store.search({ query: '集市', cursor: next as string }), 'cursor')
    })
  })

  describe(`${engine}: searching`, () => {
    const openThree = async () => await openFresh(pageOf(LIBRARY), pageOf(MARKET), pageOf(HARBOUR))

    test.each([
      ['閱', 5],
      ['阅', 5],
      ['屋頂', 3],
      ['屋顶', 3],
      ['gdp', 1],
      ['ＧＤＰ', 1],
      ['DP', 1],
      ['集市的名聲', 1],
      ['集市', 3],
      ['秋天 屋頂', 3],
      ['秋天 摊位', 0],
      ['摊位 OR 燈塔', 2],
      ['摊位 | 燈塔', 2],
      ['碼頭 建設 OR 摊位', 2],
      ['集市 -摊位', 2],
      ['集市 -"摊位 要"', 3],
      ['"GDP 再高"', 1],
      ['“gdp 再高”', 1],
      ['「再高也不收」', 1],
      ['"高再"', 0],
      ['建設', 2],
      ['建设码头', 1],
      ['jiàn', 0],
      ['大家', 5],
      ['heading:閱覽', 1],
      ['標題:集市', 1],
      ['标题：集市', 1],
      ['称呼:同志', 2],
      ['salutation:同志 OR 稱呼:乡亲', 3],
      ['body:閱覽', 3],
      ['citation:借閱', 1],
      ['引用:书库', 0],
      ['書庫 引用:办法', 1],
      ['-引用:办法 書庫', 1],
      ['，今年', 3],
      [',今年', 0],
      ['》已經', 1],
    ])('finds %s', async (query, count) => {
      const answer = await (await openThree()).search({ query })
      expect(answer.total).toEqual({ count, exact: true })
      expect(answer.hits).toHaveLength(count)
    })

    test('cuts out exactly the words', async () => {
      const store = await openThree()
      const { hits } = await store.search({ query: '码头 OR 码头要' })
      expect(hits.map(cut)).toEqual([['碼頭'], ['碼頭要', '碼頭', '碼頭要', '碼頭'], ['碼頭']])
    })

    test('shows where the words stand in the source, damage included', async () => {
      const store = await openThree()
      const [hit] = (await store.search({ query: '维护灯塔' })).hits
      expect(cut(hit)).toEqual(['維護燈塔'])
      const { start = 0, end = 0 } = hit?.ranges[0]?.source ?? {}
      expect(HARBOUR.slice(start, end)).toBe('維護(hù)燈(dēng)塔')
    })

    test('highlights citations and fields only where they stand', async () => {
      const store = await openThree()
      const [hit] = (await store.search({ query: '引用:鎮' })).hits
      expect(hit?.ranges).toHaveLength(1)
      expect(hit?.passage.text.slice(hit.ranges[0]?.start, (hit.ranges[0]?.end ?? 0) + 4)).toBe('鎮借閱辦法')
    })

    test('ranks headings before text, and more before less', async () => {
      const store = await openThree()
      expect(await texts(store, '閱覽')).toEqual([
        '二、修繕閱覽室',
        '阅览室的屋顶漏雨，今年秋天一定要修好。',
        '閱覽室的屋頂漏雨，今年秋天一定要修好。',
        '閱覽室的屋頂漏雨，今年秋天一定要修好。',
      ])
      expect((await texts(store, '碼頭')).slice(0, 2)).toEqual([
        '白沙港碼頭講話',
        '白沙港的碼頭要建設成全縣最好的碼頭。建設碼頭要靠大家，維護碼頭也要靠大家，全縣都來出力。',
      ])
      expect((await texts(store, '集市的 OR 摊位'))[0]).toBe('集市上的摊位要排整齐，过道要留宽。')
    })

    test('groups by speech', async () => {
      const store = await openThree()
      const { hits, total } = await store.search({ query: '大家', group: 'speech' })
      expect(total).toEqual({ count: 3, exact: true })
      expect(hits.map(({ document, passages }) => [document.title, passages])).toEqual(
        expect.arrayContaining([
          ['青禾鎮圖書館座談會講話', 2],
          ['柳塘镇集市讲话', 1],
          ['白沙港碼頭講話', 2],
        ]),
      )
    })

    test('looks in one document, one speech, one field, or documents of a kind', async () => {
      const store = await openThree()
      const { items } = await store.list({ script: 'traditional', order: 'oldest' })
      const library = await store.getDocument(items[0]?.id as string)
      const [first, second] = library?.contents ?? []
      const count = async (options: Omit<SearchOptions, 'query'>) =>
        (await store.search({ query: '屋顶', ...options })).total.count
      expect(await count({ document: library?.id as string })).toBe(2)
      expect(await count({ document: 'x' })).toBe(0)
      expect(await count({ speech: first?.id as string })).toBe(1)
      expect(await count({ speech: second?.id as string, document: library?.id as string })).toBe(1)
      expect(await count({ field: 'heading' })).toBe(0)
      expect(await count({ field: 'body' })).toBe(3)
      expect(await count({ filter: { script: 'simplified' } })).toBe(1)
      expect(await count({ filter: { publication: '青禾文库' } })).toBe(2)
      expect(await count({ filter: { published: { from: '2021-03', to: '2021' } } })).toBe(2)
    })

    test('counts hits by kind, year, publication, editor and script', async () => {
      const store = await openThree()
      const { facets } = await store.search({
        query: '大家',
        facets: ['kind', 'year', 'publication', 'editor', 'script'],
      })
      expect(facets).toEqual({
        kind: [
          { value: 'closing', count: 3 },
          { value: 'paragraph', count: 2 },
        ],
        year: [
          { value: '2020', count: 2 },
          { value: '2021', count: 2 },
          { value: '2022', count: 1 },
        ],
        publication: expect.arrayContaining([
          { value: '柳塘网', count: 1 },
          { value: '潮汐網', count: 2 },
          { value: '青禾文庫', count: 2 },
        ]),
        editor: [{ value: '阿禾', count: 2 }],
        script: [
          { value: 'traditional', count: 4 },
          { value: 'simplified', count: 1 },
        ],
      })
    })

    test('goes through all hits in pages, also while pages come in', async () => {
      const store = await openThree()
      const whole = (await store.search({ query: '大家' })).hits.map(({ passage }) => passage.id)
      const paged: string[] = []
      let cursor: string | null = null
      do {
        const answer: Awaited<ReturnType<Store['search']>> = await store.search({
          query: '大家',
          limit: 2,
          ...(cursor && { cursor }),
        })
        expect(answer.total).toEqual({ count: 5, exact: true })
        paged.push(...answer.hits.map(({ passage }) => passage.id))
        cursor = answer.next
        await store.import([pageOf(`新講話\n大家好：\n大家一起來，大家都來，第${paged.length}次。`)])
      } while (cursor)
      expect(paged).toEqual(whole)
      expect((await store.search({ query: '大家' })).total.count).toBeGreaterThan(5)
    })

    test('refuses a cursor of another search', async () => {
      const store = await openThree()
      const { next } = await store.search({ query: '大家', limit: 2 })
      await fails(store.search({ query: '集市', limit: 2, cursor: next as string }), 'cursor')
    })

    test('suggests what has hits where nothing was found', async () => {
      const store = await openThree()
      const suggestions = async (query: string) => (await store.search({ query })).suggestions
      expect(await suggestions('屋頂漏氣')).toContain('屋顶漏雨')
      expect(await suggestions('摊位 燈塔')).toEqual(expect.arrayContaining(['摊位', '燈塔']))
      expect(await suggestions('码头集市')).toEqual(expect.arrayContaining(['码头', '集市']))
      expect(await suggestions('犇')).toEqual([])
      for (const query of ['屋頂漏氣', '摊位 燈塔', '码头集市']) {
        for (const suggestion of await suggestions(query)) {
          expect((await store.search({ query: suggestion })).total.count).toBeGreaterThan(0)
        }
      }
      expect(await suggestions('集市')).toEqual([])
      const inHeadings = await store.search({ query: '閱覽 摊位', field: 'heading' })
      expect(inHeadings.suggestions).toEqual(['閱覽'])
    })

    test.each(['', '  ', '-集市', 'OR', '""', '集'.repeat(501), '集 '.repeat(33)])('refuses %j', async (query) => {
      await fails((await openThree()).search({ query }), 'query')
    })

    test('takes a query as data', async () => {
      const store = await openThree()
      const query = { all: [[{ text: '碼頭' }, { text: '集市' }], [{ text: '要' }]], none: [{ text: '灯塔' }] }
      expect((await store.search({ query })).total.count).toBe(2)
      await fails(store.search({ query: { all: [[]] } }), 'query')
      await fails(store.search({ query: { all: [[{ text: '' }]] } }), 'query')
    })

    const ODD = [
      "O'Hara * 100% C:\\dir [x] (y) {z} ^a $b _c ~d",
      'NEAR(甲 乙) AND 丙 OR "丁" NOT 戊 + 己:庚',
      "'; DROP TABLE passages; --",
      '甲，乙,丙　丁\t戊',
      '薴苧苎 訑𫍙 豈更車 𠮷野家 𡞱㜢',
    ]
    test('takes characters of nobody for what they are', async () => {
      const store = await openFresh(pageOfParagraphs('private', [{ id: 'a', text: '甲\ue001\ue12c乙' }]))
      for (const word of ['\ue001', '\ue12c', '甲\ue001', '乙'])
        expect((await store.search({ query: word })).total.count).toBe(1)
      for (const word of ['\ue002', ',', 'heading:甲'])
        expect((await store.search({ query: word })).total.count).toBe(0)
    })

    test.each(ODD)('takes every mark for what it is: %s', async (text) => {
      const page = pageOfParagraphs(
        'marks',
        [...ODD, '別的'].map((line, i) => ({ id: `p${i}`, text: line })),
      )
      const store = await openFresh(page)
      const characters = [...text]
      for (let start = 0; start < characters.length; start++) {
        for (const length of [1, 2, 3, 7]) {
          const word = characters.slice(start, start + length).join('')
          if (word.trim() === '') continue
          const { hits } = await store.search({ query: { all: [[{ text: word }]] } })
          const hit = hits.find(({ passage }) => passage.text === text)
          expect(cut(hit), word).toContain(word)
        }
      }
    })

    test('a blank alone is looked for, too', async () => {
      const store = await openFresh(
        pageOfParagraphs('blank', [
          { id: 'a', text: '甲 乙' },
          { id: 'b', text: '甲乙' },
        ]),
      )
      const query = { all: [[{ text: ' ' }]] }
      expect(await texts(store, { query })).toEqual(['甲 乙'])
      await store.import([pageOfParagraphs('other', [{ id: 'c', text: '丙 丁' }])])
      const [newest] = (await store.list()).items
      expect(await texts(store, { query, document: newest?.id as string })).toEqual(['丙 丁'])
    })

    test('counts up to 10,000, and beyond when asked', async () => {
      const paragraphs = Array.from({ length: 10_050 }, (_, i) => ({ id: `p${i}`, text: `河道${i}號` }))
      const store = await openFresh(pageOfParagraphs('many', paragraphs))
      expect((await store.search({ query: '河道' })).total).toEqual({ count: 10_000, exact: false })
      expect((await store.search({ query: '河道', exactTotal: true })).total).toEqual({ count: 10_050, exact: true })
      expect((await store.search({ query: '河道1' })).total).toEqual({ count: 1161, exact: true })
      expect((await store.search({ query: '河道', group: 'speech', exactTotal: true })).total).toEqual({
        count: 1,
        exact: true,
      })
    })
  })

  describe(`${engine}: removing, taking out, counting`, () => {
    test('removes a document, and its older version comes back', async () => {
      const store = await openFresh()
      const changed = LIBRARY.replaceAll('今年秋天一定要修好', '今年夏天一定要修好')
      const [first] = await store.import([pageOf(LIBRARY, { origin: 'a' })])
      const [second] = await store.import([pageOf(changed, { origin: 'a' })])
      expect(await store.delete(second?.id as string)).toBe(true)
      expect(await store.delete(second?.id as string)).toBe(false)
      expect(await store.getDocument(second?.id as string)).toBeUndefined()
      expect((await store.search({ query: '夏天' })).total.count).toBe(0)
      expect((await store.search({ query: '秋天' })).total.count).toBe(2)
      expect((await store.getDocument(first?.id as string))?.newest).toBe(true)
      await store.delete(first?.id as string)
      expect(await store.stats()).toMatchObject({ documents: 0, passages: 0, sourceBytes: 0, rules: {} })
      expect((await store.import([pageOf(LIBRARY, { origin: 'a' })]))[0]?.status).toBe('created')
    })

    test('gives everything out, to be imported elsewhere', async () => {
      const store = await openFresh(pageOf(LIBRARY, { origin: 'a' }), pageOf(MARKET), pageOf(HARBOUR))
      const other = await openFresh()
      const exported: string[] = []
      for await (const page of store.export()) {
        exported.push(page.id)
        const [imported] = await other.import([page])
        expect(imported?.id).toBe(page.id)
        expect(await other.getResult(page.id)).toEqual(await store.getResult(page.id))
        expect(await other.getSource(page.id)).toEqual(await store.getSource(page.id))
      }
      expect(exported).toHaveLength(3)
      const filtered: (string | undefined)[] = []
      for await (const page of store.export({ origin: 'a' })) filtered.push(page.origin)
      expect(filtered).toEqual(['a'])
    })

    test('counts what is there', async () => {
      const pages = [pageOf(LIBRARY, { origin: 'a' }), pageOf(MARKET), pageOf(HARBOUR, { parser: '2.0.0' })]
      const store = await openFresh(...pages)
      const stats = await store.stats()
      expect(stats).toMatchObject({
        documents: 3,
        newest: 3,
        speeches: 4,
        passages: 25,
        sourceBytes: pages.reduce((sum, { source }) => sum + source.bytes.length, 0),
        scripts: { traditional: 2, simplified: 1 },
        parsers: { '1.0.0': 2, '2.0.0': 1 },
      })
      expect(stats.storedBytes).toBeGreaterThan(10_000)
      const { items } = await store.list()
      expect(stats.characters).toBe(items.reduce((sum, { characters }) => sum + characters, 0))
      expect(stats.characters).toBeGreaterThan(300)
    })
  })

  describe(`${engine}: parsing again`, () => {
    /** A parser that joins nothing, restores nothing, and so reads some paragraphs otherwise. */
    const asPrinted = (text: string) => parse(text, { restore: false })
    const all = async (work: AsyncIterable<ReparseProgress>) => {
      const steps: ReparseProgress[] = []
      for await (const step of work) steps.push(step)
      return steps
    }

    test('keeps the ids of what did not change, and leads on from what did', async () => {
      const store = await openFresh()
      const old = { ...pageOf(HARBOUR), result: asPrinted(HARBOUR), parser: '0.9.0' }
      await store.import([pageOf(LIBRARY), old])
      const document = (await store.list({ parser: '0.9.0' })).items[0]
      const damaged = await store.getSpeech(
        (await store.getDocument(document?.id as string))?.contents[0]?.id as string,
      )
      const [, , paragraph] = damaged?.contents ?? []
      expect(paragraph?.text).toContain('燈(dēng)塔')

      const steps = await all(store.reparse({ parser: '1.0.0', parse: ({ text }) => parse(text) }))
      expect(steps).toEqual([{ done: 1, left: 0, kept: 1, redirected: 4, gone: 0 }])

      const successor = await store.getPassage(paragraph?.id as string)
      expect(successor?.text).toBe('碼頭的燈塔要維護好。維護燈塔的同志最辛苦，建設的同志也辛苦。')
      expect(successor?.redirect).toMatchObject({ from: paragraph?.id, parser: '0.9.0' })
      const difference = successor?.redirect?.difference ?? []
      const without = (type: string) => difference.filter((step) => step.type !== type).map(({ text }) => text)
      expect(without('inserted').join('')).toBe(paragraph?.text)
      expect(without('deleted').join('')).toBe(successor?.text)
      expect(difference.filter(({ type }) => type === 'same').length).toBeGreaterThan(3)
      expect((await store.getPassage(successor?.id as string))?.redirect).toBeUndefined()

      const speech = await store.getSpeech(damaged?.id as string)
      expect(speech?.redirect).toEqual({ from: damaged?.id, parser: '0.9.0' })
      expect((await store.search({ query: '維護燈塔' })).total.count).toBe(1)
      expect((await store.search({ query: 'dēng' })).total.count).toBe(0)
      expect(await store.getResult(document?.id as string)).toEqual(JSON.parse(JSON.stringify(parse(HARBOUR))))
    })

    test('leads over two parsers to what stands now, and back', async () => {
      const store = await openFresh({ ...pageOf(HARBOUR), result: asPrinted(HARBOUR), parser: '1' })
      const idOf = async (query: string) => (await store.search({ query })).hits[0]?.passage.id as string
      const first = await idOf('(dēng)塔')
      await all(store.reparse({ parser: '2', parse: ({ text }) => parse(text.replaceAll('辛苦', '勤勞')) }))
      const second = await idOf('勤劳')
      await all(store.reparse({ parser: '3', parse: ({ text }) => parse(text) }))
      const third = await idOf('最辛苦')
      expect(new Set([first, second, third]).size).toBe(3)
      expect((await store.getPassage(first))?.id).toBe(third)
      expect((await store.getPassage(second))?.id).toBe(third)
      await all(store.reparse({ parser: '4', parse: ({ text }) => asPrinted(text) }))
      expect(await store.getPassage(first)).toMatchObject({ id: first })
      expect((await store.getPassage(third))?.id).toBe(first)
      await all(store.reparse({ parser: '5', parse: () => parse('') }))
      expect(await store.getPassage(first)).toBeUndefined()
      expect(await store.getPassage(third)).toBeUndefined()
    })

    test('goes on where it was stopped', async () => {
      const store = await openFresh(
        ...Array.from({ length: 5 }, (_, i) => pageOf(`${MARKET}\n第${i}次。`, { parser: '0.9.0' })),
      )
      const stop = new AbortController()
      const parsed: string[] = []
      const options = {
        parser: '1.0.0',
        batch: 2,
        parse: ({ text }: { text: string }) => {
          parsed.push(text)
          return parse(text)
        },
      }
      for await (const { left } of store.reparse({ ...options, signal: stop.signal })) if (left === 1) stop.abort()
      expect(parsed).toHaveLength(4)
      expect((await store.stats()).parsers).toEqual({ '0.9.0': 1, '1.0.0': 4 })
      const failing = store.reparse({ ...options, parse: () => Promise.reject(new Error('stopped')) })
      await expect(all(failing)).rejects.toThrow('stopped')
      expect(await all(store.reparse(options))).toMatchObject([{ done: 1, left: 0 }])
      expect(await all(store.reparse(options))).toEqual([])
      expect((await store.stats()).passages).toBe(
        ((await store.search({ query: '集市', exactTotal: true })).total.count / 3) * 7,
      )
    })

    test('brings older versions along', async () => {
      const store = await openFresh()
      const [first] = await store.import([pageOf(LIBRARY, { origin: 'a', parser: '0.9.0' })])
      await store.import([pageOf(MARKET, { origin: 'a', parser: '0.9.0' })])
      await all(store.reparse({ parser: '1.0.0', parse: ({ text }) => parse(text) }))
      expect(await store.getDocument(first?.id as string)).toMatchObject({ parser: '1.0.0', newest: false })
      expect((await store.search({ query: '書庫' })).total.count).toBe(0)
    })
  })

  describe(`${engine}: opening`, () => {
    const notes = (...names: string[]): OpenOptions => ({
      migrations: [
        {
          owner: 'notes',
          migrations: names.map((name) => ({
            name,
            up: async (run) => {
              await run(`CREATE TABLE ${name} (id INTEGER PRIMARY KEY)`)
            },
          })),
        },
      ],
    })

    test('keeps everything over closing', async () => {
      const location = await places.fresh()
      const store = await open(location)
      await store.import([pageOf(LIBRARY)])
      await store.close()
      expect((await (await openAt(location)).search({ query: '屋頂' })).total.count).toBe(2)
    })

    test('opens what is there to be read alone', async () => {
      const location = await places.fresh()
      const writing = await openAt(location)
      await writing.import([pageOf(LIBRARY)])
      const store = await openAt(location, { readOnly: true })
      expect((await store.search({ query: '屋頂' })).total.count).toBe(2)
      await fails(store.import([pageOf(MARKET)]), 'read-only')
      await fails(store.delete((await store.list()).items[0]?.id as string), 'read-only')
      const newer = notes('later')
      await fails(open(location, { ...newer, readOnly: true }), 'read-only')
    })

    test('opens twice at once where nothing was', async () => {
      const location = await places.fresh()
      const [one, other] = await Promise.all([openAt(location), openAt(location)])
      await Promise.all([one?.import([pageOf(LIBRARY)]), other?.import([pageOf(MARKET)])])
      expect((await one?.search({ query: '屋頂' }))?.total.count).toBe(3)
    })

    test('brings the tables of other rooms along, each once', async () => {
      const location = await places.fresh()
      await (await open(location, notes('first'))).close()
      const store = await openAt(location, notes('first', 'second'))
      const { kysely } = store.database
      const applied = await kysely.selectFrom('migrations').select('name').where('owner', '=', 'notes').execute()
      expect(applied.map(({ name }) => name).sort()).toEqual(['first', 'second'])
      await fails(open(location, notes('first')), 'newer')
      await openAt(location)
    })

    test('changes nothing when a migration fails', async () => {
      const location = await places.fresh()
      const broken = notes('first')
      broken.migrations?.[0]?.migrations[0]?.up &&
        Object.assign(broken.migrations[0].migrations[0], {
          up: async (run: (statement: string) => Promise<unknown>) => {
            await run('CREATE TABLE first (id INTEGER PRIMARY KEY)')
            throw new Error('broken')
          },
        })
      await expect(open(location, broken)).rejects.toThrow('broken')
      await openAt(location, notes('first'))
    })
  })
}
