/** The tables of the store, the same on both engines. `row` is a number inside the database, never an id for outside. */
export interface Tables {
  documents: DocumentsTable
  sources: SourcesTable
  versions: VersionsTable
  rules: RulesTable
  speeches: SpeechesTable
  passages: PassagesTable
  redirects: RedirectsTable
  counters: CountersTable
  migrations: MigrationsTable
}

export interface DocumentsTable {
  row: number
  id: string
  origin: string | null
  title: string | null
  published: string | null
  editor: string | null
  author: string | null
  publication: string | null
  /** Editor and publication as they are compared. */
  editor_folded: string | null
  publication_folded: string | null
  script: string
  imported: string
  /** 1 where it is the newest version of its page, else 0. */
  newest: number
  parser: string
  speeches: number
  passages: number
  characters: number
  /** JSON. */
  metadata: string
  /** The rows of its speeches and passages run from here on, without a gap. */
  first_speech: number
  first_passage: number
}

export interface SourcesTable {
  document: number
  hash: string
  size: number
  encoding: string
  format: string | null
  /** Packed. */
  bytes: Uint8Array
  /** Packed JSON: the bytes read; null where that is what every UTF-8 decoder makes of them. */
  text: Uint8Array | null
  /** Packed JSON: what the parser made of it. */
  result: Uint8Array
}

export interface VersionsTable {
  origin: string
  number: number
  document: number
  imported: string
}

export interface RulesTable {
  document: number
  rule: string
  count: number
}

export interface SpeechesTable {
  row: number
  document: number
  ordinal: number
  id: string
  item: number
  heading: string | null
  salutation: string | null
  /** JSON. */
  announced: string
  first_passage: number
  passages: number
  characters: number
}

export interface PassagesTable {
  row: number
  document: number
  speech: number | null
  /** 1 where the document is the newest version of its page: only then it is searched. */
  newest: number
  /** An index into PASSAGE_KINDS. */
  kind: number
  id: string
  /** Code units. */
  length: number
  /** The text as it is searched. */
  folded: string
  /** What folding took away: see unfold.ts. */
  taken: string | null
  /** The citations in it, folded, one a line. */
  citations: string | null
  /** Where it stands in the source: see source-map.ts. */
  segments: Uint8Array | null
}

export interface RedirectsTable {
  document: number
  /** An id that a newer parser gave up, and what took its place. */
  id: string
  successor: string
  /** The parser that had made it. */
  parser: string
  /** The text it had; null for a speech. */
  text: string | null
}

/** One row: the last row numbers given away. Who writes a page holds it, so that pages are written in turn. */
export interface CountersTable {
  documents: number
  speeches: number
  passages: number
}

/** Which migrations have run, of every owner. */
export interface MigrationsTable {
  owner: string
  name: string
  applied: string
}
