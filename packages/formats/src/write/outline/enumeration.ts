import type { Phrasing } from '@speeches/core/schema'
import { countCharacters, oneLine, plain } from '../plain.ts'

/** A point that a paragraph counts in running text, from its counting word up to the next one. */
export interface Point {
  /** 一是修渠,年年都要修。 */
  text: string
  characters: number
}

/** The points that a line counts: 一是…二是…; what stands before the first is none. */
export function pointsOf(line: readonly Phrasing[]): Point[] {
  const texts: string[] = []
  for (const part of line) {
    if (part.type === 'enumerator') texts.push('')
    if (texts.length > 0) texts[texts.length - 1] += plain([part])
  }
  return texts.map((text) => ({ text: oneLine(text), characters: countCharacters(text) }))
}
