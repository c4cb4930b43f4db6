import { matchAddress } from './constructs/address.ts'
import { matchNoise } from './constructs/noise.ts'
import { endsInGenre } from './constructs/title.ts'
import { titleBefore } from './instruction.ts'
import { LETTERS } from './letters.ts'
import { type Line, lengthOf, makeLine, splitLines, trimBack } from './line.ts'

/**
 * Document libraries glue the number of a page to its first words, in the middle of a sentence:
 *
 *     不懂就問,問了還不懂就再問,只怕你們
 *     2不開口。
 *     ^
 *
 * A figure counts when the line before is unfinished and the figures of the page count up from 1 or 2. With a mark
 * behind it, as numbers of sections have, it counts where 1、 stands before the address, or below what a library says
 * of its documents, and 2、 breaks a sentence.
 *
 *     1、鄉親們:水渠是大家的,要當成自己的
 *     2、院子來打掃。
 */
export function splitPageFigures(lines: readonly Line[]): readonly Line[] {
  const first = firstMarked(lines)
  let next: readonly number[] = first === undefined ? [1, 2, ...firstTorn(lines)] : [2]
  let page = first
  let figureAt = -1
  /** The last number of a line above that is none of the pages' figures. */
  let numbered: number | undefined
  return splitLines(lines, (line, i) => {
    if (first !== undefined && i <= first) return i === first ? splitFirst(line) : undefined
    const match = line.firstHolds & LETTERS.digit ? FIGURE.exec(line.head) : null
    const previous = lines[i - 1]
    if (previous?.marker?.series === 'arabic' && i - 1 !== figureAt) numbered = previous.marker.ordinal
    if (!match || !previous) return undefined
    const figure = Number(match[1])
    // A number with a mark that is the first one, or stands before the next, starts to count
    const counts = first === undefined && (figure === 1 || lines[i + 1]?.marker?.ordinal === figure + 1)
    // Nor does a number with a mark belong to the page where the one before it numbers a line above: 2、網變疏了
    const follows = first === undefined && numbered === figure - 1
    if (/[、.]$/.test(match[0]) && ((i - 1 !== page && countsOn(previous, first !== undefined)) || counts || follows))
      return undefined
    // Where pages are lines, the number of the next one stands right below, wherever the sentence ends.
    const isBelow = first !== undefined && (i - 1 === page || isHidden(previous))
    // Behind two of them, 3這裏我要 is the third wherever the page ends.
    const isThird = figure > 2 && /\d$/.test(match[0])
    if (!next.includes(figure) || (!isBelow && !isThird && isFinished(previous, lines[i - 2]))) return undefined
    if (!isBelow && endsInGenre(previous.head)) return undefined
    next = [figure + 1]
    figureAt = i
    if (first !== undefined) page = i
    return splitFigure(line, match[0].length)
  })
}

/** The first of two figures that count on, each of which tears a long sentence, where those above them are lost. */
function firstTorn(lines: readonly Line[]): number[] {
  let last = 0
  for (const [i, line] of lines.entries()) {
    const match = line.firstHolds & LETTERS.digit ? FIGURE.exec(line.head) : null
    const above = lines[i - 1]
    if (!match || !/\d$/.test(match[0]) || !above || lengthOf(above) < TORN_FROM || isFinished(above, undefined))
      continue
    if (last > 2 && Number(match[1]) === last + 1) return [last]
    last = Number(match[1])
  }
  return []
}

/** A sentence that two figures alone tear has at least so many units. */
const TORN_FROM = 30

/** A page's number; one that tells a month or counts what is named behind it is the speaker's: 1月5日 2座橋 */
const FIGURE = /^(\d{1,3})(?:[、.](?=[一-龥])|(?=[一-龥])(?![年月日号班级组队楼个名位座次条件项岁天元米吨亩万亿]))/

/**
 * Behind A.、B.、C. or 1、 a number with a mark goes on counting; where pages are lines, not below another kind of number
 * whose sentence is cut: (3)保密要嚴。資料不得作為
 */
function countsOn(above: Line | undefined, isPaged: boolean): boolean {
  if (!above?.marker) return false
  return !(isPaged && above.marker.series !== 'arabic' && lengthOf(above) > TORN && /[一-龥、,]$/.test(above.tail))
}

/** ……此處隱藏386個字…… */
function isHidden(line: Line): boolean {
  return (line.firstHolds & (LETTERS.dots | LETTERS.bracket)) !== 0 && matchNoise(line.head) === 'truncation'
}

/** 1、水渠會議講話鄉親們:…    1、鄉親們:… */
function splitFirst(line: Line): readonly Line[] {
  const [figure, rest] = splitFigure(line, '1、'.length) as [Line, Line]
  const title = titleBefore(rest.head)
  if (title === 0) return [figure, rest]
  const [above, below] = splitFigure(rest, title) as [Line, Line]
  return [figure, makeLine(above, above.from, trimBack(above.text, above.to), true), below]
}

/** A figure of so many units, and what stands behind it. */
function splitFigure(line: Line, length: number): readonly Line[] {
  const border = line.start + length
  return [makeLine(line, line.from, border, line.embedded), makeLine(line, border, line.to, true)]
}

/** So many lines from the top, the first page starts; it has at most so many lines, and a torn one so many units. */
const FRONT = 24
const PAGE = 80
const TORN = 12

/** What a library prints above the first page of a document. */
const LIBRARY = /资源描述|由(?:会员|网友|用户)|可在线阅读|文档编号|上传人|第1页/

/** Index of the line with the mark of the first page, where 2、 then breaks a sentence. */
function firstMarked(lines: readonly Line[]): number | undefined {
  const first = lines.slice(0, FRONT).findIndex((line) => line.address !== undefined || isFigure(line, '1、'))
  const line = lines[first]
  if (!line || line.address) return undefined
  const addresses = addressesBehind(line)
  if (!addresses && !lines.slice(0, first).some(({ head }) => LIBRARY.test(head))) return undefined
  const next = lines.slice(first + 1, first + PAGE).findIndex((line) => isFigure(line, '2、'))
  const above = lines[first + next] as Line
  if (next === -1 || addressesBehind(lines[first + 1 + next] as Line)) return undefined
  const isTorn = lengthOf(above) >= TORN && /[一-龥,、]$/.test(above.tail) && (addresses || /[,。]/.test(above.tail))
  return isTorn ? first : undefined
}

/** 1、鄉親們:    1、水渠會議講話鄉親們: */
function addressesBehind({ head }: Line): boolean {
  const rest = head.slice('1、'.length)
  return matchAddress(rest)?.mark === ':' || titleBefore(rest) > 0
}

function isFigure({ firstHolds, head }: Line, figure: string): boolean {
  return (firstHolds & LETTERS.digit) !== 0 && head.startsWith(figure)
}

/** Whether a line ends with a mark, or is too short to have been cut and no piece of a sentence. */
function isFinished({ tail, head, marker }: Line, before: Line | undefined): boolean {
  const isPiece = marker === undefined && (/[,、]/.test(head) || (before !== undefined && /[,、]$/.test(before.tail)))
  return (head.length < 12 && !isPiece) || !/[一-龥、,]$/.test(tail)
}
