import type { ParseResult } from '@speeches/core/schema'
import { joined } from '../joined.ts'
import type { WriteOptions } from '../options.ts'
import type { Writer } from '../writer.ts'
import { bibtexEntry } from './bibtex.ts'
import { type Citation, citationsOf } from './citation.ts'
import { gbt7714Entry } from './gbt7714.ts'
import { risEntry } from './ris.ts'

/** References for BibTeX and biblatex; a page without speeches is an empty line. */
export const bibtex: Writer = entryWriter((citation) => `${bibtexEntry(citation)}\n`)

/** References for citation managers; a page without speeches is an empty line. */
export const ris: Writer = entryWriter((citation) => `${risEntry(citation)}\r\n`)

function entryWriter(entry: (citation: Citation) => string): Writer {
  const entries = (result: ParseResult, options?: WriteOptions) => citationsOf(result, options).map(entry)
  return { write: (result, options) => orEmptyLine(entries(result, options)), join: joined(entries) }
}

/** References by GB/T 7714-2015, numbered in order; the one asked for stands without number. */
export const gbt7714: Writer = {
  write(result, options) {
    const entries = citationsOf(result, options).map(gbt7714Entry)
    return orEmptyLine(
      entries.map((text, index) => (options?.node === undefined ? numbered(text, index) : `${text}\n`)),
    )
  },
  async *join(results, options) {
    let count = 0
    for await (const result of results) {
      for (const citation of citationsOf(result, options)) yield numbered(gbt7714Entry(citation), count++)
    }
  },
}

function numbered(text: string, index: number): string {
  return `[${index + 1}] ${text}\n`
}

function orEmptyLine(entries: string[]): string[] {
  return entries.length === 0 ? ['\n'] : entries
}
