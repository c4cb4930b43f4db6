import { startsWithGreeting } from '../constructs/address.ts'
import { callsByOffice } from '../constructs/byline.ts'
import { closingAtEnd } from '../constructs/closing.ts'
import { introduces } from '../constructs/opening.ts'
import { LETTERS } from '../letters.ts'
import { type Line, lengthOf } from '../line.ts'
import type { Address, SalutationLines } from '../salutation.ts'
import { LISTENERS, type SpeechLines } from './lines.ts'

/**
 * Whether the hosts of a script address and greet the listeners only now, behind some verses.
 *
 *     甲:有人說,相逢是一首歌。
 *     甲:敬愛的老師們,
 *     乙:親愛的同學們,
 *     合:大家晚上好!
 */
export function isBelowPrelude({ salutation, alone }: Address, speech: SpeechLines, next: Line | undefined): boolean {
  if (!alone || salutation.lines.length < 2 || !next || speech.salutation || speech.body.length > PRELUDE) return false
  // ABCD:大家晚上好!
  const greeting = next.head.slice(next.turn > 0 ? next.turn : next.head.indexOf(':') + 1)
  if (!salutation.lines.every(({ turn }) => turn > 0) || !startsWithGreeting(greeting)) return false
  return speech.body.length > 0 && speech.body.every(({ turn, isStage }) => turn > 0 || isStage)
}

/** Before they address anybody, hosts say at most so many lines. */
const PRELUDE = 12

/** 各位領導,大家好!…    親愛的小朋友們:我是校醫室的舒阿姨,… — an address with a greeting, or who speaks, behind it. */
export function meetsBehind({ head, start }: Line, { salutation }: Address): boolean {
  const end = salutation.end - start
  return GREETED.test(head.slice(0, end + 8)) || introduces(head.slice(end).trimStart())
}

const GREETED = /好[!,。]$|好[!,。].{0,7}$/

/** 樓掌櫃: — a line that addresses one of those whom the speech has addressed above. */
export function namesAgain(line: Line, { lines }: SalutationLines): boolean {
  if (!(line.lastHolds & LETTERS.colon) || lengthOf(line) > NAMED || lengthOf(line) < 3) return false
  return (line.turn === 0 && KIN.test(line.head)) || lines.some(({ head }) => head.includes(line.head.slice(0, -1)))
}

/** 沒有戴眼鏡的同學們: — behind 戴眼鏡的同學們: */
export function callsOthers(line: Line, called: ReadonlySet<string>): boolean {
  if (line.turn > 0 || !(line.lastHolds & LETTERS.colon) || lengthOf(line) > NAMED) return false
  return /[一-龥]{2}们:$/.test(line.head) && called.has(line.head.slice(-LISTENERS))
}

/** 小滿: — below a line that has called the same name: …小滿,今天我把它轉給你。 */
export function namesHeard(line: Line, above: Line | undefined): boolean {
  if (line.turn > 0 || !above || !(line.lastHolds & LETTERS.colon) || !/^[一-龥]{2,4}:$/.test(line.head)) return false
  return new RegExp(`(?:^|[。!?])${line.head.slice(0, -1)},`).test(above.head)
}

/** 梁校長: — a name and an office, above words to one person: 從今天起,這個家就交給你了。 */
export function isSpokenTo(line: Line, next: Line | undefined): boolean {
  if (line.turn > 0 || lengthOf(line) > OFFICE || !(line.lastHolds & LETTERS.colon) || !next || next.turn > 0)
    return false
  return callsByOffice(line.head) && /(?<!迷)[你您](?!们)/.test(next.head)
}

const OFFICE = 8

/** 主持人:…有請祝老先生。 — whoever is addressed behind the host's call hears another speaker. */
export function callsNext({ bylines }: SpeechLines, last: Line | undefined): boolean {
  return last?.turn === 0 && bylines.some(({ head }) => head.startsWith('主持')) && CALLED.test(last.tail)
}

const CALLED =
  /(?:^|[。!?,])(?:[^。!?,]{0,8}掌声,?|下面|现在)?(?:有请[^。!?,]{1,20}|请[^。!?,]{2,20}(?:讲话|发言|致[辞词]))[。!]$/

/** …謝謝大家!各位鄉親:我是… — in one line with thanks, or with another closing, before it. */
export function isGlued({ embedded, address }: Line, last: Line | undefined, closed: boolean): boolean {
  if (address?.mark !== ':' || last === undefined || !(embedded || last.embedded)) return false
  return closed || closingAtEnd(last.tail) === 'thanks'
}

export const NAMED = 16

/** 爸爸媽媽:    親愛的: — whom only one who speaks names so. */
export const KIN =
  /^(?:我?(?:最?亲爱|敬爱)的(?:[一-龥]{0,4})|(?:我的)?(?:爸爸?、?妈妈?|爷爷、?奶奶|外公、?外婆|叔叔、?阿姨|岳父、?岳母|父亲、?母亲|公公、?婆婆|哥哥、?姐姐|弟弟、?妹妹)|(?:我的)?(?:儿子|女儿|闺女|孩子们?|宝贝)|[一二两三四五六七八九十\d]{1,3}位[一-龥]{2,4}):$/
