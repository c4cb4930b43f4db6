import type { Noise } from '../schema/phrasing.ts'
import { closingOf } from './closings.ts'
import { isDateLine } from './constructs/closing.ts'
import { isEnglishOfSite, matchSiteLine, soundsLikeSite } from './constructs/site-line.ts'
import { remarksOnText } from './constructs/site-prose.ts'
import { LETTERS } from './letters.ts'
import { type Line, lengthOf } from './line.ts'

/** What a site says below a speech has at most so many units a line, and stands in at most so many lines. */
const LIMIT = 60
const LINES = 30
/** Words that no name has: 點贊最多的鄉村新鮮事 */
const PHRASE = /[的了吗呢吧在请给把看来都是有不与您你我这为到]|\d ?[个次人条]/

/**
 * Takes for the site's what stands below the last word of the last speech, whatever it says: short lines without the
 * mark of a sentence that are neither a name nor a date, nor a note on the speech where there can be one.
 *
 *     謝謝大家!
 *     點贊最多的鄉村新鮮事,都在這裏
 */
export function findEpilogue(
  lines: readonly Line[],
  floor: number,
  end: number,
  noise: Map<Line, Noise['kind']>,
  isNote: (line: Line) => boolean = () => false,
): void {
  signOff(lines, floor, end, noise)
  findRemarks(lines, floor, end, noise, isNote)
  belowDate(lines, floor, end, noise, isNote)
  const last = lastWord(lines, floor, end, noise)
  if (last === undefined) return
  for (let at = last + 1; at < end; at++) {
    const line = lines[at] as Line
    if (noise.has(line) || line.isStage || isDateLine(line.head) || isNote(line)) continue
    if (closingOf(line) && !PLEA.test(line.head)) continue
    if (NAMED.test(line.head)) continue
    if (line.bullet || lines[at + 1]?.bullet || soundsLikeSite(line.head))
      noise.set(line, matchSiteLine(line.head) ?? 'footer')
    else if (PHRASE.test(line.head) || isEnglishOfSite(line.head) || isBelowNoise(lines, at, last, noise))
      noise.set(line, matchSiteLine(line.head) ?? 'navigation')
  }
}

/** 今天的分享就到這裏,喜歡的話記得點讚收藏! */
const PLEA = /^(?!.*我).*(?:点赞|(?:记得|别忘了?|欢迎|请).{0,6}收藏)/

/** ——燈塔看守人 */
const NAMED = /^—{1,2}[^—]{2,20}$/

/** Below the day on which a speech is signed stand at most so many lines, and what readers wrote, each with a name. */
const BELOW_DATE = 3
const WRITTEN = /^[^。,;!?:]{1,20}:(?=.)/

/**
 * Nobody goes on behind name and day.
 *
 *     謝謝大家!
 *     20xx年3月7日
 *     網友老馬:說得好。
 */
function belowDate(
  lines: readonly Line[],
  floor: number,
  end: number,
  noise: Map<Line, Noise['kind']>,
  isNote: (line: Line) => boolean,
): void {
  const below: Line[] = []
  let others = 0
  for (let at = end - 1; at > floor + 2 && others <= BELOW_DATE && below.length < LINES; at--) {
    const line = lines[at] as Line
    if (noise.has(line) || isNote(line)) continue
    if (isDateLine(line.head)) {
      if (!isSigned(lines, at) || (below.length === 1 && signsBelow(lines, at))) return
      for (const line of below) noise.set(line, matchSiteLine(line.head) ?? 'comment')
      return
    }
    const isWritten = WRITTEN.test(line.head)
    if (line.address || line.turn > 0 || line.marker || line.isStage || lengthOf(line) > LIMIT) return
    if (!isWritten && closingOf(line)) return
    below.push(line)
    if (!isWritten) others++
  }
}

/** 祝春節快樂!    2019年1月30日    青溪礦務局工會 — a body may sign below the day, where no name stands above it. */
function signsBelow(lines: readonly Line[], at: number): boolean {
  const [above, , signer] = lines.slice(at - 1)
  return above !== undefined && closingOf(above, true) !== undefined && signer !== undefined && SIGNER.test(signer.head)
}

const SIGNER = /^[一-龥“”()]{3,20}(?:[会局校院厂司社部处站队办组室团委府村镇厅所]|中心|敬[上拜启]|谨[上启])$/

/** Whether a closing stands above a date, a name between perhaps. */
function isSigned(lines: readonly Line[], at: number): boolean {
  return [lines[at - 1], lines[at - 2]].some((line) => line !== undefined && closingOf(line, true) !== undefined)
}

/** What a mail's sender prints below every mail has at most so many lines. */
const SIGN_OFF = 6

/**
 * Behind two hyphens stands what a mail's sender prints below every mail (RFC 3676, 4.3).
 *
 *     --
 *     石磊 維保部 分機8016
 */
function signOff(lines: readonly Line[], floor: number, end: number, noise: Map<Line, Noise['kind']>): void {
  const from = Math.max(floor + 1, end - SIGN_OFF)
  const at = lines.slice(from, end).findIndex(({ head }) => head === '--')
  const below = at === -1 ? [] : lines.slice(from + at + 1, end)
  if (below.some((line) => line.address || lengthOf(line) > LIMIT || isDateLine(line.head))) return
  for (const line of below) if (!noise.has(line)) noise.set(line, 'footer')
}

/**
 * What stands below the last line and says something of the text, or goes with it, is no speaker's.
 *
 *     (根據錄音整理,未經本人審閱)
 *     附:校運會日程表
 */
function findRemarks(
  lines: readonly Line[],
  floor: number,
  end: number,
  noise: Map<Line, Noise['kind']>,
  isEditors: (line: Line) => boolean,
): void {
  for (let at = end - 1; at > floor + 2; at--) {
    const line = lines[at] as Line
    if (noise.has(line)) continue
    const isNote = lengthOf(line) <= LIMIT && (REMARK.test(line.head) || NOTE.test(line.head)) && !isEditors(line)
    const isRemark = lengthOf(line) <= REMARK_LIMIT && remarksOnText(line.head) && !isEditors(line)
    if (!isNote && !isRemark && !FOOTNOTE.test(line.head)) return
    noise.set(line, 'footer')
  }
}

/** A remark on how a speech is written has at most so many units. */
const REMARK_LIMIT = 160
/** [1]參見老主編的回憶文章。    參考文獻: */
const FOOTNOTE = /^\[\d{1,2}\] ?.{4,}|^(?:注释|脚注|尾注|参考文献|参考资料):?$/
const NOTE = /^(?:附注?|附件|注|备注|注释)\d?[::].{2,}|^作者(?:系|为|单位|是)[^我。!?]{2,}$/
const REMARK =
  /^\([^()]{2,20}\d{1,2}日电[^()]{0,12}\)$|^—{1,2} ?(?:摘自|选自|节选自|原载|转自)[^!?我]{2,40}$|^\((?:附|作者(?:单位|系|[: ])|指导(?:教师|老师))[^()]{2,40}\)$|^\((?:[^()]{0,20}在[^()]{2,36}|[^()]{3,36}的|\d[^()]{4,36})(?:讲话|演讲|发言|致辞)(?:,[^()]{0,12}|的?(?:节选|摘要|一部分))?\)$|^\([^()]*(?:整理|审阅|审定|刊于|载于|刊载|原载|选自|摘自|供稿|来源|[ .。]摄)[^()]{0,24}\)$/

/** Where the last closing stands that nothing but short lines follow. */
function lastWord(
  lines: readonly Line[],
  floor: number,
  end: number,
  noise: ReadonlyMap<Line, Noise['kind']>,
): number | undefined {
  for (let at = end - 1; at > Math.max(floor, end - LINES); at--) {
    const line = lines[at] as Line
    if (noise.has(line) || line.isStage || PLEA.test(line.head)) continue
    const kind = closingOf(line)
    if (kind === 'thanks' || kind === 'completion' || (isDateLine(line.head) && at > floor + 2)) return at
    if (kind && isSiteSentence(lines[at + 1])) return at
    if (!kind && soundsLikeSite(line.head)) continue
    const ends = (line.lastHolds & LETTERS.clauseEnd) !== 0
    // 別的要求沒有了。山上什麼都好,數到 — a sentence behind another that the end of a trial cuts is the speaker's.
    if (!ends && /[。!?]./.test(line.head) && noise.get(lines[at + 1] as Line) === 'truncation') return undefined
    if (ends && isSite(noise.get(lines[at + 1] as Line))) return at
    if (ends || line.address || line.turn > 0 || (lengthOf(line) > LIMIT && !isEnglishOfSite(line.head)))
      return undefined
    if (line.marker && !/^\d+ ?[个次人条位]/.test(line.head)) return undefined
  }
  return undefined
}

/** A sentence of the site's right below a closing. */
function isSiteSentence(line: Line | undefined): boolean {
  return line !== undefined && soundsLikeSite(line.head) && !closingOf(line)
}

/** What no site prints in the middle of a speech. */
function isSite(kind: Noise['kind'] | undefined): boolean {
  return kind === 'footer' || kind === 'navigation' || kind === 'comment'
}

/** Behind the first line of the site's, no name is a signature any more. */
function isBelowNoise(lines: readonly Line[], at: number, last: number, noise: ReadonlyMap<Line, unknown>): boolean {
  return at > last + 1 && noise.has(lines[at - 1] as Line)
}
