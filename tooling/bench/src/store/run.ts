import { open, type Store } from '@speeches/store'
import { createRandom, type Random } from '@speeches/store/testing'
import { summary, type Taken, type Times, timesOf } from './measure.ts'
import { makePage, PASSAGES_A_PAGE } from './pages.ts'
import { createWriter, type Writer } from './text.ts'

/** What one store of one size did. */
export interface Figures {
  engine: Store['engine']
  passages: number
  /** Passages a second, with their search rows, by the clock. */
  imported: number
  /** Passages for each second that this process computed. */
  importedByCpu: number
  /** Bytes of search rows for each byte of text. */
  searchBytes: number
  /** Bytes of the whole store for each byte of text. */
  storedBytes: number
  getDocument: Times
  getSpeech: Times
  getPassage: Times
  searches: { length: number; band: string; queries: number; times: Times }[]
}

/** Passages that one import brings, as a crawler would. */
const PAGES_AN_IMPORT = 25
const GETS = 300
const QUERIES_A_BAND = 40
/** Words that are searched, by the part of all passages that hold them. Each band counts the same. */
const BANDS = [
  { name: '≥ 10 %', least: 0.1 },
  { name: '1–10 %', least: 0.01 },
  { name: '0.1–1 %', least: 0.001 },
  { name: '< 0.1 %', least: 0.00005 },
]
/** Passages whose words are counted, to know the bands. */
const COUNTED = 20_000

/** Fills an empty store with so many passages, and measures. */
export async function runAt(location: string, passages: number): Promise<Figures> {
  const store = await open(location)
  const random = createRandom(passages)
  const writer = createWriter(random)
  const counted: string[] = []
  let textBytes = 0
  let importing = 0
  let computing = 0
  for (let number = 0; number * PASSAGES_A_PAGE < passages; ) {
    const pages = Array.from({ length: PAGES_AN_IMPORT }, () => makePage(writer, number++))
    for (const { source } of pages) {
      textBytes += source.bytes.length
      if (counted.length * PASSAGES_A_PAGE < COUNTED) counted.push(source.text)
    }
    const [taken] = await timesOf([pages], (batch) => store.import(batch))
    importing += taken?.clock ?? 0
    computing += taken?.cpu ?? 0
  }
  const { passages: stored } = await store.stats()
  const { items } = await store.list({ limit: GETS })
  const documents = Array.from({ length: GETS }, () => random.pick(items).id)
  const speeches: string[] = []
  const passageIds: string[] = []
  for (const { id } of items) {
    const speech = (await store.getDocument(id))?.contents[0]?.id as string
    speeches.push(speech)
    passageIds.push(random.pick((await store.getSpeech(speech))?.contents ?? []).id)
  }
  const figures: Figures = {
    engine: store.engine,
    passages: stored,
    imported: (stored / importing) * 1000,
    importedByCpu: (stored / computing) * 1000,
    searchBytes: (await searchBytes(store)) / textBytes,
    storedBytes: (await store.stats()).storedBytes / textBytes,
    getDocument: summary(await timesOf(documents, (id) => store.getDocument(id))),
    getSpeech: summary(await timesOf(speeches, (id) => store.getSpeech(id))),
    getPassage: summary(await timesOf(passageIds, (id) => store.getPassage(id))),
    searches: await measureSearches(store, writer, random, counted),
  }
  await store.close()
  return figures
}

async function measureSearches(store: Store, writer: Writer, random: Random, counted: readonly string[]) {
  const lines = counted.flatMap((text) => text.split('\n'))
  const searches: Figures['searches'] = []
  for (const length of [2, 1]) {
    const all: Taken[] = []
    const chosen = chooseWords(writer.words(length), lines, random)
    await timesOf(
      chosen.flatMap(({ words }) => words.slice(0, 3)),
      (query) => store.search({ query }),
    )
    for (const { band, words } of chosen) {
      const times = await timesOf(words, (query) => store.search({ query }))
      searches.push({ length, band, queries: words.length, times: summary(times) })
      all.push(...times)
    }
    searches.push({ length, band: 'all', queries: all.length, times: summary(all) })
    const newest = await timesOf(
      chosen.flatMap(({ words }) => words),
      (query) => store.search({ query, order: 'newest' }),
    )
    searches.push({ length, band: 'all, newest first', queries: newest.length, times: summary(newest) })
  }
  return searches
}

/** Words of each band, as far as the sample has them. */
function chooseWords(words: readonly string[], lines: readonly string[], random: Random) {
  const counts = new Map<string, number>()
  const wanted = new Set(words)
  const length = words[0]?.length ?? 1
  for (const line of lines) {
    const found = new Set<string>()
    for (let i = 0; i + length <= line.length; i++) found.add(line.slice(i, i + length))
    for (const word of found) if (wanted.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  let most = Number.POSITIVE_INFINITY
  return BANDS.map(({ name, least }) => {
    const inBand = [...counts].filter(([, count]) => count / lines.length >= least && count / lines.length < most)
    most = least
    const shuffled = inBand.map(([word]) => ({ word, place: random.next() })).sort((a, b) => a.place - b.place)
    return { band: name, words: shuffled.slice(0, QUERIES_A_BAND).map(({ word }) => word) }
  })
}

/** What is stored for the search alone: its index, what folding took, and the citations. */
async function searchBytes({ engine, database: { kysely } }: Store): Promise<number> {
  const [index] =
    engine === 'sqlite'
      ? (
          await kysely
            .withTables<{ dbstat: { name: string; pgsize: number } }>()
            .selectFrom('dbstat')
            .select(({ fn }) => fn.sum<number>('pgsize').as('bytes'))
            .where('name', 'like', 'grams%')
            .execute()
        ).map(({ bytes }) => Number(bytes))
      : (
          await kysely
            .selectNoFrom(({ fn, val }) => [
              fn<number>('pg_total_relation_size', [val('postings')]).as('postings'),
              fn<number>('pg_total_relation_size', [val('segments')]).as('segments'),
            ])
            .execute()
        ).map(({ postings, segments }) => Number(postings) + Number(segments))
  const { taken, citations } = await kysely
    .selectFrom('passages')
    .select(({ fn }) => [
      fn.sum<number>(fn('octet_length', ['taken'])).as('taken'),
      fn.sum<number>(fn('octet_length', ['citations'])).as('citations'),
    ])
    .executeTakeFirstOrThrow()
  return (index ?? 0) + Number(taken ?? 0) + Number(citations ?? 0)
}
