import * as z from 'zod'
import { position } from './position.ts'

/**
 * Something a person should know about the page; compatible with `vfile-message`.
 * `fatal` carries the severity as vfile does: true error, false warning, null information.
 */
export const message = z.object({
  reason: z.string(),
  ruleId: z.string(),
  source: z.literal('speeches'),
  place: position.optional(),
  fatal: z.boolean().nullable(),
  /** What stands in the source. */
  actual: z.string().optional(),
  /** What could stand there, the best first. */
  expected: z.array(z.string()).optional(),
  /** What to do about it. */
  note: z.string().optional(),
  /** The rule's entry in the message reference. */
  url: z.string().optional(),
})

export type Message = z.infer<typeof message>
