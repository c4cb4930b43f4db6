import type { Reading } from './read/reading.ts'
import { readText } from './read/text/index.ts'
import { figures, figuresCsv } from './write/figures/index.ts'
import { html } from './write/html/index.ts'
import { json } from './write/json/index.ts'
import { markdown } from './write/markdown/index.ts'
import { ndjson, ndjsonParagraphs } from './write/ndjson/index.ts'
import { outline } from './write/outline/index.ts'
import { tei } from './write/tei/index.ts'
import { text } from './write/text/index.ts'
import type { Writer } from './write/writer.ts'

/** Reads a file; what needs a library loads it when it is first used. */
type Reader = (bytes: Uint8Array) => Reading | Promise<Reading>

/** What files are read as. */
export const readers = {
  text: (bytes: Uint8Array): Reading => readText(bytes),
  html: async (bytes: Uint8Array): Promise<Reading> => (await import('./read/html/index.ts')).readHtml(bytes),
} satisfies Record<string, Reader>

/** What results are written as. */
export const writers = {
  json,
  text,
  markdown,
  outline,
  ndjson,
  'ndjson-paragraphs': ndjsonParagraphs,
  html,
  tei,
  figures,
  'figures-csv': figuresCsv,
} satisfies Record<string, Writer>

export type ReaderName = keyof typeof readers
export type WriterName = keyof typeof writers
