import { LETTERS } from './letters.ts'
import { type Line, makeLine, splitLines } from './line.ts'

/**
 * Document libraries glue the number of a page to its first words, in the middle of a sentence:
 *
 *     不懂就問,問了還不懂就再問,只怕你們
 *     2不開口。
 *     ^
 *
 * A figure counts when the line before is unfinished and the figures of the page count up from 1 or 2.
 */
export function splitPageFigures(lines: readonly Line[]): readonly Line[] {
  let next: readonly number[] = [1, 2]
  return splitLines(lines, (line, i) => {
    const match = line.firstHolds & LETTERS.digit ? /^(\d{1,3})[、.]?(?=[一-龥])/.exec(line.head) : null
    const previous = lines[i - 1]
    const figure = Number(match?.[1])
    // Behind A.、B.、C. or 1、 a number with a mark goes on counting, and so it does before 2、
    if (match && /[、.]$/.test(match[0]) && (previous?.marker || lines[i + 1]?.marker?.ordinal === figure + 1))
      return undefined
    if (!match || !next.includes(figure) || !previous || isFinished(previous, lines[i - 2])) return undefined
    next = [figure + 1]
    const border = line.start + match[0].length
    return [makeLine(line, line.from, border, line.embedded), makeLine(line, border, line.to, true)]
  })
}

/** Whether a line ends with a mark, or is too short to have been cut and no piece of a sentence. */
function isFinished({ tail, head, marker }: Line, before: Line | undefined): boolean {
  const isPiece = marker === undefined && (/[,、]/.test(head) || (before !== undefined && /[,、]$/.test(before.tail)))
  return (head.length < 12 && !isPiece) || !/[一-龥、,]$/.test(tail)
}
