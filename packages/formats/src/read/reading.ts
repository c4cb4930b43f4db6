import type { Message } from '@speeches/core/schema'
import type { SourceMap } from './source-map.ts'

/** The encodings that pages come in. GB18030 holds GBK and GB2312. */
export type Encoding = 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be'

/** Bytes that mean nothing in the encoding of their page; each stretch of them stands in the text as U+FFFD. */
export interface InvalidBytes {
  /** How many bytes there are. */
  count: number
  /** Where the first one is in the file, in bytes, a byte order mark counted. */
  offset: number
  /** Where its U+FFFD is in the text, in UTF-16 code units. */
  index: number
}

/** What a document says of itself beside its text; absent where it says nothing. */
export interface Learned {
  title?: string
  author?: string
  /** Dates as ISO 8601, as exact as the file has them. */
  published?: string
  created?: string
  modified?: string
}

/** A file that could be read. */
export interface Source extends Learned {
  ok: true
  /** The text: of a text file as decoded, without byte order mark; of a document the text that it shows. */
  text: string
  /** How the bytes are encoded; null for DOCX, DOC and PDF, whose text has no encoding of its own. */
  encoding: Encoding | null
  /** Whether the file began with a byte order mark. */
  bom: boolean
  invalid: InvalidBytes | null
  /** Where the text stood in the file. */
  map: SourceMap
  /** What else was met in reading: furniture left out, macros, a name that lies. Those without a place are about the file. */
  messages: Message[]
}

/** Why a file cannot be read, and what to do about it: one sentence each, from the catalogue. */
export interface Refusal {
  ok: false
  /** The id of the message in the catalogue. */
  ruleId: string
  reason: string
  advice: string
}

export type Reading = Source | Refusal

/** What is known of a file beside its bytes. */
export interface ReadOptions {
  /** The HTTP header `Content-Type`: `text/html; charset=gbk`. Its charset counts for text, HTML and Markdown. */
  contentType?: string
}
