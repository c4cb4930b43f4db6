import { codeSet } from '../../source/code-set.ts'
import { fold, foldTable } from '../../source/fold.ts'
import type { MarkerMatch } from '../constructs/marker.ts'
import { LETTERS } from '../letters.ts'
import { HEAD, type Line, lengthOf } from '../line.ts'

/** A first sentence of at most so many units can be a run-in heading: about 20 as a rule, 33 the longest measured. */
export const RUN_IN_LIMIT = 34

/** A line of its own of at most so many units can be a heading. */
export const HEADING_LIMIT = 64

/** Where the first sentence behind the marker ends, its mark included; the line's end where it has only one. */
export function headingEnd(line: Line, marker: MarkerMatch): number {
  const { text, units, start } = line
  const to = foldTable()
  const limit = Math.min(lengthOf(line), HEAD)
  let depth = 0
  for (let at = marker.rest; at < limit; at++) {
    const code = to[units[start + at] as number] as number
    if (!isTelling(code)) continue
    const read = at - marker.rest
    if (opensPair(code)) depth++
    else if (closesPair(code)) depth = Math.max(0, depth - 1)
    else if (depth > 0) continue
    else if (endsSentence(code)) return at + 1
    else if (code === COLON && read >= 2 && read <= 24) {
      if (line.embedded || line.lastHolds & LETTERS.stop || lengthOf(line) > RUN_IN_LIMIT) return at + 1
    } else if (code === BLANK && read >= (line.embedded ? 2 : 4) && read <= 30 && isHan(text, start + at - 1)) {
      if (line.embedded || line.lastHolds & LETTERS.stop || lengthOf(line) > HEADING_LIMIT) return at
    }
  }
  return lengthOf(line) > HEAD ? Number.POSITIVE_INFINITY : lengthOf(line)
}

/** Where a point ends the first words behind the marker, as half-width pages print a stop; 0 where none does. */
export function pointEnd(line: Line, { rest }: MarkerMatch): number {
  const { units, start } = line
  const to = foldTable()
  const limit = Math.min(lengthOf(line) - 1, rest + RUN_IN_LIMIT)
  for (let at = rest; at < limit; at++) {
    const code = to[units[start + at] as number] as number
    if (endsSentence(code)) return 0
    if (code === POINT) {
      const isStop =
        at > rest && isHanCode(units[start + at - 1] as number) && isHanCode(units[start + at + 1] as number)
      return isStop ? at + 1 : 0
    }
  }
  return 0
}

const POINT = 0x2e

const isHanCode = (code: number) => code >= 0x4e00 && code <= 0x9fa5

const COLON = 0x3a

const BLANK = 0x20

const opensPair = codeSet('“‘《(')

const closesPair = codeSet('”’》)')

const endsSentence = codeSet('。!?')

const isTelling = codeSet('“‘《(”’》)。!?: ')

/** Blanks set a heading off from its body in Chinese text; between Latin words they mean nothing. */
function isHan(text: string, at: number): boolean {
  return /[一-龥”’》)]/.test(fold(text, at, at + 1))
}
