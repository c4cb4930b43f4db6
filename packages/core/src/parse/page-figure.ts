import { type Line, makeLine } from './line.ts'

/**
 * Document libraries glue the number of a page to its first words, in the middle of a sentence:
 *
 *     不懂就問,問了還不懂就再問,只怕你們
 *     2不開口。
 *     ^
 *
 * A figure counts when the line before is unfinished and the figures of the page count up from 1 or 2.
 */
export function splitPageFigures(text: string, lines: readonly Line[]): Line[] {
  const result: Line[] = []
  let next: readonly number[] = [1, 2]
  for (const line of lines) {
    const match = /^(\d{1,3})[、.]?(?=[一-龥])/.exec(line.head)
    const figure = match ? Number(match[1]) : undefined
    const previous = result.at(-1)
    if (!match || figure === undefined || !next.includes(figure) || !previous || isFinished(previous)) {
      result.push(line)
      continue
    }
    next = [figure + 1]
    const border = line.start + match[0].length
    result.push(makeLine(text, line.from, border, line.embedded), makeLine(text, border, line.to, true))
  }
  return result
}

/** Whether a line ends with a mark, or is too short to have been cut and no piece of a sentence. */
function isFinished({ tail, head, marker }: Line): boolean {
  return (head.length < 12 && (marker !== undefined || !/[,、]/.test(head))) || !/[一-龥、,]$/.test(tail)
}
