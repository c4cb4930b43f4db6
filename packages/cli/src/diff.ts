import type { Edit, Evidence } from '@speeches/parser'
import { excerpt } from './excerpt.ts'
import type { Paint } from './output.ts'
import { toPrintable } from './width.ts'

/**
 * One line an edit: its place, rule and certainty, and the words before and behind it.
 *
 *     3:12 gloss certain  …村裡要創[-(chuàng)-]辦夜校…
 */
export function* diffLines(source: string, edits: readonly Edit[], paint: Paint): Generator<string> {
  for (const { rule, position, original, replacement, certainty, evidence } of edits) {
    const { start, end } = position
    const { before } = excerpt(source, start.offset, start.offset)
    const { behind } = excerpt(source, end.offset, end.offset)
    const change = before + mark(paint, 'red', '-', original) + mark(paint, 'green', '+', replacement) + behind
    yield `${paint('dim', `${start.line}:${start.column}`)} ${rule} ${certainty}${grounds(evidence)}  ${change}\n`
  }
}

/** What was taken out as [-…-] and what was put in as {+…+}, as `git diff --word-diff` writes them. */
function mark(paint: Paint, colour: 'red' | 'green', sign: '-' | '+', text: string): string {
  if (text === '') return ''
  const shown = toPrintable(text.replace(/\r?\n|\r/g, '⏎'))
  return paint(colour, sign === '-' ? `[-${shown}-]` : `{+${shown}+}`)
}

function grounds(evidence: Evidence | undefined): string {
  if (!evidence) return ''
  const parts = [
    `${evidence.readings} ${evidence.readings === 1 ? 'reading' : 'readings'}`,
    evidence.margin === undefined ? '' : `margin ${evidence.margin.toFixed(1)}`,
    evidence.witness === undefined ? '' : 'witness',
  ]
  return ` (${parts.filter(Boolean).join(', ')})`
}
