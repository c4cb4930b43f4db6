import { describe, expect, test } from 'vitest'
import type { SearchOptions, Store } from '../../store.ts'
import { HARBOUR, LIBRARY, MARKET, pageOf, pageOfParagraphs } from '../pages.ts'
import { createStage, cut, fails, type Places, texts } from '../stage.ts'

export function describeSearching(engine: Store['engine'], places: Places): void {
  describe(`${engine}: searching`, () => {
    const { openFresh } = createStage(places)

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
  })
}
