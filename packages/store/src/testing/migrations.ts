import type { Kysely } from 'kysely'
import { describe, expect, test } from 'vitest'
import { migrate } from '../database/migrate.ts'
import { STORE_MIGRATIONS } from '../database/migrations.ts'
import { openPostgres } from '../database/postgres.ts'
import { openSqlite } from '../database/sqlite.ts'
import type { Tables } from '../database/tables.ts'
import { open } from '../open.ts'
import { type Draft, draftOf } from '../pages/draft.ts'
import type { Store } from '../store.ts'
import { LIBRARY, pageOf } from './pages.ts'
import type { Places } from './stage.ts'

const { owner, migrations } = STORE_MIGRATIONS

/** What a store of each age can hold, by the migration that made it able to. */
const FILLERS: Record<string, (kysely: Kysely<Tables>, draft: Draft) => Promise<void>> = {
  async documents(kysely, { id, source, contents }) {
    const imported = '2024-01-02T03:04:05.000Z'
    const { speeches, passages } = contents.document
    const row = { row: 1, id, origin: 'a', imported, newest: 1, first_speech: 1, first_passage: 1 }
    await kysely
      .insertInto('documents')
      .values({ ...contents.document, ...row })
      .execute()
    await kysely
      .insertInto('sources')
      .values({ ...source, document: 1, result: contents.result })
      .execute()
    await kysely.insertInto('versions').values({ origin: 'a', number: 1, document: 1, imported }).execute()
    await kysely.insertInto('rules').values({ document: 1, rule: 'elision', count: 3 }).execute()
    await kysely.updateTable('counters').set({ documents: 1, speeches, passages }).execute()
  },
  async passages(kysely, { contents: { speeches, passages } }) {
    for (const [i, speech] of speeches.entries()) {
      const row = { row: i + 1, document: 1, first_passage: speech.first_passage + 1 }
      await kysely
        .insertInto('speeches')
        .values({ ...speech, ...row })
        .execute()
    }
    for (const [i, passage] of passages.entries()) {
      const speech = passage.speech === null ? null : passage.speech + 1
      await kysely
        .insertInto('passages')
        .values({ ...passage, row: i + 1, document: 1, newest: 1, speech })
        .execute()
    }
  },
  async search() {},
  async redirects(kysely) {
    await kysely
      .insertInto('redirects')
      .values({ document: 1, id: 'old', successor: 'new', parser: '0.1.0', text: '舊文' })
      .execute()
  },
  async postings() {},
}

export function describeMigrations(engine: Store['engine'], places: Places): void {
  describe(`${engine}: coming from an older schema`, () => {
    test('each migration has something to keep', () => {
      expect(Object.keys(FILLERS)).toEqual(migrations.map(({ name }) => name))
    })

    test.each(migrations.map(({ name }, i) => [name, i] as const))('from “%s” to the last', async (_, last) => {
      const location = await places.fresh()
      const database = engine === 'sqlite' ? await openSqlite(location, {}) : openPostgres(location)
      const page = pageOf(LIBRARY, { origin: 'a' })
      const draft = draftOf(page)
      // One after the other, each on what the ones before it left: data are in before the next one runs.
      for (let i = 0; i <= last; i++) {
        await migrate(database, [{ owner, migrations: migrations.slice(0, i + 1) }])
        await FILLERS[migrations[i]?.name as string]?.(database.kysely, draft)
      }
      await database.kysely.destroy()

      const store = await open(location)
      const [summary] = (await store.list()).items
      expect(summary).toMatchObject({ id: draft.id, title: '青禾鎮圖書館座談會講話', newest: true, origin: 'a' })
      const document = await store.getDocument(draft.id)
      expect(document).toMatchObject({ messages: { elision: 3 }, imported: '2024-01-02T03:04:05.000Z' })
      expect(document?.versions).toHaveLength(1)
      expect((await store.getSource(draft.id))?.bytes).toEqual(page.source.bytes)
      expect(await store.getResult(draft.id)).toEqual(JSON.parse(JSON.stringify(page.result)))
      if (last >= 1) {
        expect((await store.search({ query: '屋顶' })).total.count).toBe(2)
        expect((await store.search({ query: 'heading:開放' })).hits).toHaveLength(1)
        expect((await store.getSpeech(document?.contents[0]?.id as string))?.contents).toHaveLength(7)
      }
      const redirects = await store.database.kysely.selectFrom('redirects').selectAll().execute()
      expect(redirects).toHaveLength(last >= 3 ? 1 : 0)
      expect((await store.import([pageOf(LIBRARY, { origin: 'a' })]))[0]?.status).toBe('unchanged')
      const [changed] = await store.import([pageOf(`${LIBRARY}\n補記。`, { origin: 'a' })])
      expect(changed).toMatchObject({ status: 'version', replaces: draft.id })
      await store.close()
    })
  })
}
