import { sql } from 'kysely'
import traditionalToSimplified from 'opencc-js/dict/TSCharacters'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { open } from '../open.ts'
import { boundsOf, planOf, selectCandidates } from '../search/candidates.ts'
import { foldQuery } from '../search/terms.ts'
import type { Store } from '../store.ts'
import { foldByOpencc, simplify } from './opencc.ts'
import { pageOfParagraphs } from './pages.ts'
import { createRandom, type Random } from './random.ts'
import type { Places } from './stage.ts'

/**
 * Compares every hit of random queries with those of LIKE on text that OpenCC folded.
 *
 * @param size how many paragraphs and queries
 */
export function describeOracle(
  engine: Store['engine'],
  places: Places,
  size: { paragraphs: number; queries: number },
): void {
  describe(`${engine}: the hits of ${size.queries} queries over ${size.paragraphs} paragraphs`, () => {
    const random = createRandom(7)
    const paragraphs = makeParagraphs(size.paragraphs, random)
    const folded = paragraphs.map(({ text }) => foldByOpencc(text))
    const queries = Array.from({ length: size.queries }, () => makeQuery(paragraphs, random))
    let store: Store

    beforeAll(async () => {
      store = await open(await places.fresh())
      for (let i = 0; i < paragraphs.length; i += A_PAGE) {
        await store.import([pageOfParagraphs(`page ${i}`, paragraphs.slice(i, i + A_PAGE))])
      }
    })
    afterAll(async () => await store.close())

    const expectedFor = (query: string) => {
      const wanted = foldByOpencc(query)
      return paragraphs.filter((_, i) => folded[i]?.includes(wanted)).map(({ id }) => id)
    }

    test('are those of LIKE, each and no other', async () => {
      for (const query of queries) {
        const expected = expectedFor(query).sort()
        expect((await allHits(store, query)).sort(), query).toEqual(expected)
      }
    })

    test('are counted, and cut out exactly the query', async () => {
      let ranges = 0
      for (const query of queries) {
        const answer = await store.search({ query: { all: [[{ text: query }]] }, limit: 10, exactTotal: true })
        const expected = new Set(expectedFor(query))
        expect(answer.total, query).toEqual({ count: expected.size, exact: true })
        for (const hit of answer.hits) {
          expect(expected.has(hit.passage.id)).toBe(true)
          const cuts = hit.ranges.map(({ start, end }) => hit.passage.text.slice(start, end))
          const wanted = foldByOpencc(query)
          expect(new Set(cuts.map(foldByOpencc)), query).toEqual(new Set([wanted]))
          expect(cuts).toHaveLength(foldByOpencc(hit.passage.text).split(wanted).length - 1)
          ranges += cuts.length
        }
      }
      expect(ranges).toBeGreaterThan(size.queries)
    })

    test('are found by queries of every kind', () => {
      const counts = queries.map((query) => expectedFor(query).length)
      const share = (holds: (query: string, i: number) => boolean) => queries.filter(holds).length / queries.length
      expect(share((_, i) => (counts[i] ?? 0) > size.paragraphs / 100)).toBeGreaterThan(0.1)
      expect(share((_, i) => counts[i] === 0)).toBeGreaterThan(0.01)
      for (let length = 1; length <= 6; length++) {
        expect(share((query) => [...query].length === length)).toBeGreaterThan(0.05)
      }
      expect(share((query) => /[a-z]/i.test(query) && /\p{Script=Han}/u.test(query))).toBeGreaterThan(0.02)
      expect(share((query) => simplify(query) !== query)).toBeGreaterThan(0.1)
      expect(share((query) => /[\ud800-\udfff]/.test(query))).toBeGreaterThan(0.01)
    })
  })
}

const A_PAGE = 500

interface Paragraph {
  id: string
  text: string
}

/** The ids of all passages that the query finds. */
async function allHits({ database }: Store, text: string): Promise<string[]> {
  const words = { all: [[{ text }]] }
  const bounds = await boundsOf(database, { query: words })
  const wish = {
    database,
    query: foldQuery(words, undefined),
    order: 'relevance' as const,
    bounds,
    isWithHolders: false,
  }
  const plan = await planOf(wish, Number.POSITIVE_INFINITY)
  const { rows } = await sql<Paragraph>`${selectCandidates(plan, sql`passages.id AS id`)}`.execute(database.kysely)
  return rows.map(({ id }) => id)
}

/** Words as unlike in frequency as real ones, of characters of both scripts, rare ones and those outside the first plane. */
function makeWords(random: Random): string[] {
  const pairs = traditionalToSimplified.split('|').map((row) => row.split(' ') as [string, string])
  const rare = pairs.filter(([from, to]) => from.length > 1 || to.length > 1)
  const letters = ['GDP', 'Wi-Fi', 'km', 'PPP', 'e', 'A4', '5G', '2023', '3.5', 'No.1', '%']
  const plain = [
    ...'的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面',
  ]
  const character = () => {
    const chance = random.next()
    if (chance < 0.5) return random.pick(plain)
    if (chance < 0.95) return random.pick(random.pick(pairs))
    return random.pick(random.pick([...rare, ['𠮷', '﨑'], ['豈', '〇']]))
  }
  return Array.from({ length: 3000 }, () => {
    if (random.next() < 0.06) return random.pick(letters)
    return Array.from({ length: 1 + random.below(4) }, character).join('')
  })
}

function makeParagraphs(count: number, random: Random): Paragraph[] {
  const words = makeWords(random)
  const sums: number[] = []
  for (let i = 0; i < words.length; i++) sums.push((sums.at(-1) ?? 0) + 1 / (i + 3))
  const total = sums.at(-1) ?? 1
  const word = () => {
    const chance = random.next() * total
    return words[sums.findIndex((sum) => sum > chance)] as string
  }
  return Array.from({ length: count }, (_, i) => {
    const isSimplified = random.next() < 0.5
    let text = ''
    for (let left = 5 + random.below(60); left > 0; left--) {
      text += word()
      if (random.next() < 0.12) text += random.pick(['，', '。', '、', '：', '“', '”', ' ', '(', ')', ',', '！', '—'])
    }
    return { id: `p${i}`, text: isSimplified ? simplify(text) : text }
  })
}

/** Mostly a piece of a paragraph, in its own script or simplified; sometimes characters that never met. */
function makeQuery(paragraphs: readonly Paragraph[], random: Random): string {
  for (;;) {
    const characters = [...random.pick(paragraphs).text]
    const length = 1 + random.below(6)
    const start = random.below(characters.length)
    const piece = characters.slice(start, start + length)
    if (random.next() < 0.1) piece.splice(random.below(piece.length), 1, random.pick([...random.pick(paragraphs).text]))
    const query = random.next() < 0.3 ? simplify(piece.join('')) : piece.join('')
    if ([...query].length === length && query.trim() !== '') return random.next() < 0.2 ? query.toUpperCase() : query
  }
}
