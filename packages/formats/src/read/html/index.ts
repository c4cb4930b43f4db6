import { encodingOfHeader } from '../charset.ts'
import type { Reading, ReadOptions } from '../reading.ts'
import { refuse } from '../refuse.ts'
import { readText } from '../text/index.ts'
import { declaredEncoding } from './charset.ts'
import { extract } from './extract.ts'

/**
 * Reads an HTML page: its text, a line for each block, without scripts, styles and the site's navigation.
 * The encoding is the one of the byte order mark, else of the header, else of the meta element, else as for plain text.
 * Ruby is read as gloss: 養(yǎng). The map says where each character stood in the decoded page.
 * Refuses what is empty, holds no text or is no text file.
 */
export function readHtml(bytes: Uint8Array, { contentType }: ReadOptions = {}): Reading {
  const reading = readText(bytes, encodingOfHeader(contentType) ?? declaredEncoding(bytes))
  if (!reading.ok) return reading
  const { text, map, learned } = extract(reading.text)
  if (text.trim() === '') return refuse('empty-page')
  const index = text.indexOf('\ufffd')
  const invalid = reading.invalid && index !== -1 ? { ...reading.invalid, index } : null
  return { ...reading, ...learned, text, map, invalid }
}
