import type { Noise } from '../schema/phrasing.ts'
import { isEditorRemark, isEditorsWord } from './constructs/notice.ts'
import { LETTERS } from './letters.ts'
import { type Line, lengthOf } from './line.ts'
import type { Lines } from './lines.ts'

/**
 * What an editor remarks inside a speech comments on it; what he says behind its end is a note.
 *
 *     (編者注:此處原有掌聲,略。)
 *     我們村去年修了三條渠。
 *     (小編提示:此處換成本村的數字。)
 */
export function readEditorRemarks(scanned: Lines): Lines {
  let noise: Map<Line, Noise['kind']> | undefined
  const comment = (line: Line) => {
    noise ??= new Map(scanned.noise)
    noise.set(line, 'comment')
  }
  let isSpokenBelow = false
  for (let at = scanned.lines.length - 1; at >= 0; at--) {
    const line = scanned.lines[at] as Line
    const kind = scanned.noise.get(line)
    if (kind === 'footer' && !isSpokenBelow && isEditorsWord(line.head)) {
      noise ??= new Map(scanned.noise)
      noise.delete(line)
    } else if (kind === 'footer' && isEditorRemark(line.head)) comment(line)
    else if (line.firstHolds & LETTERS.bracket && isTip(line) && standsInSpeech(scanned, at)) comment(line)
    if (scanned.items.headings.has(line) || scanned.tails.has(at)) isSpokenBelow = false
    else if (!kind) isSpokenBelow = true
  }
  return noise ? { ...scanned, noise } : scanned
}

/** A tip has at most so many units. */
const TIP = 60

function isTip(line: Line): boolean {
  return lengthOf(line) <= TIP && /^[([【]小编[^:]{0,6}:.*[)\]】]$/.test(line.head)
}

/** Whether sentences of the speaker stand right above a line and right below it. */
function standsInSpeech({ lines, items, noise, tails }: Lines, at: number): boolean {
  const spoken = (line: Line | undefined) =>
    line !== undefined &&
    !items.headings.has(line) &&
    !noise.has(line) &&
    line.address?.mark !== ':' &&
    (line.lastHolds & LETTERS.clauseEnd) !== 0
  return spoken(lines[at - 1]) && spoken(lines[at + 1]) && !tails.has(at + 1)
}
