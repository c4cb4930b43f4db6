import { describe, expect, test } from 'vitest'
import type { Store } from '../../store.ts'
import { LIBRARY, MARKET, pageOf } from '../pages.ts'
import { createStage, type Places } from '../stage.ts'

export function describeGetting(engine: Store['engine'], places: Places): void {
  describe(`${engine}: getting`, () => {
    const { openFresh } = createStage(places)

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
}
