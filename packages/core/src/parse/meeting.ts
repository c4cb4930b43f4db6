import type { FieldMatch } from './constructs/field.ts'
import { matchMeeting } from './constructs/meeting.ts'
import type { Line } from './line.ts'
import { FRONT } from './title/front-line.ts'

/**
 * The lines with which minutes say when their meeting was, where and who came, and the fields of each. Without a line
 * that says who came, they tell of a speech and are its bylines.
 *
 *     時間:2016年4月2日 地點:禮堂
 *     出席:林伯、阿珍、陳先生
 */
export function findMeeting(lines: readonly Line[]): ReadonlyMap<Line, readonly FieldMatch[]> {
  const meeting = new Map<Line, readonly FieldMatch[]>()
  let keys = 0
  let isRoster = false
  for (const line of lines.slice(0, FRONT)) {
    const matched = line.address ? undefined : matchMeeting(line.head)
    if (!matched && meeting.size > 0) break
    if (!matched) continue
    meeting.set(line, matched.fields)
    keys += matched.fields.length
    isRoster ||= matched.isRoster
  }
  return keys > 1 && isRoster ? meeting : NONE
}

const NONE: ReadonlyMap<Line, readonly FieldMatch[]> = new Map()
