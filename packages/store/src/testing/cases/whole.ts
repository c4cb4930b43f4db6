import { describe, expect, test } from 'vitest'
import type { Store } from '../../store.ts'
import { HARBOUR, LIBRARY, MARKET, pageOf } from '../pages.ts'
import { createStage, type Places } from '../stage.ts'

export function describeWhole(engine: Store['engine'], places: Places): void {
  describe(`${engine}: removing, taking out, counting`, () => {
    const { openFresh } = createStage(places)

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
}
