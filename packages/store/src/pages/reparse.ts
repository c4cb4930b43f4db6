import type { Database } from '../database/database.ts'
import type { ReparseOptions, ReparseProgress } from '../store.ts'
import { extentOf, unpackSegments } from '../text/source-map.ts'
import { unfold } from '../text/unfold.ts'
import { type Contents, draftContents } from './draft.ts'
import { allConditionsOf } from './filter.ts'
import { SOURCE_COLUMNS, sourceOf } from './get.ts'
import {
  DOCUMENT_ROWS,
  type DocumentRows,
  inTurn,
  removeContents,
  takeRows,
  type Writer,
  writeContents,
} from './write.ts'

const BATCH = 20

/** Which documents are left stands in their rows, so that nothing else has to be remembered between two runs. */
export async function* reparsePages(database: Database, options: ReparseOptions): AsyncGenerator<ReparseProgress> {
  const { parser, parse, batch = BATCH, filter = {}, signal } = options
  const outdated = database.kysely
    .selectFrom('documents')
    .where((build) => build.and(allConditionsOf(build, { versions: 'all', ...filter })))
    .where('documents.parser', '!=', parser)
  const progress: ReparseProgress = { done: 0, left: 0, kept: 0, redirected: 0, gone: 0 }

  for (let after = 0; !signal?.aborted; ) {
    const found = await outdated
      .innerJoin('sources', 'sources.document', 'documents.row')
      .select(['documents.row', ...SOURCE_COLUMNS])
      .where('documents.row', '>', after)
      .orderBy('documents.row')
      .limit(batch)
      .execute()
    if (found.length === 0) return
    after = found.at(-1)?.row ?? after

    const parsed: [number, Contents][] = []
    for (const row of found) {
      const source = sourceOf(row)
      parsed.push([row.row, draftContents(await parse(source), source.text, parser)])
    }
    const fates = await inTurn(database, async (writer) => {
      const all: Fates[] = []
      for (const [row, contents] of parsed) all.push(await replaceContents(writer, row, contents))
      return all
    })
    for (const { kept, redirected, gone } of fates) {
      progress.kept += kept
      progress.redirected += redirected
      progress.gone += gone
    }
    progress.done += parsed.length
    const { left } = await outdated.select(({ fn }) => fn.countAll<number>().as('left')).executeTakeFirstOrThrow()
    yield { ...progress, left }
  }
}

type Fates = Pick<ReparseProgress, 'kept' | 'redirected' | 'gone'>

/** Puts what a newer parser made in the place of what stands; ids that are given up lead to their successors. */
async function replaceContents(writer: Writer, row: number, contents: Contents): Promise<Fates> {
  const { tables } = writer
  const document = await tables
    .selectFrom('documents')
    .select([...DOCUMENT_ROWS, 'parser'])
    .where('row', '=', row)
    .executeTakeFirst()
  if (!document || document.parser === contents.document.parser) return { kept: 0, redirected: 0, gone: 0 }

  const before = await blocksIn(writer, document)
  const after = blocksOf(contents)
  await removeContents(writer, document)
  const first = await takeRows(writer, {
    documents: 0,
    speeches: contents.speeches.length,
    passages: contents.passages.length,
  })
  const rows = { ...first, document: row }
  await writeContents(writer, contents, rows, document.newest === 1)
  await tables
    .updateTable('documents')
    .set({ ...contents.document, first_speech: first.speech, first_passage: first.passage })
    .where('row', '=', row)
    .execute()
  await tables.updateTable('sources').set({ result: contents.result }).where('document', '=', row).execute()
  await redirect(writer, row, document.parser, before.speeches, after.speeches)
  return await redirect(writer, row, document.parser, before.passages, after.passages)
}

/** A passage or speech with its place in the source; null where it was generated. */
interface Block {
  id: string
  start: number | null
  end: number | null
  text: string | null
}

interface Blocks {
  passages: Block[]
  speeches: Block[]
}

async function blocksIn({ tables }: Writer, document: DocumentRows): Promise<Blocks> {
  const passages = await tables
    .selectFrom('passages')
    .select(['id', 'folded', 'taken', 'segments'])
    .where('row', '>=', document.first_passage)
    .where('row', '<', document.first_passage + document.passages)
    .orderBy('row')
    .execute()
  const speeches = await tables
    .selectFrom('speeches')
    .select(['id', 'first_passage', 'passages'])
    .where('row', '>=', document.first_speech)
    .where('row', '<', document.first_speech + document.speeches)
    .orderBy('row')
    .execute()
  const blocks = passages.map(toBlock)
  return {
    passages: blocks,
    speeches: speeches.map((speech) =>
      speechBlock(speech.id, blocks, speech.first_passage - document.first_passage, speech.passages),
    ),
  }
}

function blocksOf(contents: Contents): Blocks {
  const blocks = contents.passages.map(toBlock)
  return {
    passages: blocks,
    speeches: contents.speeches.map((speech) => speechBlock(speech.id, blocks, speech.first_passage, speech.passages)),
  }
}

function toBlock(row: { id: string; folded: string; taken: string | null; segments: Uint8Array | null }): Block {
  const extent = extentOf(unpackSegments(row.segments))
  return { id: row.id, start: extent?.start ?? null, end: extent?.end ?? null, text: unfold(row.folded, row.taken) }
}

function speechBlock(id: string, passages: readonly Block[], first: number, count: number): Block {
  const own = passages.slice(first, first + count)
  return { id, start: own[0]?.start ?? null, end: own.at(-1)?.end ?? null, text: null }
}

async function redirect(
  { tables }: Writer,
  document: number,
  parser: string,
  before: readonly Block[],
  after: readonly Block[],
): Promise<Fates> {
  const living = new Set(after.map(({ id }) => id))
  const placed = after.filter(isPlaced).sort((a, b) => a.start - b.start)
  const fates: Fates = { kept: 0, redirected: 0, gone: 0 }
  for (const block of before) {
    const { id, text } = block
    if (living.has(id)) {
      fates.kept++
      continue
    }
    const successor = isPlaced(block) ? successorOf(block, placed)?.id : undefined
    if (successor === undefined) {
      fates.gone++
      await tables.deleteFrom('redirects').where('id', '=', id).where('document', '=', document).execute()
      continue
    }
    fates.redirected++
    await tables
      .insertInto('redirects')
      .values({ document, id, successor, parser, text })
      .onConflict((conflict) => conflict.columns(['id', 'document']).doUpdateSet({ successor, parser, text }))
      .execute()
  }
  return fates
}

type Placed = Block & { start: number; end: number }

function isPlaced(block: Block): block is Placed {
  return block.start !== null && block.end !== null
}

/** The block that stands where the old one stood in the source: the one that shares most with it. */
function successorOf(old: Placed, after: readonly Placed[]): Placed | undefined {
  let best: Placed | undefined
  let most = 0
  for (let i = firstReaching(after, old.start); i < after.length; i++) {
    const block = after[i] as Placed
    if (block.start >= old.end) break
    const shared = Math.min(old.end, block.end) - Math.max(old.start, block.start)
    if (shared <= most) continue
    best = block
    most = shared
  }
  return best
}

/** The index of the first block that ends behind an offset; blocks follow each other. */
function firstReaching(blocks: readonly Placed[], offset: number): number {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle] as Placed).end > offset) high = middle
    else low = middle + 1
  }
  return low
}
