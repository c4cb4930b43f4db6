import type { Repair } from '@speeches/parser'

/** Every repair there is, in the order they are offered. */
export const REPAIRS: readonly Repair[] = [
  'gloss',
  'shift',
  'torn-line',
  'split-line',
  'hard-wrap',
  'width',
  'zero-width',
  'soft-hyphen',
  'entity',
  'doubled-punctuation',
]
