import { callsByOffice, isSpeakerLabel, namesHost, namesOffice, namesSpeaker } from './constructs/byline.ts'
import { isSiteProse } from './constructs/site-prose.ts'
import { LETTERS } from './letters.ts'
import { isWholeAddress, type Line, lengthOf } from './line.ts'

/** A label that says who speaks has at most so many units. */
const LABEL_LIMIT = 30

/** Whether two lines are labels of one shape: short, no sentence, and both in brackets, with a colon, or neither. */
export function isLikeLabel(first: Line, { head, marker, turn, isStage }: Line): boolean {
  if (head.length > LABEL_LIMIT || marker || turn > 0 || /[。!?,;…]/.test(head)) return false
  if (isStage && !first.isStage) return false
  return /^[([【]/.test(first.head) === /^[([【]/.test(head) && first.head.includes(':') === head.includes(':')
}

/**
 * Labels of one shape on lines of their own say who speaks where the first of them stands above the first spoken word.
 *
 *     【主席開場白】      主席:
 *     【正方一辯陳詞】    正方主辯:
 */
export function findLabels(lines: readonly Line[]): ReadonlySet<Line> {
  const boxes = findAlike(
    lines,
    (line, next) => isBox(line) && !isBox(next) && !isPart(line, next) && !AWARDED.test(line.head),
  )
  if (boxes.size > 0) return new Set([...boxes, ...lines.filter(isHost)])
  const tags = findAlike(lines, isTag)
  if (tags.size > 0) return tags
  const beside = findAlike(lines, (line, next) => isHost(line) || (isTag(line, next) && isWholeAddress(next)))
  if (![...beside].every(isHost)) return beside
  const asked = findAsked(lines)
  return asked.size > 0 ? asked : findHost(lines)
}

/**
 * Where a conference takes questions, who asks and who answers stand on lines of their own again and again.
 *
 *     江報記者:
 *     汪濤:
 *     江報記者:
 */
function findAsked(lines: readonly Line[]): ReadonlySet<Line> {
  const tags = lines.filter((line, at) => isTag(line, lines[at + 1]) && !/^[“「]/.test(lines[at + 1]?.head ?? ''))
  if (tags.length < FEWEST) return NONE
  const names = new Set(tags.map(({ head }) => head))
  const isRecord = names.size > 1 && names.size < tags.length && [...names].some((head) => callsByOffice(head))
  return isRecord ? new Set([...tags, ...lines.filter(isHost)]) : NONE
}

/** Two who speak, one of them again. */
const FEWEST = 3

/**
 * Beside the labels of other speakers, that of the host on a line of its own opens his words.
 *
 *     主持人:                         【主持人串詞】
 *     職工代表 阮鐵生(鍋爐車間):      【校長致辭】
 */
function findHost(lines: readonly Line[]): ReadonlySet<Line> {
  const hosts = lines.filter(isHost)
  if (hosts.length === 0) return NONE
  const isAlone = lines.every((line) => line.turn === 0 || HOST.test(line.head))
  const called = lines.filter((line, at) => isBox(line) && !isHost(line) && isCalledAbove(lines, at))
  return isAlone || called.length > 0 || lines.some((line, at) => !isHost(line) && isLabel(line, lines[at + 1]))
    ? new Set([...hosts, ...called])
    : NONE
}

/**
 * Whether the words in a box are those by which the host has just called somebody.
 *
 *     六、請老壽星講話。…
 *     【老壽星】
 */
function isCalledAbove(lines: readonly Line[], at: number): boolean {
  const { head } = lines[at] as Line
  const above = lines.slice(Math.max(0, at - 2), at).findLast((line) => !line.isStage)
  return above?.head.includes(`请${head.slice(1, head.lastIndexOf('】'))}`) ?? false
}

/** Words that begin so are the host's: 主持人 (主持) 【主持詞】 */
const HOST = /^[(【]?(?:主持|司仪)/

/** Whether a line is nothing but the host's label: 主持人(副鎮長 車前川): */
export function isHost(line: Line): boolean {
  if (line.turn > 0 && line.turn === lengthOf(line)) return HOST.test(line.head)
  return (line.firstHolds & LETTERS.bracket) !== 0 && namesHost(line.head)
}

function findAlike(
  lines: readonly Line[],
  isAlike: (line: Line, next: Line | undefined) => boolean,
): ReadonlySet<Line> {
  let alike: Set<Line> | undefined
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    if (isAlike(line, lines[at + 1])) {
      alike ??= new Set()
      alike.add(line)
    } else if (!alike && (line.address || lengthOf(line) > LABEL_LIMIT) && !isSiteProse(line.head)) break
  }
  return alike && alike.size > 1 ? alike : NONE
}

/** A short word with a colon and nothing behind it, above a sentence or an address. */
function isTag(line: Line, next: Line | undefined): boolean {
  if (!(line.lastHolds & LETTERS.colon) || lengthOf(line) > TAG || line.turn > 0 || line.address || line.marker)
    return false
  return (
    next !== undefined &&
    !next.marker &&
    !next.bullet &&
    (next.address !== undefined || /[,。!?…”]$/.test(next.tail)) &&
    /^[一-龥·]{2,10}:$/.test(line.head) &&
    !NO_TAG.test(line.head) &&
    !isSiteProse(line.head)
  )
}

const TAG = 12
/** Words with a colon that say what follows, and not who speaks. */
const NO_TAG =
  /[如以]下|下面|内容|目的|要求|意义|时间|地点|方法|步骤|流程|原因|目录|节目|名单|(?:[写说道问念唱喊]|(?<!回)答):$|们:$/

/** 【授予接線員艾靜】 says of whom the site's text speaks, and not who speaks. */
const AWARDED = /^【(?:授予|颁给|颁发|致|献给|关于|给)/
const NONE: ReadonlySet<Line> = new Set()

/** Whether a line is nothing but words in lenticular brackets that may say who speaks: 【主席開場白】 */
export function isBox(line: Line | undefined): boolean {
  return (
    line !== undefined &&
    (line.firstHolds & LETTERS.bracket) !== 0 &&
    !line.isStage &&
    /^(?:【[^【】。,;!?:]{2,24}】:?|\[[^[\]。,;!?:]{2,24}\])$/.test(line.head) &&
    !isSiteProse(line.head)
  )
}

/** 【領導致辭】 — a box above a turn says what comes in a script, and not who speaks. */
function isPart(line: Line, next: Line | undefined): boolean {
  return next !== undefined && next.turn > 0 && isBox(line)
}

/** 各位選手,我先說說第三位。 — who speaks of himself or to the listeners writes no remark. */
export function speaksToListeners(head: string): boolean {
  return /[我咱]|大家|各位|同学们/.test(head)
}

/** A label on a line of its own that opens another speaker's speech. */
export function isLabel(line: Line, next?: Line): boolean {
  if (isPart(line, next)) return false
  if (!(line.firstHolds & LETTERS.bracket || line.lastHolds & LETTERS.colon) || line.turn > 0) return false
  if (isBox(line) && isWholeAddress(next) && namesOffice(line.head.slice(1, -1))) return true
  if (isBox(line) && next && /点评|讲评/.test(line.head) && speaksToListeners(next.head)) return true
  return isSpeakerLabel(line.head) || (lengthOf(line) <= LABEL_LIMIT && !line.address && namesSpeaker(line.head))
}
