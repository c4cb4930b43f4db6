import { describe, expect, test } from 'vitest'
import type { Store } from '../../store.ts'
import { LIBRARY, MARKET, pageOf, pageOfParagraphs } from '../pages.ts'
import { createStage, cut, fails, type Places } from '../stage.ts'

export function describeImporting(engine: Store['engine'], places: Places): void {
  describe(`${engine}: importing`, () => {
    const { openFresh } = createStage(places)

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
}
