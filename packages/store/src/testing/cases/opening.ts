import { describe, expect, test } from 'vitest'
import { open } from '../../open.ts'
import type { OpenOptions, Store } from '../../store.ts'
import { LIBRARY, MARKET, pageOf } from '../pages.ts'
import { createStage, fails, type Places } from '../stage.ts'

export function describeOpening(engine: Store['engine'], places: Places): void {
  describe(`${engine}: opening`, () => {
    const { openAt } = createStage(places)

    const notes = (...names: string[]): OpenOptions => ({
      migrations: [
        {
          owner: 'notes',
          migrations: names.map((name) => ({
            name,
            up: async (run) => {
              await run(`CREATE TABLE ${name} (id INTEGER PRIMARY KEY)`)
            },
          })),
        },
      ],
    })

    test('keeps everything over closing', async () => {
      const location = await places.fresh()
      const store = await open(location)
      await store.import([pageOf(LIBRARY)])
      await store.close()
      expect((await (await openAt(location)).search({ query: '屋頂' })).total.count).toBe(2)
    })

    test('opens what is there to be read alone', async () => {
      const location = await places.fresh()
      const writing = await openAt(location)
      await writing.import([pageOf(LIBRARY)])
      const store = await openAt(location, { readOnly: true })
      expect((await store.search({ query: '屋頂' })).total.count).toBe(2)
      await fails(store.import([pageOf(MARKET)]), 'read-only')
      await fails(store.delete((await store.list()).items[0]?.id as string), 'read-only')
      const newer = notes('later')
      await fails(open(location, { ...newer, readOnly: true }), 'read-only')
    })

    test('opens twice at once where nothing was', async () => {
      const location = await places.fresh()
      const [one, other] = await Promise.all([openAt(location), openAt(location)])
      await Promise.all([one?.import([pageOf(LIBRARY)]), other?.import([pageOf(MARKET)])])
      expect((await one?.search({ query: '屋頂' }))?.total.count).toBe(3)
    })

    test('brings the tables of other rooms along, each once', async () => {
      const location = await places.fresh()
      await (await open(location, notes('first'))).close()
      const store = await openAt(location, notes('first', 'second'))
      const { kysely } = store.database
      const applied = await kysely.selectFrom('migrations').select('name').where('owner', '=', 'notes').execute()
      expect(applied.map(({ name }) => name).sort()).toEqual(['first', 'second'])
      await fails(open(location, notes('first')), 'newer')
      await openAt(location)
    })

    test('changes nothing when a migration fails', async () => {
      const location = await places.fresh()
      const broken = notes('first')
      broken.migrations?.[0]?.migrations[0]?.up &&
        Object.assign(broken.migrations[0].migrations[0], {
          up: async (run: (statement: string) => Promise<unknown>) => {
            await run('CREATE TABLE first (id INTEGER PRIMARY KEY)')
            throw new Error('broken')
          },
        })
      await expect(open(location, broken)).rejects.toThrow('broken')
      await openAt(location, notes('first'))
    })
  })
}
