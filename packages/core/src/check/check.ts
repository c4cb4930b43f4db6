import type { Collection } from '../schema/collection.ts'
import type { Message } from '../schema/message.ts'
import type { SectionContent, Speech, SpeechContent } from '../schema/speech.ts'
import { advertised } from './advertised.ts'
import { announced } from './announced.ts'
import { beginning } from './beginning.ts'
import { elision } from './elision.ts'
import type { SpokenLine } from './lines.ts'
import { mixedScripts } from './mixed-scripts.ts'
import { nearIdentical } from './near-identical.ts'
import { numbering } from './numbering.ts'
import type { Check, Rule } from './rule.ts'
import { unbalanced } from './unbalanced.ts'

/** Every check there is, one a file. They read the tree; what quotes, elides or announces they know from `annotate`. */
export const RULES: readonly Rule[] = [
  advertised,
  announced,
  beginning,
  elision,
  mixedScripts,
  nearIdentical,
  numbering,
  unbalanced,
]

/**
 * What is wrong with a page; all rules look at a line while it is at hand.
 *
 * @param units the code units of the restored text, where they are at hand
 */
export function check(collection: Collection, units?: Uint16Array, rules: readonly Rule[] = RULES): Message[] {
  const messages: Message[] = []
  const report = (message: Message) => {
    messages.push(message)
  }
  const checks = rules.map((rule) => rule(report, collection, units))
  for (const item of collection.children) {
    if (item.type !== 'item') continue
    for (const part of item.children) {
      if (part.type === 'heading') for (const check of checks) check.heading?.(part)
      if (part.type === 'speech') checkSpeech(part, checks)
    }
  }
  return messages
}

function checkSpeech(speech: Speech, checks: readonly Check[]): void {
  const lineChecks = checks.filter(({ line }) => line)
  for (const check of checks) check.speech?.(speech)
  walk(speech.children)
  for (const check of checks) check.end?.()

  function walk(parts: readonly (SpeechContent | SectionContent)[]): void {
    for (const part of parts) {
      if (part.type === 'section') walk(part.children)
      else if (part.type === 'list') for (const entry of part.children) see(entry)
      else if (part.type !== 'noise') see(part)
    }
  }

  function see(line: SpokenLine): void {
    for (const check of lineChecks) check.line?.(line)
  }
}
