import { afterEach, expect } from 'vitest'
import { isStoreError, type StoreErrorCode } from '../database/errors.ts'
import { open } from '../open.ts'
import type { Hit, NewPage, OpenOptions, SearchOptions, Store } from '../store.ts'

/** Gives places for stores, each empty. */
export interface Places {
  /** A place where nothing is yet. */
  fresh(): Promise<string>
}

/** Opens stores for the tests of the suite that it is called in; they are closed behind each test. */
export function createStage(places: Places) {
  const opened: Store[] = []
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close()
  })

  async function openAt(location: string, options?: OpenOptions): Promise<Store> {
    const store = await open(location, options)
    opened.push(store)
    return store
  }

  async function openFresh(...pages: NewPage[]): Promise<Store> {
    const store = await openAt(await places.fresh())
    await store.import(pages)
    return store
  }

  return { openAt, openFresh }
}

/** The words that a hit highlights. */
export function cut(hit: Hit | undefined): string[] | undefined {
  return hit?.ranges.map(({ start, end }) => hit.passage.text.slice(start, end))
}

/** The passages that a search finds, in order. */
export async function texts(store: Store, options: SearchOptions | string): Promise<string[]> {
  const { hits } = await store.search(typeof options === 'string' ? { query: options } : options)
  return hits.map(({ passage }) => passage.text)
}

/** Expects work to reject with a `StoreError` of this code. */
export async function fails(work: Promise<unknown>, code: StoreErrorCode): Promise<void> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(isStoreError(error) && error.code).toBe(code)
}
