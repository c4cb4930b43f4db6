import type { Certainty, Message, Repair } from '@speeches/parser'
import type { Shift } from '@speeches/parser/script'

/** The two scripts that text can be shown in besides its own. */
export type OtherScript = 'simplified' | 'traditional'

/** Which repairs to make, and with what. */
export interface Choices {
  /** The repairs left out. */
  without: readonly Repair[]
  /** Make those too that are not certain enough. */
  unsure: boolean
  /** Load the full word table. */
  lexicon: boolean
}

/** What the page asks of the worker; answers carry the same `id`. */
export type Ask = { id: number } & (
  | { kind: 'open'; page: string | { bytes: Uint8Array<ArrayBuffer>; name: string }; choices: Choices }
  | { kind: 'convert'; text: string; to: OtherScript }
  | { kind: 'write'; format: string; script: OtherScript | null; ruby: boolean }
)

export type Stage = 'reading' | 'parsing' | 'converting'

export type Answer = { id: number } & (
  | { kind: 'stage'; stage: Stage }
  | { kind: 'opened'; page: OpenedPage }
  | { kind: 'converted'; text: string; shifts: Shift[] }
  | { kind: 'written'; content: string | Uint8Array<ArrayBuffer>; name: string; mediaType: string }
  | { kind: 'failed'; reason: string }
)

/** What was made of a page: columns and short rows, quick to send. All offsets are UTF-16, in the source. */
export interface OpenedPage {
  source: string
  edits: Edits
  tree: TreeRow[]
  messages: Message[]
  figures: FigureRow[]
  speeches: number
  /** How long parsing took, in ms. */
  time: number
}

/** Edits as columns, in the order of the source. */
export interface Edits {
  starts: Uint32Array
  ends: Uint32Array
  rules: Repair[]
  certainties: Certainty[]
  replacements: string[]
  /** How many readings there were; 0 where nothing is known. */
  readings: Uint16Array
}

/** A block of the tree, in the order of the page. */
export interface TreeRow {
  depth: number
  type: string
  label: string
  start: number
  end: number
}

export interface FigureRow {
  text: string
  number: number
  unit: string
  measure: string
  change: number | null
  start: number
  end: number
}
