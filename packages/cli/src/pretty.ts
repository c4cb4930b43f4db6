import type { Message } from '@speeches/parser'
import { caretLine, excerpt } from './excerpt.ts'
import type { Page } from './input.ts'
import type { Paint } from './output.ts'

interface Severity {
  name: string
  colour: 'red' | 'yellow' | 'blue'
}

/** Messages for a person: place, severity, reason and rule, the line of the source, and a caret below the place. */
export function* prettyMessages(page: Page, messages: readonly Message[], paint: Paint): Generator<string> {
  for (const message of messages) {
    const { place, reason, ruleId } = message
    const { name, colour } = severityOf(message)
    const where = place ? `${page.name}:${place.start.line}:${place.start.column}` : page.name
    yield `${paint('bold', where)} ${paint(colour, name)} ${reason} ${paint('dim', ruleId)}\n`
    if (!place) continue
    const shown = excerpt(page.text, place.start.offset, place.end.offset)
    yield `    ${shown.before}${shown.at}${shown.behind}\n    ${paint(colour, caretLine(shown))}\n`
  }
}

/** How many messages of each severity there are, in one line. */
export function summarize(messages: readonly Message[]): string {
  if (messages.length === 0) return 'Nothing found.'
  const counts = new Map<string, number>()
  for (const message of messages) {
    const { name } = severityOf(message)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return ['error', 'warning', 'info']
    .filter((name) => counts.has(name))
    .map((name) => `${counts.get(name)} ${name}${counts.get(name) === 1 || name === 'info' ? '' : 's'}`)
    .join(', ')
}

function severityOf({ fatal }: Message): Severity {
  if (fatal) return { name: 'error', colour: 'red' }
  return fatal === false ? { name: 'warning', colour: 'yellow' } : { name: 'info', colour: 'blue' }
}
