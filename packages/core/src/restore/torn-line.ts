import { lineWords } from '../generated/line-words.ts'
import { fold } from '../source/fold.ts'
import type { Grounds } from '../source/patches.ts'
import { noPatches, type Patches, pushPatch } from '../source/patches.ts'
import type { Rows } from '../source/rows.ts'
import type { Layer } from './layer.ts'
import { isMarked } from './lines/opening.ts'

const certain: Grounds = { rule: 'torn-line', certainty: 'certain' }
const likely: Grounds = { rule: 'torn-line', certainty: 'likely', evidence: { readings: 2 } }

/**
 * Brings a link's text back into its sentence. Such sites print a link on a line of its own
 * and close it, and the words before it, with a 。 that nobody said:
 *
 *     要落實《。              要落實《河道管理條例》的規定
 *     河道管理。        →
 *     條例》的規定
 */
export const tornLine: Layer = {
  rule: 'torn-line',
  isNeeded: (survey) => (survey.has('\n') || survey.has('\r')) && survey.has('。'),
  run(text, context) {
    const rows = context.rows()
    const links = linksOf(text, rows)
    const proven = new Set(links.filter(({ row }) => isInBrackets(text, rows, row)).map(({ words }) => words))
    const patches = noPatches()
    for (const { row, words } of links) {
      if (isInBrackets(text, rows, row)) joinBoth(text, rows, row, certain, patches)
      else if (proven.has(words) || isOpen(text, rows, row - 1)) joinBoth(text, rows, row, likely, patches)
      else if (isContinuation(text, rows, row + 1)) join(text, rows, row, likely, patches)
    }
    return { patches }
  },
}

/** A line that can be a link's text: a few characters and a 。, between two other lines. */
interface Link {
  row: number
  /** The words without 。, folded. */
  words: string
}

const LONGEST = 12

function linksOf(text: string, { starts, ends }: Rows): Link[] {
  const links: Link[] = []
  for (let row = 1; row < starts.length - 1; row++) {
    const start = starts[row] as number
    const end = (ends[row] as number) - 1
    if (end - start > LONGEST || end - start < 2 || text.charAt(end) !== '。') continue
    const words = fold(text, start, end)
    if (/^[\u4e00-\u9fff《》“”‘’]+$/.test(words) && !lineWords.formula.some((word) => words.startsWith(word))) {
      links.push({ row, words })
    }
  }
  return links
}

const BRACKETS = ['《》', '“”', '「」', '（）', '()']

/** Whether a bracket is open at the end of the line before and closed by the line behind: 《。/ 河道管理。/ 條例》. */
function isInBrackets(text: string, { starts, ends }: Rows, row: number): boolean {
  const before = text.slice(starts[row - 1], ends[row - 1])
  const behind = text.slice(starts[row + 1], ends[row + 1])
  return BRACKETS.some((pair) => {
    const [open = '', close = ''] = pair
    if (before.lastIndexOf(open) <= before.lastIndexOf(close)) return false
    const closed = behind.indexOf(close)
    const opened = behind.indexOf(open)
    return closed !== -1 && (opened === -1 || closed < opened)
  })
}

/** Whether a line cannot be the end of a sentence: it breaks off behind 積極, or closes a quotation that it never opened. */
function isOpen(text: string, { starts, ends }: Rows, row: number): boolean {
  const line = fold(text, starts[row], ends[row])
  return /^[^“《]{1,12}[”》]$/.test(line) || lineWords.open.some((word) => line.endsWith(`${word}。`))
}

/** Whether a line cannot be the start of a sentence. */
function isContinuation(text: string, { starts }: Rows, row: number): boolean {
  return '、，。；：,;:》”）'.includes(text.charAt(starts[row] as number))
}

/** Joins a link to the words before it and behind it; a marker behind it opens something new. */
function joinBoth(text: string, rows: Rows, row: number, grounds: Grounds, patches: Patches): void {
  join(text, rows, row - 1, grounds, patches)
  if (isMarked(text, rows.starts[row + 1] as number, rows.ends[row + 1] as number)) return
  join(text, rows, row, grounds, patches)
}

/** Takes out the line end behind a row, and the 。 in front of it. */
function join(text: string, { starts, ends }: Rows, row: number, grounds: Grounds, patches: Patches): void {
  const end = ends[row] as number
  const from = text.charAt(end - 1) === '。' ? end - 1 : end
  if (from >= (patches.ends[patches.count - 1] ?? 0)) pushPatch(patches, from, starts[row + 1] as number, '', grounds)
}
