import type { ParseResult } from '@speeches/core/schema'
import type { WriteOptions } from '../options.ts'
import type { Writer } from '../writer.ts'
import { zip } from '../zip.ts'
import { MIMETYPE, partsOf } from './parts.ts'

/**
 * EPUB 3 (https://www.w3.org/TR/epub-33/): a page as a book, a chapter for each item, or many pages as one book.
 * Of the speeches everything is there; noise and related links are left out.
 */
export const epub: Writer<Uint8Array> = {
  write: (result, options) => [bookOf([result], options)],
  async *join(results, options) {
    const pages: ParseResult[] = []
    for await (const result of results) pages.push(result)
    yield bookOf(pages, options)
  },
}

/** Readers know a book by its first file: its name and, uncompressed, its media type. */
function bookOf(pages: readonly ParseResult[], options?: WriteOptions): Uint8Array {
  return zip(partsOf(pages, options), [MIMETYPE])
}
