import { isHan } from '../gloss/find.ts'
import { isInBracket, isInTitle, isQuoting, openAfter, rowAfter, sinceAfter } from './marks.ts'
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

/** Marks that a page shows narrow, but for the one that stands for losses. */
const NARROW = ',;:!()'

/** The place behind a text without glosses that starts at a place; what is neither a mark nor Chinese is passed over. */
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

/** Nats against a quotation, a title or a bracket that is never closed, or closed without being opened. */
const UNPAIRED = 4
/**
 * Nats for a mark at the end of a line, beside its chance anywhere, as counted in the speeches of
 * tooling/generate/data/texts; and for a mark that opens, a word, and a sign.
 */
const AT_END: Record<string, number> = {
  '。': 1.1,
  '！': 1.6,
  '：': 1.1,
  '？': 0.2,
  '；': -1.5,
  '）': 0,
  '”': -0.7,
  '’': -0.7,
  '》': -0.7,
  '，': -4,
  '、': -5,
}
const OPENING_AT_END = -7
const WORD_AT_END = -1
const SIGN_AT_END = -3

/**
 * How likely it is in nats, beside other readings, that a reading stands where it does: what it leaves open is to be
 * closed behind it, and a line does not end anywhere.
 *
 * @param read the reading
 * @param rest the line behind it, as the page shows it without glosses
 */
export function fitBefore(rest: string, read: string, before: Place): number {
  const { open } = placeBehind(before, read)
  const unpaired = [
    isUnpaired(rest, '“', '”', isQuoting(open)),
    isUnpaired(rest, '《', '》', isInTitle(open)),
    isUnpaired(rest, '(', ')', isInBracket(open)),
  ]
  const end = rest === '' ? fitAtEnd(read.charAt(read.length - 1)) : 0
  return end - UNPAIRED * unpaired.filter(Boolean).length
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

function fitAtEnd(char: string): number {
  const end = wide(char)
  if ('“‘《（'.includes(end)) return OPENING_AT_END
  return AT_END[end] ?? (isHan(char.charCodeAt(0)) ? WORD_AT_END : SIGN_AT_END)
}
