/** What programs are written with and speeches are not. */
const SIGNS = /=>|==|[{}]|<\/?[a-z]+[^<>]*>|^\s*(?:const |let |var |return )|^\s*[\w.]+ = /

/** A text without any of these holds no code that `isInCode` would see. */
export const CODE_SIGNS = '{<=`'

/** No line of code is longer; a page that is one line is not looked through at every mark. */
const LONGEST = 400

/** Whether the line that holds `at` is a line of code, or `at` lies between backticks. */
export function isInCode(text: string, at: number): boolean {
  let start = at
  while (start > 0 && at - start <= LONGEST && !isLineEnd(text.charCodeAt(start - 1))) start--
  let end = at
  while (end < text.length && end - start <= LONGEST && !isLineEnd(text.charCodeAt(end))) end++
  if (end - start > LONGEST) return false
  const line = text.slice(start, end)
  return (SIGNS.test(line) && asciiShare(line) > 0.5) || isBetweenBackticks(line, at - start)
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d
}

function isBetweenBackticks(line: string, at: number): boolean {
  const before = line.slice(0, at).split('`').length - 1
  return before % 2 === 1 && line.indexOf('`', at) !== -1
}

function asciiShare(line: string): number {
  let ascii = 0
  for (let at = 0; at < line.length; at++) if (line.charCodeAt(at) < 0x80) ascii++
  return ascii / line.length
}
