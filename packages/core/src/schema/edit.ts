import * as z from 'zod'
import { position } from './position.ts'

/** The repairs there are. One file in `restore/` each. */
export const repair = z.enum([
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
])

/**
 * How sure a repair is.
 * - `certain`: the bytes leave one reading.
 * - `likely`: language decided between readings; `evidence` says how many and by what margin.
 * - `unsure`: applied only when asked for; by default the source stands and a message says so.
 */
export const certainty = z.enum(['certain', 'likely', 'unsure'])

/** What a `likely` or `unsure` repair rests on. */
export const evidence = z.object({
  /** How many readings the bytes allow. */
  readings: z.int().min(1),
  /** How far the best reading leads the next one, in nats; absent where there is one reading only. */
  margin: z.number().optional(),
  /** An intact copy of the same passage that decided the reading. */
  witness: z.string().optional(),
})

/** One repair of the source: `original` stood at `position` and became `replacement`. */
export const edit = z.object({
  rule: repair,
  position,
  original: z.string(),
  replacement: z.string(),
  certainty,
  evidence: evidence.optional(),
})

export type Repair = z.infer<typeof repair>
export type Certainty = z.infer<typeof certainty>
export type Evidence = z.infer<typeof evidence>
export type Edit = z.infer<typeof edit>
