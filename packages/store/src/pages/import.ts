import type { Database } from '../database/database.ts'
import { storeError } from '../database/errors.ts'
import type { Imported, NewPage } from '../store.ts'
import { clean } from '../text/clean.ts'
import { type Draft, documentId, draftOf } from './draft.ts'
import { inTurn, settleNewest, takeRows, type Writer, writeContents } from './write.ts'

/** Stores pages in one transaction. What can be made before it is made before it, so that others wait less. */
export async function importPages(database: Database, pages: readonly NewPage[]): Promise<Imported[]> {
  if (pages.length === 0) return []
  for (const { origin } of pages) checkOrigin(origin)
  const ids = pages.map(({ source }) => documentId(source.bytes))
  const known = await idsThatAreThere(database, ids)
  const drafts = new Map<string, Draft>()
  pages.forEach((page, i) => {
    const id = ids[i] as string
    if (!known.has(id) && !drafts.has(id)) drafts.set(id, draftOf(page))
  })

  const imported = new Date().toISOString()
  return await inTurn(database, async (writer) => {
    const outcomes: Imported[] = []
    for (const [i, page] of pages.entries()) {
      const id = ids[i] as string
      outcomes.push(await importPage(writer, page, id, () => drafts.get(id) ?? draftOf(page), imported))
    }
    return outcomes
  })
}

/** As long as an origin may be, in code units: an index of Postgres takes no more. */
const LONGEST_ORIGIN = 800

function checkOrigin(origin: string | undefined): void {
  if (origin === undefined || (origin.length <= LONGEST_ORIGIN && clean(origin) === origin)) return
  throw storeError('page', `An origin has at most ${LONGEST_ORIGIN} characters, and no NUL. Name the page otherwise.`)
}

/** As many ids as are asked for at once. */
const IDS = 500

async function idsThatAreThere({ kysely }: Database, ids: readonly string[]): Promise<Set<string>> {
  const there = new Set<string>()
  for (let i = 0; i < ids.length; i += IDS) {
    const rows = await kysely
      .selectFrom('documents')
      .select('id')
      .where('id', 'in', ids.slice(i, i + IDS))
      .execute()
    for (const { id } of rows) there.add(id)
  }
  return there
}

async function importPage(
  writer: Writer,
  page: NewPage,
  id: string,
  draft: () => Draft,
  imported: string,
): Promise<Imported> {
  const { tables } = writer
  const found = await tables.selectFrom('documents').select('row').where('id', '=', id).executeTakeFirst()
  const row = found?.row ?? (await insertDocument(writer, draft(), page.origin ?? null, imported))
  if (page.origin === undefined) return { id, status: found ? 'unchanged' : 'created' }

  const last = await tables
    .selectFrom('versions')
    .innerJoin('documents', 'documents.row', 'versions.document')
    .select(['versions.number', 'versions.document', 'documents.id'])
    .where('versions.origin', '=', page.origin)
    .orderBy('versions.number', 'desc')
    .executeTakeFirst()
  if (last?.document === row) return { id, status: 'unchanged' }

  const { origin } = page
  await tables
    .insertInto('versions')
    .values({ origin, number: (last?.number ?? 0) + 1, document: row, imported })
    .execute()
  if (found) {
    await tables.updateTable('documents').set({ origin }).where('row', '=', row).execute()
    await settleNewest(writer, row)
  }
  if (!last) return { id, status: found ? 'unchanged' : 'created' }
  await settleNewest(writer, last.document)
  return { id, status: 'version', replaces: last.id }
}

async function insertDocument(
  writer: Writer,
  { id, source, contents }: Draft,
  origin: string | null,
  imported: string,
): Promise<number> {
  const { tables } = writer
  const first = await takeRows(writer, {
    documents: 1,
    speeches: contents.speeches.length,
    passages: contents.passages.length,
  })
  const row = first.document
  await tables
    .insertInto('documents')
    .values({
      ...contents.document,
      row,
      id,
      origin,
      imported,
      newest: 1,
      first_speech: first.speech,
      first_passage: first.passage,
    })
    .execute()
  await tables
    .insertInto('sources')
    .values({ ...source, document: row, result: contents.result })
    .execute()
  await writeContents(writer, contents, first, true)
  return row
}
