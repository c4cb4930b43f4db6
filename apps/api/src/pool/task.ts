import type { FormatName } from '@speeches/formats'
import type { ParseOptions } from '@speeches/parser'
import type { DocumentFilter, Imported } from '@speeches/store'
import type { ProblemDetails, ProblemName } from '../problems.ts'

/** A page as it came. */
export interface PageFile {
  bytes: Uint8Array
  name?: string
  contentType?: string
  /** Where it is from, for the store. */
  origin?: string
}

/** How a result is to be written. */
export interface Writing {
  to: FormatName
  script?: 'simplified' | 'traditional'
  /** What the format can add: see `WriteOptions` of formats. */
  edits?: boolean
  ruby?: boolean
  tree?: boolean
  bom?: boolean
  guardFormulas?: boolean
  scripts?: boolean
  /** The speech or paragraph to cite. */
  node?: string
}

/** The stages of `parse` and the repairs of `restore` that were asked for. */
export type Options = Pick<ParseOptions, 'restore' | 'annotate' | 'check' | 'resolveDates' | 'only' | 'minCertainty'>

/** Work for a thread: plain data. */
export type Task =
  | { kind: 'parse'; page: PageFile; options: Options; writing: Writing }
  | { kind: 'restore'; page: PageFile; options: Options }
  | { kind: 'check'; page: PageFile; options: Options }
  | { kind: 'import'; page: PageFile }
  | { kind: 'delete'; id: string }
  | { kind: 'keep'; pages: readonly PageFile[]; once?: string }
  | { kind: 'advance'; id: string; limit: number }
  | { kind: 'document'; id: string; writing: Writing }
  | { kind: 'edits'; id: string }
  | { kind: 'messages'; id: string }
  | { kind: 'figures'; filter: DocumentFilter; limit: number; cursor?: string }

/** Bytes for an answer. */
export interface Written {
  bytes: Uint8Array<ArrayBuffer>
  mediaType: string
}

export interface Trouble {
  problem: ProblemName
  details: ProblemDetails
}

/** What tasks give; those that are not named give bytes. */
interface Products {
  import: Imported
  /** Whether there was such a document. */
  delete: boolean
  /** Pages kept to be imported: see `Imports.create`. */
  keep: { id: string; isNew: boolean }
  /** How many pages of an import were done; 0 when none is left. */
  advance: number
}

export type Product<Kind extends Task['kind']> = Kind extends keyof Products ? Products[Kind] : Written

export type Answer = { ok: true; product: Product<Task['kind']> } | ({ ok: false } & Trouble)

/** An export, made in a thread of its own. */
export interface Export {
  filter: DocumentFilter
  what: 'documents' | FormatName
}
