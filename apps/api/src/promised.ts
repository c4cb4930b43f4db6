import type { z } from 'zod'
import { documentSummary } from './schemas.ts'

/** The fields of a value that its schema promises; what else a store hands out stays here. */
export function promised<Value extends object>(schema: z.ZodObject, value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name in schema.shape)) as Value
}

/** The same with a document inside. */
export function withDocument<Value extends { document: object }>(value: Value): Value {
  return { ...value, document: promised(documentSummary, value.document) }
}
