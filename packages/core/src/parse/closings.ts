import type { Noise } from '../schema/phrasing.ts'
import type { Closing } from '../schema/speech.ts'
import { startsWithGreeting } from './constructs/address.ts'
import {
  appeals,
  BARE_LIMIT,
  classifyClosing,
  closingAtEnd,
  isDateLine,
  isSignature,
  WISH_LIMIT,
} from './constructs/closing.ts'
import { classifyEnglish, startsInEnglish } from './constructs/closing-english.ts'
import { endsInGenre } from './constructs/title.ts'
import { LETTERS } from './letters.ts'
import { HEAD, type Line, lengthOf } from './line.ts'

/** A line at the end of a speech; noise keeps the kind that `writer.noise` knows, and text is a notice behind the end. */
export interface ClosingLine {
  line: Line
  kind: Closing['kind'] | 'stage' | 'noise' | 'text'
}

export interface SplitBody {
  body: readonly Line[]
  closings: ClosingLine[]
  /** Noise behind the speech's last word, which belongs to the item. */
  trailing: readonly Line[]
}

/** How a line at the end of a speech closes it; undefined where it does not. */
export function closingOf(line: Line, isLast = false): Closing['kind'] | undefined {
  if (isLast) return classify(line, true)
  if (line.closing === undefined) line.closing = closingAmongOthers(line) ?? null
  return line.closing ?? undefined
}

function closingAmongOthers(line: Line): Closing['kind'] | undefined {
  if (isEnglish(line)) return classify(line, false)
  if (opensClosing(line)) return classify(line, false)
  return line.tailHolds & (LETTERS.thanks | LETTERS.completion) ? closingAtEnd(line.tail) : undefined
}

function isEnglish({ units, start }: Line): boolean {
  return startsInEnglish(units[start] as number)
}

function classify(line: Line, isLast: boolean): Closing['kind'] | undefined {
  if (isEnglish(line) && lengthOf(line) <= HEAD * 2) {
    const kind = classifyEnglish(line.text.slice(line.start, line.end))
    if (kind) return kind
  }
  return classifyClosing({ head: line.head, tail: line.tail, length: lengthOf(line), address: line.address, isLast })
}

/** Whether a line can be a closing by how it starts, or because it is short; nearly every long line cannot. */
function opensClosing(line: Line): boolean {
  const length = lengthOf(line)
  return (
    length <= BARE_LIMIT ||
    line.address !== undefined ||
    (line.firstHolds & LETTERS.appealStart) !== 0 ||
    (length <= WISH_LIMIT && (line.headHolds & LETTERS.wish) !== 0)
  )
}

/** A speech ends in at most so many lines of wishes, thanks, names and dates. */
const CLOSING_LINES = 10

/** Finds the lines that close a speech, from its end backwards; what closes a letter that is read aloud does not. */
export function splitClosings(
  lines: readonly Line[],
  noise: ReadonlyMap<Line, Noise['kind']>,
  letters: ReadonlySet<Line>,
): SplitBody {
  let end = lines.length
  while (end > 0 && noise.has(lines[end - 1] as Line)) end--
  const closings: ClosingLine[] = []
  let pending: ClosingLine[] = []
  let from = end
  const notices = noticesFrom(lines, end)
  for (let i = end - 1; i >= Math.max(0, end - CLOSING_LINES); i--) {
    const line = lines[i] as Line
    if (noise.has(line) || line.isStage) {
      pending.unshift({ line, kind: noise.has(line) ? 'noise' : 'stage' })
      continue
    }
    const kind = letters.has(line)
      ? undefined
      : readClosing(line, lines.slice(Math.max(0, i - SIGNERS), i).reverse(), closings[0]?.kind)
    if (!kind && i >= notices) {
      pending.unshift({ line, kind: 'text' })
      continue
    }
    // Above an appeal, who is addressed again only hears one more thought.
    const isOneMore = kind === 'peroration' && line.address && closings.some((closing) => closing.kind === kind)
    if (
      !kind ||
      isOneMore ||
      (closings.length > 0 &&
        (isLastMember(line, kind, lines, closings[0]?.kind) || isOnlyBody(line, kind, lines[i - 1], closings)))
    )
      break
    closings.unshift({ line, kind }, ...pending)
    pending = []
    from = i
  }
  return { body: lines.slice(0, from), closings, trailing: lines.slice(end) }
}

/** 最後,要學會堅持。 behind 首先 and 其次 is the last point of their series, and no closing, where a closing follows. */
function isLastMember(
  line: Line,
  kind: Closing['kind'],
  lines: readonly Line[],
  next: ClosingLine['kind'] | undefined,
): boolean {
  // 最後一點,要注意身體。 — above an appeal, a point like those before it.
  if (kind === 'peroration' && next === kind && line.head.startsWith('最后一点')) return true
  if (kind !== 'peroration' || !/^最后(?:[,、:]|就?是|要)/.test(line.head)) return false
  for (let at = lines.indexOf(line) - 1; at >= 0; at--) {
    const { head, marker } = lines[at] as Line
    if (/^(?:其次|再次)(?:[,、:要是]|就是)/.test(head)) return true
    if (marker?.series === 'han' || marker?.series === 'paren-han' || head.startsWith('最后')) return false
  }
  return false
}

/** 三、風氣要正過來    …也請大家監督。 — above an appeal, a long line right below a heading is what that one heads. */
function isOnlyBody(
  line: Line,
  kind: Closing['kind'],
  above: Line | undefined,
  closings: readonly ClosingLine[],
): boolean {
  const heads = above?.marker !== undefined && !(above.lastHolds & LETTERS.clauseEnd)
  return heads && kind === 'completion' && lengthOf(line) > BODY && closings.some(({ kind }) => kind === 'peroration')
}

/** A completion of more units says more than that the speech ends. */
const BODY = 30

/** A name stands behind a finished sentence, or behind a closing that was cut short. */
function endsSpeech(line: Line): boolean {
  return /[。!?…”)~]$/.test(line.tail) || closingOf(line) !== undefined
}

/** 散會! 班車停在門口,十二點半發車。 — what is still said behind the end is the last instruction. */
function isAfterword(line: Line, previous: Line | undefined): boolean {
  if (!previous || line.turn > 0 || lengthOf(line) > AFTERWORD || !/[。!]$/.test(line.tail)) return false
  return /散会|闭幕|闭会|休会|礼成|解散|到此结束/.test(previous.tail) && closingOf(previous) === 'completion'
}

const AFTERWORD = 40

/**
 * What is wished may stand below the words for wishing, a clause a line.
 *
 *     祝大家:
 *     順風順水,
 *     平平安安!
 */
function isWished(line: Line, above: readonly Line[]): boolean {
  const at = above.findIndex(({ lastHolds, head }) => (lastHolds & LETTERS.colon) !== 0 && WISHES.test(head))
  return (
    at >= 0 && [line, ...above.slice(0, at)].every((part) => lengthOf(part) <= CLAUSE && /[,;。!、~]$/.test(part.tail))
  )
}

const WISHES = /^(?:最后,?)?(?:衷心)?(?:预?祝|愿)(?!福[语词]|[酒词辞贺寿意望])[^。!?:]{1,16}:$/
/** What is wished in a line has at most so many units. */
const CLAUSE = 28

/**
 * A speech that has ended stays so, whatever notice stands below it.
 *
 *     謝謝大家!
 *     合影請到東門。
 */
function noticesFrom(lines: readonly Line[], end: number): number {
  for (let at = end - 1; at >= Math.max(NOTICE_FROM, end - NOTICES) && isNotice(lines[at] as Line); at--) {
    const above = lines[at - 1] as Line
    const kind = lengthOf(above) <= AFTERWORD && !above.marker ? closingOf(above) : undefined
    const calls = THANKS_SPEAKER.test(above.head) && /^(?:下面|接下来|现在|首先|请)/.test((lines[at] as Line).head)
    const thanks = kind === 'thanks' && !calls
    if (kind === 'completion' || thanks || endsInWish(above)) return at
  }
  return end
}

/** 最後,祝大家平安!    祝大家平安!謝謝大家! */
function endsInWish(line: Line): boolean {
  if (line.turn > 0 || closingOf(line) !== 'wish') return false
  return line.head.startsWith('最后') || closingAtEnd(line.tail) === 'thanks'
}

function isNotice(line: Line): boolean {
  if (lengthOf(line) > NOTICE || line.turn > 0 || line.marker || line.bullet || line.address) return false
  // Who speaks of himself goes on.
  return !/[我咱]/.test(line.head)
}

/** So many lines at most are notices, each of at most so many units. */
const NOTICES = 2
const NOTICE = 60

/** So near the top, thanks open a speech. */
const NOTICE_FROM = 3

function readClosing(
  line: Line,
  above: readonly Line[],
  next: ClosingLine['kind'] | undefined,
): Closing['kind'] | undefined {
  const { turn } = line
  const [previous] = above
  const head = line.head.slice(turn)
  if (isDateLine(head.replace(DATE_KEY, ''))) return previous ? 'date' : undefined
  if ((line.marker && turn === 0) || line.bullet) return undefined
  const isLast = next === undefined || next === 'thanks' || next === 'wish' || next === 'signature'
  const tail = lengthOf(line) <= HEAD ? head : line.tail
  const kind =
    turn > 0 ? classifyClosing({ head, tail, length: lengthOf(line) - turn, isLast }) : closingOf(line, isLast)
  if ((turn > 0 || (!previous && next === 'completion')) && kind === 'thanks' && THANKS_SPEAKER.test(head))
    return undefined
  const goesOn = turn > 0 && (next !== undefined || !TOGETHER.test(line.head))
  if ((goesOn || !head.endsWith('!')) && STARTED.test(head)) return undefined
  if (turn > 0 && CALLS_SPEAKER.test(head)) return undefined
  // 大家好!謝謝大家冒雨前來。 but 新年快樂!乾杯!
  // 拼搏到終點,不後悔不後退, / 笑傲考場,金榜題名! — below a comma, the end of what is recited.
  if (kind === 'wish' && previous?.tail.endsWith(',') && !/[祝愿]/.test(head + previous.head)) return undefined
  if (kind !== 'wish' && kind !== 'completion' && startsWithGreeting(head) && !head.startsWith('好')) return undefined
  if (kind) return kind
  if (isLast && previous?.address && previous.address.end >= lengthOf(previous) && (appeals(head) || appeals(tail)))
    return 'peroration'
  if (isWished(line, above)) return 'wish'
  if (next === undefined && isAfterword(line, previous)) return 'completion'
  const signs = isLast || next === 'date'
  return signs && isBelowWords(above) && isName(line, head) ? 'signature' : undefined
}

/** 發言人:桑小滿    時間:2018年12月28日 */
const DATE_KEY = /^(?:发言|讲话|演讲|汇报|宣誓|述职)?(?:时间|日期):/

/** 羅小川:謝謝會長。 — in a script, or with the first word, who thanks the one that spoke before goes on. */
const THANKS_SPEAKER =
  /^(?:谢谢|感谢)(?!大家|各位|你们|[您我]|在座|朋友|观众|来宾|[一-龥]{1,3}们)[一-龥]{2,8}(?:,[^。!?]{1,20})?[。!]*$|^谢谢,[我您你刚][^。!?]{2,20}。$/

/** 阿珠:有請我們的會長!    乙:請所有的演員上臺。 — a host who calls somebody goes on. */
const CALLS_SPEAKER =
  /有请[^。!?]{1,16}[。!]$|^(?:(?:最后|下面|接下来|现在),?)?请[^。!?,]{1,16}[上登][台场](?!.*(?:结束|再[见会]))|^(?:最后|下面|接下来|现在),?请[^。!?]{1,20}[为给](?:我们|大家)[^。!?]{2,}[。!]$/

/** 典禮現在開始! is cried at the end; so is 合:漁村晚會現在開始! where the hosts do not go on. */
const STARTED = /^(?!.*宣布).*现在(?:正式)?开始[!。]*$/

/** What all the voices of a script say: 合: */
const TOGETHER = /^[(【[]?[合齐众]/

function isName(line: Line, head: string): boolean {
  return lengthOf(line) <= 24 && isSignature(head) && !endsInGenre(head)
}

/** A name stands below the last sentence, below the date, or below where its bearer belongs. */
function isBelowWords(above: readonly Line[]): boolean {
  for (const line of above) {
    if (endsSpeech(line) || isDateLine(line.head)) return true
    if (line.marker || !isName(line, line.head)) return false
  }
  return false
}

/** So many lines up, the last word stands above those who sign. */
const SIGNERS = 4
