import { catalogue, type MessageId } from '../generated/messages.ts'
import type { Message } from '../schema/message.ts'
import type { Position } from '../schema/position.ts'

export type { MessageId }

/** What goes into a message's reason: `{found}` in the catalogue takes `values.found`. */
export type MessageValues = Record<string, string | number>

/** Something noticed in a text, before it is put into words and brought to its place in the source. */
export interface Finding {
  id: MessageId
  /** UTF-16 offsets in the text that was looked at, `end` exclusive. */
  start: number
  end: number
  values?: MessageValues
  /** What could stand there, the best first. */
  expected?: string[]
}

const FATAL = { error: true, warning: false, info: null } as const

/** The catalogue's message about `place`, with `values` filled into its reason. */
export function createMessage(
  id: MessageId,
  place: Position | undefined,
  { values = {}, actual, expected }: { values?: MessageValues; actual?: string; expected?: string[] } = {},
): Message {
  const { severity, reason, advice } = catalogue[id]
  return {
    reason: reason.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '')),
    ruleId: id,
    source: 'speeches',
    ...(place && { place }),
    fatal: FATAL[severity],
    ...(actual !== undefined && { actual }),
    ...(expected && { expected }),
    note: advice,
  }
}
