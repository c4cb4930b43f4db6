import { lineWords } from '../generated/line-words.ts'
import { fold } from '../source/fold.ts'
import type { Grounds } from '../source/patches.ts'
import { noPatches, type Patches, pushPatch } from '../source/patches.ts'
import type { Layer } from './layer.ts'
import { isMarked } from './lines/opening.ts'
import type { Rows } from './lines/rows.ts'

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
  isNeeded: (survey) => survey.has('\n') && survey.has('。'),
  run(text, context) {
    const rows = context.rows()
    const links = linksOf(text, rows)
    const proven = new Set(links.filter(({ row }) => isInBrackets(text, rows, row)).map(({ words }) => words))
    const patches = noPatches()
    for (const { row, words } of links) {
      if (isInBrackets(text, rows, row)) join(text, rows, row, certain, patches)
      else if (proven.has(words) || isTorn(text, rows, row, words)) join(text, rows, row, likely, patches)
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

/** Whether the words or the lines beside them show that this line was no sentence. */
function isTorn(text: string, rows: Rows, row: number, words: string): boolean {
  const { starts, ends } = rows
  const behind = text.charAt(starts[row + 1] as number)
  if ('、，。；：,;:》”）'.includes(behind)) return true
  if (isMarked(text, starts[row + 1] as number, ends[row + 1] as number)) return false
  const before = fold(text, starts[row - 1], ends[row - 1])
  if (/^[^“《]{1,12}[”》]$/.test(before)) return true
  if (!before.endsWith('。')) return false
  if (lineWords.open.some((word) => before.endsWith(`${word}。`))) return true
  return lineWords.link.includes(words) && before.length > LONGEST
}

/** Takes out the line ends on both sides of a link, and the 。 in front of them. */
function join(text: string, { starts, ends }: Rows, row: number, grounds: Grounds, patches: Patches): void {
  for (const upper of [row - 1, row]) {
    const end = ends[upper] as number
    const from = text.charAt(end - 1) === '。' ? end - 1 : end
    const to = starts[upper + 1] as number
    if (upper === row && isMarked(text, to, ends[upper + 1] as number)) return
    if (from >= (patches.ends[patches.count - 1] ?? 0)) pushPatch(patches, from, to, '', grounds)
  }
}
