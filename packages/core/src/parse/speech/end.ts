import { closingOf } from '../closings.ts'
import { DATE_LIMIT, isDateLine } from '../constructs/closing.ts'
import { isDated } from '../constructs/opening.ts'
import { isGreeting } from '../lead.ts'
import { LETTERS } from '../letters.ts'
import { type Line, lengthOf } from '../line.ts'
import type { SpeechLines } from './lines.ts'

/** 我這個人話少,謝謝大家選我! — below thanks of any words, or a day or name that signs, what meets today opens another speech. */
export function isOver(line: Line, { body }: SpeechLines, skip: (line: Line) => boolean): boolean {
  const last = body.at(-1)
  if (!last || body.length < 3) return false
  const thanks = (last.tailHolds & LETTERS.thanks) !== 0
  if ((!thanks && lengthOf(last) > SIGNATURE) || !isDated(line.head)) return false
  return isSigned(body, skip) || (thanks && closingOf(last, true) === 'thanks')
}

const SIGNATURE = 24

/** 現在,我宣布,儀式到此結束。 — the host's last words behind thanks of his own. */
export const DECLARES_END = /^[^。!?]{0,8}宣布(?!.*(?:开始|开幕))/

export function closes(line: Line): boolean {
  if (line.turn > 0 || line.marker || line.isStage) return false
  const kind = closingOf(line)
  // 讓我們最後一次誦讀隊訓: — what is recited is still to come.
  return kind !== undefined && !(kind === 'peroration' && line.lastHolds & LETTERS.colon)
}

/** 2020年7月8日 — the day on which a speech was signed; not one of a paper that it reads aloud. */
export function signs(line: Line, { body }: SpeechLines): boolean {
  return (
    lengthOf(line) <= DATE_LIMIT && isDateLine(line.head) && !body.some(({ lastHolds }) => lastHolds & LETTERS.colon)
  )
}

/** Whether the words of a speech end with the day on which it was signed, or with who swore them. */
export function isSigned(body: readonly Line[], skip: (line: Line) => boolean): boolean {
  const last = body.findLast((line) => !skip(line) && !line.isStage)
  return last !== undefined && (isDateLine(last.head) || /^(?:宣誓|承诺|立誓|倡议)人:/.test(last.head))
}

/** 謝謝大家! — thanks or a word of the end, and no more. */
export function isFarewell(line: Line): boolean {
  if (lengthOf(line) > FAREWELL || line.turn > 0 || line.marker) return false
  const kind = closingOf(line)
  return kind === 'thanks' || kind === 'completion'
}

const FAREWELL = 24

/** What is said behind the end is one more closing, where it is no thanks that a speech may open with. */
export function closesAgain(line: Line, isLast: boolean): boolean {
  const kind = closingOf(line, true)
  return kind !== undefined && (isLast || kind !== 'thanks' || lengthOf(line) <= FAREWELL)
}

/** A stage direction, a name or a date behind a closing leaves the speech closed. */
export function isBodyText(line: Line): boolean {
  return lengthOf(line) > 30 && !line.isStage
}

/** 感謝大家讓我來講幾句。 — a short line in front, behind a greeting perhaps, opens a speech, whatever it says. */
export function isFirstWord({ body }: SpeechLines, line: Line): boolean {
  if (body.length > GREETINGS) return false
  const isFirst = body.every(isGreeting) || body.find((said) => !isGreeting(said)) === line
  return isFirst && (lengthOf(line) <= 40 || WELCOMED.test(line.tail))
}

/** So many greetings stand before the first word. */
const GREETINGS = 8

/** 向各位的到來表示最衷心的感謝! — in however many words, who thanks so first has not ended. */
const WELCOMED = /(?:表示|致以)[^。,!?]{0,10}(?:感谢|谢意|欢迎)[!。]$/
