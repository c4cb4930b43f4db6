import type { Reading } from '../reading.ts'
import { readText } from '../text/index.ts'
import { declaredEncoding } from './charset.ts'
import { extract } from './extract.ts'

/**
 * Reads an HTML page: its text, a line for each block, without scripts, styles and the site's navigation.
 * The encoding is the one of the byte order mark, else of the meta element, else as for plain text.
 * Ruby is read as gloss: 養(yǎng). Refuses what is empty, holds no text or is no text file.
 */
export function readHtml(bytes: Uint8Array): Reading {
  const reading = readText(bytes, declaredEncoding(bytes))
  if (!reading.ok) return reading
  const { text, title } = extract(reading.text)
  if (text.trim() === '') return { ok: false, reason: 'The page holds no text.', advice: 'Save the page again.' }
  const index = text.indexOf('\ufffd')
  const invalid = reading.invalid && index !== -1 ? { ...reading.invalid, index } : null
  return { ...reading, text, invalid, ...(title !== '' && { title }) }
}
