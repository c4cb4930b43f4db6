import { unitsOf } from '../source/units.ts'
import { lookAt, nextShown, signsOf } from './signs.ts'

/** Opening and closing marks in turn: a closing one stands behind that of its form. */
const MARKS = '《》〈〉“”‘’「」『』'
const MARK = new Map([...MARKS].map((mark, i) => [mark.charCodeAt(0), i]))
const APOSTROPHE = MARKS.indexOf('’')

const BRACKET = signsOf('bracket')

/** Brackets that stand deeper than this are text: no page nests them so, and trees stay shallow. */
const DEEPEST = 8

/** From an opening mark to behind the closing one; offsets in UTF-16 units. */
export interface Pair {
  start: number
  end: number
}

/** The brackets of a paragraph, 《》 and quotation marks alike. */
export interface Brackets {
  /** In the order in which they close. */
  pairs: readonly Pair[]
  /** Marks without a partner, in order. */
  lone: readonly number[]
}

/**
 * Pairs the brackets of a paragraph in one walk. A closing mark closes the nearest opening one of its form;
 * what was opened in between and not closed is alone.
 *
 *     《關於“兩個普遍的意見》
 *           ^                    alone
 *
 * @param shown the signs of the text, where they are at hand
 */
export function matchBrackets(text: string, shown = lookAt(unitsOf(text))): Brackets {
  const pairs: Pair[] = []
  const lone: number[] = []
  const open: number[] = []
  /** How many are open of each form, by the opening mark. */
  const counts = new Array<number>(MARKS.length).fill(0)

  for (let i = nextShown(shown, BRACKET); i < shown.count; i = nextShown(shown, BRACKET, i + 1)) {
    const end = shown.ends[i] as number
    const index = end - 1
    const mark = markAt(text, index)
    if (mark % 2 === 0) {
      open.push(index)
      counts[mark] = (counts[mark] as number) + 1
      continue
    }
    const opener = mark - 1
    if (counts[opener] === 0) {
      if (mark !== APOSTROPHE || !/[A-Za-z]/.test(text.charAt(index - 1))) lone.push(index)
      continue
    }
    for (;;) {
      const start = open.pop() as number
      const opened = markAt(text, start)
      counts[opened] = (counts[opened] as number) - 1
      if (opened === opener) {
        if (open.length < DEEPEST) pairs.push({ start, end })
        break
      }
      lone.push(start)
    }
  }
  return { pairs, lone: lone.length + open.length === 0 ? lone : [...lone, ...open].sort((a, b) => a - b) }
}

function markAt(text: string, index: number): number {
  return MARK.get(text.charCodeAt(index)) as number
}

/** Whether a pair is that of a title, and not of a quotation. */
export function isTitle(text: string, { start }: Pair): boolean {
  const mark = text.charAt(start)
  return mark === '《' || mark === '〈'
}

/** Whether nothing but blanks stands between the two marks of a pair. */
export function isEmptyPair(text: string, { start, end }: Pair): boolean {
  return end - start < 6 && text.slice(start + 1, end - 1).trim() === ''
}
