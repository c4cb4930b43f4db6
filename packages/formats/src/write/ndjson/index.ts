import type { Writer } from '../writer.ts'
import { paragraphRecords, speechRecords } from './records.ts'

/** One speech a line (NDJSON, https://github.com/ndjson/ndjson-spec); a page without speeches is an empty line. */
export const ndjson: Writer = {
  description: 'one speech a line, as JSON',
  mediaType: 'application/x-ndjson',
  extension: 'ndjson',
  write: ({ collection }) => lines(speechRecords(collection)),
}

/** One paragraph, point or closing a line, with the speech and the headings it stands under. */
export const ndjsonParagraphs: Writer = {
  description: 'one paragraph a line, as JSON',
  mediaType: 'application/x-ndjson',
  extension: 'ndjson',
  write: ({ collection }) => lines(paragraphRecords(collection)),
}

function* lines(records: Iterable<object>): Generator<string> {
  let isEmpty = true
  for (const record of records) {
    isEmpty = false
    yield `${JSON.stringify(record)}\n`
  }
  if (isEmpty) yield '\n'
}
