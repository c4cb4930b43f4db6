import type { ParseResult } from '@speeches/core'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import type { StoredDocument, StoredPassage, StoredSource, StoredSpeech, Version } from '../store.ts'
import { differenceOf } from '../text/difference.ts'
import { unpack, unpackBytes } from '../text/packed.ts'
import { utf8 } from './draft.ts'
import { passageOf, speechSummaryOf, summaryOf } from './rows.ts'

export async function getDocument({ kysely }: Database, id: string): Promise<StoredDocument | undefined> {
  const found = await kysely
    .selectFrom('documents')
    .innerJoin('sources', 'sources.document', 'documents.row')
    .selectAll('documents')
    .select(['sources.hash', 'sources.size', 'sources.encoding', 'sources.format'])
    .where('documents.id', '=', id)
    .executeTakeFirst()
  if (!found) return undefined
  const [speeches, rules, versions] = await Promise.all([
    kysely
      .selectFrom('speeches')
      .selectAll()
      .where('row', '>=', found.first_speech)
      .where('row', '<', found.first_speech + found.speeches)
      .orderBy('row')
      .execute(),
    kysely.selectFrom('rules').selectAll().where('document', '=', found.row).orderBy('rule').execute(),
    versionsOf(kysely, found.row),
  ])
  const { hash, size, encoding, format } = found
  return {
    ...summaryOf(found),
    metadata: JSON.parse(found.metadata),
    contents: speeches.map(speechSummaryOf),
    messages: Object.fromEntries(rules.map(({ rule, count }) => [rule, count])),
    versions,
    source: { hash, size, encoding, format },
  }
}

/** All versions of the pages that the document is a version of. */
async function versionsOf(kysely: Database['kysely'], document: number): Promise<Version[]> {
  const rows = await kysely
    .selectFrom('versions as own')
    .innerJoin('versions', 'versions.origin', 'own.origin')
    .innerJoin('documents', 'documents.row', 'versions.document')
    .select(['versions.origin', 'versions.number', 'documents.id as document', 'versions.imported'])
    .distinct()
    .where('own.document', '=', document)
    .orderBy('versions.origin')
    .orderBy('versions.number')
    .execute()
  return rows.map((row) => ({ ...row }))
}

export async function getResult({ kysely }: Database, id: string): Promise<ParseResult | undefined> {
  const found = await kysely
    .selectFrom('documents')
    .innerJoin('sources', 'sources.document', 'documents.row')
    .select('sources.result')
    .where('documents.id', '=', id)
    .executeTakeFirst()
  return found && unpack<ParseResult>(found.result)
}

export async function getSource({ kysely }: Database, id: string): Promise<StoredSource | undefined> {
  const found = await kysely
    .selectFrom('documents')
    .innerJoin('sources', 'sources.document', 'documents.row')
    .select(SOURCE_COLUMNS)
    .where('documents.id', '=', id)
    .executeTakeFirst()
  return found && sourceOf(found)
}

export const SOURCE_COLUMNS = [
  'sources.hash',
  'sources.size',
  'sources.encoding',
  'sources.format',
  'sources.bytes',
  'sources.text',
] as const

/** A source as it went in. */
export function sourceOf(row: Omit<StoredSource, 'text'> & { text: Uint8Array | null }): StoredSource {
  const { hash, size, encoding, format } = row
  const bytes = unpackBytes(row.bytes)
  return { bytes, text: row.text ? unpack<string>(row.text) : utf8(bytes), encoding, format, hash, size }
}

export async function getSpeech(database: Database, id: string, document?: string): Promise<StoredSpeech | undefined> {
  const { kysely } = database
  const holders = await holdersOf(kysely, 'speeches', id, document)
  const speech = holders[0]
  if (!speech) {
    const followed = await follow(database, id, document, getSpeech)
    return followed && { ...followed.successor, redirect: { from: id, parser: followed.parser } }
  }
  const [holder, passages] = await Promise.all([
    documentIn(kysely, speech.document),
    passagesFrom(kysely, speech.first_passage, speech.first_passage + speech.passages),
  ])
  return {
    ...speechSummaryOf(speech),
    document: summaryOf(holder),
    announced: JSON.parse(speech.announced),
    contents: passages.map((row) => passageOf(row, holder.first_passage)),
    alsoIn: alsoIn(holders),
  }
}

export async function getPassage(
  database: Database,
  id: string,
  document?: string,
): Promise<StoredPassage | undefined> {
  const { kysely } = database
  const holders = await holdersOf(kysely, 'passages', id, document)
  const passage = holders[0]
  if (!passage) {
    const followed = await follow(database, id, document, getPassage)
    if (!followed) return undefined
    const { successor, parser, text } = followed
    return { ...successor, redirect: { from: id, parser, difference: differenceOf(text ?? '', successor.text) } }
  }
  const [holder, neighbours, speech] = await Promise.all([
    documentIn(kysely, passage.document),
    passagesFrom(kysely, passage.row - 1, passage.row + 2),
    passage.speech === null ? undefined : speechIn(kysely, passage.speech),
  ])
  const neighbour = (row: number) =>
    neighbours.find((other) => other.row === row && other.document === passage.document)?.id ?? null
  return {
    ...passageOf(passage, holder.first_passage),
    document: summaryOf(holder),
    speech: speech ? speechSummaryOf(speech) : null,
    previous: neighbour(passage.row - 1),
    next: neighbour(passage.row + 1),
    alsoIn: alsoIn(holders),
  }
}

/** The document that a speech or passage is taken from, and as many others as are named beside it. */
const HOLDERS = 21

/** Which document a row stands in. */
interface Holder {
  holder: string
  /** 1 where that is the newest version of its page. */
  holder_newest: number
}

/** The rows of an id, those of newest pages first. */
async function holdersOf<Name extends 'speeches' | 'passages'>(
  kysely: Database['kysely'],
  table: Name,
  id: string,
  document: string | undefined,
): Promise<(Tables[Name] & Holder)[]> {
  const inDocument = document === undefined ? sql`` : sql`AND documents.id = ${document}`
  const { rows } = await sql<Tables[Name] & Holder>`
    SELECT held.*, documents.id AS holder, documents.newest AS holder_newest
    FROM ${sql.table(table)} AS held JOIN documents ON documents.row = held.document
    WHERE held.id = ${id} ${inDocument}
    ORDER BY documents.newest DESC, documents.row DESC LIMIT ${HOLDERS}`.execute(kysely)
  return rows
}

function alsoIn([first, ...others]: readonly Holder[]): string[] {
  const holders = others.filter(({ holder_newest }) => holder_newest === 1).map(({ holder }) => holder)
  return [...new Set(holders)].filter((holder) => holder !== first?.holder)
}

/** Where an id leads that no text has any more, in the newest page that had it; the text it had. */
async function follow<Found>(
  database: Database,
  id: string,
  document: string | undefined,
  get: (database: Database, id: string, document: string) => Promise<Found | undefined>,
): Promise<{ successor: Found; parser: string; text: string | null } | undefined> {
  const redirect = await database.kysely
    .selectFrom('redirects')
    .innerJoin('documents', 'documents.row', 'redirects.document')
    .select(['redirects.successor', 'redirects.parser', 'redirects.text', 'documents.id as holder'])
    .where('redirects.id', '=', id)
    .$if(document !== undefined, (query) => query.where('documents.id', '=', document as string))
    .orderBy('documents.newest', 'desc')
    .orderBy('documents.row', 'desc')
    .executeTakeFirst()
  const successor = redirect && (await get(database, redirect.successor, redirect.holder))
  return successor && { successor, parser: redirect.parser, text: redirect.text }
}

async function documentIn(kysely: Database['kysely'], row: number) {
  return await kysely.selectFrom('documents').selectAll().where('row', '=', row).executeTakeFirstOrThrow()
}

async function speechIn(kysely: Database['kysely'], row: number) {
  return await kysely.selectFrom('speeches').selectAll().where('row', '=', row).executeTakeFirstOrThrow()
}

async function passagesFrom(kysely: Database['kysely'], first: number, behind: number) {
  return await kysely
    .selectFrom('passages')
    .selectAll()
    .where('row', '>=', first)
    .where('row', '<', behind)
    .orderBy('row')
    .execute()
}
