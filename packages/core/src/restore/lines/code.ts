/** A text without any of these holds no code that `codeTest` would see. */
export const CODE_SIGNS = '{<=`'

/** What programs and markup are written with and speeches are not. */
const SIGNS = /=>|==|[{}]|<\/?[a-z]+[^<>]*>|^\s*(?:const |let |var |return )|^\s*[\w.]+ = /

/** No line of code is longer. */
const LONGEST = 400

/** p.cjk { font-family: "宋体"; font-size: 11pt } — one rule of a style sheet; a label in a box may stand before it. */
const STYLE_RULE = /(?:[^一-龥。{}[]|\[[^\]]{0,20}\])*\{ ?[a-z-]+ ?:[^{}]*\}/iy

/**
 * Tells whether a place is in a line of code, in the style sheet that opens a line, or between backticks; each line
 * is looked at once when asked from left to right.
 */
export function codeTest(text: string): (at: number) => boolean {
  let start = 0
  let end = 0
  let line = ''
  let isCode = false

  function look(at: number): void {
    start = at
    while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--
    end = at
    while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++
    line = text.slice(start, end)
    const style = styleLength(line)
    if (at < start + style) {
      end = start + style
      isCode = true
      return
    }
    start += style
    line = end - start > LONGEST ? '' : line.slice(style)
    isCode = SIGNS.test(line) && asciiShare(line) > 0.5
  }

  return (at) => {
    if (at < start || at >= end) look(at)
    return isCode || isBetweenBackticks(line, at - start)
  }
}

/** UTF-16 code units of the rules of a style sheet that a line opens with. */
function styleLength(line: string): number {
  let length = 0
  STYLE_RULE.lastIndex = 0
  while (STYLE_RULE.test(line)) length = STYLE_RULE.lastIndex
  return length
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d
}

function isBetweenBackticks(line: string, at: number): boolean {
  if (line.indexOf('`', at) === -1) return false
  return line.slice(0, at).split('`').length % 2 === 0
}

/** The share of ASCII in a line that is not empty, 0–1. */
export function asciiShare(line: string): number {
  let ascii = 0
  for (let at = 0; at < line.length; at++) if (line.charCodeAt(at) < 0x80) ascii++
  return ascii / line.length
}
