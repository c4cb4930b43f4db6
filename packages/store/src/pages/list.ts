import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import type { Listed, ListOptions } from '../store.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { allConditionsOf } from './filter.ts'
import { SUMMARY_COLUMNS, summaryOf } from './rows.ts'

const LIMIT = { usual: 50, most: 500 }

/** How each order sorts; documents that do not say when they were published come last. */
const ORDERS = {
  newest: { by: undefined, direction: 'desc' },
  oldest: { by: undefined, direction: 'asc' },
  published: { by: sql<string>`coalesce(documents.published, '~')`, direction: 'asc' },
  '-published': { by: sql<string>`coalesce(documents.published, '')`, direction: 'desc' },
} as const

export async function listDocuments({ kysely }: Database, options: ListOptions): Promise<Listed> {
  const { order = 'newest', limit = LIMIT.usual, cursor, count, ...filter } = options
  const size = Math.min(Math.max(limit, 1), LIMIT.most)
  const { by, direction } = ORDERS[order]
  const matching = kysely.selectFrom('documents').where((build) => build.and(allConditionsOf(build, filter)))

  let page = matching.select(SUMMARY_COLUMNS).select((by ?? sql<string>`''`).as('key'))
  if (cursor !== undefined) {
    const [, key, row] = checkOrder(readCursor(cursor, ['string', 'string', 'number']), order)
    const beyond = direction === 'asc' ? sql`>` : sql`<`
    page = page.where(
      by
        ? sql<boolean>`(${by}, documents.row) ${beyond} (${key}, ${row})`
        : sql<boolean>`documents.row ${beyond} ${row}`,
    )
  }
  if (by) page = page.orderBy(by, direction)
  const rows = await page
    .orderBy('documents.row', direction)
    .limit(size + 1)
    .execute()

  const items = rows.slice(0, size)
  const last = items.at(-1)
  const next = rows.length > size && last ? writeCursor([order, last.key, last.row]) : null
  const listed: Listed = { items: items.map(({ key: _, ...row }) => summaryOf(row)), next }
  if (!count) return listed
  const { total } = await matching.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { ...listed, total }
}

function checkOrder(place: (string | number)[], order: string): (string | number)[] {
  return place[0] === order ? place : readCursor('', [])
}
