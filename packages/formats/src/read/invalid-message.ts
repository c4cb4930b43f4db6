import { createLocator, createMessage } from '@speeches/core'
import type { Message } from '@speeches/core/schema'
import type { Source } from './reading.ts'

/** The message about a source's invalid bytes, at the first of them; undefined where there are none. */
export function describeInvalidBytes({ text, encoding, invalid }: Source): Message | undefined {
  if (!invalid || !encoding) return undefined
  const place = createLocator(text).toPosition(invalid.index, invalid.index + 1)
  return createMessage('invalid-bytes', place, { values: { count: invalid.count, encoding } })
}
