/** What programs are written with and speeches are not. */
const SIGNS = /=>|==|[{}]|\(\)|\);|<\/?[a-z]+[^<>]*>|^\s*(?:#include|import |const |let |var |def |function |SELECT )/i

/** Whether the line that holds `at` is a line of code, or `at` lies between backticks. */
export function isInCode(text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const next = text.indexOf('\n', at)
  const end = next === -1 ? text.length : next
  if (end - start > LONGEST) return false
  const line = text.slice(start, end)
  if (SIGNS.test(line) && asciiShare(line) > 0.5) return true
  return isBetweenBackticks(line, at - start)
}

/** No line of code is longer; a page that is one line is not looked through at every mark. */
const LONGEST = 400

function isBetweenBackticks(line: string, at: number): boolean {
  const before = line.slice(0, at).split('`').length - 1
  return before % 2 === 1 && line.indexOf('`', at) !== -1
}

function asciiShare(line: string): number {
  let ascii = 0
  for (let at = 0; at < line.length; at++) if (line.charCodeAt(at) < 0x80) ascii++
  return ascii / line.length
}
