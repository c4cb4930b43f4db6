import { z } from '@hono/zod-openapi'
import { type FormatName, formats } from '@speeches/formats'
import { EXAMPLE_IDS, EXAMPLE_PAGE } from './examples.ts'
import { PAGE_TYPES } from './http/body.ts'
import { FORMAT_NAMES, mediaTypeOfFormat } from './http/negotiate.ts'
import { PROBLEMS, type ProblemName } from './problems.ts'
import { id, problem } from './schemas.ts'

/** Problems that every route under /v1 can answer. */
const COMMON: readonly ProblemName[] = [
  'invalid-parameter',
  'key-needed',
  'scope-needed',
  'too-many-requests',
  'fault',
  'busy',
  'store-unavailable',
]

/** Problems of routes that read a body. */
export const BODY_PROBLEMS: readonly ProblemName[] = [
  'invalid-body',
  'slow-body',
  'too-large',
  'unsupported-media-type',
]

type ProblemStatus = (typeof PROBLEMS)[ProblemName]['status']

/** The answers to what can go wrong: those of every route, and those named. */
export function problems(...names: readonly ProblemName[]) {
  const byStatus = new Map<ProblemStatus, string[]>()
  for (const name of new Set([...names, ...COMMON])) {
    const { status, title } = PROBLEMS[name]
    byStatus.set(status, [...(byStatus.get(status) ?? []), `\`${name}\`: ${title}.`])
  }
  const content = { 'application/problem+json': { schema: problem } }
  return Object.fromEntries(
    [...byStatus].map(([status, titles]) => [status, { description: titles.join(' '), content }]),
  ) as Record<never, never>
}

/** An answer of JSON. */
export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } }
}

const TEXT = { type: 'string' } as const
/** Bytes that are no JSON: there is nothing that a schema could say of them. */
const ANY = {} as const

/** An answer in any of these formats, JSON as `schema` where there is one. */
export function inFormats<Schema extends z.ZodType>(
  schema: Schema,
  description: string,
  names: readonly FormatName[] = FORMAT_NAMES,
) {
  const others = [...new Set(names.map(mediaTypeOfFormat))].filter((type) => type !== 'application/json')
  const content = Object.fromEntries(others.map((type) => [type, { schema: isText(type) ? TEXT : ANY }])) as Record<
    never,
    never
  >
  return { description, content: { 'application/json': { schema }, ...content } }
}

function isText(type: string): boolean {
  return FORMAT_NAMES.some((name) => mediaTypeOfFormat(name) === type && formats[name].content === 'text')
}

const EXAMPLE_TYPES = ['text/plain', 'text/html']

/** The body of a route that takes a page, whatever it comes as. */
export function pageBody(more: Readonly<Record<string, object>> = {}) {
  const content = Object.fromEntries(
    Object.entries(PAGE_TYPES).map(([type, description]) => [
      type,
      EXAMPLE_TYPES.includes(type)
        ? { schema: { ...ANY, description }, example: EXAMPLE_PAGE }
        : { schema: { ...ANY, description } },
    ]),
  )
  const file = {
    type: 'object',
    properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
    required: ['file'],
  } as const
  return {
    required: true,
    content: {
      ...content,
      'application/json': {
        schema: { $ref: '#/components/schemas/Page' },
        example: { text: EXAMPLE_PAGE, name: 'page.txt' },
      },
      'multipart/form-data': { schema: file },
      ...more,
    },
  } as { required: true; content: Record<never, never> }
}

/** A body of pages, one a line. */
export const NDJSON_BODY = {
  'application/x-ndjson': {
    schema: {
      ...ANY,
      description: 'A page a line: {"id": 1, "text": "…"} or {"base64": "…", "name": "page.docx"}; `id` comes back.',
    },
    example: `${JSON.stringify({ id: 1, text: EXAMPLE_PAGE })}\n`,
  },
}

/** The answer to such a body. */
export const NDJSON_ANSWER = {
  'application/x-ndjson': {
    schema: {
      ...TEXT,
      description: 'To each line one line, in order: {"line": 1, "id": 1, "result": …} or {"line": 1, "problem": …}.',
    },
  },
}

/** The id in a path. */
export function idOf(kind: keyof typeof EXAMPLE_IDS) {
  return z.object({ id: id.openapi({ example: EXAMPLE_IDS[kind] }) })
}

/** `true` or `false` in a query. */
export const flag = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .optional()

/** A whole number in a query; OpenAPI calls it a number, though it comes as text. */
export function numberIn(min: number, max: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max))
    .optional()
    .openapi({ type: 'integer', minimum: min, maximum: max, pattern: undefined } as never)
}

/** Names with commas between, in a query. */
export function listOf<Name extends string>(names: readonly Name[], description: string) {
  const one = `(?:${names.join('|')})`
  return z
    .string()
    .regex(new RegExp(`^${one}(?:,${one})*$`))
    .transform((text) => text.split(',') as Name[])
    .optional()
    .openapi({ description: `${description}: ${names.join(', ')}; with commas between.`, example: names[0] })
}
