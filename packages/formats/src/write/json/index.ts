import type { Writer } from '../writer.ts'

/** The result itself: tree, edits and messages, with positions in the source. */
export const json: Writer = {
  description: 'tree, edits and messages, with positions in the source',
  mediaType: 'application/json',
  extension: 'json',
  write: (result) => `${JSON.stringify(result, null, 2)}\n`,
}
