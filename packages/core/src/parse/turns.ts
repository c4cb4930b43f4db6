import { matchAddress } from './constructs/address.ts'
import { matchFields } from './constructs/field.ts'
import { LETTERS, lettersOf } from './letters.ts'
import type { Line } from './line.ts'

/**
 * Scripts label the turns of their hosts with names too:
 *
 *     林棲:尊敬的各位老師,
 *     ^  ^
 *     周嵐:親愛的同學們:
 *     (葉):大家好!
 *
 * A word is a label where it stands before many lines, and another one before others.
 */
export function labelTurns(lines: readonly Line[]): void {
  const turns = new Map<string, Line[]>()
  for (const line of lines) {
    const label = hasColonNearHead(line) ? labelOf(line) : ''
    if (label === '') continue
    const same = turns.get(label)
    if (same) same.push(line)
    else turns.set(label, [line])
  }
  const labels = [...turns].filter(([, same]) => same.length >= LEAST)
  if (labels.length < 2) return
  for (const [label, same] of labels) for (const line of same) line.turn = label.length + 1
}

/** A host speaks at least so many times. */
const LEAST = 3

/** A label has one to four characters. */
function hasColonNearHead({ units, start, headHolds }: Line): boolean {
  if (!(headHolds & LETTERS.colon)) return false
  return (lettersOf(units, start + 1, Math.min(start + 5, units.length)) & LETTERS.colon) !== 0
}

/** The short word before the colon at a line's head; empty where there is none. */
function labelOf({ head, turn, marker, bullet }: Line): string {
  const colon = head[1] === ':' ? 1 : head[2] === ':' ? 2 : head[3] === ':' ? 3 : head[4] === ':' ? 4 : 0
  if (colon === 0 || turn > 0 || marker || bullet || head.length === colon + 1) return ''
  const label = head.slice(0, colon)
  return /^(?:[一-龥]+|[(【][一-龥]{1,2}[)】])$/.test(label) &&
    !matchAddress(head.slice(0, colon + 1)) &&
    matchFields(head).length === 0
    ? label
    : ''
}
