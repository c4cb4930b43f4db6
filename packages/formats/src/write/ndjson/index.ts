import type { ParseResult } from '@speeches/core/schema'
import { joined } from '../joined.ts'
import type { WriteOptions } from '../options.ts'
import type { Writer } from '../writer.ts'
import { paragraphRecords, speechRecords } from './records.ts'

/** One speech a line (NDJSON, https://github.com/ndjson/ndjson-spec); a page without speeches is an empty line. */
export const ndjson: Writer = linesOf(({ collection }, options) => speechRecords(collection, options))

/** One paragraph, point or closing a line, with the speech and the headings it stands under. */
export const ndjsonParagraphs: Writer = linesOf(({ collection }, options) => paragraphRecords(collection, options))

function linesOf(records: (result: ParseResult, options?: WriteOptions) => Iterable<object>): Writer {
  function* lines(result: ParseResult, options?: WriteOptions): Generator<string> {
    for (const record of records(result, options)) yield `${JSON.stringify(record)}\n`
  }
  return {
    *write(result, options) {
      let isEmpty = true
      for (const line of lines(result, options)) {
        isEmpty = false
        yield line
      }
      if (isEmpty) yield '\n'
    },
    join: joined(lines),
  }
}
