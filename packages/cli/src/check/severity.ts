import type { Message } from '@speeches/parser'
import type { Severities, Severity } from '../config/definition.ts'

/** How severe a message is, as it is called. */
export type Level = Exclude<Severity, 'off'>

/** The levels, the gravest first. */
export const LEVELS: readonly Level[] = ['error', 'warning', 'info']

const FATAL: Record<Level, boolean | null> = { error: true, warning: false, info: null }

export function levelOf({ fatal }: Message): Level {
  if (fatal) return 'error'
  return fatal === false ? 'warning' : 'info'
}

/** The messages as severe as was asked for, without those switched off, in the order of the page. */
export function applySeverities(messages: readonly Message[], severities: Severities): Message[] {
  const kept: Message[] = []
  for (const message of messages) {
    const severity = (severities as Record<string, Severity | undefined>)[message.ruleId]
    if (severity === 'off') continue
    kept.push(severity ? { ...message, fatal: FATAL[severity] } : message)
  }
  return kept.sort((a, b) => offsetOf(a) - offsetOf(b))
}

function offsetOf({ place }: Message): number {
  return place?.start.offset ?? -1
}

/** How many messages there are of each level. */
export type Counts = Record<Level, number>

export function countLevels(messages: readonly Message[]): Counts {
  const counts: Counts = { error: 0, warning: 0, info: 0 }
  for (const message of messages) counts[levelOf(message)]++
  return counts
}

/** How many messages of each level there are, in one line. */
export function summarize(counts: Counts): string {
  const found = LEVELS.filter((level) => counts[level] > 0)
  if (found.length === 0) return 'Nothing found.'
  return found
    .map((level) => `${counts[level]} ${level}${counts[level] === 1 || level === 'info' ? '' : 's'}`)
    .join(', ')
}
