import { isDateLine, isSignature } from './constructs/closing.ts'
import { isSiteProse } from './constructs/site-prose.ts'
import { LETTERS } from './letters.ts'
import { type Line, lengthOf } from './line.ts'

/** What announces a letter that is read aloud, and has no word of it: 今天我把這封信讀給大家: */
const ANNOUNCES =
  /(?:(?<![相自诚迷坚确威守失通电亲深轻可置])信|家书|贺电|电报|字条|纸条|便条|便签|留言|日记|短信|邮件|明信片|卡片|遗书|第[一二三四五六]封)(?!心|任|念|仰|号|息|箱|封|访|用|贷|誉|守)[^:]{0,30}[:。]$/
const READS = /[念读写说讲寄留]|上面|里面|内容|如下|开头/
/** A letter is addressed in so many units. */
const ADDRESS = 24
/** A letter has at most so many lines. */
const LETTER = 40

/**
 * The lines of letters that a speaker reads aloud, from the address to the name or the date below: who is addressed
 * there is no listener, and what closes there is the letter.
 *
 *     他在信裏寫道:
 *     親愛的校長:
 *     您好!…
 *     學生 田野
 */
export function findLetters(lines: readonly Line[]): ReadonlySet<Line> {
  let read: Set<Line> | undefined
  /** Who was addressed above is a listener. */
  let heard: Set<string> | undefined
  const addressed: Line[] = []
  for (let at = 0; at + 2 < lines.length; at++) {
    const line = lines[at] as Line
    const next = lines[at + 1] as Line
    if (line.address) addressed.push(line)
    if (!isAddress(next) || !isAnnounced(line)) continue
    heard ??= new Set()
    for (const { head } of addressed.splice(0)) heard.add(head)
    if (heard.has(next.head)) continue
    const end = endOf(lines, at + 2)
    read ??= new Set()
    for (const line of lines.slice(at + 1, end)) read.add(line)
    at = end - 1
  }
  return read ?? NONE
}

const NONE: ReadonlySet<Line> = new Set()

function isAnnounced(line: Line): boolean {
  if (!(line.lastHolds & (LETTERS.colon | LETTERS.clauseEnd)) || line.address) return false
  return ANNOUNCES.test(line.tail) && READS.test(line.tail) && !isSiteProse(line.head)
}

function isAddress(line: Line): boolean {
  return (line.lastHolds & LETTERS.colon) !== 0 && lengthOf(line) <= ADDRESS && !line.marker && line.turn === 0
}

/** Behind the first lines that sign the letter; behind its address where it is not signed. */
function endOf(lines: readonly Line[], from: number): number {
  for (let at = from; at < Math.min(lines.length, from + LETTER); at++) {
    if (isHeard(lines[at] as Line)) return from
    if (!signs(lines[at] as Line)) continue
    let end = at + 1
    while (end < lines.length && signs(lines[end] as Line)) end++
    return end
  }
  return from
}

/** 讀到這裏,我要承認,…    謝謝大家! — the reader speaks to the listeners again, so that nobody signed above. */
function isHeard({ head }: Line): boolean {
  return /^(?:[读念看听写][到完](?:了|这)|(?:谢谢|感谢)(?:大家|各位))/.test(head)
}

function signs({ head, start, end, address }: Line): boolean {
  if (address || end - start > ADDRESS) return false
  return isDateLine(head) || /^(?:此致|敬礼|此致 ?敬礼|顺颂|即颂|敬颂|祝好)[!。]?$/.test(head) || isSignature(head)
}
