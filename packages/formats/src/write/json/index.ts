import type { Writer } from '../writer.ts'
import { jsonPieces } from './pieces.ts'

/** An item, an edit, a message a line. */
const LAYOUT = { collection: { children: {} }, edits: {}, messages: {} }

/** The result itself: tree, edits and messages, with positions in the source. */
export const json: Writer = {
  *write(result) {
    yield* jsonPieces(result, LAYOUT)
    yield '\n'
  },
}
