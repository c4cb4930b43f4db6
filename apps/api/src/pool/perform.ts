import { type ParseResult, restore } from '@speeches/parser'
import type { Imported, NewPage, Store } from '@speeches/store'
import { ApiError } from '../problems.ts'
import { createImports, type Imports } from '../tables/imports.ts'
import { apiTables } from '../tables/tables.ts'
import { figuresPage } from './figures.ts'
import { lexiconFor, newPage, parseSource, readingMessages, readPage } from './page.ts'
import type { PageFile, Product, Task, Trouble } from './task.ts'
import { jsonOf, writeResult } from './write.ts'

/** What a thread works with. */
export interface Bench {
  /** The store, opened when it is first needed. */
  store(): Promise<Store>
  /** The version of the parser. */
  parser: string
}

type Performers = {
  [Kind in Task['kind']]: (task: Extract<Task, { kind: Kind }>, bench: Bench) => Promise<Product<Kind>>
}

const PERFORMERS: Performers = {
  async parse({ page, options, writing }) {
    return await writeResult(await parseSource(await readPage(page), options), writing)
  },

  async restore({ page, options }) {
    const source = await readPage(page)
    const { text, edits, messages } = restore(source.text, { ...options, ...(await lexiconFor(source.text)) })
    return jsonOf({ text, edits, messages: [...readingMessages(source), ...messages] })
  },

  async check({ page, options }) {
    const { messages } = await parseSource(await readPage(page), options)
    const count = (severity: boolean | null) => messages.filter(({ fatal }) => fatal === severity).length
    return jsonOf({ messages, errors: count(true), warnings: count(false), notes: count(null) })
  },

  async import({ page }, bench) {
    const read = await newPage(page, bench.parser)
    const [imported] = await (await bench.store()).import([read])
    if (!imported) throw new Error('the store said nothing about the page')
    return imported
  },

  delete: async ({ id }, bench) => await (await bench.store()).delete(id),

  async keep({ pages, once }, bench) {
    return await importsOf(await bench.store()).create(pages, once)
  },

  async advance({ id, limit }, bench) {
    const store = await bench.store()
    const imports = importsOf(store)
    const pages = await imports.next(id, limit)
    const read = await Promise.all(pages.map((page) => readForStore(page, bench.parser)))
    const good = read.filter((page) => 'source' in page)
    const imported = await store.import(good)
    await imports.record(
      id,
      read.map((page, i) => ({
        ordinal: pages[i]?.ordinal ?? 0,
        outcome: 'problem' in page ? page : (imported[good.indexOf(page)] as Imported),
      })),
    )
    return pages.length
  },

  async document({ id, writing }, bench) {
    const store = await bench.store()
    const [result, document] = await Promise.all([resultOf(id, store), store.getDocument(id)])
    const url = document?.origin
    return await writeResult(result, writing, {
      ...(url && /^https?:/.test(url) && { url }),
      ...(document && { accessed: document.imported.slice(0, 10) }),
    })
  },

  edits: async ({ id }, bench) => jsonOf((await resultOf(id, await bench.store())).edits),

  messages: async ({ id }, bench) => jsonOf((await resultOf(id, await bench.store())).messages),

  figures: async ({ kind: _, ...asked }, bench) => jsonOf(await figuresPage(await bench.store(), asked)),
}

/** Does a task. */
export async function perform<Kind extends Task['kind']>(
  task: Extract<Task, { kind: Kind }>,
  bench: Bench,
): Promise<Product<Kind>> {
  const performer = PERFORMERS[task.kind] as unknown as (task: Task, bench: Bench) => Promise<Product<Kind>>
  return await performer(task, bench)
}

function importsOf({ database }: Store): Imports {
  return createImports(apiTables(database))
}

async function readForStore(page: PageFile, parser: string): Promise<NewPage | Trouble> {
  try {
    return await newPage(page, parser)
  } catch (error) {
    if (error instanceof ApiError) return { problem: error.problem, details: error.details }
    throw error
  }
}

async function resultOf(id: string, store: Store): Promise<ParseResult> {
  const result = await store.getResult(id)
  if (!result) throw new ApiError('not-found', { detail: `There is no document ${id}.` })
  return result
}
