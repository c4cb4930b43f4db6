import { isHan } from '../gloss/find.ts'

/** What restored passages tell of texts: whether one of those holds two characters that they hold side by side too. */
export interface Teachings {
  tellOf(texts: readonly string[]): boolean
}

/**
 * What restored passages show. Only words count: which marks follow one another a page cannot teach.
 *
 * @param passages UTF-16 code units, `LOST` where nothing is known
 */
export function teachingsOf(passages: readonly (readonly number[])[]): Teachings {
  const pairs = new Set<string>()
  for (const passage of passages) {
    for (let at = 1; at < passage.length; at++) {
      const [left, right] = [passage[at - 1] as number, passage[at] as number]
      if (isHan(left) && isHan(right)) pairs.add(String.fromCharCode(left, right))
    }
  }
  return { tellOf: (texts) => texts.some((text) => pairsOf(text).some((pair) => pairs.has(pair))) }
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))
}
