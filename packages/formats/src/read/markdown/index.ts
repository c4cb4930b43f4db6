import { encodingOfHeader } from '../charset.ts'
import type { Reading, ReadOptions } from '../reading.ts'
import { refuse } from '../refuse.ts'
import { readText } from '../text/index.ts'
import { extractMarkdown } from './extract.ts'
import { readFrontMatter } from './front-matter.ts'

/** So many lists and quotations in one another; every one more takes longer than the one before. */
const DEEPEST = 32
const MARKER = '(?:>|[-*+]|\\d{1,9}[.)])'
/** Markers in a row on one line, and a marker that is indented as only deep lists are. */
const TOO_DEEP = [
  new RegExp(`^(?:[ \\t]*${MARKER}(?=[ \\t>]|$)){${DEEPEST + 1}}`, 'm'),
  new RegExp(`^(?: {4}|\\t){${DEEPEST}}[ \\t]*${MARKER}(?=[ \\t>]|$)`, 'm'),
]

/**
 * Reads Markdown (CommonMark, and tables as GFM has them): the lines that it shows, without the marks of headings,
 * emphasis, links and quotations; bullets and numbers of lists stay, a table's row is a line. A line end inside a paragraph stays one: whether it is only a wrapped line,
 * restoring decides. Front matter tells title, author and date. The map says where each character stood in the file.
 *
 * Refuses what is empty, holds no text, is no text file, or nests too deep.
 */
export async function readMarkdown(bytes: Uint8Array, { contentType }: ReadOptions = {}): Promise<Reading> {
  const reading = readText(bytes, encodingOfHeader(contentType))
  if (!reading.ok) return reading
  if (TOO_DEEP.some((pattern) => pattern.test(reading.text))) {
    return refuse('oversized-file', { format: 'Markdown', what: 'nests lists or quotations', limit: `${DEEPEST}` })
  }
  const { learned, length } = readFrontMatter(reading.text)
  const { text, map } = await extractMarkdown(reading.text, length)
  if (text.trim() === '') return refuse('empty-page')
  const index = text.indexOf('\ufffd')
  const invalid = reading.invalid && index !== -1 ? { ...reading.invalid, index } : null
  return { ...reading, ...learned, text, map, invalid }
}
