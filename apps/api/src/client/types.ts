/** As much of JSON Schema as the API's document is written in. */
export interface JsonSchema {
  $ref?: string
  const?: unknown
  enum?: readonly unknown[]
  anyOf?: readonly JsonSchema[]
  oneOf?: readonly JsonSchema[]
  allOf?: readonly JsonSchema[]
  type?: string | readonly string[]
  properties?: Readonly<Record<string, JsonSchema>>
  required?: readonly string[]
  additionalProperties?: boolean | JsonSchema
  items?: JsonSchema
  description?: string
}

/** A JSON Schema as a type of TypeScript; what it says of lengths and forms is left out. */
export function typeOf(schema: JsonSchema): string {
  const { $ref, anyOf, oneOf, allOf, type } = schema
  if ($ref !== undefined) return typeName($ref.slice($ref.lastIndexOf('/') + 1))
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return union(schema.enum.map((value) => JSON.stringify(value)))
  const choices = anyOf ?? oneOf
  if (choices) return union(choices.map(typeOf))
  if (allOf) return allOf.map((part) => `(${typeOf(part)})`).join(' & ')
  if (Array.isArray(type)) return union(type.map((one) => typeOf({ ...schema, type: one })))
  return ofType(type as string | undefined, schema)
}

function ofType(type: string | undefined, schema: JsonSchema): string {
  switch (type) {
    case 'object':
      return objectType(schema)
    case 'array':
      return `(${schema.items ? typeOf(schema.items) : 'unknown'})[]`
    case 'integer':
    case 'number':
      return 'number'
    case 'string':
    case 'boolean':
    case 'null':
      return type
    default:
      return 'unknown'
  }
}

function objectType({ properties = {}, required = [], additionalProperties }: JsonSchema): string {
  const known = Object.entries(properties).map(([name, schema]) =>
    field(name, typeOf(schema), required.includes(name), schema.description),
  )
  const named = block(known)
  if (typeof additionalProperties !== 'object') return known.length > 0 ? named : 'Record<string, unknown>'
  const others = `Record<string, ${typeOf(additionalProperties)}>`
  return known.length > 0 ? `${named} & ${others}` : others
}

/** An object type of some fields, one a line. */
export function block(fields: readonly string[]): string {
  return fields.length > 0 ? `{\n${fields.join('\n')}\n}` : '{}'
}

/** A field of an object type, with what is said about it. */
export function field(name: string, type: string, isRequired: boolean, description?: string): string {
  const key = /^[a-z_$][\w$]*$/i.test(name) ? name : JSON.stringify(name)
  return `${comment(description)}${key}${isRequired ? '' : '?'}: ${type}`
}

export function comment(text: string | undefined): string {
  return text === undefined ? '' : `/** ${text.replaceAll('*/', '*\\/')} */\n`
}

/** The lines of code, each as deep as the braces before it. */
export function indent(code: string): string {
  let depth = 0
  const lines = code.split('\n').map((line) => {
    const isClosing = line.startsWith('}')
    const indented = line === '' ? '' : '  '.repeat(isClosing ? depth - 1 : depth) + line
    if (!line.startsWith('/**')) depth += line.split('{').length - line.split('}').length
    return indented
  })
  return lines.join('\n')
}

function union(types: readonly string[]): string {
  return types.length > 0 ? [...new Set(types)].join(' | ') : 'never'
}

/** `Node.item` → `NodeItem`: the name of a schema as one of TypeScript. */
export function typeName(name: string): string {
  return name.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase())
}
