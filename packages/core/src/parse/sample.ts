import { startsWithGreeting } from './constructs/address.ts'
import { LETTERS } from './letters.ts'
import { isWholeAddress, type Line, lengthOf } from './line.ts'

/** What a site says of how such speeches are written stands in at most so many lines. */
const ADVICE = 60
/** The caption of a sample has at most so many units. */
const CAPTION = 32
/** A full sentence of at least so many units tells how to write. */
const TOLD = 12

/** Words of one who speaks. */
const SPOKEN = /^同[志学]们|(?<!“[^”]*)我(?!们)/

/** 範文    二、倡議書範文(原創)    5.格式示例: */
const SAMPLE =
  /^(?:[一二三四五六七八九十]{1,2}[、.]|\([一二三四五六七八九十]\)|\d{1,2}[、.]|【)? ?[^。,;!?:]{0,14}(?:范文|例文|示例|样例|范例|范本)(?:致辞|演讲稿?|发言稿?|讲话稿?|展示|参考|欣赏|如下|分享)?(?:\([^()]{1,8}\))?】?(?::[^。,;!?]{0,24})?$/

/**
 * Index of the caption below which a page shows a sample of what it tells how to write; -1 where there is none.
 *
 *     倡議書怎麼寫
 *     一、倡議書由標題、稱呼、正文和落款組成。
 *     二、倡議書範文
 *     ^
 *     街坊們:
 */
export function findSample(lines: readonly Line[], title: Line | undefined): number {
  const from = title ? lines.indexOf(title) + 1 : 0
  if (from === 0) return -1
  let told = false
  for (let at = from; at < Math.min(ADVICE, lines.length - 1); at++) {
    const line = lines[at] as Line
    if (line.address || line.turn > 0 || startsWithGreeting(line.head) || SPOKEN.test(line.head)) return -1
    if (told && lengthOf(line) <= CAPTION && /[范例]/.test(line.head) && SAMPLE.test(line.head)) {
      return isWholeAddress(lines[at + 1]) || isWholeAddress(lines[at + 2]) ? at : -1
    }
    told ||= (line.lastHolds & (LETTERS.clauseEnd | LETTERS.colon)) !== 0 && lengthOf(line) >= TOLD
  }
  return -1
}
