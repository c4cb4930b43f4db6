import { foldTable } from '../source/fold.ts'
import { matchAddress } from './constructs/address.ts'
import { isKeyedByline } from './constructs/byline.ts'
import { matchFields } from './constructs/field.ts'
import { turnLength } from './constructs/turn.ts'
import { LETTERS } from './letters.ts'
import { type Line, lengthOf } from './line.ts'

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
    const label = line.headHolds & LETTERS.colon ? labelOf(line) : ''
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
const LONGEST = 4

/** 主持人A 尊敬的各位領導 — in a whole script, what it calls its readers may stand before a blank. */
function labelSpaced(lines: readonly Line[]): void {
  const spaced = new Map<Line, string>()
  for (const line of lines) {
    const label = line.firstHolds & LETTERS.turnStart ? labelBefore(line) : ''
    if (label !== '') spaced.set(line, label)
  }
  if (spaced.size < LEAST * 2 || new Set(spaced.values()).size < 2) return
  for (const [line, label] of spaced) line.turn = label.length + 1
}

function labelBefore(line: Line): string {
  const blank = near(line, BLANK)
  if (blank === 0 || line.turn > 0) return ''
  const label = line.head.slice(0, blank)
  return turnLength(`${label}:`) === blank + 1 ? label : ''
}

/** The short word before the colon at a line's head; empty where there is none. */
function labelOf(line: Line): string {
  const colon = near(line, COLON)
  if (colon === 0 || line.turn > 0 || line.marker || line.bullet || lengthOf(line) === colon + 1) return ''
  const { head } = line
  const label = head.slice(0, colon)
  return /^(?:[一-龥]+|[(【][一-龥]{1,2}[)】])$/.test(label) &&
    !matchAddress(head.slice(0, colon + 1)) &&
    !isKeyedByline(head) &&
    matchFields(head).length === 0
    ? label
    : ''
}

const BLANK = 0x20
const COLON = 0x3a

/** Where a sign, by its folded code, first stands behind one to four characters of a line; 0 where it does not. */
function near({ units, start, end }: Line, sign: number): number {
  const to = foldTable()
  const reach = Math.min(end, start + LONGEST + 1)
  for (let at = start + 1; at < reach; at++) if (to[units[at] as number] === sign) return at - start
  return 0
}
