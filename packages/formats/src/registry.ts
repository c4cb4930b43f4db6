import type { Reading } from './read/reading.ts'
import { readText } from './read/text/index.ts'
import { json } from './write/json/index.ts'
import { markdown } from './write/markdown/index.ts'
import { outline } from './write/outline/index.ts'
import { text } from './write/text/index.ts'
import type { Writer } from './write/writer.ts'

/** What files are read as. */
export const readers = { text: readText } satisfies Record<string, (bytes: Uint8Array) => Reading>

/** What results are written as. */
export const writers = { json, text, markdown, outline } satisfies Record<string, Writer>

export type ReaderName = keyof typeof readers
export type WriterName = keyof typeof writers
