import type { Noise } from '../schema/phrasing.ts'
import { closingOf } from './closings.ts'
import { isEditorRemark, isEditorsWord } from './constructs/notice.ts'
import { isLabelledRemark } from './constructs/site-prose.ts'
import { namesSpeakerOfRecord } from './constructs/speaker.ts'
import { LETTERS } from './letters.ts'
import { isWholeAddress, type Line, lengthOf } from './line.ts'
import type { Lines } from './lines.ts'
import { isLabel, speaksToListeners } from './speaker-label.ts'

/** The lines of a page, and those below a label that says that they comment on the speech above. */
export interface RemarkedLines extends Lines {
  remarks: ReadonlySet<Line>
}

/**
 * What an editor remarks inside a speech comments on it; what he says behind its end is a note.
 *
 *     (編者注:此處原有掌聲,略。)
 *     我們村去年修了三條渠。
 *     (小編提示:此處換成本村的數字。)
 */
export function readEditorRemarks(scanned: Lines): RemarkedLines {
  let noise: Map<Line, Noise['kind']> | undefined
  const comment = (line: Line) => {
    noise ??= new Map(scanned.noise)
    noise.set(line, 'comment')
  }
  const free = (line: Line) => {
    noise ??= new Map(scanned.noise)
    noise.delete(line)
  }
  const remarks = findRemarks(scanned)
  for (const line of remarks) if (scanned.noise.has(line)) free(line)
  let isSpokenBelow = false
  for (let at = scanned.lines.length - 1; at >= 0; at--) {
    const line = scanned.lines[at] as Line
    const kind = scanned.noise.get(line)
    const isWord = kind === 'footer' && isEditorsWord(line.head)
    const isBetween = isWord && isSpokenBelow && standsBetween(scanned, at)
    if (isBetween) remarks.add(line)
    if (isWord && (!isSpokenBelow || isBetween)) free(line)
    else if (kind === 'footer' && isEditorRemark(line.head)) comment(line)
    else if (line.firstHolds & LETTERS.bracket && isTip(line) && standsInSpeech(scanned, at)) comment(line)
    if (scanned.items.headings.has(line) || scanned.tails.has(at)) isSpokenBelow = false
    else if (!kind) isSpokenBelow = true
  }
  return { ...scanned, noise: noise ?? scanned.noise, remarks }
}

/** Whether the speech above has ended, and another speaker is named below. */
function standsBetween({ lines }: Lines, at: number): boolean {
  const [above, , below] = lines.slice(Math.max(0, at - 1), at + 2)
  return above !== undefined && below !== undefined && closingOf(above, true) !== undefined && saysWho(below)
}

function saysWho(line: Line): boolean {
  return isLabel(line) || namesSpeakerOfRecord(line.head)
}

/** 【名師點評】    教師評語:    ★評委點評★ — nothing else stands on the line. */
const OPENS =
  /^[^一-龥]{0,2}(?:(?:名[师家]|专家|特级教师|[老教]师|指导[老教]师|评委|评审|嘉宾|小编|编[辑者]|本刊|家长|班主任)的?)?(?:点评|评[点析语论]|赏析|简[评析]|[总短]评|(?<=编.?)寄语)[^一-龥]{0,2}$/

/** A label has at most so many units, and so many lines stand below it. */
const OPENS_LIMIT = 12
const REMARKS = 12

/**
 * What comments on a speech stands below a label of its own, up to the next heading, address or speaker; below the only
 * speech of a page it is the site's.
 *
 *     【名師點評】
 *     選材新,以小見大。
 *     (點評人:栗老師)
 */
function findRemarks({ lines, items, tails, noise }: Lines): Set<Line> {
  const remarks = new Set<Line>()
  const isBorder = (at: number) => items.headings.has(lines[at] as Line) || tails.has(at)
  let last: number | undefined
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at] as Line
    last ??= lines.findLastIndex((said) => (said.lastHolds & LETTERS.clauseEnd) !== 0 && !noise.has(said))
    // 評委點評:細節真切。 — between two speeches, or below the last of several.
    const isInside = noise.get(line) === 'footer' && isLabelledRemark(line.head) && (last > at || remarks.size > 0)
    if (isInside && closingOf(lines[at - 1] as Line, true)) remarks.add(line)
    if (lengthOf(line) > OPENS_LIMIT || isBorder(at) || !OPENS.test(line.head) || speaks(line, lines[at + 1])) continue
    let end = at + 1
    while (end < Math.min(lines.length, at + REMARKS) && !isBorder(end) && comments(lines[end] as Line, noise)) end++
    const isOnly = items.headings.size === 0 && remarks.size === 0 && last < end
    if (end === at + 1 || isOnly) continue
    for (const remark of lines.slice(at, end)) remarks.add(remark)
    at = end - 1
  }
  return remarks
}

/** 【評委點評】    各位選手,我先說說第三位。 — what stands below such a label may be spoken. */
function speaks({ head }: Line, next: Line | undefined): boolean {
  return !head.includes('编') && next !== undefined && speaksToListeners(next.head)
}

function comments(line: Line, noise: Lines['noise']): boolean {
  const kind = noise.get(line)
  if ((kind && kind !== 'footer' && kind !== 'comment') || line.turn > 0 || isWholeAddress(line) || saysWho(line))
    return false
  return /[。!?…”)】]$/.test(line.tail) || /^—|^(?:点评|评[审委]|指导)[^:]{0,4}:/.test(line.head)
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
