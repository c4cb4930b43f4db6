import { chooseReader, describeInvalidBytes, type ReaderName, type Reading, read, readers } from '@speeches/formats'
import { type LexiconData, type ParseResult, parse } from '@speeches/parser'
import type { NewPage, StoredSource } from '@speeches/store'
import { ApiError } from '../problems.ts'
import type { Options, PageFile } from './task.ts'

type Source = Extract<Reading, { ok: true }>

/** Reads a page. Throws an ApiError that says why it cannot be read. */
export async function readPage({ bytes, name, contentType }: PageFile): Promise<Source> {
  const reading = await read(bytes, { ...(name && { name }), ...(contentType && { contentType }) })
  if (reading.ok) return reading
  const { reason: detail, advice, ruleId } = reading
  throw new ApiError('unreadable-page', { detail, advice, ruleId })
}

/** A page parsed, with what its reading had to say before all other messages. */
export async function parseSource(source: Source, options: Options = {}): Promise<ParseResult> {
  const result = parse(source.text, { ...options, ...(await lexiconFor(source.text)) })
  const read = readingMessages(source)
  return read.length > 0 ? { ...result, messages: [...read, ...result.messages] } : result
}

export function readingMessages(source: Source) {
  const invalid = describeInvalidBytes(source)
  return invalid ? [...source.messages, invalid] : source.messages
}

/** The full word table, loaded only for a page that can have damaged runs: they all hold a question mark. */
export async function lexiconFor(text: string): Promise<{ lexicon?: LexiconData }> {
  if (!text.includes('?')) return {}
  const { lexicon } = await import('@speeches/parser/lexicon')
  return { lexicon }
}

/**
 * A stored page parsed again: its text as it was read when it came, with what its reading had to say. Where a newer
 * reader makes another text of the bytes, that says nothing, as its places would be in that text.
 */
export async function parseStored({ bytes, text, encoding, format }: StoredSource): Promise<ParseResult> {
  const reader = format !== null && Object.hasOwn(readers, format) ? readers[format as ReaderName] : readers.text
  const reading = await reader(bytes, { contentType: `text/plain; charset=${encoding}` })
  if (reading.ok && reading.text === text) return await parseSource(reading)
  return parse(text, await lexiconFor(text))
}

/** A page ready for the store. */
export async function newPage(file: PageFile, parser: string): Promise<NewPage> {
  const source = await readPage(file)
  const { bytes, name, contentType, origin } = file
  const format = chooseReader(bytes, name, contentType)
  return {
    source: { bytes, text: source.text, encoding: source.encoding ?? format, format },
    ...(origin !== undefined && { origin }),
    result: await parseSource(source),
    parser,
  }
}
