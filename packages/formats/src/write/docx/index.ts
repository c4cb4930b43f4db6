import type { Writer } from '../writer.ts'
import { zip } from '../zip.ts'
import { partsOf } from './parts.ts'

/** The speeches as a document for Word, laid out as GB/T 9704-2012 has it; each item begins on a page of its own. */
export const docx: Writer<Uint8Array> = {
  write: ({ collection }) => [zip(partsOf(collection))],
}
