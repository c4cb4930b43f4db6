/** What one pass over a text finds; it decides which repairs the page can need at all. */
export interface Survey {
  /** Whether the text holds this character (of the Basic Multilingual Plane). */
  has(char: string): boolean
  /** How often the text holds this UTF-16 code unit. */
  count(code: number): number
  /** Where `(` `,` `:` `;` `!` `?` stand, in order. */
  marks: Int32Array
}

/** Not 0 for the code units whose places a survey keeps. */
const KEPT = new Uint8Array(0x80)
for (const mark of '(,:;!?') KEPT[mark.charCodeAt(0)] = 1

/** Counts the code units of `text` and notes where its telling marks stand. */
export function surveyOf(text: string): Survey {
  const counts = new Uint32Array(0x10000)
  let marks = new Int32Array(Math.min(text.length, 1024))
  let kept = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    counts[code] = (counts[code] as number) + 1
    if (code > 0x7f || KEPT[code] === 0) continue
    if (kept === marks.length) marks = grown(marks, text.length)
    marks[kept++] = at
  }
  return {
    has: (char) => counts[char.charCodeAt(0)] !== 0,
    count: (code) => counts[code] as number,
    marks: marks.subarray(0, kept),
  }
}

function grown(marks: Int32Array<ArrayBuffer>, most: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.min(marks.length * 4, most))
  larger.set(marks)
  return larger
}
