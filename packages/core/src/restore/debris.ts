import { isHan } from './gloss/find.ts'
import { isPinyinLetter } from './gloss/syllable.ts'
import { noSpans, type Spans } from './spans.ts'

/** The marks a glossing site cuts its text in front of; the full-width ones come out as ASCII. */
const CUT_MARKS = ',;!?、。'

/**
 * The damaged runs of a page whose site glosses: where bytes were lost, up to where the characters are whole again.
 *
 *     變?yōu)榻?jīng)濟      大學?!弊饔?,在
 *       ^         ^          ^    ^        start, end
 *
 * A run opens with a `?` before a gloss or before a ghost mark. It closes with the next `?`, or with an ASCII
 * letter that was the second byte of a character, and never reaches over a mark: the text is cut there.
 *
 * @param isGlossed whether the page holds whole glosses too; if not, a `?` before a mark is a question
 */
export function findDebris(text: string, isGlossed: boolean): Spans {
  const runs = noSpans()
  for (let at = text.indexOf('?'); at !== -1; at = text.indexOf('?', at)) {
    const end = runEnd(text, at, isGlossed)
    if (end !== 0) {
      runs.starts.push(at)
      runs.ends.push(end)
    }
    at = Math.max(end, at + 1)
  }
  return runs
}

/** Where the run that opens at `at` is over; 0 when none opens there. */
function runEnd(text: string, at: number, isGlossed: boolean): number {
  const gloss = glossEnd(text, at + 1)
  if (gloss !== 0) return closing(text, gloss) || wholeAgain(text, gloss)
  if (!isGlossed) return 0
  if (!isHan(text.charCodeAt(at - 1)) && !'”》）)'.includes(text.charAt(at - 1))) return 0
  return CUT_MARKS.includes(text.charAt(at + 1)) ? closing(text, at + 2) : 0
}

/** Behind the `?` or the letter that closes a run; 0 when a mark or the line's end comes first. */
function closing(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x3f) return glossEnd(text, at + 1) || at + 1
    if (code >= 0x40 && code < 0x7f) return bracketEnd(text, at + 1) || at + 1
    if (code < 0x20 || CUT_MARKS.includes(text.charAt(at))) return 0
  }
  return 0
}

/** The next mark or line end: the characters before it may be shifted. */
function wholeAgain(text: string, from: number): number {
  let at = from
  while (at < text.length && text.charCodeAt(at) >= 0x20 && !CUT_MARKS.includes(text.charAt(at))) at++
  return at
}

/** Behind `yōu)`, `yōu )` or `you)(you)`; 0 where there is none. */
function glossEnd(text: string, from: number): number {
  let at = from
  while (at - from < 7 && isPinyinLetter(text.charCodeAt(at))) at++
  const blank = text.charCodeAt(at) === 0x20 ? 1 : 0
  if (at === from || text.charAt(at + blank) !== ')') return 0
  const again = `(${text.slice(from, at)})`
  return at + blank + 1 + (text.startsWith(again, at + blank + 1) ? again.length : 0)
}

/** Behind `(yè)`; 0 where there is none. */
function bracketEnd(text: string, from: number): number {
  return text.charAt(from) === '(' ? glossEnd(text, from + 1) : 0
}
