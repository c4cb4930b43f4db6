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
  const said = { reason: fill(reason, values), ruleId: id, source: 'speeches' } as const
  const fatal = FATAL[severity]
  const message: Message = place ? { ...said, place, fatal } : { ...said, fatal }
  if (actual !== undefined) message.actual = actual
  if (expected) message.expected = expected
  message.note = advice
  return message
}

/** The reasons of the catalogue, cut into text and, in every second place, the name of a value. */
const reasons = new Map<string, readonly string[]>()

/** A reason with its values: `{found}` takes `values.found`, and nothing where there is no such value. */
export function fill(reason: string, values: MessageValues): string {
  let parts = reasons.get(reason)
  if (!parts) {
    parts = reason.split(/\{(\w+)\}/)
    reasons.set(reason, parts)
  }
  let filled = ''
  for (let i = 0; i < parts.length; i++) filled += i % 2 === 0 ? parts[i] : (values[parts[i] as string] ?? '')
  return filled
}
