import { catalogue } from '../generated/messages.ts'
import type { Message } from '../schema/message.ts'
import { fill } from './finding.ts'

/** How a message is worded in a language. */
export interface Wording {
  /** What the message is called, in a few words. */
  name: string
  /** What happened; `{name}` stands for a value. */
  reason: string
  /** What to do about it. */
  advice: string
  /** English words that may be values, and what they are in the language. */
  words?: Readonly<Record<string, string>>
}

/** The messages in a language, by `ruleId`. */
export type Wordings = Readonly<Record<string, Wording>>

/**
 * A message in another language: `reason` and `note` are worded anew, all else stays. What the reason quotes is taken
 * out of the English one by its pattern in the catalogue.
 *
 * @returns the message as it is where `wordings` does not have it, or where the catalogue did not word it
 */
export function translate<Said extends Pick<Message, 'reason' | 'ruleId' | 'note'>>(
  message: Said,
  wordings: Wordings,
): Said {
  const { ruleId } = message
  if (!Object.hasOwn(wordings, ruleId) || !Object.hasOwn(catalogue, ruleId)) return message
  const { reason, advice, words = {} } = wordings[ruleId] as Wording
  const values = readValues(catalogue[ruleId as keyof typeof catalogue].reason, message.reason)
  if (!values) return message
  for (const [name, value] of Object.entries(values)) {
    if (Object.hasOwn(words, value)) values[name] = words[value] as string
  }
  return { ...message, reason: fill(reason, values), ...(message.note !== undefined && { note: advice }) }
}

/** The values in a reason, from left to right; undefined where it does not have this pattern. */
function readValues(pattern: string, reason: string): Record<string, string> | undefined {
  const [start = '', ...parts] = pattern.split(/\{(\w+)\}/)
  if (!reason.startsWith(start)) return undefined
  const values: Record<string, string> = {}
  let at = start.length
  for (let i = 0; i < parts.length; i += 2) {
    const [name, behind] = [parts[i] as string, parts[i + 1] as string]
    const isLast = i + 2 === parts.length
    const end = isLast ? reason.length - behind.length : reason.indexOf(behind, at)
    if (end < at || !reason.startsWith(behind, end)) return undefined
    values[name] = reason.slice(at, end)
    at = end + behind.length
  }
  return at === reason.length ? values : undefined
}
