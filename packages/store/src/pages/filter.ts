import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { DocumentFilter } from '../store.ts'
import { foldText } from '../text/fold.ts'

/** Sorts behind everything that an ISO time goes on with: `2023-11~` is the end of 2023-11. */
const END = '~'

/** The conditions of a filter on the table `documents`. */
export function conditionsOf(
  build: ExpressionBuilder<Tables, 'documents'>,
  filter: Omit<DocumentFilter, 'versions'>,
): Expression<SqlBool>[] {
  const { published, imported, publication, editor, origin, script, speeches, rule, parser } = filter
  const conditions: Expression<SqlBool>[] = []
  const add = (condition: Expression<SqlBool>) => conditions.push(condition)
  if (published?.from !== undefined) add(build('documents.published', '>=', published.from))
  if (published?.to !== undefined) add(build('documents.published', '<', published.to + END))
  if (imported?.from !== undefined) add(build('documents.imported', '>=', imported.from))
  if (imported?.to !== undefined) add(build('documents.imported', '<', imported.to + END))
  if (publication !== undefined) add(build('documents.publication_folded', '=', foldText(publication)))
  if (editor !== undefined) add(build('documents.editor_folded', '=', foldText(editor)))
  if (script !== undefined) add(build('documents.script', '=', script))
  if (speeches?.min !== undefined) add(build('documents.speeches', '>=', speeches.min))
  if (speeches?.max !== undefined) add(build('documents.speeches', '<=', speeches.max))
  if (parser !== undefined) add(build('documents.parser', '=', parser))
  if (origin !== undefined) {
    add(sql<SqlBool>`documents.row IN (SELECT document FROM versions WHERE versions.origin = ${origin})`)
  }
  if (rule !== undefined) add(sql<SqlBool>`documents.row IN (SELECT document FROM rules WHERE rules.rule = ${rule})`)
  return conditions
}

/** The same, and only newest versions unless all are asked for. */
export function allConditionsOf(
  build: ExpressionBuilder<Tables, 'documents'>,
  { versions, ...filter }: DocumentFilter,
): Expression<SqlBool>[] {
  const conditions = conditionsOf(build, filter)
  return versions === 'all' ? conditions : [...conditions, build('documents.newest', '=', 1)]
}
