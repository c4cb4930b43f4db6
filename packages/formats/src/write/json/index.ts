import type { Writer } from '../writer.ts'
import { jsonPieces } from './pieces.ts'

/** The result itself: tree, edits and messages, with positions in the source; an edit and a message a line. */
export const json: Writer = {
  description: 'tree, edits and messages, with positions in the source',
  mediaType: 'application/json',
  extension: 'json',
  *write(result) {
    yield* jsonPieces(result, 2)
    yield '\n'
  },
}
