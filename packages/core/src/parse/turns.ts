import { matchAddress } from './constructs/address.ts'
import { isKeyedByline } from './constructs/byline.ts'
import { matchFields } from './constructs/field.ts'
import { turnLength } from './constructs/turn.ts'
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
 * A word is a label where it stands before many lines, and another one, or one that all scripts have, before others.
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
  labelSpaced(lines)
  const labels = [...turns].filter(([, same]) => same.length >= LEAST)
  const answers = () => lines.filter(({ turn }) => turn > 0).length >= LEAST
  if (labels.length === 0 || (labels.length === 1 && !answers())) return
  for (const [label, same] of labels) for (const line of same) line.turn = label.length + 1
}

/** A host speaks at least so many times. */
const LEAST = 3

/** A label has one to four characters. */
function hasColonNearHead({ units, start, headHolds }: Line): boolean {
  if (!(headHolds & LETTERS.colon)) return false
  return (lettersOf(units, start + 1, Math.min(start + 5, units.length)) & LETTERS.colon) !== 0
}

/** 主持人A 尊敬的各位領導 — in a whole script, what it calls its readers may stand before a blank. */
function labelSpaced(lines: readonly Line[]): void {
  const spaced = lines.filter((line) => labelBefore(line) !== '')
  if (spaced.length < LEAST * 2 || new Set(spaced.map(labelBefore)).size < 2) return
  for (const line of spaced) line.turn = labelBefore(line).length + 1
}

function labelBefore({ head, turn }: Line): string {
  const blank = head[1] === ' ' ? 1 : head[2] === ' ' ? 2 : head[3] === ' ' ? 3 : head[4] === ' ' ? 4 : 0
  const label = head.slice(0, blank)
  return blank > 0 && turn === 0 && turnLength(`${label}:`) === blank + 1 ? label : ''
}

/** The short word before the colon at a line's head; empty where there is none. */
function labelOf({ head, turn, marker, bullet }: Line): string {
  const colon = head[1] === ':' ? 1 : head[2] === ':' ? 2 : head[3] === ':' ? 3 : head[4] === ':' ? 4 : 0
  if (colon === 0 || turn > 0 || marker || bullet || head.length === colon + 1) return ''
  const label = head.slice(0, colon)
  return /^(?:[一-龥]+|[(【][一-龥]{1,2}[)】])$/.test(label) &&
    !matchAddress(head.slice(0, colon + 1)) &&
    !isKeyedByline(head) &&
    matchFields(head).length === 0
    ? label
    : ''
}
