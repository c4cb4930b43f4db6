import type { ParseResult } from '@speeches/core/schema'

/** A format that results are written in. */
export interface Writer {
  /** What the format is good for, in a few words. */
  description: string
  mediaType: string
  /** Of a file in this format, without the dot. */
  extension: string
  /** The result as one string that ends in a line end. */
  write(result: ParseResult): string
}
