import { announcesOath, announcesRecital, announcesVerse, countRecited } from '../constructs/recital.ts'
import { LETTERS } from '../letters.ts'
import type { Line } from '../line.ts'
import type { Entry } from './entries.ts'
import { settleGuests } from './guests.ts'
import { isUnmarked, settleParallel } from './parallel.ts'
import { isRecited } from './recited-line.ts'
import { settleVotes } from './votes.ts'

/** Lines that are recited, one clause each: an oath, a set of rules. */
export function settleRecited(entries: Entry[]): void {
  for (let i = 1; i < entries.length; i++) {
    const above = (entries[i - 1] as Entry).line
    const before = announcerOf(above, entries[i - 2]?.line)
    if (!before || announcesVerse(before.tail)) {
      const mayList = (above.lastHolds & LETTERS.colon) !== 0 && above.turn === 0
      if (mayList && !settleGuests(entries, i) && !settleVotes(entries, i) && !announcesVerse(above.tail))
        settleParallel(entries, i)
      continue
    }
    let end = i
    while (entries[end]?.role === 'text' && isRecited((entries[end] as Entry).line, end > i)) end++
    // The first full sentence behind the last clause ends what is recited.
    const clause = entries.slice(i, end).findLastIndex(({ line }) => !/[。!]$/.test(line.tail))
    const counted = countRecited(before.tail)
    // Behind lines without any mark, a sentence is the speaker's again.
    const isBare = clause > -1 && isUnmarked((entries[i + clause] as Entry).line)
    const full = Math.min(end, i + clause + (isBare ? 1 : 2))
    // 苦戰百日,決勝六月! may be cried at the very end.
    const isCried = end === full + 1 && end === entries.length && /!$/.test((entries[full] as Entry).line.tail)
    const last = counted !== undefined && end - i >= counted ? i + counted : isCried ? end : full
    const isShouted = entries.slice(i, end).every(({ line }) => /!$/.test(line.tail)) && /[:]$/.test(before.tail)
    const sworn = clause === -1 ? swornEnd(entries, i, end, before) : 0
    const isCounted = clause === -1 && end - i === counted
    const recited = isShouted
      ? entries.slice(i, end)
      : clause === -1
        ? entries.slice(i, isCounted ? end : sworn)
        : entries.slice(i, last)
    if (recited.length >= 2) for (const entry of recited) entry.role = 'item'
    i = end
  }
}

function announcesBelow(line: Line): boolean {
  return mayAnnounce(line) && announcesRecital(line.tail)
}

/** Whether a line has the letters that announce what is recited; with a colon, any words may. */
export function mayAnnounce({ tailHolds, lastHolds }: Line): boolean {
  return (tailHolds & LETTERS.recital) !== 0 || (lastHolds & LETTERS.colon) !== 0
}

/**
 * What announces lines that are recited below it: a line, the one above the direction that stands below it, or the
 * direction itself.
 *
 *     請跟我宣誓:
 *     (全體起立)
 *     我是一名河長,
 */
function announcerOf(line: Line, above: Line | undefined): Line | undefined {
  if (!line.isStage) return announcesBelow(line) ? line : undefined
  if (ENDED.test(line.head)) return undefined
  if (above && announcesBelow(above)) return above
  return READ_OUT.test(line.head) || announcesBelow(line) ? line : undefined
}

const READ_OUT = /齐[读诵念声]|[跟领诵朗]读|[宣领]誓|举起?右[手拳]|右[手拳]举|握[紧起]?右?拳|同声|集体[朗诵宣读]/

const ENDED = /[完毕束]/

/** An oath of whole sentences has at least so many. */
const SWORN = 3

/**
 * Behind the last line of an oath each of whose lines is a sentence, up to the first one that speaks to the listeners.
 *
 *     我們宣誓:
 *     熱愛祖國,忠於人民。
 */
function swornEnd(entries: readonly Entry[], from: number, to: number, before: Line): number {
  if (!announcesOath(before.tail)) return from
  let end = from
  while (end < to && !SPOKEN.test((entries[end] as Entry).line.head)) end++
  return end - from >= SWORN ? end : from
}

const SPOKEN = /大家|各位|同[志学]们|你们|请|谢谢|感谢|下面|现在|最后|完毕|誓词|宣誓人|祝/
