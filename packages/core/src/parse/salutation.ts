import {
  type AddressMatch,
  addressesInEnglish,
  addressesOthers,
  greetedLength,
  isCutShort,
  matchAddress,
  startsWithGreeting,
} from './constructs/address.ts'
import { isByline } from './constructs/byline.ts'
import { isSiteProse } from './constructs/site-prose.ts'
import { endsInGenre } from './constructs/title.ts'
import { LETTERS } from './letters.ts'
import { HEAD, isWholeAddress, type Line, lengthOf } from './line.ts'
import { isBox, isLabel } from './speaker-label.ts'

/** The lines of an opening address, with where it ends on the last of them. */
export interface SalutationLines {
  lines: Line[]
  end: number
}

export interface Address {
  salutation: SalutationLines
  /** Nothing but the address stands on its lines. */
  alone: boolean
}

/** The address that starts at a line, torn over two lines or in the turns of a script perhaps. */
export function readAddress(lines: readonly Line[], index: number): Address | undefined {
  const line = lines[index] as Line
  const turns = readTurns(lines, index)
  if (turns) return turns
  const english = readEnglish(line, lines[index + 1])
  if (english) return english
  const isWhole = line.address?.mark && (line.address.mark !== ',' || line.address.end >= lengthOf(line))
  const torn = isWhole ? undefined : readTorn(lines, index)
  if (torn || !line.address) return torn
  const [again] = isWholeAddress(line) ? (readEnglish(lines[index + 1])?.salutation.lines ?? []) : []
  if (again) return { salutation: { lines: [line, again], end: again.end }, alone: true }
  return readRow(lines, index) ?? toAddress(line, line.address)
}

/**
 * An address in English, and the Chinese one that says it again.
 *
 *     Ladies and gentlemen,
 *     女士們、先生們:
 */
function readEnglish(line: Line | undefined, next?: Line): Address | undefined {
  if (!line || !isLatin(line.units[line.start] as number) || lengthOf(line) > HEAD || !addressesInEnglish(line.head))
    return undefined
  return next && isWholeAddress(next)
    ? { salutation: { lines: [line, next], end: next.end }, alone: true }
    : { salutation: { lines: [line], end: line.end }, alone: true }
}

const isLatin = (code: number) => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)

/** The first words of a speech address somebody in at most so many units. */
const FIRST = 36
/** 現將書記的講話印發給你們 */
export const FORWARDS = /^现将[^。]{2,60}(?:[印转刊]发|发给|予以公布)/
/** Words that make of a first line with a colon something else: 現將工作報告如下:    領導講話內容: */
const NO_ADDRESS =
  /[。!?;“”《》【】\d我你您它是谢感祝讲说谈提问答写读念请由]|如下|以下|下面|正文|全文|内容|目录|背景|说明|简介|导[读语]|致[辞词]|[一-龥]稿|题目|主题|标题|时间|地点|^(?:单位|部门)/

/**
 * A line that ends in a colon, with nothing spoken before it and no list behind it, is an address, whoever it names.
 *
 *     縣委:
 *     現將一年來的工作報告如下。
 */
export function readFirst(lines: readonly Line[], index: number): Address | undefined {
  const line = lines[index] as Line
  const next = lines[index + 1]
  if (!(line.lastHolds & LETTERS.colon) || lengthOf(line) > FIRST) return readGreeted(line, next)
  if (line.turn > 0 || line.marker || line.bullet || line.isStage) return undefined
  if (!next || next.address || next.marker || next.bullet || next.turn > 0) return undefined
  if (lengthOf(next) < 4 && !/^[您你]好/.test(next.head)) return undefined
  // Who forwards a speech has words of his own above its address.
  const below = lines.slice(index + 2, index + 4)
  if (FORWARDS.test(next.head) || (below.some(isWholeAddress) && !below.some(isBox))) return undefined
  const { head } = line
  if (
    NO_ADDRESS.test(head) ||
    endsInGenre(head.slice(0, -1)) ||
    isByline(head, lengthOf(line)) ||
    isLabel(line) ||
    isSiteProse(head)
  )
    return undefined
  return { salutation: { lines: [line], end: line.end }, alone: true }
}

/** 主席、評判, — right above a greeting on a line of its own. */
const NAMED_ALONE = /^(?=.*[一-龥])[^。,:;!?“”《》]{2,24},$/

/** Who is named before a greeting; of kin, one clause behind the other: 爸爸媽媽,爺爺奶奶,大家好! */
const GREETED =
  /^(?:(?:[一-龥、]{1,8}[爸妈爷奶姥公婆叔姨伯舅姑哥姐弟妹],){2,4}|(?=[^,]*[一-龥])[^。,:;!?“”《》]{2,32},)(?=.{0,6}好)/

/** 主席、評委、對方辯友,大家好!我方認爲… — who is named before a greeting is greeted. */
function readGreeted(line: Line, next: Line | undefined): Address | undefined {
  if (line.turn > 0 || line.marker || line.bullet) return undefined
  if (next && NAMED_ALONE.test(line.head) && !NO_ADDRESS.test(line.head) && startsWithGreeting(next.head))
    return { salutation: { lines: [line], end: line.end }, alone: true }
  const named = GREETED.exec(line.head)?.[0]
  const greeted = greetedLength(line.head)
  if (greeted > 0) {
    const end = line.start + greeted
    return { salutation: { lines: [line], end }, alone: end >= line.end }
  }
  if (!named || NO_ADDRESS.test(named) || !startsWithGreeting(line.head.slice(named.length).trimStart()))
    return undefined
  return { salutation: { lines: [line], end: line.start + named.length }, alone: false }
}

/**
 * An address whose terms stand on lines of their own.
 *
 *     尊敬的王縣長,
 *     各位來賓,
 *     同志們:
 */
function readRow(lines: readonly Line[], index: number): Address | undefined {
  const row: Line[] = []
  for (let at = index; at < lines.length && row.length < 8; at++) {
    const line = lines[at] as Line
    if (line.turn > 0 || !line.address || line.address.end < lengthOf(line)) return undefined
    row.push(line)
    if (line.address.mark === ':')
      return row.length > 1 ? { salutation: { lines: row, end: line.end }, alone: true } : undefined
    if (line.address.mark === '!' || line.address.greets) return undefined
    const next = lines[at + 1]
    if (row.length > 1 && next && !next.address && startsWithGreeting(next.head))
      return { salutation: { lines: row, end: line.end }, alone: true }
  }
  return undefined
}

function toAddress(line: Line, { end, mark, greets }: AddressMatch): Address | undefined {
  const length = lengthOf(line)
  if (end >= length && length <= HEAD) return { salutation: { lines: [line], end: line.end }, alone: true }
  const rest = line.head.slice(end).trimStart()
  if (mark === ',' && !startsWithGreeting(rest)) return undefined
  if (mark === '' && !greets) return undefined
  // 同志們!朋友們!
  const more = mark === '!' ? matchAddress(rest) : undefined
  const whole = more && more.mark === '!' && more.end >= rest.length
  return { salutation: { lines: [line], end: whole ? line.end : line.start + end }, alone: whole === true }
}

/**
 *     各位領導、各位
 *     同志:
 *     各位漁友,各位在碼頭上
 *     一起補過網的老夥計:
 */
function readTorn(lines: readonly Line[], index: number): Address | undefined {
  const line = lines[index] as Line
  if (lengthOf(line) > ROW) return undefined
  if (!/^(?:尊敬|敬爱|亲爱|各位|同志|老师|女士|先生)/.test(line.head) || /[:。!?;]$/.test(line.head)) return undefined
  const taken = [line]
  let said = line.head
  for (const next of lines.slice(index + 1, index + TORN)) {
    if (lengthOf(next) > ROW) return undefined
    taken.push(next)
    said += next.head
    const joined = next.lastHolds & LETTERS.colon ? matchAddress(said) : undefined
    const isWhole = joined?.mark === ':' && joined.end >= said.length
    if (
      isWhole ||
      (isCutShort(line.head) && /^[^:]{2,}:$/.test(next.head) && !NO_ADDRESS.test(next.head)) ||
      endsTorn(line, next)
    )
      return { salutation: { lines: taken, end: next.end }, alone: true }
    if (!next.head.endsWith('、')) return undefined
  }
  return undefined
}

/** 各位親友、從各個工地連夜趕 / 回來的弟兄們 — what the first row leaves open, the second closes without a mark. */
function endsTorn({ head, address }: Line, next: Line): boolean {
  return (
    !address &&
    /[一-龥]$/.test(head) &&
    head.includes('、') &&
    (/^[^。,:;!?“”、]{2,16}(?<![我你他她它])们$/.test(next.head) ||
      (/各位[一-龥]{0,2}$/.test(head) && /^[一-龥]{1,8}$/.test(next.head))) &&
    !NO_ADDRESS.test(head + next.head)
  )
}

/** An address is torn into at most so many rows, each of at most so many units. */
const TORN = 5
const ROW = 40

/**
 * The turns of a script that together form the address; a greeting in a turn of its own is no part of it.
 *
 *     男:尊敬的各位領導,
 *     女:親愛的同學們:
 *     合:大家好!
 */
function readTurns(lines: readonly Line[], index: number): Address | undefined {
  if ((lines[index] as Line).turn === 0) return undefined
  const taken: Line[] = []
  for (let i = index; i < lines.length && taken.length < 8; i++) {
    const line = lines[i] as Line
    if (line.turn === 0 || lengthOf(line) > HEAD) break
    const said = line.head.slice(line.turn).trimStart()
    const address = matchAddress(said.replace(/、$/, ','))
    if (!address) {
      // 丙:坐在欄杆上的所有朋友們:    乙:還有趴在窗外的鄰居們,
      if (taken.length === 0 || !(/^[^。!?;:]{2,40}们:$/.test(said) || addressesOthers(said))) break
      taken.push(line)
      if (line.lastHolds & LETTERS.colon) break
      continue
    }
    if (address.end < said.length) {
      const greets =
        address.mark === ':' || (address.mark === ',' && startsWithGreeting(said.slice(address.end).trimStart()))
      if (!greets) break
      const end = line.start + line.head.length - said.length + address.end
      return { salutation: { lines: [...taken, line], end }, alone: false }
    }
    taken.push(line)
  }
  const last = taken.at(-1)
  return last && { salutation: { lines: taken, end: last.end }, alone: true }
}
