import { lineWords } from '../generated/line-words.ts'
import { fold } from '../source/fold.ts'
import type { Grounds } from '../source/patches.ts'
import { noPatches, pushPatch } from '../source/patches.ts'
import type { Rows } from '../source/rows.ts'
import type { Layer } from './layer.ts'
import { asciiShare } from './lines/code.ts'
import { isMarked } from './lines/opening.ts'

const likely: Grounds = { rule: 'split-line', certainty: 'likely', evidence: { readings: 2 } }

/**
 * Joins the lines of a paragraph that was split behind its semicolons, and the line whose colon opens such a run:
 *
 *     东片修水渠；
 *     西片种树；        →  东片修水渠；西片种树；南片治村道。
 *     南片治村道。
 *
 * Lines with markers, bullets or turn labels, lines of a program, and lines that are recited or listed keep their
 * places.
 */
export const splitLine: Layer = {
  rule: 'split-line',
  isNeeded: (survey) => (survey.has('\n') || survey.has('\r')) && (survey.has('；') || survey.has(';')),
  run(text, context) {
    const rows = context.rows()
    const patches = noPatches()
    for (const [first, last] of runsOf(text, rows)) {
      if (isRecited(text, rows, first, last) || isListed(text, rows, first, last)) continue
      for (let row = first; row < last; row++) {
        pushPatch(patches, rows.ends[row] as number, rows.starts[row + 1] as number, '', likely)
      }
    }
    return { patches }
  },
}

/** The runs of rows that semicolons hold together, each with its first row and its last. */
function runsOf(text: string, rows: Rows): [first: number, last: number][] {
  const runs: [number, number][] = []
  for (let row = 0; row < rows.starts.length - 1; row++) {
    let last = row
    while (isHeld(text, rows, last)) last++
    if (last === row) continue
    runs.push([opensRun(text, rows, row - 1) ? row - 1 : row, last])
    row = last
  }
  return runs
}

/** Whether a row ends in a semicolon and the next one goes on from it. */
function isHeld(text: string, rows: Rows, row: number): boolean {
  if (row + 1 >= rows.starts.length || !endsWith(rows, row, ';；')) return false
  return isProse(text, rows, row) && isProse(text, rows, row + 1) && endsWith(rows, row + 1, ';；。!！?？…”.')
}

/** Whether a row ends in a colon that announces what follows, and does not address anyone. */
function opensRun(text: string, rows: Rows, row: number): boolean {
  if (row < 0 || !endsWith(rows, row, ':：') || !isProse(text, rows, row)) return false
  const words = fold(text, rows.starts[row], (rows.ends[row] as number) - 1)
  return !lineWords.address.some((word) => words.endsWith(word))
}

/** Whether a row is Chinese and opens with no marker. */
function isProse(text: string, { starts, ends }: Rows, row: number): boolean {
  const start = starts[row] as number
  const end = ends[row] as number
  return asciiShare(text.slice(Math.max(start, end - PROGRAM), end)) <= 0.5 && !isMarked(text, start, end)
}

/** So many UTF-16 code units at the end of a row show whether it is of a program. */
const PROGRAM = 80

function endsWith({ lasts }: Rows, row: number, marks: string): boolean {
  return marks.includes(String.fromCharCode(lasts[row] as number))
}

/** Lines that are recited are short; those of an oath, right below who swears it, may be longer. */
const SHORT = 20
const SWORN = 30
/** How many lines above a run may say that it is recited, and how far from their ends. */
const LEAD = 2
const LEAD_END = 40

/** 出席今天大会的有:, 今年的目标是:, 请大家举手: */
const LISTED = /举手|表决|嘉宾|来宾|出席|到会|莅临|光临|受邀|目标|指标|称号|获奖|名单|奖项/
/** A line of a list is no longer, in UTF-16 code units. */
const LINE = 32
/** So few lines of one length are no list. */
const FEW = 3

/** Guests, targets, and short lines of one length, each a line of its own below a colon. */
function isListed(text: string, rows: Rows, first: number, last: number): boolean {
  // 三、请大家表决： opens no run, and announces as well.
  const lead = endsWith(rows, first, ':：') ? first : first - 1
  if (lead < 0 || !endsWith(rows, lead, ':：')) return false
  const { starts, ends } = rows
  let longest = 0
  let shortest = LINE
  for (let row = lead + 1; row <= last; row++) {
    const length = (ends[row] as number) - (starts[row] as number)
    longest = Math.max(longest, length)
    shortest = Math.min(shortest, length)
  }
  if (last - lead >= FEW && longest <= SHORT && longest - shortest <= 1) return true
  return longest <= LINE && LISTED.test(leadOf(text, rows, lead))
}

/** Oaths, rules, agendas, verse: short lines below a word that announces them, or among lines that end in commas. */
function isRecited(text: string, rows: Rows, first: number, last: number): boolean {
  const { starts, ends } = rows
  const swears = leadOf(text, rows, first).includes('誓') && endsWith(rows, first, ':：')
  for (let row = first + 1; row <= last; row++) {
    if ((ends[row] as number) - (starts[row] as number) > (swears ? SWORN : SHORT)) return false
  }
  if (first > 0 && endsWith(rows, first - 1, ',，')) return true
  for (let row = Math.max(first - LEAD, 0); row <= first; row++) {
    const lead = leadOf(text, rows, row)
    if (lineWords.recited.some((word) => lead.includes(word))) return true
  }
  return false
}

/** The end of a row, folded: what it says of the rows below. */
function leadOf(text: string, { starts, ends }: Rows, row: number): string {
  const end = ends[row] as number
  return fold(text, Math.max(starts[row] as number, end - LEAD_END), end)
}
