import { parse } from '@speeches/core'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { runOn } from '../src/database/run.ts'
import { open } from '../src/index.ts'
import { settleSegments } from '../src/search/segments.ts'
import type { NewPage, SearchAnswer, SearchOptions, Store } from '../src/store.ts'
import { pageOf, pageOfParagraphs } from '../src/testing/pages.ts'
import { sqlitePlaces } from '../src/testing/places.ts'
import { createRandom, type Random } from '../src/testing/random.ts'
import type { Places } from '../src/testing/stage.ts'

/** What holds of the index of Postgres while pages come, change and go. */
export function describeSegments(places: Places): void {
  describe('postgres: the index', () => {
    const sqlite = sqlitePlaces()

    test('answers as SQLite does, whatever was done, and whatever waits', async () => {
      const random = createRandom(11)
      const stores = [await open(await sqlite.fresh()), await open(await places.fresh())] as const
      let found = 0
      for (let step = 0; step < STEPS; step++) {
        const change = makeChange(random, step)
        for (const store of stores) await change(store)
        if (random.next() < 0.4) await settleAll(stores[1])
        for (let i = 0; i < 8; i++) {
          const options = makeSearch(random)
          const [expected, answer] = [await answerOf(stores[0], options), await answerOf(stores[1], options)]
          expect(answer, JSON.stringify({ step, options })).toEqual(expected)
          found += answer.hits.length
        }
      }
      expect(found).toBeGreaterThan(STEPS * 8)
      for (const store of stores) await store.close()
    })

    test('is joined where its parts are small, and made anew where much has gone', async () => {
      const store = await open(await places.fresh())
      const segments = async () =>
        (await sql`SELECT first, last, removed FROM segments ORDER BY first`.execute(store.database.kysely)).rows
      const ids: string[] = []
      for (let page = 0; page < PAGES; page++) {
        const [imported] = await store.import([pageOfParagraphs(`page ${page}`, paragraphsOf(page))])
        ids.push(imported?.id as string)
        // While parts are there and none is joined yet.
        if (page === 30) expect((await segments()).length).toBeGreaterThan(1)
      }
      expect(await segments()).toEqual([{ first: 1, last: 32_768, removed: '{}' }])
      const check = async (left: number) => {
        const total = async (query: string) => (await store.search({ query, exactTotal: true })).total.count
        expect(await total('河段')).toBe(left * PARAGRAPHS)
        expect(await total('水')).toBe(left * PARAGRAPHS)
        expect(await total('的水位')).toBe(left * PARAGRAPHS)
        expect(await total('第7号')).toBe(left)
        expect(await total('页0止')).toBe(left === PAGES ? PARAGRAPHS : 0)
        expect(await total(`页${PAGES - 1}止`)).toBe(PARAGRAPHS)
      }
      await check(PAGES)
      await store.delete(ids[0] as string)
      expect(await segments()).toEqual([{ first: 1, last: 32_768, removed: `{[1,${PARAGRAPHS + 1})}` }])
      await check(PAGES - 1)
      for (const id of ids.slice(1, 60)) await store.delete(id)
      // Much has gone once, and was forgotten; then some more.
      const [first] = (await segments()) as { removed: string }[]
      expect(first?.removed).not.toBe('{}')
      expect(first?.removed).not.toContain('[1,')
      await check(PAGES - 60)
      await store.close()
    })
  })
}

const STEPS = 60
const PAGES = 90
const PARAGRAPHS = 400

function paragraphsOf(page: number) {
  return Array.from({ length: PARAGRAPHS }, (_, i) => ({
    id: `${page}-${i}`,
    text: `頁${page}止，第${i}號河段的水位，比去年高。`,
  }))
}

async function settleAll({ database }: Store): Promise<void> {
  await database.kysely.transaction().execute((tables) => settleSegments(runOn(tables), 1))
}

const ORIGINS = ['a', 'b', 'c', 'd']
const WORDS = [
  ...'河道水位天天閱覽室書庫燈塔碼頭集市',
  '河道',
  '天天',
  '圖書館',
  'GDP',
  'Wi-Fi',
  '，',
  '《借閱辦法》',
  '𠮷野',
]

/** A page with headings, an address and a few paragraphs; of few kinds, so that some come back. */
function makePage(random: Random): NewPage {
  const words = (count: number) => Array.from({ length: 1 + random.below(count) }, () => random.pick(WORDS)).join('')
  const paragraphs = Array.from({ length: 1 + random.below(4) }, (_, i) => `${i + 1}、${words(3)}\n\n${words(30)}。`)
  const text = `${words(3)}講話\n\n同志們：\n\n${paragraphs.join('\n\n')}\n\n謝謝大家！\n`
  return pageOf(text, random.next() < 0.7 ? { origin: random.pick(ORIGINS) } : {})
}

/** Pages that were imported once, to come back. */
const seen: NewPage[] = []

/** Something that changes a store, and the same every time it is done. */
function makeChange(random: Random, step: number): (store: Store) => Promise<unknown> {
  const chance = random.next()
  if (chance < 0.5 || seen.length === 0) {
    const pages = Array.from({ length: 1 + random.below(3) }, () => makePage(random))
    seen.push(...pages)
    return (store) => store.import(pages)
  }
  if (chance < 0.65) {
    const page = random.pick(seen)
    return (store) => store.import([page])
  }
  if (chance < 0.9) {
    const place = random.next()
    return async (store) => {
      const { items } = await store.list({ versions: 'all' })
      await store.delete(items[Math.floor(place * items.length)]?.id ?? '')
    }
  }
  const dropped = random.pick(WORDS)
  return async (store) => {
    const again = store.reparse({ parser: `${step}`, parse: ({ text }) => parse(text.replaceAll(dropped, '河')) })
    for await (const { done } of again) expect(done).toBeGreaterThan(0)
  }
}

function makeSearch(random: Random): SearchOptions {
  const word = () => {
    const text = random.next() < 0.7 ? random.pick(WORDS) : random.pick(WORDS) + random.pick(WORDS)
    return { text: random.next() < 0.2 ? '天' : text, ...(random.next() < 0.3 && { field: random.pick(FIELDS) }) }
  }
  const group = () => Array.from({ length: 1 + random.below(2) }, word)
  const query = {
    all: Array.from({ length: 1 + random.below(2) }, group),
    none: random.next() < 0.3 ? [word()] : [],
  }
  return {
    query,
    limit: 1 + random.below(10),
    ...(random.next() < 0.3 && { order: 'newest' as const }),
    ...(random.next() < 0.3 && { group: 'speech' as const }),
    ...(random.next() < 0.3 && { facets: ['kind' as const, 'script' as const] }),
    ...(random.next() < 0.3 && { filter: random.pick(FILTERS) }),
  }
}

const FILTERS = [{ origin: 'a' }, { origin: 'none' }, { script: 'traditional' }, { speeches: { min: 1 } }] as const
const FIELDS = ['heading', 'body', 'salutation', 'citation'] as const

/** What a store answers, on two pages, without what is its own. */
async function answerOf(
  store: Store,
  options: SearchOptions,
): Promise<Pick<SearchAnswer, 'total' | 'facets'> & { hits: unknown[] }> {
  const first = await store.search(options)
  const second = first.next === null ? undefined : await store.search({ ...options, cursor: first.next })
  const hits = [...first.hits, ...(second?.hits ?? [])].map(
    ({ document, passage, speech, score, ranges, passages }) => ({
      document: document.id,
      speech,
      passage,
      score,
      ranges,
      passages,
    }),
  )
  return { hits, total: first.total, facets: first.facets }
}
