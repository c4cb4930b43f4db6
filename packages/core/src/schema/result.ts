import * as z from 'zod'
import { collection } from './collection.ts'
import { edit } from './edit.ts'
import { message } from './message.ts'

/** What `parse` returns. */
export const parseResult = z.object({
  version: z.literal(1),
  collection,
  edits: z.array(edit),
  messages: z.array(message),
})

/** What `restore` returns. */
export const restoreResult = z.object({
  text: z.string(),
  edits: z.array(edit),
  messages: z.array(message),
})

export type ParseResult = z.infer<typeof parseResult>
export type RestoreResult = z.infer<typeof restoreResult>
