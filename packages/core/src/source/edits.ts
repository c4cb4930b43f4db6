import type { Edit } from '../schema/edit.ts'
import { applyPatches, fromEdits } from './patches.ts'

/** The restored text: `source` with every edit applied. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  return applyPatches(source, fromEdits(edits))
}

/**
 * The source again, code unit for code unit: `text` with every edit taken back.
 *
 * @param text what `restore` returned, unchanged
 * @param edits the edits it returned with the text, all of them
 * @throws {RangeError} when the text at an edit's place is not what the edit wrote
 */
export function undo(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = []
  let from = 0
  let shift = 0
  for (const { position, original, replacement } of edits) {
    const start = position.start.offset + shift
    if (start < from || !text.startsWith(replacement, start)) {
      const { line, column } = position.start
      throw new RangeError(
        `The text is not what these edits made: expected “${replacement}” for source line ${line}, column ${column}. Pass text and edits of the same call.`,
      )
    }
    pieces.push(text.slice(from, start), original)
    from = start + replacement.length
    shift += replacement.length - original.length
  }
  pieces.push(text.slice(from))
  return pieces.join('')
}
