import { encodingOfHeader } from './charset.ts'
import type { Reading, ReadOptions } from './reading.ts'
import { readText } from './text/index.ts'

/**
 * Reads the bytes of a file. A reader answers everything with a reading or a refusal; it never throws, and touches
 * neither network nor disk. What needs a library loads it when it is first used.
 */
type Reader = (bytes: Uint8Array, options?: ReadOptions) => Reading | Promise<Reading>

/** What files are read as. */
export const readers = {
  text: (bytes: Uint8Array, { contentType }: ReadOptions = {}): Reading =>
    readText(bytes, encodingOfHeader(contentType)),
  html: async (bytes: Uint8Array, options?: ReadOptions): Promise<Reading> =>
    (await import('./html/index.ts')).readHtml(bytes, options),
  markdown: async (bytes: Uint8Array, options?: ReadOptions): Promise<Reading> =>
    (await import('./markdown/index.ts')).readMarkdown(bytes, options),
  docx: async (bytes: Uint8Array): Promise<Reading> => (await import('./docx/index.ts')).readDocx(bytes),
  doc: async (bytes: Uint8Array): Promise<Reading> => (await import('./doc/index.ts')).readDoc(bytes),
  pdf: async (bytes: Uint8Array): Promise<Reading> => (await import('./pdf/index.ts')).readPdf(bytes),
} satisfies Record<string, Reader>

export type ReaderName = keyof typeof readers
