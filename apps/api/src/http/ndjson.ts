import { type Format, type FormatName, formats } from '@speeches/formats'
import type { Context } from 'hono'
import type { ApiEnv } from '../context.ts'
import type { PageFile, Written } from '../pool/task.ts'
import { ApiError, type ProblemBody, problemBody } from '../problems.ts'
import type { Load } from '../services.ts'
import { type BodyLimits, chunksOf, parseJson, refuseEncoded, toPage } from './body.ts'

export const NDJSON = 'application/x-ndjson'

const LF = 10
const SPACE = 32

/** A page on a line, or what is wrong with the line. */
interface Line {
  /** From 1. */
  number: number
  /** What the client calls the page, to find its answer by. */
  id?: string | number
  page?: PageFile
  error?: unknown
}

/**
 * Answers pages, one a line, as they come: in order, one line each, as many at once as `width` says. A line that
 * cannot be used is answered by its problem, and costs the others nothing. Until its end it counts as a request.
 *
 * @param work what is done to a page
 * @param to the format that it gives; JSON stands in the answer as it is, other text as a string, bytes in base64
 */
export function answerLines(
  c: Context<ApiEnv>,
  { load, width, ...limits }: BodyLimits & { width: number; load: Pick<Load, 'inFlight'> },
  work: (page: PageFile) => Promise<Written>,
  to: FormatName = 'json',
): Response {
  refuseEncoded(c)
  const answers = answersTo(pagesOf(c, limits), width, async (line) => {
    if (!line.page) throw line.error
    return resultOf((await work(line.page)).bytes, to)
  })
  let isOpen = true
  load.inFlight++
  const leave = () => {
    if (isOpen) load.inFlight--
    isOpen = false
  }
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value } = await answers.next()
        if (value !== undefined) return controller.enqueue(new TextEncoder().encode(value))
        leave()
        controller.close()
      },
      async cancel() {
        leave()
        await answers.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
  return c.body(body, 200, { 'Content-Type': NDJSON, 'X-Accel-Buffering': 'no' })
}

async function* answersTo(
  lines: AsyncGenerator<Line>,
  width: number,
  work: (line: Line) => Promise<string>,
): AsyncGenerator<string, undefined> {
  const begun: Promise<string>[] = []
  let coming: Promise<IteratorResult<Line>> | undefined = lines.next()
  try {
    while (coming || begun.length > 0) {
      const first = begun[0]
      const line = coming && begun.length < width ? coming.then((found) => ({ found })) : undefined
      const answer = first?.then((text) => ({ text }))
      const event = await Promise.race([line, answer].filter((one) => one !== undefined))
      if ('text' in event) {
        begun.shift()
        yield event.text
      } else if (event.found.done) {
        coming = undefined
      } else {
        begun.push(answerTo(event.found.value, work))
        coming = lines.next()
      }
    }
  } finally {
    await lines.return(undefined)
  }
}

async function answerTo(line: Line, work: (line: Line) => Promise<string>): Promise<string> {
  const { number, id } = line
  const head = `{"line":${number}${id === undefined ? '' : `,"id":${JSON.stringify(id)}`}`
  try {
    return `${head},"result":${await work(line)}}\n`
  } catch (error) {
    return `${head},"problem":${JSON.stringify(problemOf(error))}}\n`
  }
}

function problemOf(error: unknown): ProblemBody {
  if (!(error instanceof ApiError) || error.problem === 'fault') return problemBody('fault')
  return problemBody(error.problem, error.details)
}

/** A result as JSON on one line: line ends stand only between the tokens of JSON, and never in a string. */
function resultOf(bytes: Uint8Array, to: FormatName): string {
  const { mediaType, content } = formats[to] as Format
  if (content === 'bytes') return JSON.stringify(Buffer.from(bytes).toString('base64'))
  if (mediaType !== 'application/json') return JSON.stringify(new TextDecoder().decode(bytes))
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) bytes[at] = SPACE
  return new TextDecoder().decode(bytes)
}

/** The pages of a body, one a line; blank lines are none. A body that breaks off ends with a line that says so. */
export async function* pagesOf(c: Context<ApiEnv>, limits: BodyLimits): AsyncGenerator<Line> {
  let number = 0
  try {
    for await (const bytes of linesOf(chunksOf(c, limits), limits.maxBody)) {
      number++
      if (bytes?.every((byte) => byte === SPACE || byte === 13 || byte === 9)) continue
      yield readLine(bytes, number, limits.maxBody)
    }
  } catch (error) {
    yield { number: number + 1, error }
  }
}

function readLine(bytes: Uint8Array | null, number: number, maxBody: number): Line {
  if (!bytes) {
    const detail = `The line is longer than ${maxBody} bytes.`
    return { number, error: new ApiError('too-large', { detail }) }
  }
  let id: string | number | undefined
  try {
    const value = parseJson(bytes)
    if (typeof value !== 'object' || value === null) return { number, page: toPage(value, 'line') }
    const { id: sent, ...page } = value as { id?: unknown }
    if (typeof sent === 'string' || typeof sent === 'number') id = sent
    return { number, ...(id !== undefined && { id }), page: toPage(page, 'line') }
  } catch (error) {
    return { number, ...(id !== undefined && { id }), error }
  }
}

/** The lines of a stream; null for one longer than `most` bytes, of which no more is kept. */
async function* linesOf(stream: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array | null> {
  let parts: Uint8Array[] = []
  let size = 0
  const take = (part: Uint8Array) => {
    size += part.length
    if (size > most) parts = []
    else if (part.length > 0) parts.push(part)
  }
  const finish = () => {
    const line = size > most ? null : Buffer.concat(parts)
    parts = []
    size = 0
    return line
  }
  for await (const chunk of stream) {
    let from = 0
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, from)) {
      take(chunk.subarray(from, at))
      from = at + 1
      yield finish()
    }
    take(chunk.subarray(from))
  }
  if (size > 0) yield finish()
}
