import { fold } from '../source/fold.ts'
import { matchAddress } from './constructs/address.ts'
import { matchNoise } from './constructs/noise.ts'
import { isSiteProse } from './constructs/site-prose.ts'
import { findOmissions, mayOmit } from './constructs/truncation.ts'
import { LETTERS } from './letters.ts'
import { HEAD, type Line, lengthOf, makeLine, splitLines, trimBack } from './line.ts'

/**
 * Sites tell their readers which masked names to put back, and glue that to the salutation:
 *
 *     (把“×老師”換成你們的班主任)敬愛的×老師:
 *     ^                        ^
 */
const TITLED = /^【[^【】。,;!?]{2,40}】 *(?=[^ ])/
const INSTRUCTION = /^\([^()]{0,40}(?:换成|改成|改为|替换|填上|填写|换为)[^()]{0,40}\)(?=.)/

/** Gives an instruction, a title in 【】 or a note of the site, at the head of a line, a line of its own. */
export function splitInstructions(lines: readonly Line[]): readonly Line[] {
  return splitLines(lines, (line, i) => {
    // An empty line of a quoted mail is a blank line.
    if (line.to === line.from + 1 && line.text[line.from] === '>') return []
    const isBracket = (line.firstHolds & LETTERS.bracket) !== 0
    const length =
      (isBracket ? gluedLength(line.head) : 0) || (isBracket || i < FRONT ? noteLength(line) || titleLength(line) : 0)
    if (length === 0) return undefined
    const border = line.start + length
    return [
      makeLine(line, line.from, trimBack(line.text, border), line.embedded),
      makeLine(line, border, line.to, true),
    ]
  })
}

/** Gives a mark of omission that is glued to spoken text a line of its own. */
export function splitOmissions(text: string, lines: readonly Line[]): readonly Line[] {
  if (!mayOmit(text)) return lines
  return splitLines(lines, (line) => {
    const borders = findOmissions(text.slice(line.from, line.to)).flatMap(({ start, end }) => [start, end])
    if (borders.length === 0 || matchNoise(line.head)) return undefined
    const starts = [0, ...borders].map((border) => line.from + border)
    return starts
      .map((from, i) => ({ from, to: starts[i + 1] ?? line.to }))
      .filter(({ from, to }) => text.slice(from, to).trim() !== '')
      .map(({ from, to }, i) => (from === line.from && to === line.to ? line : makePart(text, from, to, i, line)))
  })
}

function makePart(text: string, from: number, to: number, index: number, line: Line): Line {
  const said = text.slice(from, to)
  const start = from + said.length - said.trimStart().length
  return makeLine(line, start, start + said.trim().length, line.embedded || index > 0)
}

/** A note without brackets is looked for on so many lines from the top. */
const FRONT = 8
/** A note is no longer than this. */
const NOTE_LIMIT = 600

/**
 * Units of the site's note before an address on the same line, 0 where there is none.
 *
 *     【導語】本篇以縣醫院院長的口吻寫成。各位同學:
 *     ^                                  ^
 */
function noteLength(line: Line): number {
  if (!(line.holds & LETTERS.listeners) || line.address || !isSiteProse(line.head)) return 0
  const said = fold(line.text, line.start, Math.min(line.end, line.start + NOTE_LIMIT))
  for (const { index } of said.matchAll(/[。!?:;](?=[^。!?:;”’)])/g)) {
    const rest = said.slice(index + 1, index + 1 + HEAD)
    if (matchAddress(rest.trimStart())?.mark === ':' && lengthOf(line) > index + 1) {
      return index + 1 + rest.length - rest.trimStart().length
    }
  }
  return 0
}

const TITLE =
  /^[^。!?,:;]{2,40}?(?:[稿辞词》)】]|讲话|发言|演讲) *(?=尊敬|敬爱|亲爱|各位|全体|(?:同志|老师|同学|女士|朋友|家长|乡亲|工友)们)/

/** Units of a title that an address is glued to: 國旗下講話稿《節約一滴水》老師們,同學們: */
function titleLength(line: Line): number {
  if (!(line.headHolds & LETTERS.listeners) || line.address) return 0
  const length = TITLE.exec(line.head)?.[0].length ?? 0
  return length > 0 && matchAddress(line.head.slice(length))?.mark === ':' ? length : 0
}

/** Units of what is glued to the front of a line: an instruction, or a title in brackets before an address. */
function gluedLength(head: string): number {
  if (head.startsWith('(')) return INSTRUCTION.exec(head)?.[0].length ?? 0
  if (!head.startsWith('【')) return 0
  const length = TITLED.exec(head)?.[0].length ?? 0
  return length > 0 && matchAddress(head.slice(length))?.mark === ':' ? length : 0
}
