import { sql, type Transaction } from 'kysely'
import type { Database } from '../database/database.ts'
import { runOn } from '../database/run.ts'
import type { PassagesTable, Tables } from '../database/tables.ts'
import { gramsOf } from '../search/grams.ts'
import { IS_UNSETTLED, removeFromSegments, settleSegments } from '../search/segments.ts'
import type { Contents } from './draft.ts'

/** A transaction that writes pages, and the engine it runs on. */
export interface Writer {
  engine: Database['engine']
  tables: Transaction<Tables>
}

/** Runs `work` in one transaction, in turn with all others that write pages. */
export async function inTurn<Result>(database: Database, work: (writer: Writer) => Promise<Result>): Promise<Result> {
  const result = await database.kysely.transaction().execute(async (tables) => {
    await waitForTurn(tables)
    return await work({ engine: database.engine, tables })
  })
  await settleIndex(database)
  return result
}

async function waitForTurn(tables: Transaction<Tables>): Promise<void> {
  await tables.updateTable('counters').set({ documents: sql`documents` }).execute()
}

/**
 * Brings what waits into the index of Postgres. And Postgres plans by what it knows of a table: it is told when the
 * table has doubled, and of the room that old parts of the index leave. What was written stands also where this fails,
 * on a full disk, say: a search looks at what waits, and the next one who writes tries again.
 */
async function settleIndex({ engine, kysely }: Database): Promise<void> {
  if (engine !== 'postgres') return
  try {
    const { rows } = await sql<{ unsettled: boolean; grown: boolean }>`
      SELECT ${sql.raw(IS_UNSETTLED)} AS unsettled, passages > 2 * greatest(reltuples, 0) + ${NEWS} AS grown
      FROM counters, pg_class WHERE pg_class.oid = 'passages'::regclass`.execute(kysely)
    if (rows[0]?.unsettled) {
      await kysely.transaction().execute(async (tables) => {
        await waitForTurn(tables)
        await settleSegments(runOn(tables))
      })
      await sql`VACUUM (ANALYZE, SKIP_LOCKED, TRUNCATE FALSE) segments, postings`.execute(kysely)
    }
    if (rows[0]?.grown) await sql`ANALYZE documents, sources, speeches, passages`.execute(kysely)
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
  const first = await moveToEnd(writer, document)
  const passages = await tables
    .selectFrom('passages')
    .selectAll()
    .where('row', '>=', first)
    .where('row', '<', first + document.passages)
    .execute()
  await addToSearch(writer, passages)
}

/** Gives passages new rows, the first of which is returned: the index takes them in the order in which they come. */
async function moveToEnd(writer: Writer, document: DocumentRows): Promise<number> {
  const { tables } = writer
  const { passage: first } = await takeRows(writer, { documents: 0, speeches: 0, passages: document.passages })
  const by = first - document.first_passage
  await tables
    .updateTable('passages')
    .set((column) => ({ row: column('row', '+', by) }))
    .where('row', '>=', document.first_passage)
    .where('row', '<', behind(document))
    .execute()
  await tables
    .updateTable('speeches')
    .set((column) => ({ first_passage: column('first_passage', '+', by) }))
    .where('row', '>=', document.first_speech)
    .where('row', '<', document.first_speech + document.speeches)
    .execute()
  await tables.updateTable('documents').set({ first_passage: first }).where('row', '=', document.row).execute()
  return first
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

/** On Postgres, what is new waits: see segments.ts. */
async function addToSearch({ engine, tables }: Writer, passages: readonly PassagesTable[]): Promise<void> {
  if (engine === 'postgres') return
  for (const rows of slices(passages)) {
    const values = rows.map((passage) => sql`(${passage.row}, ${gramsOf(passage)})`)
    await sql`INSERT INTO grams (rowid, tokens) VALUES ${sql.join(values)}`.execute(tables)
  }
}

async function removeFromSearch({ engine, tables }: Writer, document: DocumentRows): Promise<void> {
  if (engine === 'postgres') return await removeFromSegments(runOn(tables), document.first_passage, behind(document))
  await sql`DELETE FROM grams WHERE rowid >= ${document.first_passage} AND rowid < ${behind(document)}`.execute(tables)
}

function* slices<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let i = 0; i < rows.length; i += ROWS) yield rows.slice(i, i + ROWS)
}
