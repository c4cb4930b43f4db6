import { createMessage } from '@speeches/core'
import { chooseReader, readerOfName } from './choose.ts'
import { type ReaderName, readers } from './readers.ts'
import type { Reading, ReadOptions } from './reading.ts'

/** What messages call the formats. */
const NAMES: Readonly<Record<ReaderName, string>> = {
  text: 'plain text',
  html: 'HTML',
  markdown: 'Markdown',
  docx: 'DOCX',
  doc: 'DOC',
  pdf: 'PDF',
}

/** A file's bytes and what is known of it. */
export interface FileOptions extends ReadOptions {
  /** Its name or path: the content is believed first, then its extension. */
  name?: string
}

/**
 * Reads a file by what it is: bytes → source text, what was learned on the way, and a map back to places in the file.
 * A name that promises another format than the content shows is told in a message.
 */
export async function read(bytes: Uint8Array, { name = '', ...options }: FileOptions = {}): Promise<Reading> {
  const format = chooseReader(bytes, name, options.contentType)
  const reading = await readers[format](bytes, options)
  const named = readerOfName(name)
  if (!reading.ok || !named || named === format) return reading
  const values = { named: NAMES[named], format: NAMES[format] }
  return { ...reading, messages: [createMessage('misnamed-file', undefined, { values }), ...reading.messages] }
}
