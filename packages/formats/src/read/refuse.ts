import { createMessage, type MessageId } from '@speeches/core'
import type { Refusal } from './reading.ts'

/** The refusal that the catalogue words under `id`, with `values` filled in. */
export function refuse(id: MessageId, values: Record<string, string | number> = {}): Refusal {
  const { reason, note = '' } = createMessage(id, undefined, { values })
  return { ok: false, ruleId: id, reason, advice: note }
}

/** Ends a reading from deep inside a format; a reader answers with its refusal, so that none ever throws. */
export class Unreadable extends Error {
  readonly refusal: Refusal

  constructor(id: MessageId, values: Record<string, string | number> = {}) {
    const refusal = refuse(id, values)
    super(refusal.reason)
    this.refusal = refusal
  }
}

/** What `read` gives, or the refusal that ended it. */
export function orRefusal<T>(read: () => T): T | Refusal {
  try {
    return read()
  } catch (error) {
    if (error instanceof Unreadable) return error.refusal
    throw error
  }
}
