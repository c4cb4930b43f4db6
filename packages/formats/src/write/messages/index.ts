import type { Message, ParseResult } from '@speeches/core/schema'
import { csvRow } from '../csv.ts'
import type { WriteOptions } from '../options.ts'
import type { Writer } from '../writer.ts'

const COLUMNS = ['severity', 'rule', 'line', 'column', 'start', 'end', 'reason', 'actual', 'expected', 'note', 'url']

/** The messages of a page as a table, for a spreadsheet; `expected` has a line for each reading. */
export const messagesCsv: Writer = {
  *write(result, options) {
    yield csvRow(COLUMNS)
    yield* rowsOf(result, options)
  },
  async *join(results, options) {
    yield csvRow(['page', ...COLUMNS])
    let page = 0
    for await (const result of results) yield* rowsOf(result, options, ++page)
  },
}

function* rowsOf({ messages }: ParseResult, { guardFormulas }: WriteOptions = {}, page?: number): Generator<string> {
  for (const message of messages) {
    yield csvRow([...(page === undefined ? [] : [page]), ...cellsOf(message)], guardFormulas)
  }
}

function cellsOf({ fatal, ruleId, place, reason, actual, expected, note, url }: Message): (string | number | null)[] {
  const severity = fatal === null ? 'info' : fatal ? 'error' : 'warning'
  const { start, end } = place ?? {}
  return [
    ...[severity, ruleId, start?.line ?? null, start?.column ?? null, start?.offset ?? null, end?.offset ?? null],
    ...[reason, actual ?? null, expected?.join('\n') ?? null, note ?? null, url ?? null],
  ]
}
