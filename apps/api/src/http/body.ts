import type { Context, MiddlewareHandler } from 'hono'
import { type ApiEnv, faultsOf } from '../context.ts'
import { defined } from '../defined.ts'
import type { PageFile } from '../pool/task.ts'
import { ApiError } from '../problems.ts'
import { filePage, textPage } from '../schemas.ts'

/** How much of a body is taken, and for how long. */
export interface BodyLimits {
  /** A page, in bytes. */
  maxBody: number
  /** A body of many pages, in bytes; any number, unless given. */
  total?: number
  /** In ms. */
  bodyTime: number
}

/** Media types that a page may come as; what it is in truth, its content says. */
export const PAGE_TYPES: Readonly<Record<string, string>> = {
  'text/plain': 'a page of plain text; with a charset where it is known',
  'text/html': 'a page as fetched',
  'text/markdown': 'a page in Markdown',
  'application/octet-stream': 'a file: TXT, HTML, DOCX, DOC or PDF',
  'application/pdf': 'a PDF',
  'application/msword': 'a DOC',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'a DOCX',
}

/** The media type of a request without its parameters; the empty string where it names none. */
export function mediaTypeOf(c: Context<ApiEnv>): string {
  return c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
}

/** The pieces of a body as they arrive. Throws an ApiError: `too-large`, or `slow-body` where one takes too long. */
export async function* chunksOf(
  c: Context<ApiEnv>,
  { bodyTime, total = Number.POSITIVE_INFINITY }: Omit<BodyLimits, 'maxBody'>,
): AsyncGenerator<Uint8Array, void> {
  const { body } = c.req.raw
  if (!body) return
  const reader = body.getReader()
  let size = 0
  try {
    for (;;) {
      const { done, value } = await within(bodyTime, reader.read())
      if (done) return
      size += value.length
      if (size > total) throw tooLarge(total)
      yield value
    }
  } catch (error) {
    if (error instanceof ApiError) throw error
    throw new ApiError('invalid-body', { detail: 'The body broke off.', advice: 'Send it again.' })
  } finally {
    reader.cancel().catch(() => {})
  }

  async function within<Value>(time: number, work: Promise<Value>): Promise<Value> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(slow(time)), time)
    })
    try {
      return await Promise.race([work, late])
    } finally {
      clearTimeout(timer)
    }
  }
}

function slow(time: number): ApiError {
  return new ApiError('slow-body', {
    detail: `It did not arrive in ${time / 1000} s.`,
    headers: { Connection: 'close' },
  })
}

/** A whole body, in the time that one may take. Throws an ApiError: `too-large`, `slow-body`, `unsupported-media-type`. */
export async function bytesOf(c: Context<ApiEnv>, limits: BodyLimits): Promise<Uint8Array> {
  refuseEncoded(c)
  const { maxBody, bodyTime } = limits
  if (Number(c.req.header('content-length') ?? 0) > maxBody) throw tooLarge(maxBody)
  const end = Date.now() + bodyTime
  const parts: Uint8Array[] = []
  for await (const part of chunksOf(c, { bodyTime, total: maxBody })) {
    if (Date.now() > end) throw slow(bodyTime)
    parts.push(part)
  }
  return parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts)
}

export function tooLarge(maxBody: number): ApiError {
  return new ApiError('too-large', {
    detail: `The limit is ${maxBody} bytes.`,
    headers: { Connection: 'close' },
  })
}

/** Compressed bodies are not unfolded: nobody knows how large they get. */
export function refuseEncoded(c: Context<ApiEnv>): void {
  const encoding = c.req.header('content-encoding')
  if (!encoding || encoding.toLowerCase() === 'identity') return
  throw new ApiError('unsupported-media-type', {
    detail: 'Bodies with a Content-Encoding are not read.',
    advice: 'Send the body as it is.',
  })
}

/**
 * The page of a request: its body, the file of a form (`multipart/form-data`, part `file`), or `text` or `base64` of a
 * JSON object.
 */
export async function pageOf(c: Context<ApiEnv>, limits: BodyLimits): Promise<PageFile> {
  const type = mediaTypeOf(c)
  if (type === 'application/json') return parsePage(await bytesOf(c, limits))
  if (type === 'multipart/form-data') return onlyFile(await filesOf(c, limits))
  if (!Object.hasOwn(PAGE_TYPES, type)) throw unknownType(type, 'application/json', 'multipart/form-data')
  return { bytes: await bytesOf(c, limits), contentType: c.req.header('content-type') ?? type }
}

export function unknownType(type: string, ...others: string[]): ApiError {
  const known = [...Object.keys(PAGE_TYPES), ...others]
  return new ApiError('unsupported-media-type', {
    detail: type === '' ? 'The request does not say what its body is.' : `Bodies of type ${type} are not read here.`,
    advice: `Send one of: ${known.join(', ')}.`,
  })
}

/** The page in a JSON text; `where` is how places in it are called. Throws an ApiError `invalid-body`. */
export function parsePage(bytes: Uint8Array, where = 'body'): PageFile {
  return toPage(parseJson(bytes), where)
}

/** JSON, which is UTF-8 always. Throws an ApiError `invalid-body`. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    const isUtf8 = error instanceof SyntaxError
    throw new ApiError('invalid-body', {
      detail: isUtf8 ? 'The body is no JSON.' : 'The body is not UTF-8, as JSON has to be.',
      advice: 'Send a JSON object such as {"text": "…"}.',
    })
  }
}

/** A page as JSON names it. */
export function toPage(value: unknown, where = 'body'): PageFile {
  const isFile = typeof value === 'object' && value !== null && 'base64' in value
  return isFile ? toFilePage(value, where) : toTextPage(value, where)
}

function toTextPage(value: unknown, where: string): PageFile {
  const { text, ...about } = checked(textPage.safeParse(value), where)
  return { bytes: new TextEncoder().encode(text), contentType: 'text/plain; charset=utf-8', ...defined(about) }
}

function toFilePage(value: unknown, where: string): PageFile {
  const { base64, ...about } = checked(filePage.safeParse(value), where)
  return { bytes: Buffer.from(base64, 'base64'), ...defined(about) }
}

function checked<Value>({ data, error }: { data?: Value; error?: Invalid }, where: string): Value {
  if (!error) return data as Value
  const errors = faultsOf(where, error.issues)
  throw new ApiError('invalid-body', { detail: 'This is no page: give `text` or `base64`.', errors })
}

interface Invalid {
  issues: Parameters<typeof faultsOf>[1]
}

/** The files of a form: all parts `file`. Throws an ApiError `invalid-body`. */
export async function filesOf(c: Context<ApiEnv>, limits: BodyLimits): Promise<PageFile[]> {
  const bytes = await bytesOf(c, limits)
  const headers = { 'content-type': c.req.header('content-type') ?? '' }
  const form = await new Response(bytes as Uint8Array<ArrayBuffer>, { headers }).formData().catch(() => {
    throw new ApiError('invalid-body', {
      detail: 'The body is no form of parts.',
      advice: 'Send multipart/form-data with its boundary, and the page as the file `file`.',
    })
  })
  const parts = form.getAll('file')
  if (parts.length === 0) throw badForm('is missing')
  return await Promise.all(
    parts.map(async (part) => {
      if (typeof part === 'string') throw badForm('is no file: it has no file name')
      return { bytes: new Uint8Array(await part.arrayBuffer()), name: part.name, contentType: part.type }
    }),
  )
}

function badForm(detail: string): ApiError {
  return new ApiError('invalid-body', {
    detail: `The part \`file\` of the form ${detail}.`,
    advice: 'Send the page as the part `file`, with a file name.',
    errors: [{ where: 'body.file', detail }],
  })
}

function onlyFile([file, ...others]: PageFile[]): PageFile {
  if (file && others.length === 0) return file
  throw badForm('stands more than once; import many with POST /v1/imports')
}

/** As many bytes as the JSON of a key or a search takes. */
const SMALL = 2 ** 16

/** Reads the small JSON bodies of some paths within the limits, before they are looked into. */
export function readJsonBody(paths: readonly string[], limits: BodyLimits): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    if (c.req.method === 'POST' && paths.includes(c.req.path)) {
      if (mediaTypeOf(c) !== 'application/json') {
        throw new ApiError('unsupported-media-type', { advice: 'Send application/json.' })
      }
      const bytes = await bytesOf(c, { ...limits, maxBody: SMALL })
      parseJson(bytes)
      c.req.bodyCache.arrayBuffer = Promise.resolve(new Uint8Array(bytes).buffer) as never
    }
    await next()
  }
}
