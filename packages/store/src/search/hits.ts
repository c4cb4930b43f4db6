import type { Database } from '../database/database.ts'
import { passageOf, speechSummaryOf, summaryOf } from '../pages/rows.ts'
import type { Hit } from '../store.ts'
import { toSource, unpackSegments } from '../text/source-map.ts'
import { rangesIn, toText } from './ranges.ts'
import type { Ranked } from './rank.ts'
import type { FoldedTerm } from './terms.ts'

/** Ranked rows with all that a person wants to see of them. */
export async function toHits(
  { kysely }: Database,
  ranked: readonly Ranked[],
  terms: readonly FoldedTerm[],
  isGrouped: boolean,
): Promise<Hit[]> {
  if (ranked.length === 0) return []
  const passageRows = await kysely
    .selectFrom('passages')
    .selectAll()
    .where('row', 'in', rowsOf(ranked, 'row'))
    .execute()
  const [documentRows, speechRows] = await Promise.all([
    kysely.selectFrom('documents').selectAll().where('row', 'in', rowsOf(passageRows, 'document')).execute(),
    kysely.selectFrom('speeches').selectAll().where('row', 'in', rowsOf(passageRows, 'speech')).execute(),
  ])
  const passages = byRow(passageRows)
  const documents = byRow(documentRows)
  const speeches = byRow(speechRows)

  return ranked.flatMap(({ row, score, passages: count }) => {
    const stored = passages.get(row)
    const holder = stored && documents.get(stored.document)
    // Both are missing where another process has removed the document since it was ranked.
    if (!stored || !holder) return []
    const passage = passageOf(stored, holder.first_passage)
    const place = toText(stored.folded, passage.text)
    const segments = unpackSegments(stored.segments)
    const speech = stored.speech === null ? undefined : speeches.get(stored.speech)
    const hit: Hit = {
      document: summaryOf(holder),
      speech: speech ? speechSummaryOf(speech) : null,
      passage,
      score: score / 1_000_000,
      ranges: rangesIn(stored, terms).map((range) => {
        const inText = { start: place(range.start), end: place(range.end) }
        return { ...inText, source: toSource(segments, inText) }
      }),
    }
    return [isGrouped ? { ...hit, passages: count } : hit]
  })
}

/** Different numbers in a column; an empty list is none that SQL takes, and no row is 0. */
function rowsOf<Name extends string>(rows: readonly Record<Name, number | null>[], column: Name): number[] {
  const numbers = new Set(rows.map((row) => row[column] ?? 0))
  return numbers.size > 0 ? [...numbers] : [0]
}

function byRow<Row extends { row: number }>(rows: readonly Row[]): Map<number, Row> {
  return new Map(rows.map((row) => [row.row, row]))
}
