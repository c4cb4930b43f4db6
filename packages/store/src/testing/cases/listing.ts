import { describe, expect, test } from 'vitest'
import type { Store } from '../../store.ts'
import { HARBOUR, LIBRARY, MARKET, pageOf } from '../pages.ts'
import { createStage, fails, type Places } from '../stage.ts'

export function describeListing(engine: Store['engine'], places: Places): void {
  describe(`${engine}: listing`, () => {
    const { openFresh } = createStage(places)

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
}
