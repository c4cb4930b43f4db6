import { block, comment, field, indent, type JsonSchema, typeName, typeOf } from './types.ts'

/** As much of an OpenAPI document as a client is made of. */
export interface OpenApi {
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  components: { schemas: Readonly<Record<string, JsonSchema>> }
}

interface Operation {
  summary?: string
  parameters?: readonly { name: string; in: string; required?: boolean; schema: JsonSchema }[]
  requestBody?: { content: Content }
  responses: Readonly<Record<string, { content?: Content }>>
}

type Content = Readonly<Record<string, { schema?: JsonSchema }>>

const HEAD = `// Made by \`node apps/api/src/generate-client.ts\` from the OpenAPI document of the API.
import type { Hono } from 'hono'
import type { BlankEnv } from 'hono/types'

/** Answers by status: JSON, other text, and those that are bytes or nothing. */
type Json<Output, Status extends number> = { output: Output; outputFormat: 'json'; status: Status }
type Text<Status extends number> = { output: string; outputFormat: 'text'; status: Status }
type Bare<Status extends number> = { output: unknown; outputFormat: 'body'; status: Status }

type Endpoint<Input, Answer> = Answer extends { status: number } ? Answer & { input: Input } : never

/** The API's routes, for Hono's client. */
export type Api = Hono<BlankEnv, Routes, '/'>
`

/** The module that the client has its types from. */
export function clientModule({ paths, components }: OpenApi): string {
  const routes = Object.entries(paths).map(([path, operations]) => {
    const methods = Object.entries(operations).map(([method, operation]) => endpoint(method, operation))
    return field(path.replace(/\{(\w+)\}/g, ':$1'), block(methods), true)
  })
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) => `${comment(schema.description)}export type ${typeName(name)} = ${typeOf(schema)}\n`,
  )
  return HEAD + indent(['', `type Routes = ${block(routes)}`, '', ...schemas].join('\n'))
}

function endpoint(method: string, operation: Operation): string {
  const answers = answersOf(operation)
  return `${comment(operation.summary)}$${method}: Endpoint<${inputOf(operation)}, ${answers.join(' | ')}>`
}

/** What a request is made of: the groups of parameters, and the bodies that Hono's client can write. */
function inputOf({ parameters = [], requestBody }: Operation): string {
  const groups = [
    ['path', 'param'],
    ['query', 'query'],
    ['header', 'header'],
  ] as const
  const parts = groups.flatMap(([where, name]) => {
    const own = parameters.filter((parameter) => parameter.in === where)
    if (own.length === 0) return []
    const fields = own.map(({ name, required = false, schema }) =>
      field(name, typeOf(schema), required, schema.description),
    )
    const isRequired = own.some(({ required }) => required === true)
    return [field(name, block(fields), isRequired)]
  })
  return block([...parts, ...bodiesOf(requestBody?.content)])
}

/** Other bodies than these are given in the options of a request, as `init.body` with its `Content-Type`. */
function bodiesOf(content: Content = {}): string[] {
  const json = content['application/json']?.schema
  const isOnly = Object.keys(content).length === 1
  return [
    ...(json ? [field('json', typeOf(json), isOnly)] : []),
    ...(content['multipart/form-data'] ? ['form?: { file: File | File[] }'] : []),
  ]
}

/** The answers by what they are, each with all the statuses that come so. */
function answersOf({ responses }: Operation): string[] {
  const statuses = new Map<string, string[]>()
  const add = (kind: string, status: string) => statuses.set(kind, [...(statuses.get(kind) ?? []), status])
  for (const [status, { content = {} }] of Object.entries(responses)) {
    const types = Object.entries(content)
    if (types.length === 0) add('Bare<', status)
    for (const [type, { schema = {} }] of types) add(kindOf(type, schema), status)
  }
  return [...statuses].map(([kind, all]) => `${kind}${[...new Set(all)].join(' | ')}>`)
}

function kindOf(type: string, schema: JsonSchema): string {
  if (/^application\/(problem\+)?json$/.test(type)) return `Json<${typeOf(schema)}, `
  return schema.type === 'string' ? 'Text<' : 'Bare<'
}
