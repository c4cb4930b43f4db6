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
  const speeches = ranked.flatMap(({ speech }) => (speech === null ? [] : [speech]))
  const [passageRows, documentRows, speechRows] = await Promise.all([
    kysely.selectFrom('passages').selectAll().where('row', 'in', rowsOf(ranked, 'row')).execute(),
    kysely.selectFrom('documents').selectAll().where('row', 'in', rowsOf(ranked, 'document')).execute(),
    speeches.length > 0
      ? kysely
          .selectFrom('speeches')
          .selectAll()
          .where('row', 'in', [...new Set(speeches)])
          .execute()
      : [],
  ])
  const passages = byRow(passageRows)
  const documents = byRow(documentRows)
  const speechesByRow = byRow(speechRows)

  return ranked.flatMap(({ row, document, speech, score, passages: count }) => {
    const stored = passages.get(row)
    const holder = documents.get(document)
    // Both are missing where another process has removed the document since it was ranked.
    if (!stored || !holder) return []
    const passage = passageOf(stored, holder.first_passage)
    const place = toText(stored.folded, passage.text)
    const segments = unpackSegments(stored.segments)
    const speechRow = speech === null ? undefined : speechesByRow.get(speech)
    const hit: Hit = {
      document: summaryOf(holder),
      speech: speechRow ? speechSummaryOf(speechRow) : null,
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

function rowsOf(ranked: readonly Ranked[], column: 'row' | 'document'): number[] {
  return [...new Set(ranked.map((hit) => hit[column]))]
}

function byRow<Row extends { row: number }>(rows: readonly Row[]): Map<number, Row> {
  return new Map(rows.map((row) => [row.row, row]))
}
