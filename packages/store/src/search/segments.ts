import type { PassagesTable } from '../database/tables.ts'
import type { Run } from '../store.ts'
import { packHolders } from './holders.ts'
import { type Block, packBlocks } from './postings.ts'

/**
 * Keeping the index of Postgres (postings.ts). Segments follow each other without a gap; passages behind the last one
 * wait, and every search looks at them letter by letter. A segment is never changed: what leaves the search is noted
 * beside it, and where much has left, or segments are small, passages are read and packed again.
 */

/** So many rows wait before they become a segment. */
const PART = 4096
/** So many rows make a segment that stays. */
const FULL = 8 * PART

/** Whether more than half of a segment has left the search, in SQL. */
const IS_HOLLOW = '2 * (SELECT sum(upper(gone) - lower(gone)) FROM unnest(removed) AS gone) > last - first + 1'

/** Whether `settleSegments` has something to do, in SQL. */
export const IS_UNSETTLED = `(
  (SELECT passages FROM counters) - (SELECT coalesce(max(last), 0) FROM segments) >= ${PART}
  OR EXISTS (SELECT 1 FROM segments WHERE ${IS_HOLLOW})
)`

/**
 * Brings what waits into the index, where it can as one segment with the small ones before it, and makes hollow ones
 * anew. To be run by one at a time.
 *
 * @param least how many rows have to wait
 */
export async function settleSegments(run: Run, least = PART): Promise<void> {
  for (;;) {
    const [reach] = await run(
      `SELECT passages, coalesce(max(last), 0) AS indexed,
        coalesce(max(last) FILTER (WHERE last - first + 1 >= $1), 0) AS filled
      FROM counters LEFT JOIN segments ON true GROUP BY passages`,
      [FULL],
    )
    const { passages, indexed, filled } = reach as { passages: number; indexed: number; filled: number }
    if (passages - indexed < least) break
    if (passages - filled >= FULL) await writeSegment(run, filled + 1, filled + FULL)
    else await writeSegment(run, indexed + 1, passages)
  }
  const hollow = await run(`SELECT first, last FROM segments WHERE ${IS_HOLLOW}`)
  for (const { first, last } of hollow) await writeSegment(run, Number(first), Number(last))
}

/** As many blocks as one statement inserts. */
const BLOCKS = 500

/** Packs the passages in rows from `first` to `last` that are searched, in the place of the segments that were there. */
async function writeSegment(run: Run, first: number, last: number): Promise<void> {
  const passages = (await run(
    `SELECT row, document, speech, kind, length, folded, citations FROM passages
      WHERE newest = 1 AND row BETWEEN $1 AND $2 ORDER BY row`,
    [first, last],
  )) as unknown as PassagesTable[]
  await run('DELETE FROM postings WHERE segment BETWEEN $1 AND $2', [first, last])
  await run('DELETE FROM segments WHERE first BETWEEN $1 AND $2', [first, last])
  await run('INSERT INTO segments (first, last, holders) VALUES ($1, $2, $3)', [
    first,
    last,
    toBuffer(packHolders(passages, first)),
  ])
  const insert = async (blocks: readonly Block[]) => {
    const rows = blocks.map((_, i) => `($1, $${2 * i + 2}, $${2 * i + 3})`)
    const values = blocks.flatMap(({ gram, bytes }) => [gram, toBuffer(bytes)])
    if (blocks.length > 0)
      await run(`INSERT INTO postings (segment, gram, bytes) VALUES ${rows.join(', ')}`, [first, ...values])
  }
  let blocks: Block[] = []
  for (const block of packBlocks(passages, first)) {
    blocks.push(block)
    if (blocks.length < BLOCKS) continue
    await insert(blocks)
    blocks = []
  }
  await insert(blocks)
}

/** What Postgres takes for bytes. */
function toBuffer({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length)
}

/** Notes that the passages in rows from `first` up to `behind`, exclusive, are searched no more. */
export async function removeFromSegments(run: Run, first: number, behind: number): Promise<void> {
  await run(
    `UPDATE segments SET removed = removed + int8multirange(int8range($1, $2) * int8range(first, last + 1))
      WHERE first < $2 AND last >= $1`,
    [first, behind],
  )
}
