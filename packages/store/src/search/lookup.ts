import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { isSettled } from './conditions.ts'
import { type Holder, unpackHolders } from './holders.ts'
import { kindsOfField } from './kinds.ts'
import { type Block, eachPosting, gramNumbersOf, hasCitations, KINDS, postingsIn } from './postings.ts'
import { type FoldedQuery, type FoldedTerm, wantedTerms } from './terms.ts'

/** What the index of Postgres says of a query. */
export interface Named {
  /** The passages behind this row are not in the index. */
  indexed: number
  /** The rows of all passages that the query finds, and, where the index does not settle it, of some others; newest first. */
  rows: number[]
  /** The length and kind of each: see postings.ts. */
  looks: number[]
  /** How often each wanted term stands in each: for terms that the index settles. */
  times: number[][]
  /** The document and the speech of each: where they are asked for. */
  documents: number[]
  speeches: (number | null)[]
}

/** So many segments are read first, and four times as many each time that they did not have enough. */
const SEGMENTS = 4
const MORE = 4

/** Where to look. */
export interface Range {
  /** Rows, both ends inclusive. */
  first: number
  last: number
  /** Only in these. */
  documents: ReadonlySet<number> | undefined
  /** As many passages are enough. */
  most: number
}

/**
 * Reads the index, the newest segment first.
 *
 * @param isWithHolders whether documents and speeches are asked for
 */
export async function lookUp(
  database: Database,
  query: FoldedQuery,
  range: Range,
  isWithHolders: boolean,
): Promise<Named> {
  const { first, last, most } = range
  const none = query.none.filter((term) => isSettled(database.engine, term))
  const wanted = wantedTerms(query)
  const grams = [...new Set([...wanted, ...none].flatMap(({ folded }) => gramNumbersOf(folded)))]
  const named: Named = { indexed: 0, rows: [], looks: [], times: wanted.map(() => []), documents: [], speeches: [] }
  const makeRoom = createScratch(wanted.length)
  const areHoldersRead = isWithHolders || range.documents !== undefined

  // Each statement sees the segments as they stand then; rows that one before it has settled are left alone.
  for (let below = last + 1, count = SEGMENTS; named.rows.length < most; count *= MORE) {
    const { indexed, segments } = await readSegments(database, grams, { first, below, count, areHoldersRead })
    if (named.indexed === 0) named.indexed = indexed
    for (const segment of segments) {
      if (named.rows.length >= most) break
      find(segment, { ...query, none }, { ...range, last: below - 1 }, makeRoom, named)
      below = segment.first
    }
    if (segments.length < count) break
  }
  return named
}

/** A segment, and the postings in it that were asked for. */
interface Segment {
  first: number
  last: number
  /** Rows that are searched no more, as Postgres writes ranges: `{[1,41),[81,121)}`. */
  removed: string
  /** Where its passages stand: none where that is not asked for. */
  holders: Holder[]
  postings: Map<number, Uint8Array | undefined>
}

async function readSegments(
  { kysely }: Database,
  grams: readonly number[],
  { first, below, count, areHoldersRead }: { first: number; below: number; count: number; areHoldersRead: boolean },
): Promise<{ indexed: number; segments: Segment[] }> {
  interface Row {
    indexed: number
    first: number | null
    last: number
    removed: string
    holders: Uint8Array | null
    asked: number
    gram: number | null
    bytes: Uint8Array
  }
  const { rows } = await sql<Row>`
    SELECT reach.indexed, segments.first, segments.last, segments.removed, asked.gram AS asked, block.gram, block.bytes,
      CASE WHEN ${areHoldersRead} AND asked.gram = ${grams[0]} THEN segments.holders END AS holders
    FROM (SELECT coalesce(max(last), 0) AS indexed FROM segments) AS reach
    LEFT JOIN LATERAL (
      SELECT * FROM segments WHERE first < ${below} AND last >= ${first} ORDER BY first DESC LIMIT ${count}
    ) AS segments ON true
    CROSS JOIN unnest(${grams}::int8[]) AS asked (gram)
    LEFT JOIN LATERAL (
      SELECT gram, bytes FROM postings WHERE segment = segments.first AND gram <= asked.gram ORDER BY gram DESC LIMIT 1
    ) AS block ON true
    ORDER BY segments.first DESC`.execute(kysely)
  const segments = new Map<number, Segment>()
  for (const { first, last, removed, holders, asked, gram, bytes } of rows) {
    if (first === null) continue
    const segment = segments.get(first) ?? { first, last, removed, holders: [], postings: new Map() }
    segments.set(first, segment)
    if (holders) segment.holders = unpackHolders(holders)
    const block: Block | undefined = gram === null ? undefined : { gram, bytes }
    segment.postings.set(asked, block && postingsIn(block, asked))
  }
  return { indexed: rows[0]?.indexed ?? 0, segments: [...segments.values()] }
}

/** What is known of each passage of a segment, by its place there. */
interface Scratch {
  /** How many groups of the query it has met. */
  met: Uint8Array
  /** How many grams of the term at hand. */
  part: Uint8Array
  looks: Uint32Array
  /** How often each wanted term stands in it. */
  times: Uint32Array[]
}

/** Gives room for a segment of a size, nothing known. */
type MakeRoom = (size: number) => Scratch

function createScratch(terms: number): MakeRoom {
  let room: Scratch | undefined
  return (size) => {
    if (room && room.met.length >= size) {
      for (const known of [room.met, ...room.times]) known.fill(0)
      return room
    }
    room = {
      met: new Uint8Array(size),
      part: new Uint8Array(size),
      looks: new Uint32Array(size),
      times: Array.from({ length: terms }, () => new Uint32Array(size)),
    }
    return room
  }
}

/** Adds the passages of a segment that the query finds, as far as the index says, the newest first. */
function find(
  { first, last, removed, holders, postings }: Segment,
  query: FoldedQuery,
  range: Range,
  makeRoom: MakeRoom,
  named: Named,
): void {
  const { met, part, looks, times } = makeRoom(last - first + 1)
  let term = 0
  for (const [i, group] of query.groups.entries()) {
    for (const wanted of group) {
      const standing = times[term++] as Uint32Array
      eachPassageWith(wanted, postings, part, (offset, count, look) => {
        if (met[offset] === i) met[offset] = i + 1
        standing[offset] = count
        looks[offset] = look
      })
    }
  }
  for (const unwanted of query.none) {
    eachPassageWith(unwanted, postings, part, (offset) => {
      met[offset] = 0
    })
  }
  for (const [from, behind] of rangesIn(removed)) met.fill(0, from - first, behind - first)

  const all = query.groups.length
  const least = Math.max(range.first - first, 0)
  let at = holders.length - 1
  for (let offset = Math.min(range.last, last) - first; offset >= least; offset--) {
    if (met[offset] !== all) continue
    if (named.rows.length >= range.most) return
    while (at > 0 && (holders[at] as Holder).offset > offset) at--
    const holder = holders[at]
    if (holder && range.documents && !range.documents.has(holder.document)) continue
    named.rows.push(first + offset)
    named.looks.push(looks[offset] as number)
    for (const [i, standing] of times.entries()) named.times[i]?.push(standing[offset] as number)
    if (!holder) continue
    named.documents.push(holder.document)
    named.speeches.push(holder.speech)
  }
}

/** Goes through the passages of a segment that have all grams of a term, in a place where the term is looked for. */
function eachPassageWith(
  { folded, field }: FoldedTerm,
  postings: Segment['postings'],
  part: Uint8Array,
  visit: (offset: number, times: number, look: number) => void,
): void {
  const isThere = placeOf(field)
  const grams = gramNumbersOf(folded)
  const last = grams.length - 1
  part.fill(0)
  for (const [i, gram] of grams.entries()) {
    eachPosting(postings.get(gram), (offset, times, look) => {
      if (part[offset] !== i) return
      part[offset] = i + 1
      if (i === last && isThere(look)) visit(offset, times, look)
    })
  }
}

/** Whether a passage can have a term in a field, by its look. */
function placeOf(field: FoldedTerm['field']): (look: number) => boolean {
  if (field === undefined) return () => true
  if (field === 'citation') return hasCitations
  const kinds = new Set(kindsOfField(field))
  return (look) => kinds.has(look % KINDS)
}

function* rangesIn(removed: string): Generator<[number, number]> {
  for (const [, from, behind] of removed.matchAll(/\[(\d+),(\d+)\)/g)) yield [Number(from), Number(behind)]
}
