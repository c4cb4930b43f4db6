/** How often each UTF-16 code unit occurs in a text: one pass decides which repairs a page can need at all. */
export interface Survey {
  /** Whether the text holds this character (of the Basic Multilingual Plane). */
  has(char: string): boolean
  /** How often the text holds this UTF-16 code unit. */
  count(code: number): number
}

/** Counts the code units of `text`. */
export function surveyOf(text: string): Survey {
  const counts = new Uint32Array(0x10000)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    counts[code] = (counts[code] as number) + 1
  }
  return {
    has: (char) => counts[char.charCodeAt(0)] !== 0,
    count: (code) => counts[code] as number,
  }
}
