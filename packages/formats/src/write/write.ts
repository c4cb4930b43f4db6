import type { ParseResult } from '@speeches/core/schema'
import { type BytesFormatName, type Format, type FormatName, formats } from './formats.ts'
import type { WriteOptions } from './options.ts'
import type { Piece, Writer } from './writer.ts'

type Written<Name extends FormatName> = Name extends BytesFormatName ? Uint8Array : string

/** One result, or many that become one file. */
export type Results = ParseResult | Iterable<ParseResult> | AsyncIterable<ParseResult>

/** A result as one string, or as bytes where the format says `content: 'bytes'`. */
export async function write<Name extends FormatName>(
  results: Results,
  name: Name,
  options: WriteOptions = {},
): Promise<Written<Name>> {
  const { writer, head } = await open(name, options)
  const pieces = [...head]
  if (isResult(results)) for (const piece of writer.write(results, options)) pieces.push(piece)
  else for await (const piece of piecesOf(results, name, writer, options)) pieces.push(piece)
  const isText = formats[name].content === 'text'
  return (isText ? pieces.join('') : concatenate(pieces as Uint8Array[])) as Written<Name>
}

/**
 * A file in pieces, strings or bytes, made as they are asked for: results are taken one by one, so that many of them
 * need no more memory than few.
 *
 * @throws {RangeError} when there is more than one result and the format holds one page a file
 */
export async function* stream<Name extends FormatName>(
  results: Results,
  name: Name,
  options: WriteOptions = {},
): AsyncGenerator<Written<Name>> {
  const { writer, head } = await open(name, options)
  yield* head as Written<Name>[]
  yield* piecesOf(results, name, writer, options) as AsyncIterable<Written<Name>>
}

/** The writer of a format, and what comes before its first piece. */
async function open(name: FormatName, options: WriteOptions): Promise<{ writer: Writer<Piece>; head: Piece[] }> {
  const format: Format = formats[name]
  return { writer: await format.load(), head: options.bom && format.options.includes('bom') ? ['\ufeff'] : [] }
}

async function* piecesOf(
  results: Results,
  name: FormatName,
  writer: Writer<Piece>,
  options: WriteOptions,
): AsyncGenerator<Piece> {
  if (isResult(results)) yield* writer.write(results, options)
  else if (writer.join) yield* writer.join(each(results), options)
  else {
    let count = 0
    for await (const result of results) {
      if (++count > 1) throw new RangeError(`A file of format ${name} holds one page. Write each page to its own file.`)
      yield* writer.write(result, options)
    }
  }
}

function isResult(results: Results): results is ParseResult {
  return 'collection' in results
}

async function* each(results: Iterable<ParseResult> | AsyncIterable<ParseResult>): AsyncGenerator<ParseResult> {
  yield* results
}

function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}
