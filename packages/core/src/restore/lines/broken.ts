import { lineWords } from '../../generated/line-words.ts'
import { fold } from '../../source/fold.ts'
import { isHan } from '../gloss/find.ts'
import type { Block } from './blocks.ts'
import { opensWithCloser } from './gauge.ts'
import { isMarked } from './opening.ts'
import { lineOf, type Page, pageOf } from './wrapped.ts'

/** So many rows must break off behind the end of a sentence, and so many behind a clause: a page that was copied well has hardly one. */
const FEWEST_SENTENCES = 2
const FEWEST_CLAUSES = 4

/** No row is longer whose end a column or a screen made, in UTF-16 code units. */
const LONGEST = 160

/** A sentence ended, and the next one did not. */
const BROKEN_OFF = /[。！？；][^。！？；]+$/
/** A clause ended before the end of the row. */
const CLAUSE = /[，。！？；]./
/** A sentence ended before the end of the row. */
export const SENTENCE = /[。！？；]./
const COMMA = /[，、]$/
/** 20xx / 年冬天, 一共××/ 户, 要学会用《 / 水经注》 */
const NUMBER = /[\dA-Za-z×“‘《（]$/
/** How far from its end a line says that what follows is recited, in UTF-16 code units. */
const LEAD = 40
/** No line behind 第一 that heads others is longer, in UTF-16 code units. */
const SHORT_HEADING = 12
/** A heading loses no more than so many UTF-16 code units to a line of their own. */
const FEW = 6
/** No address is longer, in UTF-16 code units. */
const LONGEST_ADDRESS = 40
/** No line of a verse or an oath is longer, in UTF-16 code units. */
const SHORT = 20

/** The rows of such a block. */
export interface Broken extends Page {
  /** Whether the row belongs to a poem or an oath that the rows above it announce. */
  isRecited: boolean[]
}

/**
 * The rows of a block whose lines end anywhere, as columns and screens of changing width leave them; undefined where
 * hardly a row shows that they do: one in which a sentence ends, and another that breaks off without a mark.
 *
 *     在船上等不到岸。今天簽下這
 *     份協議，就是要把這條水變短。
 */
export function brokenOf(text: string, block: Block): Broken | undefined {
  const { starts, ends } = block
  let broken = 0
  for (let row = 0; row + 1 < starts.length; row++) {
    const start = starts[row] as number
    const end = ends[row] as number
    if (end - start > LONGEST || !isHan(text.charCodeAt(end - 1)) || !isHan(text.charCodeAt(starts[row + 1] as number)))
      continue
    if (BROKEN_OFF.test(text.slice(start, end))) broken++
  }
  if (broken < FEWEST_SENTENCES) return undefined
  const page = pageOf(text, block)
  return isBroken(page) ? { ...page, isRecited: recitedOf(page) } : undefined
}

function isBroken(page: Page): boolean {
  let sentences = 0
  let clauses = 0
  for (let row = 0; row < page.starts.length; row++) {
    if (!page.isInPhrase[row] || page.below[row] !== 'more' || page.isHeading[row] || isAddress(page, row)) continue
    const line = lineOf(page, row)
    if (BROKEN_OFF.test(line)) sentences++
    if (CLAUSE.test(line)) clauses++
  }
  return sentences >= FEWEST_SENTENCES && clauses >= FEWEST_CLAUSES
}

/** Which rows stand below a colon behind a word that announces them, 诗 or 宣誓, up to the end of a sentence. */
function recitedOf(page: Page): boolean[] {
  let isRecited = false
  return page.starts.map((_, row) => {
    const wasRecited = isRecited
    const tail = lineOf(page, row).slice(-LEAD)
    if (/[。！？!?]$/.test(tail)) isRecited = false
    else if (/[:：]$/.test(tail)) isRecited = lineWords.recited.some((word) => fold(tail).includes(word))
    return wasRecited
  })
}

/** Whether a row goes on in the next one; `opens` says whether it opens a paragraph. */
export function breaksOff(page: Broken, row: number, opens: boolean): boolean {
  const { text, starts, below, isTerminal, isInPhrase } = page
  if (below[row] === 'other' || page.isRecited[row]) return false
  const next = starts[row + 1] as number
  if (opensWithCloser(text, next)) return true
  if (isTerminal[row] || isLastOfHeading(page, row)) return false
  if (isLastOfHeading(page, row + 1)) return true
  if (isAddress(page, row) || opensAddress(page, row + 1)) return false
  if (isInPhrase[row] || NUMBER.test(lineOf(page, row))) return !opens || isInSentence(page, row)
  return COMMA.test(lineOf(page, row)) && below[row] === 'more' && isProseBelow(page, row)
}

/** Whether a row that opens a paragraph is prose; no heading: 第一，办案要快, and no row of a table: 6月1日　宣传发动，班组讨论. */
function isInSentence(page: Page, row: number): boolean {
  const line = lineOf(page, row)
  if (SENTENCE.test(line)) return true
  if (!CLAUSE.test(line) || page.isHeading[row] || line.includes('\u3000')) return false
  return line.length > SHORT_HEADING || !isMarked(line, 0, line.length)
}

/** Whether a row is a character alone, or the last few of the heading above: 一、斤两要 / 足 */
export function isLastOfHeading(page: Page, row: number): boolean {
  const length = lengthOf(page, row)
  return page.isInPhrase[row] === true && (length === 1 || (page.isHeading[row - 1] === true && length <= FEW))
}

/** Whether what stands below a comma is no line of a verse or an oath: below a short row only the short end of its sentence. */
function isProseBelow(page: Page, row: number): boolean {
  const hasClause = CLAUSE.test(lineOf(page, row + 1))
  if (lengthOf(page, row) > SHORT) return hasClause || page.isTerminal[row + 1] === true
  return !hasClause && page.isTerminal[row + 1] === true && !isParallel(page, row)
}

/** Whether a row is as long as the next one. */
function isParallel(page: Page, row: number): boolean {
  return Math.abs(lengthOf(page, row) - lengthOf(page, row + 1)) <= 1
}

/** 尊敬的各位来宾 各位叔叔阿姨, */
const ADDRESS = /^(?:尊?敬爱?的|亲爱的|各位)/

/** Whether a row addresses listeners, with a comma or nothing behind them. */
function isAddress(page: Page, row: number): boolean {
  const line = addressOf(page, row)
  if (!ADDRESS.test(line)) return /^.{1,8}们,?$/.test(line)
  return line.endsWith(',') || line.endsWith('们') || lineWords.address.some((word) => line.endsWith(word))
}

/** Whether a row is a whole address: 各位乡亲: */
function opensAddress(page: Page, row: number): boolean {
  const line = addressOf(page, row)
  return ADDRESS.test(line) && line.endsWith(':')
}

/** A row folded, where it is short enough to be an address. */
function addressOf(page: Page, row: number): string {
  return lengthOf(page, row) > LONGEST_ADDRESS ? '' : fold(page.text, page.starts[row], page.ends[row])
}

function lengthOf({ starts, ends }: Page, row: number): number {
  return (ends[row] as number) - (starts[row] as number)
}
