import type { Announcement, Metadata, ParseResult } from '@speeches/core'
import type { Database } from './database/database.ts'
import type { Query } from './search/query.ts'
import type { Difference } from './text/difference.ts'

/**
 * Keeps pages as they were received together with what the parser made of them, and finds what was said.
 *
 * Everything that goes in and comes out is plain data. Ids:
 * - a **document** is one version of a page; its id comes from the bytes, so that the same bytes are stored once;
 * - **speeches** and **passages** carry the ids of the tree, made from their text: they outlive a new parser, and
 *   the same paragraph on two pages has one id. Where a new parser changed a passage, its old id leads to the successor.
 *
 * A method that meets trouble rejects with a `StoreError`.
 */
export interface Store {
  readonly engine: Database['engine']

  /**
   * Stores pages, all of them or, when one fails, none. What is acknowledged is on the disk.
   * The same bytes again change nothing; other bytes from the same `origin` become its newest version.
   */
  import(pages: readonly NewPage[]): Promise<Imported[]>

  /** A document; undefined where there is none. */
  getDocument(id: string): Promise<StoredDocument | undefined>
  /** What the parser made of a document: tree, edits, messages. */
  getResult(id: string): Promise<ParseResult | undefined>
  /** A document's page as it was received. */
  getSource(id: string): Promise<StoredSource | undefined>
  /** A speech, from `document` or else from the newest page that has it. */
  getSpeech(id: string, document?: string): Promise<StoredSpeech | undefined>
  /**
   * A passage (paragraph, list item, closing, heading, …), from `document` or else from the newest page that has it.
   * An id that a newer parser gave up gives the successor, with `redirect` saying what changed.
   */
  getPassage(id: string, document?: string): Promise<StoredPassage | undefined>

  /** Documents in order, newest first unless said otherwise. */
  list(options?: ListOptions): Promise<Listed>

  /** Passages that say something, in order. A query that cannot be read rejects with the code `query`. */
  search(options: SearchOptions): Promise<SearchAnswer>

  /**
   * Removes a document with its source, speeches and passages; permalinks to it end.
   * An older version of its page, if there is one, becomes the newest.
   * @returns whether there was one
   */
  delete(id: string): Promise<boolean>

  /** All documents that pass the filter, oldest first, with their sources; each can be handed to `import` again. */
  export(filter?: DocumentFilter): AsyncIterable<ExportedPage>

  /** How much is stored. */
  stats(): Promise<Stats>

  /**
   * Brings every document that another parser version made to `parser`, in batches. Each batch is stored by itself,
   * so that a run that was stopped goes on where it was. Yields after each batch.
   */
  reparse(options: ReparseOptions): AsyncIterable<ReparseProgress>

  /** The connection, for rooms that keep tables of their own: see `MigrationSet`. */
  readonly database: Database

  /** Ends all connections; the store cannot be used any more. */
  close(): Promise<void>
}

/** A page to store. */
export interface NewPage {
  source: {
    /** The page as received. */
    bytes: Uint8Array
    /** The bytes read: what `result` has its positions in. */
    text: string
    /** The encoding that the bytes were read in, as the reader names it: `utf-8`, `gb18030`, … */
    encoding: string
    /** The kind of file that the bytes are, as the reader names it: `text`, `html`, … */
    format?: string
  }
  /** Where the page is from, a URL or a path of at most 800 characters: pages of one origin are versions of one page. */
  origin?: string
  /** What the parser made of `source.text`. */
  result: ParseResult
  /** The version of the parser. */
  parser: string
}

/** What `import` did with a page. */
export interface Imported {
  /** The document's id. */
  id: string
  /**
   * - `created`: bytes that were not there before;
   * - `version`: bytes that were not there before, and a newest version of a page that was;
   * - `unchanged`: nothing is new, the document stands as it stood. (An older version that is back counts as new.)
   */
  status: 'created' | 'version' | 'unchanged'
  /** The document that was the page's newest version until now. */
  replaces?: string
}

/** The script that a text is mostly written in; `mixed` where both have a share, `none` where no character tells. */
export type Script = 'traditional' | 'simplified' | 'mixed' | 'none'

/** A document without its contents. */
export interface DocumentSummary {
  id: string
  title: string | null
  /** ISO local time as the page gave it, as exact as the page. */
  published: string | null
  editor: string | null
  author: string | null
  /** The publication that the page names as its source. */
  publication: string | null
  script: Script
  /** Where the page is from; the last one where the same bytes came from several. */
  origin: string | null
  /** ISO time (UTC) of the import. */
  imported: string
  /** Whether it is the newest version of its page. Only newest versions are searched. */
  newest: boolean
  /** The version of the parser that made what is stored. */
  parser: string
  /** How many there are. */
  speeches: number
  passages: number
  /** Code units of restored text in all passages. */
  characters: number
}

export interface StoredDocument extends DocumentSummary {
  metadata: Metadata
  contents: SpeechSummary[]
  /** How often each message rule was found. */
  messages: Record<string, number>
  /** All versions of the page, oldest first, this one among them; empty where the page came without an origin. */
  versions: Version[]
  source: Pick<StoredSource, 'encoding' | 'format' | 'hash' | 'size'>
}

/** One version of a page. */
export interface Version {
  origin: string
  /** From 1. */
  number: number
  /** The document's id. */
  document: string
  imported: string
}

/** A page as it was received. */
export interface StoredSource {
  bytes: Uint8Array
  text: string
  encoding: string
  format: string | null
  /** SHA-256 of the bytes, in hex. */
  hash: string
  /** In bytes. */
  size: number
}

export interface SpeechSummary {
  id: string
  /** Place on the page, from 1. */
  ordinal: number
  /** The item that holds it: place on the page, from 1, and its heading. */
  item: number
  heading: string | null
  /** The address that opens it. */
  salutation: string | null
  /** How many passages. */
  passages: number
  characters: number
}

export interface StoredSpeech extends SpeechSummary {
  document: DocumentSummary
  announced: Announcement[]
  contents: Passage[]
  /** Other documents that hold the same speech, newest versions only, 20 at most. */
  alsoIn: string[]
  /** Set where the id that was asked for was given up by a newer parser. */
  redirect?: Omit<Redirect, 'difference'>
}

/** The kinds of text that can be found. `heading` is an item's or section's, `title` the page's. */
export type PassageKind =
  | 'title'
  | 'heading'
  | 'byline'
  | 'salutation'
  | 'readdress'
  | 'paragraph'
  | 'listItem'
  | 'closing'
  | 'stage'
  | 'editorNote'
  | 'preface'

/** A stretch of text, `end` exclusive, in UTF-16 code units. */
export interface Range {
  start: number
  end: number
}

/** A block of restored text with a name of its own. */
export interface Passage {
  /** The tree's id where it has one; else one made in the same way, from kind and text. */
  id: string
  kind: PassageKind
  /** Place in the document, from 1. */
  ordinal: number
  /** Restored text. */
  text: string
  /** Where it stands in the source; null where it was generated. */
  source: Range | null
}

export interface StoredPassage extends Passage {
  document: DocumentSummary
  /** The speech it belongs to; null for titles, prefaces, notes. */
  speech: SpeechSummary | null
  /** Ids of the passages before and behind it in the document. */
  previous: string | null
  next: string | null
  /** Other documents that hold the same passage, newest versions only, 20 at most. */
  alsoIn: string[]
  /** Set where the id that was asked for was given up by a newer parser. */
  redirect?: Redirect
}

export interface Redirect {
  /** The id that was asked for. */
  from: string
  /** The version of the parser that had made the old text. */
  parser: string
  /** The old text turned into the new one. */
  difference: Difference[]
}

/** Which documents; every condition that is given must hold. */
export interface DocumentFilter {
  /** Published in this span, `to` inclusive: ISO, as exact as you like (`2023`, `2023-11`, `2023-11-12T03:53`). */
  published?: { from?: string; to?: string }
  /** Imported in this span, `to` inclusive: ISO, UTC. */
  imported?: { from?: string; to?: string }
  /** As printed, script and letter case folded. */
  publication?: string
  editor?: string
  origin?: string
  script?: Script
  /** How many speeches the document holds, both ends inclusive. */
  speeches?: { min?: number; max?: number }
  /** Has at least one message of this rule. */
  rule?: string
  /** Made by this version of the parser. */
  parser?: string
  /** All versions of a page, and not only the newest one. */
  versions?: 'newest' | 'all'
}

export interface ListOptions extends DocumentFilter {
  order?: 'newest' | 'oldest' | 'published' | '-published'
  /** From 1 to 500; 50 unless said otherwise. */
  limit?: number
  /** What `next` was. */
  cursor?: string
  /** Count all that pass the filter, too. */
  count?: boolean
}

export interface Listed {
  items: DocumentSummary[]
  /** For the next page; null on the last one. */
  next: string | null
  total?: number
}

/** Where a word is looked for: in an address, in headings and titles, in spoken text, in a title cited in 《》. */
export type SearchField = 'salutation' | 'heading' | 'body' | 'citation'

/** How hits follow each other. */
export type SearchOrder = 'relevance' | 'newest'

export interface SearchOptions {
  /**
   * What to look for: words (all must be in one passage), `"a phrase"`, `OR`, `-without`, `heading:word`, or the same
   * as data. Traditional and simplified characters, letter case and wide letters are alike.
   */
  query: string | Query
  /** Look only here, for every word that says nothing else. */
  field?: SearchField
  /** Only in these documents. Versions other than the newest are never searched. */
  filter?: Omit<DocumentFilter, 'versions'>
  /** Only in this document or speech. */
  document?: string
  speech?: string
  /** One hit a passage, or one a speech: its best passage, with the number of the others. */
  group?: 'passage' | 'speech'
  /**
   * The best first, unless said otherwise; or those in the documents that came last, each from its beginning.
   * Either goes through 10,000 hits at most; `newest`, through the newest.
   */
  order?: SearchOrder
  /** From 1 to 100; 20 unless said otherwise. */
  limit?: number
  /** What `next` was. Pages that are imported meanwhile are left out. */
  cursor?: string
  /** Count the hits in these respects. */
  facets?: readonly Facet[]
  /** Count all hits, also beyond 10,000. */
  exactTotal?: boolean
}

export type Facet = 'kind' | 'year' | 'publication' | 'editor' | 'script'

export interface SearchAnswer {
  hits: Hit[]
  /**
   * How many hits; speeches, when grouped. Where more than 10,000 passages have hits, `exact` is false and `count` is
   * that of the first 10,000, unless all are asked for.
   */
  total: { count: number; exact: boolean }
  next: string | null
  /** Values with their number of passages, most frequent first, 50 at most; over the first 10,000 hits. */
  facets: Partial<Record<Facet, { value: string; count: number }[]>>
  /** Queries to try instead, for a query without a hit; each has hits. */
  suggestions: string[]
}

export interface Hit {
  document: DocumentSummary
  speech: SpeechSummary | null
  passage: Passage
  /** Higher is better. Comparable within one answer. */
  score: number
  /** Where the words stand, in order, never overlapping: each cuts exactly a word of the query out of `passage.text`. */
  ranges: (Range & {
    /** The same stretch in the source; null where the passage was generated. */
    source: Range | null
  })[]
  /** Grouped by speech: how many passages of the speech have hits, this one included. */
  passages?: number
}

/** A page as `export` gives it: what `import` takes, and what the store knows besides. */
export interface ExportedPage extends NewPage {
  id: string
  imported: string
  newest: boolean
}

export interface Stats {
  documents: number
  /** Documents that are the newest version of their page. */
  newest: number
  speeches: number
  passages: number
  /** Code units of restored text. */
  characters: number
  /** Bytes of all pages as received. */
  sourceBytes: number
  /** Bytes that the store takes on the disk. */
  storedBytes: number
  scripts: Partial<Record<Script, number>>
  /** Documents by version of the parser. */
  parsers: Record<string, number>
  /** Documents by rule that has a message in them. */
  rules: Record<string, number>
}

export interface ReparseOptions {
  /** The version that all documents shall have. */
  parser: string
  /** Parses a page again. What it throws stops the run; batches before it stay. */
  parse: (source: StoredSource) => ParseResult | Promise<ParseResult>
  /** How many documents are stored at once; 20 unless said otherwise. */
  batch?: number
  /** Only these. */
  filter?: DocumentFilter
  /** Stop between two batches. */
  signal?: AbortSignal
}

export interface ReparseProgress {
  /** Documents brought to the new version so far in this run. */
  done: number
  /** Documents that are left. */
  left: number
  /** Passages so far in this run, by what became of their ids. */
  kept: number
  /** Changed: the old id leads to the new one. */
  redirected: number
  /** Gone without successor. */
  gone: number
}

/** Tables of another room, in the same database. */
export interface MigrationSet {
  /** Whose they are: `api`. */
  owner: string
  /** In order; names are kept for ever and each runs once. Only ever append. */
  migrations: readonly Migration[]
}

export interface Migration {
  name: string
  /** Changes the tables. All migrations that are due run in one transaction. */
  up: (run: Run, engine: Database['engine']) => Promise<void>
}

/** Runs one statement, with `?` (SQLite) or `$1` (Postgres) for its values, and gives the rows that it answers. */
export type Run = (statement: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>

export interface OpenOptions {
  /** Tables of other rooms, brought up to date together with the store's own. */
  migrations?: readonly MigrationSet[]
  /** How long (ms) a write waits for another process on the same SQLite file; 5000 unless said otherwise. */
  busyTimeout?: number
  /** Open what is there, write nothing; false unless said otherwise. */
  readOnly?: boolean
}
