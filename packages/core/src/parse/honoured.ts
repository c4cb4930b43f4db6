import { isSpeakerLabel } from './constructs/byline.ts'
import { isSiteProse } from './constructs/site-prose.ts'
import { LETTERS } from './letters.ts'
import { type Line, lengthOf } from './line.ts'

/** Speeches that praise one after another: what stands above each says whom it praises, and not who speaks. */
const PRAISE = /(?:颁奖|授奖|致敬|表彰|推荐)[词辞]/

/** Whether a folded title or heading names words of praise: 年度人物頒獎詞 */
export function namesPraise(head: string): boolean {
  return PRAISE.test(head)
}

/** 【頒獎詞】    頒獎詞: — alone above the words. */
export function isPraiseLabel({ head }: Line): boolean {
  return head.length <= LABEL && namesPraise(head) && !/[。!]$/.test(head)
}

const LABEL = 6

/** 【授予接線員艾靜】    魏秋生    老校工 孟有田    姚青: */
const NAMED =
  /^【[^【】。,;!?:]{2,24}】$|^(?:(?:获奖者?|获奖人|人物|授予|颁给)[: ]*)?(?:[^。,;!?:“”《》 ]{2,14}[ ·]{1,4})?[一-龥·]{2,4}:?$/
/** Short lines that name nobody. */
const NO_NAME =
  /^(?:此致|敬礼|谢谢|感谢|大家好?|各位|同[志学]们|完毕?|未完|掌声|结束语?|开场白?|颁奖[词辞]?|正文|全文|目录|你好|您好)/

/** The lines that name who is praised, each above the words for one; a single one counts as the first line alone. */
export function findHonoured(lines: readonly Line[], skip: (line: Line) => boolean): ReadonlySet<Line> {
  const honoured = new Set<Line>()
  const said = lines.filter((line) => !skip(line))
  said.forEach((line, at) => {
    const next = said[at + 1]
    // Who addresses the listeners below the name speaks himself.
    if (next?.address?.mark === ':') return
    if (isNamed(line) && isSaid(next) && (at === 0 || isSaid(said[at - 1]))) honoured.add(line)
  })
  return honoured.size > 1 || (said[0] && honoured.has(said[0])) ? honoured : NONE
}

const NONE: ReadonlySet<Line> = new Set()

function isNamed(line: Line): boolean {
  const { head, marker, turn, isStage, address } = line
  if (lengthOf(line) > LIMIT || marker || turn > 0 || isStage || address) return false
  return NAMED.test(head) && !NO_NAME.test(head) && !isSpeakerLabel(head) && !isSiteProse(head)
}

const LIMIT = 26

/** A sentence, or a clause of one. */
function isSaid(line: Line | undefined): boolean {
  return line !== undefined && (lengthOf(line) >= SAID || (line.lastHolds & (LETTERS.stop | LETTERS.clauseEnd)) !== 0)
}

const SAID = 8
