import type { Database } from '../database/database.ts'
import type { SearchAnswer, SearchOptions } from '../store.ts'
import { boundsOf, type Plan, planOf } from './candidates.ts'
import { countFacets } from './facets.ts'
import { toHits } from './hits.ts'
import { readPlace, writePlace } from './place.ts'
import { checkQuery, parseQuery } from './query.ts'
import { countAll, rank } from './rank.ts'
import { suggest } from './suggest.ts'
import { foldQuery, wantedTerms } from './terms.ts'

const LIMIT = { usual: 20, most: 100 }

/**
 * query → folded terms → candidates (index, then letter by letter) → ranked → one page of hits
 */
export async function searchPassages(database: Database, options: SearchOptions): Promise<SearchAnswer> {
  const query = typeof options.query === 'string' ? parseQuery(options.query) : checkQuery(options.query)
  const isGrouped = options.group === 'speech'
  const limit = Math.min(Math.max(options.limit ?? LIMIT.usual, 1), LIMIT.most)
  const place = readPlace(options)
  const plan = await prepare(database, options, foldQuery(query, options.field), place)

  const { ranked, total: counted } = await rank(plan, { isGrouped, limit: limit + 1, place })
  const isCounting = options.exactTotal === true && !counted.exact
  const total = isCounting ? { count: await countAll(plan, isGrouped), exact: true } : counted
  const page = ranked.slice(0, limit)
  const last = page.at(-1)
  const isMore = ranked.length > limit && last !== undefined

  return {
    hits: await toHits(database, page, wantedTerms(plan.query), isGrouped),
    total,
    next: isMore ? writePlace(options, { ...last, mark: plan.bounds.last, total }) : null,
    facets: await countFacets(plan, options.facets ?? []),
    suggestions: total.count === 0 ? await suggest(plan, query, options.field) : [],
  }
}

async function prepare(
  database: Database,
  options: SearchOptions,
  query: Plan['query'],
  place: ReturnType<typeof readPlace>,
): Promise<Plan> {
  const { order = 'relevance', group, facets = [] } = options
  const isWithHolders = group === 'speech' || order === 'newest' || facets.length > 0
  const bounds = await boundsOf(database, options)
  const last = Math.min(bounds.last, place?.mark ?? bounds.last)
  return await planOf({ database, query, order, bounds: { ...bounds, last }, isWithHolders })
}
