import { toJsonSchema } from '@speeches/parser/schema'

type Schema = Record<string, unknown>

const AT = '#/components/schemas/'

/**
 * core's JSON Schema as components of an OpenAPI document: `ParseResult`, `RestoreResult`, and what they are made of,
 * named by the type of node they describe.
 */
export function coreSchemas(): Record<string, Schema> {
  const { $defs = {}, $schema: _, ...parseResult } = toJsonSchema() as { $defs?: Record<string, Schema> } & Schema
  const names = new Map(Object.entries($defs).map(([key, schema]) => [key, nameOf(key, schema)]))
  const schemas = Object.fromEntries(Object.entries($defs).map(([key, schema]) => [names.get(key), schema]))
  const { edits, messages } = parseResult.properties as Schema
  const restoreResult = {
    type: 'object',
    properties: { text: { type: 'string' }, edits, messages },
    required: ['text', 'edits', 'messages'],
    additionalProperties: false,
  }
  const all = { ParseResult: parseResult, RestoreResult: restoreResult, ...schemas }
  const written = JSON.stringify(all).replace(/"#\/\$defs\/(\w+)"/g, (_, key) => `"${AT}${names.get(key)}"`)
  return JSON.parse(written)
}

/** A node is called by its type; what has none keeps its number. */
function nameOf(key: string, { properties }: Schema): string {
  const type = (properties as Record<string, { const?: string }> | undefined)?.type?.const
  return type ? `Node.${type}` : `Core${key.replace('__schema', '')}`
}
