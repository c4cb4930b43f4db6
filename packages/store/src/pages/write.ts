import { sql, type Transaction } from 'kysely'
import type { Database } from '../database/database.ts'
import type { PassagesTable, Tables } from '../database/tables.ts'
import { gramsOf } from '../search/grams.ts'
import type { Contents } from './draft.ts'

/** A transaction that writes pages, and the engine it runs on. */
export interface Writer {
  engine: Database['engine']
  tables: Transaction<Tables>
}

/** Runs `work` in one transaction, in turn with all others that write pages. */
export async function inTurn<Result>(database: Database, work: (writer: Writer) => Promise<Result>): Promise<Result> {
  const result = await database.kysely.transaction().execute(async (tables) => {
    await tables.updateTable('counters').set({ documents: sql`documents` }).execute()
    return await work({ engine: database.engine, tables })
  })
  await settleIndex(database)
  return result
}

/**
 * Postgres puts what is new on a list beside its index, which every search would read from end to end: here it is
 * brought into the index, all of one import at once. And Postgres plans by what it knows of a table: it is told when
 * the table has doubled. What was written stands also where this fails, on a full disk, say; Postgres does both by
 * itself at its own time.
 */
async function settleIndex({ engine, kysely }: Database): Promise<void> {
  if (engine !== 'postgres') return
  try {
    await sql`SELECT gin_clean_pending_list('passages_grams')`.execute(kysely)
    const grown = await sql`SELECT 1 FROM counters, pg_class
      WHERE pg_class.oid = 'passages'::regclass AND passages > 2 * greatest(reltuples, 0) + ${NEWS}`.execute(kysely)
    if (grown.rows.length > 0) await sql`ANALYZE documents, sources, speeches, passages`.execute(kysely)
  } catch {
    return
  }
}

/** So many passages are no news to Postgres. */
const NEWS = 500

/** Row numbers that nobody had: the first of as many as are asked for, of each kind. */
export async function takeRows(
  { tables }: Writer,
  counts: { documents: number; speeches: number; passages: number },
): Promise<{ document: number; speech: number; passage: number }> {
  const last = await tables
    .updateTable('counters')
    .set((column) => ({
      documents: column('documents', '+', counts.documents),
      speeches: column('speeches', '+', counts.speeches),
      passages: column('passages', '+', counts.passages),
    }))
    .returningAll()
    .executeTakeFirstOrThrow()
  return {
    document: last.documents - counts.documents + 1,
    speech: last.speeches - counts.speeches + 1,
    passage: last.passages - counts.passages + 1,
  }
}

/** As many rows as one statement inserts: both engines limit how many values a statement has. */
const ROWS = 200

/** Writes the speeches, passages and rules of a document whose row stands; they stand in rows from `first` on. */
export async function writeContents(
  writer: Writer,
  contents: Contents,
  { document, speech, passage }: { document: number; speech: number; passage: number },
  newest: boolean,
): Promise<void> {
  const { tables } = writer
  const speeches = contents.speeches.map((columns, i) => ({
    ...columns,
    row: speech + i,
    document,
    first_passage: passage + columns.first_passage,
  }))
  const passages: PassagesTable[] = contents.passages.map((columns, i) => ({
    ...columns,
    row: passage + i,
    document,
    speech: columns.speech === null ? null : speech + columns.speech,
    newest: newest ? 1 : 0,
  }))
  for (const rows of slices(speeches)) await tables.insertInto('speeches').values(rows).execute()
  for (const rows of slices(passages)) await tables.insertInto('passages').values(rows).execute()
  if (newest) await addToSearch(writer, passages)
  const rules = [...contents.rules].map(([rule, count]) => ({ document, rule, count }))
  for (const rows of slices(rules)) await tables.insertInto('rules').values(rows).execute()
}

/** Removes what `writeContents` wrote; the document's row and its source stay. */
export async function removeContents(writer: Writer, document: DocumentRows): Promise<void> {
  const { tables } = writer
  if (document.newest === 1) await removeFromSearch(writer, document)
  await tables
    .deleteFrom('passages')
    .where('row', '>=', document.first_passage)
    .where('row', '<', behind(document))
    .execute()
  await tables
    .deleteFrom('speeches')
    .where('row', '>=', document.first_speech)
    .where('row', '<', document.first_speech + document.speeches)
    .execute()
  await tables.deleteFrom('rules').where('document', '=', document.row).execute()
}

/** Where a document's rows are. */
export interface DocumentRows {
  row: number
  newest: number
  first_speech: number
  speeches: number
  first_passage: number
  passages: number
}

export const DOCUMENT_ROWS = ['row', 'newest', 'first_speech', 'speeches', 'first_passage', 'passages'] as const

function behind({ first_passage, passages }: DocumentRows): number {
  return first_passage + passages
}

/**
 * Lets a document be the newest version of its page, and so be searched, or no more: it is while it is the last
 * version of an origin, or has none.
 */
export async function settleNewest(writer: Writer, row: number): Promise<void> {
  const { tables } = writer
  const document = await tables.selectFrom('documents').select(DOCUMENT_ROWS).where('row', '=', row).executeTakeFirst()
  if (!document) return
  const newest = (await isNewest(writer, row)) ? 1 : 0
  if (newest === document.newest) return
  await tables.updateTable('documents').set({ newest }).where('row', '=', row).execute()
  await tables
    .updateTable('passages')
    .set({ newest })
    .where('row', '>=', document.first_passage)
    .where('row', '<', behind(document))
    .execute()
  if (newest === 0) return await removeFromSearch(writer, document)
  const passages = await tables
    .selectFrom('passages')
    .selectAll()
    .where('row', '>=', document.first_passage)
    .where('row', '<', behind(document))
    .execute()
  await addToSearch(writer, passages)
}

async function isNewest({ tables }: Writer, document: number): Promise<boolean> {
  const origins = await tables
    .selectFrom('versions as own')
    .select((column) => [
      'own.origin',
      'own.number',
      column
        .selectFrom('versions as other')
        .select(({ fn }) => fn.max('other.number').as('last'))
        .whereRef('other.origin', '=', 'own.origin')
        .as('last'),
    ])
    .where('own.document', '=', document)
    .execute()
  return origins.length === 0 || origins.some(({ number, last }) => number === last)
}

/** Postgres keeps its index by itself. */
async function addToSearch({ engine, tables }: Writer, passages: readonly PassagesTable[]): Promise<void> {
  if (engine === 'postgres') return
  for (const rows of slices(passages)) {
    const values = rows.map((passage) => sql`(${passage.row}, ${gramsOf(passage)})`)
    await sql`INSERT INTO grams (rowid, tokens) VALUES ${sql.join(values)}`.execute(tables)
  }
}

async function removeFromSearch({ engine, tables }: Writer, document: DocumentRows): Promise<void> {
  if (engine === 'postgres') return
  await sql`DELETE FROM grams WHERE rowid >= ${document.first_passage} AND rowid < ${behind(document)}`.execute(tables)
}

function* slices<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let i = 0; i < rows.length; i += ROWS) yield rows.slice(i, i + ROWS)
}
