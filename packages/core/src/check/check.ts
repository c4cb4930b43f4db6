import type { Collection } from '../schema/collection.ts'
import type { Message } from '../schema/message.ts'
import type { Heading, SectionContent, Speech, SpeechContent } from '../schema/speech.ts'
import { advertised } from './advertised.ts'
import { announced } from './announced.ts'
import { beginning } from './beginning.ts'
import { elision } from './elision.ts'
import { leavesOf, type SpokenLine } from './lines.ts'
import { mixedScripts } from './mixed-scripts.ts'
import { nearIdentical } from './near-identical.ts'
import { numbering } from './numbering.ts'
import type { Check, Known, Rule } from './rule.ts'
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

/** What is wrong with a page; all rules look at a line while it is at hand. */
export function check(collection: Collection, known: Known = {}, rules: readonly Rule[] = RULES): Message[] {
  const messages: Message[] = []
  const report = (message: Message) => {
    messages.push(message)
  }
  const checks = rules.map((rule) => rule(report, collection, known))
  for (const item of collection.children) {
    if (item.type !== 'item') continue
    for (const part of item.children) {
      if (part.type === 'heading') checkHeading(part, checks)
      if (part.type === 'speech') checkSpeech(part, checks)
    }
  }
  return messages
}

function checkHeading(heading: Heading, checks: readonly Check[]): void {
  const leaves = leavesOf(heading.children)
  for (const check of checks) check.heading?.(heading, leaves)
}

function checkSpeech(speech: Speech, checks: readonly Check[]): void {
  const lineChecks = checks.flatMap(({ line }) => line ?? [])
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
    const leaves = leavesOf(line.children)
    for (const check of lineChecks) check(line, leaves)
  }
}
