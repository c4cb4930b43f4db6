/** Text reduced to what must agree, and for each letter kept the offset it had. */
export interface Letters {
  text: string
  /** UTF-16 offset in the source of each code unit of `text`. */
  offsets: number[]
}

const blankOrPunctuation = /[\p{White_Space}\p{Cf}\p{P}\p{S}]/u
/** Elision marks are words here: ×× and ** stand for something. */
const elisionMark = /[×*＊★○□]/u
const gloss = /(?<=\p{Script=Han})[(（]\s?[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]+[)）]/gu

/**
 * Folds width and drops blanks, punctuation and glosses, so that a gold tree may be written by hand
 * in either width, and so that a repair of punctuation is no difference in structure.
 */
export function lettersOf(source: string): Letters {
  const skipped = glossSpans(source)
  const offsets: number[] = []
  let text = ''
  for (let offset = 0; offset < source.length; offset++) {
    const end = skipped.get(offset)
    if (end !== undefined) {
      offset = end - 1
      continue
    }
    const char = source.charAt(offset)
    if (!isLetter(char)) continue
    text += foldWidth(char)
    offsets.push(offset)
  }
  return { text, offsets }
}

/** The letters of a text; where it has none, the text itself without blanks: …… stays what it is. */
export function fold(source: string): string {
  const { text } = lettersOf(source)
  return text === '' ? exact(source) : text
}

/** Width folded and blanks dropped, punctuation kept: for markers, 1. is not 1、. */
export function exact(source: string): string {
  return [...source].map(foldWidth).join('').replace(/\s/g, '')
}

function isLetter(char: string): boolean {
  return elisionMark.test(char) || !blankOrPunctuation.test(char)
}

// Ａ → A, １ → 1
function foldWidth(char: string): string {
  const code = char.charCodeAt(0)
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : char
}

function glossSpans(source: string): Map<number, number> {
  const spans = new Map<number, number>()
  for (const match of source.matchAll(gloss)) spans.set(match.index, match.index + match[0].length)
  return spans
}
