import type { Message } from '@speeches/parser'
import { caretLine, excerpt } from '../excerpt.ts'
import type { Page } from '../input.ts'
import type { Colour, Paint } from '../output.ts'
import { type Level, levelOf } from './severity.ts'

const COLOURS: Record<Level, Colour> = { error: 'red', warning: 'yellow', info: 'blue' }

/** Messages for a person: place, severity, reason and rule, the line of the source, and a caret below the place. */
export function* prettyMessages(page: Page, messages: readonly Message[], paint: Paint): Generator<string> {
  for (const message of messages) {
    const { place, reason, ruleId } = message
    const level = levelOf(message)
    const where = place ? `${page.name}:${place.start.line}:${place.start.column}` : page.name
    yield `${paint('bold', where)} ${paint(COLOURS[level], level)} ${reason} ${paint('dim', ruleId)}\n`
    if (!place) continue
    const shown = excerpt(page.text, place.start.offset, place.end.offset)
    yield `    ${shown.before}${shown.at}${shown.behind}\n    ${paint(COLOURS[level], caretLine(shown))}\n`
  }
}
