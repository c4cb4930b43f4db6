import type { Problem as ApiProblem, ImportItem } from '@speeches/client'
import { Problem } from '../problem.ts'
import type { Page } from './batches.ts'
import type { Client } from './connect.ts'

/** What became of a page; `reason` is there where it failed. */
export interface Outcome {
  page: Page
  status: Exclude<ImportItem['status'], 'waiting'>
  reason?: string
}

/** Pages to be sent together. */
export interface Shipment {
  pages: readonly Page[]
  /** A name for the request: where it has to be sent again, the API takes it for the same. */
  once: string
}

/** How long (ms) to wait for news: at first, and at most. */
const FIRST = 50
const LONGEST = 1000

/**
 * Stores pages, and tells of each as it is through, in order. The API keeps them before it answers: what it took is
 * stored also where this process ends. Throws a Problem where it takes none.
 */
export async function* store(client: Client, { pages, once }: Shipment): AsyncGenerator<Outcome> {
  const id = await send(client, pages, once)
  if (id !== undefined) return yield* follow(client, id, pages)
  const [page] = pages
  if (page && pages.length === 1) {
    return yield { page, status: 'failed', reason: 'The page is larger than the API takes. Split it.' }
  }
  const half = Math.ceil(pages.length / 2)
  yield* store(client, { pages: pages.slice(0, half), once: `${once}a` })
  yield* store(client, { pages: pages.slice(half), once: `${once}b` })
}

/** The id of the import; undefined where the pages are too large together. */
async function send(client: Client, pages: readonly Page[], once: string): Promise<string | undefined> {
  const json = { pages: pages.map(({ name, origin, base64 }) => ({ name, origin, base64 })) }
  const answer = await answered(client.v1.imports.$post({ header: { 'idempotency-key': once }, json }))
  if (answer.status === 200 || answer.status === 202) return (await read(answer)).id
  if (answer.status === 413) return undefined
  throw await refusal(answer)
}

async function* follow(client: Client, id: string, pages: readonly Page[]): AsyncGenerator<Outcome> {
  let through = 0
  let pause = FIRST
  while (through < pages.length) {
    const query = { after: through, limit: 500 }
    const answer = await answered(client.v1.imports[':id'].items.$get({ param: { id }, query }))
    if (answer.status !== 200) throw await refusal(answer)
    const news = (await read(answer)).items
    const before = through
    for (const { status, problem, ordinal } of news) {
      if (status === 'waiting' || ordinal !== through + 1) break
      yield { page: pages[through] as Page, status, ...(problem && { reason: `${problem.detail} ${problem.advice}` }) }
      through++
    }
    if (through === before) {
      await new Promise((resolve) => setTimeout(resolve, pause))
      pause = Math.min(pause * 2, LONGEST)
    } else {
      pause = FIRST
    }
  }
}

/** An answer; a Problem where there is none however often was asked. */
async function answered<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked
  } catch (error) {
    const { cause, message } = error as { cause?: { code?: string }; message: string }
    throw new Problem(`The API answers no more (${cause?.code ?? message}). Run it again to go on.`)
  }
}

/** What an answer holds; a Problem where that is no JSON, as with a server that is another one. */
async function read<Body>(answer: { status: number; json(): Promise<Body> }): Promise<Body> {
  try {
    return await answer.json()
  } catch {
    throw new Problem(`The API answers ${answer.status}, and no JSON. Check --api.`)
  }
}

/** What the API said against it. */
async function refusal(answer: { status: number; json(): Promise<unknown> }): Promise<Problem> {
  const { detail, advice } = (await answer.json().catch(() => ({}))) as Partial<ApiProblem>
  if (detail === undefined) return new Problem(`The API answers ${answer.status}, and no words. Check --api.`)
  const isKey = answer.status === 401 || answer.status === 403
  return new Problem(`${detail} ${isKey ? 'Set SPEECHES_API_KEY to a key that may write.' : advice}`)
}
