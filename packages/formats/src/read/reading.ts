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

/** A file that could be read. */
export interface Source {
  ok: true
  /** The text: of a text file as decoded, without byte order mark; of a document the text that it shows. */
  text: string
  encoding: Encoding
  /** Whether the file began with a byte order mark. */
  bom: boolean
  invalid: InvalidBytes | null
  /** The title that a document has beside its text. */
  title?: string
}

/** Why a file cannot be read, and what to do about it: one sentence each. */
export interface Refusal {
  ok: false
  reason: string
  advice: string
}

export type Reading = Source | Refusal
