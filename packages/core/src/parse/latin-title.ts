import { lengthOf } from './line.ts'
import type { Lines } from './lines.ts'

/** A title in English has a word for a speech, and so many units at most. */
const ENGLISH_TITLE =
  /^(?=.*\b(?:speech|address|remarks|toast|welcome|opening|closing|keynote|talk|lecture|message|ceremony|eulogy|farewell|graduation|statement|words)\b)[A-Z][A-Za-z0-9 ,.'&:()–—-]{6,110}(?<![.,;!?])$/i

/** Whether a folded line is the title of a speech in English. */
export function isEnglishTitle(head: string): boolean {
  return ENGLISH_TITLE.test(head)
}

/**
 * Of a title that is printed in two languages, the first is the title, and the Chinese one repeats it.
 *
 *     Opening Address at the Tea Road Museum
 *     茶路博物館開館致辭
 */
export function readLatinTitle(scanned: Lines): Lines {
  const { lines, title } = scanned
  const at = title ? lines.indexOf(title) : -1
  const above = lines[at - 1]
  if (!title || !above || lengthOf(above) > LIMIT || !isEnglishTitle(above.head)) return scanned
  const noise = new Map(scanned.noise)
  noise.delete(above)
  noise.set(title, 'repeated-title')
  return { ...scanned, noise, title: above }
}

const LIMIT = 96
