import { parse } from '@speeches/core'
import { describe, expect, test } from 'vitest'
import type { Hit, SearchOptions, Store } from '../../store.ts'
import { HARBOUR, LIBRARY, MARKET, pageOf, pageOfParagraphs } from '../pages.ts'
import { createStage, fails, type Places, texts } from '../stage.ts'

export function describeOrdering(engine: Store['engine'], places: Places): void {
  describe(`${engine}: hits in order`, () => {
    const { openFresh } = createStage(places)
    const openThree = async () => await openFresh(pageOf(LIBRARY), pageOf(MARKET), pageOf(HARBOUR))

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

    describe('the newest first', () => {
      const newest = { query: '大家', order: 'newest' } as const
      const inOrder = [
        ['白沙港碼頭講話', 'paragraph'],
        ['白沙港碼頭講話', 'closing'],
        ['柳塘镇集市讲话', 'closing'],
        ['青禾鎮圖書館座談會講話', 'paragraph'],
        ['青禾鎮圖書館座談會講話', 'closing'],
      ]
      const places = (hits: readonly Hit[]) => hits.map(({ document, passage }) => [document.title, passage.kind])

      test('goes by document, each from its beginning, in pages too, also while pages come in', async () => {
        const store = await openThree()
        expect(places((await store.search(newest)).hits)).toEqual(inOrder)
        const paged: Hit[] = []
        let cursor: string | null = null
        do {
          const more: SearchOptions = { ...newest, limit: 2, ...(cursor && { cursor }) }
          const answer: Awaited<ReturnType<Store['search']>> = await store.search(more)
          expect(answer.total).toEqual({ count: 5, exact: true })
          paged.push(...answer.hits)
          cursor = answer.next
          await store.import([pageOf(`新講話\n大家好：\n大家一起來，第${paged.length}次。`)])
        } while (cursor)
        expect(places(paged)).toEqual(inOrder)
        expect((await store.search(newest)).hits[0]?.document.title).toBe('新講話')
      })

      test('does not go by when a document was parsed', async () => {
        const store = await openThree()
        const again = store.reparse({ parser: '2.0.0', parse: ({ text }) => parse(text), filter: { editor: '阿禾' } })
        for await (const { done } of again) expect(done).toBe(1)
        expect(places((await store.search(newest)).hits)).toEqual(inOrder)
      })

      test('goes by speech where hits are grouped', async () => {
        const { hits } = await (await openThree()).search({ ...newest, group: 'speech' })
        expect(hits.map(({ document, passages }) => [document.title, passages])).toEqual([
          ['白沙港碼頭講話', 2],
          ['柳塘镇集市讲话', 1],
          ['青禾鎮圖書館座談會講話', 2],
        ])
      })

      test('goes through the newest 10,000', async () => {
        const page = (name: string, count: number) =>
          pageOfParagraphs(
            name,
            Array.from({ length: count }, (_, i) => ({ id: `${name}${i}`, text: `河道${i}號` })),
          )
        const store = await openFresh(page('old', 60), page('new', 10_000))
        const { hits, total } = await store.search({ query: '河道', order: 'newest', limit: 2 })
        expect(hits.map(({ passage }) => passage.id)).toEqual(['new0', 'new1'])
        expect(total).toEqual({ count: 10_000, exact: false })
      })

      test('is another search for a cursor', async () => {
        const store = await openThree()
        const { next } = await store.search({ query: '大家', limit: 2 })
        await fails(store.search({ ...newest, limit: 2, cursor: next as string }), 'cursor')
      })
    })

    test('refuses a cursor of another search', async () => {
      const store = await openThree()
      const { next } = await store.search({ query: '大家', limit: 2 })
      await fails(store.search({ query: '集市', limit: 2, cursor: next as string }), 'cursor')
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
}
