import type { ParseResult } from '@speeches/core/schema'
import type { WriteOptions } from './options.ts'
import type { Writer } from './writer.ts'

/** Many results as one file, where that is the results one behind the other. */
export function joined(
  lines: (result: ParseResult, options?: WriteOptions) => Iterable<string>,
): NonNullable<Writer['join']> {
  return async function* join(results, options) {
    for await (const result of results) yield* lines(result, options)
  }
}
