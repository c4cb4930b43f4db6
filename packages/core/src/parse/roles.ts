import { closingOf } from './closings.ts'
import type { MarkerMatch } from './constructs/marker.ts'
import { LETTERS } from './letters.ts'
import { type Line, lengthOf } from './line.ts'
import { type Entry, isNumbered, type Numbered, type Role, tally } from './roles/entries.ts'
import { HEADING_LIMIT, headingEnd, pointEnd, RUN_IN_LIMIT } from './roles/heading-end.ts'
import { settleLists, settleLong } from './roles/lists.ts'
import { settleAgenda, settleProgramme } from './roles/programme.ts'
import { settleRecited } from './roles/recited.ts'
import { settleTables } from './roles/tables.ts'
import { settleTicked } from './roles/ticked.ts'
import { settleBegun, settleWords } from './roles/word-series.ts'

/** Tells what each line of a speech's body is; `isFixed` says which lines are known to be neither section nor item. */
export function classify(lines: readonly Line[], isFixed: (line: Line) => boolean): Entry[] {
  /** The last member of a series of words, and the systems of numbers above it: their next number ends the series. */
  let counted: MarkerMatch | undefined
  const around: string[] = []
  const isScript =
    lines.some(({ turn, firstHolds }) => turn > 0 && !(firstHolds & LETTERS.markerStart)) || areReaders(lines)
  const entries = lines.map((line): Entry => {
    // In a script, A: is a reader and no choice.
    if (isFixed(line) || line.isStage || (isScript && line.turn > 0))
      return { line, role: 'text', marker: undefined, headingEnd: 0 }
    const marker = line.marker ?? lastMember(line, counted)
    if (marker?.series === 'ordinal-word') counted = line.marker
    else if (marker && counted && around.includes(marker.system)) counted = undefined
    else if (marker && !counted && !around.includes(marker.system)) around.push(marker.system)
    if (!marker) return { line, role: line.bullet ? 'item' : 'text', marker, headingEnd: 0 }
    const end = headingEnd(line, marker)
    return { line, role: roleFor(line, marker, end), marker, headingEnd: end }
  })
  const numbered = entries.filter(isNumbered)
  settleTicked(entries)
  if (numbered.length > 0) {
    settlePoints(numbered)
    settleProgramme(entries, numbered)
    settleAgenda(entries, numbered)
  }
  settleTables(entries, isFixed)
  settleRecited(entries)
  if (numbered.length > 0) {
    settleLists(entries)
    settleLong(numbered)
    settleBegun(entries)
    settleWords(numbered)
  }
  return entries
}

/** 一是讓窗口會說話.先說您好。 — where a point stands behind the first words of all members of a series, it is a stop. */
function settlePoints(numbered: readonly Numbered[]): void {
  const points = tally(numbered, ({ line, marker }) => pointEnd(line, marker) > 0)
  if (points.size === 0) return
  const all = tally(numbered, () => true)
  for (const entry of numbered) {
    const count = points.get(entry.marker.system) ?? 0
    if (count < 2 || count < (all.get(entry.marker.system) ?? 0)) continue
    entry.headingEnd = pointEnd(entry.line, entry.marker)
    entry.role = 'run-in'
  }
}

/** Whether A: and B: are readers and no choices: they say whole sentences. */
function areReaders(lines: readonly Line[]): boolean {
  const turns = lines.filter(({ turn }) => turn > 0)
  const sentences = turns.filter(({ tail }) => /[。!?,…~]$/.test(tail))
  return turns.length > 1 && sentences.length * 2 > turns.length
}

/** 最後, behind 首先 and 其次 is the last member of their series; 最後,祝大家平安! only wishes. */
function lastMember(line: Line, counted: MarkerMatch | undefined): MarkerMatch | undefined {
  if (!counted?.worded || counted.ordinal < 2 || !(line.firstHolds & LETTERS.appealStart)) return undefined
  const length = LAST_MEMBER.exec(line.head)?.[0].length
  if (length === undefined || closingOf(line) === 'wish') return undefined
  return {
    series: 'ordinal-word',
    system: 'ordinal-word',
    ordinal: counted.ordinal + 1,
    length,
    rest: length,
    worded: true,
  }
}

const LAST_MEMBER = /^最后(?:[,、:]|就?是|要(?!求))/

/** 第二封,是一位老人寫的: — what is read aloud below heads nothing. */
const READS = /[写念读寄留][^。!?]{0,10}:$/

/** 一是人命賬。……二是糧食賬。 — where the next one stands on the same line, nothing is headed. */
function goesOnCounting({ text, start, end }: Line, { ordinal }: MarkerMatch): boolean {
  const next = '一二三四五六七八九'[ordinal]
  return next !== undefined && new RegExp(`[。；;！]${next}是`).test(text.slice(start, end))
}

function roleFor(line: Line, marker: MarkerMatch, end: number): Role {
  const length = lengthOf(line)
  if (marker.series === 'first-is' && goesOnCounting(line, marker)) return 'text'
  if (marker.worded && line.lastHolds & LETTERS.colon && READS.test(line.tail)) return 'text'
  if (end >= length) return length <= HEADING_LIMIT ? 'heading' : 'item'
  return end - marker.rest <= RUN_IN_LIMIT ? 'run-in' : 'item'
}
