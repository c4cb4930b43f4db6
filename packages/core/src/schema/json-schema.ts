import * as z from 'zod'
import { parseResult } from './result.ts'

/** JSON Schema (draft 2020-12) of what `parse` returns, made from the zod schema. */
export function toJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(parseResult, { reused: 'ref' }) as Record<string, unknown>
}
