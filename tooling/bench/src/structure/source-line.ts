/** The line of a source that holds an offset: its number from 1, its words, and the offset within it. */
export function lineAt(source: string, offset: number): { number: number; words: string; column: number } {
  const before = source.slice(0, offset).split(/\r\n?|\n/)
  const start = offset - (before.at(-1)?.length ?? 0)
  const rest = /^[^\r\n]*/.exec(source.slice(start))
  return { number: before.length, words: rest?.[0] ?? '', column: offset - start }
}

/**
 * A source line with a caret under the offset:
 *
 *     12 | 二、要抓落實。各村要…
 *            ^
 */
export function pointAt(source: string, offset: number): string {
  const { number, words, column } = lineAt(source, offset)
  const from = Math.max(0, column - 20)
  const gutter = `${number} | `
  const ahead = words.slice(from, column)
  return `${gutter}${words.slice(from, from + 50)}\n${' '.repeat(gutter.length)}${blankOf(ahead)}^`
}

/** Blanks as wide as the words: a hanzi takes two columns. */
function blankOf(words: string): string {
  return [...words].map((char) => (/[\u2e80-\uffe6]/.test(char) ? '　' : ' ')).join('')
}
