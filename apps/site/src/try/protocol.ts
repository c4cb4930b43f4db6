import type { Certainty, Closing, Message, Noise, Repair, Section } from '@speeches/parser'
import type { Wordings } from '@speeches/parser/messages'
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

/** What the page tells the worker before anything else: how messages are worded in its language. */
export interface Greeting {
  kind: 'greeting'
  wordings: Wordings
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
  | { kind: 'restored'; page: RestoredPage }
  | { kind: 'opened'; lists: Lists }
  | { kind: 'converted'; text: string; shifts: Shift[] }
  | { kind: 'written'; content: string | Uint8Array<ArrayBuffer>; name: string; mediaType: string }
  | { kind: 'failed'; reason: string }
)

/** What is told on the way to an answer. */
export type News = Extract<Answer, { kind: 'stage' | 'restored' }>

/** A page and its edits: what its text is drawn from, sent as soon as it is restored. Offsets are UTF-16, in the source. */
export interface RestoredPage {
  source: string
  edits: Edits
}

/** What else was made of a page, in short rows that are quick to send. */
export interface Lists {
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

/** The nodes of the tree that are blocks. */
export type BlockType =
  | 'collection'
  | 'header'
  | 'field'
  | 'preface'
  | 'item'
  | 'heading'
  | 'editorNote'
  | 'speech'
  | 'byline'
  | 'salutation'
  | 'readdress'
  | 'paragraph'
  | 'list'
  | 'listItem'
  | 'section'
  | 'closing'
  | 'stage'
  | 'related'
  | 'relatedLink'
  | 'noise'

/** What blocks of one type are told apart by. */
export type BlockKind = Closing['kind'] | Noise['kind'] | Section['kind']

/** A block of the tree, in the order of the page. */
export interface TreeRow {
  depth: number
  type: BlockType
  kind: BlockKind | null
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
