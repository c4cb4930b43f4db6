import type { Repair } from '@speeches/parser'
import { loadConverter } from '@speeches/parser/script'
import type { DocumentSummary, Stats, Store } from '@speeches/store'
import type { StringKey } from '../i18n/strings.ts'
import { type Genre, genreOf } from './genres.ts'

/** A mark of a chart: what it stands for, how many, and the parameters that lead to its documents. */
export interface Mark {
  label: string
  count: number
  query: string | null
}

/** Documents that a mark leads to, where the store has no filter of its own. */
export interface Group {
  documents: DocumentSummary[]
}

export interface Overview {
  stats: Stats
  years: { year: string | null; count: number }[]
  genres: ({ genre: Genre; count: number } & Group)[]
  lengths: (Mark & Group & { from: number })[]
  speeches: Mark[]
  damage: ({ rule: Repair; count: number } & Group)[]
  faults: { rule: string; count: number }[]
  /** How many documents `years`, `genres` and `lengths` were counted over. */
  counted: number
  /** How many documents `damage` was counted over: their edits have to be read. */
  sampled: number
}

/** Documents that have something in common, and how to say what. */
export interface LabelledGroup extends Group {
  label: StringKey
  values?: Record<string, string>
}

/**
 * The documents of a mark that the store has no filter for: by genre, length or repair; undefined where none is asked
 * for.
 */
export async function groupFrom(store: Store, parameters: URLSearchParams): Promise<LabelledGroup | undefined> {
  const asked = (name: string) => parameters.get(name)
  if (['genre', 'length', 'repair'].every((name) => asked(name) === null)) return undefined
  const { genres, lengths, damage } = await overviewOf(store)
  const byGenre = genres.find(({ genre }) => genre === asked('genre'))
  if (byGenre) return { documents: byGenre.documents, label: `genre${byGenre.genre}` }
  const byLength = lengths.find(({ query }) => query === `length=${asked('length')}`)
  if (byLength) return { documents: byLength.documents, label: 'characterCount', values: { count: byLength.label } }
  const byRepair = damage.find(({ rule }) => rule === asked('repair'))
  return byRepair && { documents: byRepair.documents, label: `rule${byRepair.rule}` }
}

/** Documents that are looked through, and those whose edits are read. */
const MOST_COUNTED = 5000
const MOST_SAMPLED = 100
/** Documents that are kept of a group. */
const MOST_GROUPED = 200

let kept: { key: string; overview: Promise<Overview> } | undefined

/** What is in a store; counted again when its contents have changed. */
export async function overviewOf(store: Store): Promise<Overview> {
  const stats = await store.stats()
  const key = JSON.stringify([stats.documents, stats.passages, stats.sourceBytes, stats.parsers])
  if (kept?.key !== key) kept = { key, overview: count(store, stats) }
  return kept.overview
}

async function count(store: Store, stats: Stats): Promise<Overview> {
  const documents = await newest(store, MOST_COUNTED)
  const sample = documents.slice(0, MOST_SAMPLED)
  return {
    stats,
    years: countYears(documents),
    genres: await countGenres(store, documents),
    lengths: countLengths(documents),
    speeches: countSpeeches(documents),
    damage: await countDamage(store, sample),
    faults: Object.entries(stats.rules)
      .map(([rule, count]) => ({ rule, count }))
      .sort((a, b) => b.count - a.count),
    counted: documents.length,
    sampled: sample.length,
  }
}

async function newest(store: Store, most: number): Promise<DocumentSummary[]> {
  const documents: DocumentSummary[] = []
  let cursor: string | null = null
  do {
    const listed = await store.list({ limit: 500, ...(cursor && { cursor }) })
    documents.push(...listed.items)
    cursor = listed.next
  } while (cursor && documents.length < most)
  return documents
}

function countYears(documents: readonly DocumentSummary[]): Overview['years'] {
  const counts = new Map<string | null, number>()
  for (const { published } of documents) {
    const year = published?.slice(0, 4) ?? null
    counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  return [...counts]
    .map(([year, count]) => ({ year, count }))
    .sort((a, b) => (a.year ?? '~').localeCompare(b.year ?? '~'))
}

/** Documents whose headings are read because their titles name no genre. */
const MOST_HEADED = 200

/** Documents by the genre that their title names or, where it names none, the first heading that does. */
async function countGenres(store: Store, documents: readonly DocumentSummary[]): Promise<Overview['genres']> {
  const simplified = await loadConverter('simplified')
  const found = new Map<Genre, DocumentSummary[]>()
  let headed = 0
  for (const document of documents) {
    let genre = genreOf(simplified(document.title ?? ''))
    if (genre === 'other' && headed++ < MOST_HEADED) {
      const headings = await headingsOf(store, document)
      genre = headings.map((heading) => genreOf(simplified(heading))).find((named) => named !== 'other') ?? 'other'
    }
    const group = found.get(genre) ?? []
    group.push(document)
    found.set(genre, group)
  }
  const isOther = (genre: Genre) => Number(genre === 'other')
  return [...found]
    .map(([genre, documents]) => ({ genre, count: documents.length, documents: documents.slice(0, MOST_GROUPED) }))
    .sort((a, b) => isOther(a.genre) - isOther(b.genre) || b.count - a.count)
}

async function headingsOf(store: Store, { id }: DocumentSummary): Promise<string[]> {
  const document = await store.getDocument(id)
  return (document?.contents ?? []).flatMap(({ heading }) => heading ?? [])
}

const LENGTHS = [0, 500, 1000, 2000, 5000, 10_000, 50_000, Number.POSITIVE_INFINITY]

function countLengths(documents: readonly DocumentSummary[]): Overview['lengths'] {
  return LENGTHS.slice(0, -1).map((from, index) => {
    const to = LENGTHS[index + 1] as number
    const found = documents.filter(({ characters }) => characters >= from && characters < to)
    const label = to === Number.POSITIVE_INFINITY ? `${from}+` : `${from}–${to - 1}`
    return { from, label, count: found.length, query: `length=${from}`, documents: found.slice(0, MOST_GROUPED) }
  })
}

const SPEECHES = [
  [1, 1],
  [2, 3],
  [4, 9],
  [10, 19],
  [20, 99_999],
] as const

function countSpeeches(documents: readonly DocumentSummary[]): Mark[] {
  return SPEECHES.map(([min, max]) => {
    const count = documents.filter(({ speeches }) => speeches >= min && speeches <= max).length
    const label = max === 99_999 ? `${min}+` : min === max ? `${min}` : `${min}–${max}`
    return { label, count, query: `speeches=${min}-${max === 99_999 ? '' : max}` }
  })
}

async function countDamage(store: Store, documents: readonly DocumentSummary[]): Promise<Overview['damage']> {
  const counts = new Map<Repair, { count: number; documents: Set<DocumentSummary> }>()
  for (const document of documents) {
    const result = await store.getResult(document.id)
    for (const { rule } of result?.edits ?? []) {
      const counted = counts.get(rule) ?? { count: 0, documents: new Set() }
      counted.count++
      counted.documents.add(document)
      counts.set(rule, counted)
    }
  }
  return [...counts]
    .map(([rule, { count, documents }]) => ({ rule, count, documents: [...documents] }))
    .sort((a, b) => b.count - a.count)
}
