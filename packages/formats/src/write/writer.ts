import type { ParseResult } from '@speeches/core/schema'
import type { WriteOptions } from './options.ts'

/** A piece of a file: text, stored as UTF-8, or bytes. */
export type Piece = string | Uint8Array

/** A written result in pieces: what a page holds may be more than one string can. */
export type Pieces<Kind extends Piece = string> = Iterable<Kind>

/** A format that results are written in. */
export interface Writer<Kind extends Piece = string> {
  /** The result in pieces; joined, those of a text end in a line end. */
  write(result: ParseResult, options?: WriteOptions): Pieces<Kind>
  /** Many results as one file, each read when the one before is written; absent where a file holds one page. */
  join?(results: AsyncIterable<ParseResult>, options?: WriteOptions): AsyncIterable<Kind>
}
