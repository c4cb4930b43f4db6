import type { ParseResult } from '@speeches/core/schema'

/** A written result in pieces: what a page holds may be more than one string can. */
export type Pieces = readonly string[] | Generator<string>

/** A format that results are written in. */
export interface Writer {
  /** What the format is good for, in a few words. */
  description: string
  mediaType: string
  /** Of a file in this format, without the dot. */
  extension: string
  /** The result in pieces; joined, they end in a line end. */
  write(result: ParseResult): Pieces
}
