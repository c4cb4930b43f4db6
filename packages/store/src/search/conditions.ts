import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { fieldGram, gramsOfTerm, isOneGram } from './grams.ts'
import { kindsOfField } from './kinds.ts'
import { isOnePosting } from './postings.ts'
import type { FoldedQuery, FoldedTerm } from './terms.ts'

/** Whether a term stands in a passage, looked at letter by letter. */
function stands(engine: Database['engine'], { folded, field }: FoldedTerm): RawBuilder<SqlBool> {
  const place = sql.raw(engine === 'sqlite' ? 'instr' : 'strpos')
  const found = sql<SqlBool>`${place}(${columnOf(field)}, ${folded}) > 0`
  const kinds = kindsOf(field)
  return kinds ? sql<SqlBool>`(${found} AND ${kinds})` : found
}

function columnOf(field: FoldedTerm['field']): RawBuilder<string> {
  return field === 'citation' ? sql`coalesce(passages.citations, '')` : sql`passages.folded`
}

/** The condition that a passage is of a field's kinds; undefined where kinds do not matter. */
function kindsOf(field: FoldedTerm['field']): RawBuilder<SqlBool> | undefined {
  if (field === undefined || field === 'citation') return undefined
  return sql<SqlBool>`passages.kind IN (${sql.join(kindsOfField(field).map((kind) => sql.lit(kind)))})`
}

/** How often a term stands in a passage. */
export function timesOf({ folded, field }: FoldedTerm): RawBuilder<number> {
  const column = columnOf(field)
  const bytes = sql.lit(Buffer.byteLength(folded))
  const times = sql<number>`(octet_length(${column}) - octet_length(replace(${column}, ${folded}, ''))) / ${bytes}`
  const kinds = kindsOf(field)
  return kinds ? sql<number>`CASE WHEN ${kinds} THEN ${times} ELSE 0 END` : times
}

/** What must be looked at on the passage itself, all of it. */
export function checksOf(engine: Database['engine'], query: FoldedQuery): RawBuilder<SqlBool>[] {
  const groups = query.groups.map((group) => anyOf(group.map((term) => stands(engine, term))))
  const none = query.none.map((term) => sql<SqlBool>`NOT (${stands(engine, term)})`)
  return [...groups, ...none]
}

/** The same without what the index has settled already. */
export function checksBehindIndex(engine: Database['engine'], query: FoldedQuery): RawBuilder<SqlBool>[] {
  const groups = query.groups.filter((group) => !group.every((term) => isSettled(engine, term)))
  return checksOf(engine, { ...query, groups })
}

/** Whether the index says by itself which passages have a term. */
export function isSettled(engine: Database['engine'], { folded, field }: FoldedTerm): boolean {
  if (field === 'citation') return false
  return engine === 'sqlite' ? isOneGram(folded) : isOnePosting(folded)
}

function anyOf(conditions: RawBuilder<SqlBool>[]): RawBuilder<SqlBool> {
  return conditions.length === 1 ? (conditions[0] as RawBuilder<SqlBool>) : sql`(${sql.join(conditions, sql` OR `)})`
}

/**
 * What SQLite's index is asked for, in the language of FTS5: every passage that the query finds, and some others.
 * Undefined where the index cannot help.
 */
export function indexQuery({ groups }: FoldedQuery): string | undefined {
  const asked = groups.flatMap((group) => {
    const terms = group.map(fts5Term)
    return terms.every((term) => term !== '') ? [terms.map((term) => `(${term})`).join(' OR ')] : []
  })
  return asked.length > 0 ? asked.map((group) => `(${group})`).join(' AND ') : undefined
}

function fts5Term({ folded, field }: FoldedTerm): string {
  const grams = gramsOfTerm(folded)
  if (field !== undefined) grams.push(fieldGram(field))
  return grams.map((gram) => `"${gram}"`).join(' AND ')
}
