import { parse } from '@speeches/core'
import { describe, expect, test } from 'vitest'
import type { ReparseProgress, Store } from '../../store.ts'
import { HARBOUR, LIBRARY, MARKET, pageOf } from '../pages.ts'
import { createStage, type Places } from '../stage.ts'

export function describeReparsing(engine: Store['engine'], places: Places): void {
  describe(`${engine}: parsing again`, () => {
    const { openFresh } = createStage(places)

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
}
