import { isHan } from '../gloss/find.ts'
import { isInTitle, isQuoting, openAfter, rowAfter, sinceAfter } from './marks.ts'
import { MARKS } from './symbols.ts'

/** A place in a line, by the marks in front of it. */
export interface Place {
  /** Which pairs of marks are open. */
  open: number
  /** The row of the mark in front. */
  row: number
  /** How many characters ago the quotation was opened or, where none is open, the clause began. */
  since: number
}

/** The place in front of a line. */
export const LINE_START: Place = { open: 0, row: rowAfter(-1), since: 0 }

/** Marks that a page shows narrow; not the brackets, which hold glosses, nor the one that stands for losses. */
const NARROW = ',;:!'

/** The place behind a text that starts at a place; what is neither a mark nor Chinese is passed over. */
export function placeBehind({ open, row, since }: Place, text: string): Place {
  for (let at = 0; at < text.length; at++) {
    const mark = MARKS.indexOf(wide(text.charAt(at)))
    if (mark === -1 && !isHan(text.charCodeAt(at))) continue
    since = sinceAfter(since, open, mark)
    if (mark !== -1) open = openAfter(open, mark, row)
    row = rowAfter(mark)
  }
  return { open, row, since }
}

function wide(char: string): string {
  return NARROW.includes(char) ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char
}

/** Nats against a quotation or a title that is never closed, or closed without being opened. */
const UNPAIRED = 4
/** Nats against a line that ends with a mark that opens, one that goes on, a sign, or a word; a sentence ends it for free. */
const LINE_END = { opening: 7, clause: 4, sign: 3, word: 1 }

/**
 * How likely it is in nats, beside other readings, that a reading stands where it does: what it leaves open is to be
 * closed behind it, and a line does not end anywhere.
 *
 * @param read the reading
 * @param rest the line behind it, as the page shows it
 */
export function fitBefore(rest: string, read: string, before: Place): number {
  const { open } = placeBehind(before, read)
  const unpaired =
    (isUnpaired(rest, '“', '”', isQuoting(open)) ? 1 : 0) + (isUnpaired(rest, '《', '》', isInTitle(open)) ? 1 : 0)
  return (rest === '' ? -endCost(read.charAt(read.length - 1)) : 0) - UNPAIRED * unpaired
}

/** Whether the next mark of a pair is not the one that is due; not where damage may hide it. */
function isUnpaired(rest: string, opening: string, closing: string, isOpen: boolean): boolean {
  const loss = rest.indexOf('?')
  const shown = loss === -1 ? rest : rest.slice(0, loss)
  const opens = shown.indexOf(opening)
  const closes = shown.indexOf(closing)
  if (opens === -1 && closes === -1) return isOpen && loss === -1
  return (closes !== -1 && (opens === -1 || closes < opens)) !== isOpen
}

function endCost(char: string): number {
  const end = wide(char)
  if ('。！？；：”’》）'.includes(end)) return 0
  if ('“‘《（'.includes(end)) return LINE_END.opening
  if ('，、'.includes(end)) return LINE_END.clause
  return isHan(char.charCodeAt(0)) ? LINE_END.word : LINE_END.sign
}
