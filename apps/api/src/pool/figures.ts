import { type DocumentFilter, readCursor, type Store, writeCursor } from '@speeches/store'
import { ApiError } from '../problems.ts'
import { writeResult } from './write.ts'

/** As many documents are looked through for one page, at most: many have no figures. */
const DOCUMENTS = 50

/** Where a page of figures broke off. */
interface Place {
  /** The store's cursor; the empty string before the first document. */
  list: string
  /** The document that comes next there, and how many of its figures were given. */
  document: string
  given: number
}

/**
 * The figures of some documents, oldest first: `limit` at most, fewer where many documents have none. Documents that
 * come in meanwhile stand at the end.
 *
 * @throws {StoreError | ApiError} `cursor` or `unusable-cursor`, where the cursor is none of such a list
 */
export async function figuresPage(
  store: Store,
  { filter, limit, cursor }: { filter: DocumentFilter; limit: number; cursor?: string },
): Promise<{ items: object[]; next: string | null }> {
  const begun = readPlace(cursor)
  const items: object[] = []
  let { list } = begun
  for (let looked = 0; looked < DOCUMENTS && items.length < limit; looked++) {
    const listed = await store.list({ ...filter, order: 'oldest', limit: 1, ...(list !== '' && { cursor: list }) })
    const id = listed.items[0]?.id
    if (id === undefined) return { items, next: null }
    const figures = await figuresOf(store, id)
    const from = id === begun.document ? begun.given : 0
    const end = Math.min(figures.length, from + limit - items.length)
    for (const figure of figures.slice(from, end)) items.push({ document: id, ...figure })
    if (end < figures.length) return { items, next: writePlace({ list, document: id, given: end }) }
    if (listed.next === null) return { items, next: null }
    list = listed.next
  }
  return { items, next: writePlace({ list, document: '', given: 0 }) }
}

async function figuresOf(store: Store, id: string): Promise<object[]> {
  const result = await store.getResult(id)
  if (!result) return []
  const { bytes } = await writeResult(result, { to: 'figures' })
  return JSON.parse(new TextDecoder().decode(bytes))
}

function writePlace({ list, document, given }: Place): string {
  return writeCursor([list, document, given])
}

function readPlace(cursor: string | undefined): Place {
  if (cursor === undefined) return { list: '', document: '', given: 0 }
  const [list, document, given] = readCursor(cursor, ['string', 'string', 'number']) as [string, string, number]
  if (!Number.isSafeInteger(given) || given < 0) throw new ApiError('unusable-cursor')
  return { list, document, given }
}
