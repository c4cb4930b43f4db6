import { closingOf } from './closings.ts'
import { startsWithGreeting } from './constructs/address.ts'
import { callsByOffice, isByline, isKeyedByline, isOfficer } from './constructs/byline.ts'
import { closingAtEnd, isDateLine } from './constructs/closing.ts'
import { introduces, isDated, opensSpeech } from './constructs/opening.ts'
import { instructs, isSiteProse, remarksOnText, tellsOfText } from './constructs/site-prose.ts'
import { endsInGenre } from './constructs/title.ts'
import { findHonoured, isPraiseLabel } from './honoured.ts'
import { isGreeting, isLead, isNamed, isSubtitle, opensSentence, sortLead } from './lead.ts'
import { LETTERS } from './letters.ts'
import { isWholeAddress, type Line, lengthOf, makeLine } from './line.ts'
import type { PostedLines } from './posts.ts'
import { findLetters } from './reading.ts'
import { type Address, readAddress, readFirst, type SalutationLines } from './salutation.ts'
import { findLabels, isLabel, isLikeLabel } from './speaker-label.ts'
import { countNamed, isTitled, takeTitle } from './speech-title.ts'

/** The lines of one speech, before they are told apart. */
export interface SpeechLines {
  bylines: Line[]
  salutation: SalutationLines | undefined
  body: Line[]
  readdresses: Set<Line>
  /** Lines of letters that are read aloud. */
  letters: ReadonlySet<Line>
}

/** What an item holds: the site's notes before each speech, and the speeches. */
export interface ItemPart {
  notes: Line[]
  speech: SpeechLines
}

/** What is known of an item's lines. */
export interface Known {
  /** Whether a line is noise. */
  skip(line: Line): boolean
  /** Lines above what was posted. */
  posts: PostedLines['posts']
  /** Whether the item's words praise people, whose names stand above them. */
  praises: boolean
}

/**
 * Splits the lines of an item into speeches. A new one begins at a speaker label; at a salutation once the speech
 * before has closed or a fresh opening follows; and at a fresh opening behind a closing, where the salutation is lost.
 */
export function splitSpeeches(lines: readonly Line[], { skip, posts, praises }: Known): ItemPart[] {
  const parts: ItemPart[] = []
  let lead: Line[] = []
  let current: SpeechLines | undefined
  let closed = false
  /** Whether the speaker has taken leave. */
  let ended = false
  let at = 0

  const labels = findLabels(lines)
  const honoured = praises ? findHonoured(lines, skip) : NONE
  const letters = findLetters(lines)
  const last = lines.findLast((line) => !skip(line))

  for (; at < lines.length; at++) {
    const line = lines[at] as Line
    if (posts.has(line) && current) end()
    const told = praises && !skip(line) ? toldOf(line, at) : 0
    if (told > 0) {
      if (current?.body.length === 0 && !current.salutation) {
        ;(parts.at(-1) as ItemPart).notes.push(...lines.slice(at, at + told))
      } else {
        end()
        lead.push(...lines.slice(at, at + told))
        if (told > 1) honour(lead.pop() as Line)
      }
      at += told - 1
      continue
    }
    if (honoured.has(line)) {
      end()
      honour(line)
      continue
    }
    const address =
      skip(line) || letters.has(line) || labels.has(line)
        ? undefined
        : (readAddress(lines, at) ?? (isFirst() || isNext(at) ? readFirst(lines, at) : undefined))
    if (
      !address &&
      !labels.has(line) &&
      !letters.has(line) &&
      current?.salutation &&
      (namesAgain(line, current.salutation) ||
        namesHeard(line, current.body.at(-1)) ||
        (!closed && isSpokenTo(line, lines[at + 1])))
    ) {
      current.readdresses.add(line)
      current.body.push(line)
      continue
    }
    const opens = address && opensAt(address, at)
    if (address && opens) {
      greet(address.salutation)
      at += address.salutation.lines.length - 1
      if (!address.alone) take(makeLine(line, address.salutation.end, (lines[at] as Line).to, true))
    } else if (address?.alone && current) {
      for (const part of address.salutation.lines) current.readdresses.add(part)
      current.body.push(...address.salutation.lines)
      at += address.salutation.lines.length - 1
    } else {
      say(line, lines[at + 1])
    }
  }
  while (lead.length > 0) begin()
  return parts

  /** How many lines from one on tell of who is praised: 人物簡介:…    【人物事跡】 and what stands below, 【頒獎詞】 too */
  function toldOf({ head }: Line, at: number): number {
    if (!tellsOfText(`${head}。`)) return 0
    return /[】:]$/.test(head) ? lines.slice(at).findIndex(isPraiseLabel) + 1 : 1
  }

  /** Whether a line like the one above the first address stands above another. */
  function isBelowLabel(body: readonly Line[]): boolean {
    const first = parts[0]?.speech.bylines.at(-1)
    const last = body.at(-1)
    if (!first || !last || body.length < 2 || skip(last) || isDateLine(first.head) !== isDateLine(last.head))
      return false
    // 渡口村村委會 above a day signs with it.
    if (isDateLine(last.head) && !((body.at(-2)?.lastHolds ?? 0) & LETTERS.clauseEnd)) return false
    return isLikeLabel(first, last)
  }

  /** 讀者代表 向桂枝 — among speeches below labels, a name behind a sentence that closes nothing is the next speaker's. */
  function isBelowName(body: readonly Line[]): boolean {
    const [above, last] = body.slice(-2)
    if (
      closed ||
      !above ||
      !last ||
      skip(last) ||
      !parts.some(({ speech }) => speech.bylines.some((line) => isLabel(line)))
    )
      return false
    return (above.lastHolds & LETTERS.clauseEnd) !== 0 && isNamed(last) && isByline(last.head, lengthOf(last))
  }

  /** 校長 柳長青 — below thanks, or the day on which a speech was signed, a name is the next speaker's; 主講人:… always. */
  function isBelowEnd(body: readonly Line[]): boolean {
    const [above, last] = body.slice(-2)
    if (!above || !last || skip(last) || !isNamed(last) || isDateLine(last.head)) return false
    if (closed && (isKeyedByline(last.head) || (isOfficer(last.head) && closingOf(above, true) !== 'wish'))) return true
    return (isDateLine(above.head) || isFarewell(above)) && isByline(last.head, lengthOf(last))
  }

  /** Whether nothing of a speech was read yet. */
  function isFirst(): boolean {
    return current ? current.body.length === 0 && !current.salutation : lead.every(isSilent)
  }

  /** 李師傅: — behind a farewell, above a sentence, whoever is named hears the next speech. */
  function isNext(at: number): boolean {
    const line = lines[at] as Line
    const next = lines[at + 1]
    if (!ended || !next || lengthOf(line) > NAMED || labels.has(line) || KIN.test(line.head)) return false
    return (next.lastHolds & LETTERS.clauseEnd) !== 0
  }

  /** 王小河(鄉人大主席) — behind the end of a speech, a line like the one above the first names who speaks next. */
  function namesNext(line: Line, next: Line | undefined): boolean {
    const first = parts[0]?.speech.bylines.at(-1)
    if (!first || !next || !current || skip(line) || isDateLine(line.head) || isDateLine(first.head)) return false
    const signed = areSigned(first, line)
    const isSure = signed || (isByline(first.head, lengthOf(first)) && isByline(line.head, lengthOf(line)))
    const above = current.body.at(-1)
    // 高一(1)班:邢小麥 / 高一(2)班:柏小舟 — a row of a list that was announced.
    if (above && line.head.includes(':') && (above.lastHolds & LETTERS.colon || isLikeLabel(line, above))) return false
    const isBelowSentence = ((above?.lastHolds ?? 0) & LETTERS.clauseEnd) !== 0
    if (!closed && !(isSure && isBelowSentence)) return false
    const ends = LETTERS.clauseEnd | (signed ? LETTERS.colon : 0)
    const isAboveWords = opensSentence(next) || isKeyedByline(next.head) || (isSure && (next.lastHolds & ends) !== 0)
    return isAboveWords && isLikeLabel(first, line) && isNamed(line)
  }

  /** 茶農代表柳小滿發言稿 — behind the end of a speech, above a sentence, is the title of the next one. */
  function titlesNext(line: Line, next: Line | undefined): boolean {
    if (!current || !closed || !next || skip(line) || line.marker || line.turn > 0 || lengthOf(line) > TITLE)
      return false
    if ((line.lastHolds & LETTERS.clauseEnd) !== 0 || !endsInGenre(line.head)) return false
    return lengthOf(next) > TITLE && (next.lastHolds & LETTERS.clauseEnd) !== 0
  }

  /** Whether a line before the speech is no word of its speaker. */
  function isSilent(line: Line): boolean {
    return (
      skip(line) ||
      line.isStage ||
      isByline(line.head, lengthOf(line)) ||
      isSubtitle(line) ||
      isSiteProse(line.head) ||
      // Who answers may say a word before the speech.
      (posts.size > 0 && (line.lastHolds & LETTERS.colon) !== 0)
    )
  }

  /** Starts a speech with what stood before it. */
  function begin(salutation?: SalutationLines, label?: Line): void {
    if (current && salutation) {
      if ((closed && !isSigned(current.body, skip)) || isTitled(current.body))
        lead = takeTitle(current.body, skip, countNamed(parts[0]?.speech.bylines ?? []))
      if (lead.length === 0 && isBelowEnd(current.body)) lead = current.body.splice(-1)
      if (lead.length === 0 && (isBelowLabel(current.body) || isBelowName(current.body))) {
        lead = takeTitle(current.body, skip, countNamed(parts[0]?.speech.bylines ?? []))
        if (lead.length === 0) lead = current.body.splice(-1)
      }
    }
    // Behind a speech, what stands above the next one is its title.
    const isTitle = current !== undefined && label === undefined
    const { notes, bylines, text: spoken } = sortLead(lead, salutation !== undefined || isTitle, skip)
    current = {
      bylines: label ? [...bylines, label] : bylines,
      salutation,
      body: [],
      readdresses: new Set(),
      letters,
    }
    parts.push({ notes, speech: current })
    lead = []
    closed = false
    ended = false
    for (const [i, line] of spoken.entries()) say(line, spoken[i + 1] ?? lines[at + 1])
  }

  /** Ends the speech that is open, so that what follows is another's. */
  function end(): void {
    if (lead.length > 0 && sortLead(lead, false, skip).text.length > 0) begin()
    current = undefined
    closed = false
  }

  /** Starts the words of praise for somebody. */
  function honour(name: Line): void {
    current = { bylines: [], salutation: undefined, body: [], readdresses: new Set(), letters }
    parts.push({ notes: [...lead, name], speech: current })
    lead = []
    closed = false
    ended = false
  }

  /** Whether an address opens a speech, and does not only address the listeners of one again. */
  function opensAt(address: Address, at: number): boolean {
    if (!current) return isLead(lead, skip, lines[at])
    if (current.body.length === 0 && !current.salutation) return true
    const last = current.body.at(-1)
    // 各位同事,大家好!我是… — behind a farewell, who goes on greets anew.
    if (!address.alone)
      return (
        (ended || (closed && greetsBehind(lines[at] as Line, address)) || isGlued(lines[at] as Line, last, closed)) &&
        (at + 1 < lines.length || last?.embedded === true)
      )
    const next = lines[at + address.salutation.lines.length]
    return (
      closed ||
      callsNext(current, last) ||
      isTitled(current.body) ||
      isBelowLabel(current.body) ||
      (last !== undefined && closingOf(last, true) === 'thanks') ||
      (next !== undefined && current.body.length > 1 && opensSpeech(next.head))
    )
  }

  function greet(salutation: SalutationLines): void {
    if (current && !current.salutation && current.body.length === 1 && current.body.every(isGreeting))
      current.bylines.push(...current.body.splice(0))
    if (current && current.body.length === 0 && !current.salutation) current.salutation = salutation
    else begin(salutation)
  }

  /** 接下來發言的是老兵代表。 — between two speeches, who speaks of nobody present tells what comes next. */
  function tellsOfNext(line: Line, next: Line | undefined): boolean {
    if (!current || !closed || !next || skip(line) || !isImpersonal(line, TOLD) || isLabel(line, next)) return false
    return LEADS.test(line.head) || isWholeAddress(next) || labels.has(next) || isLabel(next) || opensSpeech(next.head)
  }

  /** Whether a line behind a closing reads like the first one of another speech; an address may stand before. */
  function opensAnew({ head, address }: Line, body: readonly Line[]): boolean {
    if (DECLARES_END.test(head)) return false
    if (opensSpeech(head) || (ended && isDated(head))) return true
    if (!address || !(ended || isSigned(body, skip))) return false
    const said = head.slice(address.end).trimStart()
    return isDated(said) || opensSpeech(said)
  }

  /** Puts a line where it belongs, where `next` stands below it. */
  function say(line: Line, next: Line | undefined): void {
    if (namesNext(line, next) || titlesNext(line, next)) begin(undefined, line)
    else if (tellsOfNext(line, next)) honour(line)
    else take(line, next)
  }

  /** Puts a line where it belongs: before a speech, or into the one that is open. */
  function take(line: Line, next?: Line): void {
    if (skip(line)) {
      ;(current?.body ?? lead).push(line)
      return
    }
    if (isLabel(line, next) || labels.has(line) || posts.get(line) === 'label') {
      if (sortLead(lead, false, skip).text.length > 0) begin()
      begin(undefined, line)
      return
    }
    if (
      (closed && (isSiteProse(line.head) || instructs(line.head))) ||
      ((closed || line === last) && remarksOnText(line.head))
    )
      current = undefined
    const leads = LEADS.test(line.head)
    const isTold = (ended || (closed && leads)) && isImpersonal(line, leads ? TOLD : NOTICE)
    if (current && line === last && isTold) {
      honour(line)
      return
    }
    if (!current) {
      lead.push(line)
      if (!isLead(lead, skip, next)) begin()
      return
    }
    // 發言人:池鎮長    題目:把賬曬到牆上
    if (isLabelled(current) && lengthOf(line) <= NAMED * 2 && isKeyedByline(line.head)) {
      current.bylines.push(line)
      return
    }
    const isOpening =
      lengthOf(line) > 16 ||
      startsWithGreeting(line.head) ||
      (ended && current.body.length > 2 && introduces(line.head))
    if (
      isOpening &&
      (closed || isOver(line, current, skip)) &&
      opensAnew(line, current.body) &&
      !closesAgain(line, line === last)
    ) {
      lead = takeTitle(current.body, skip, countNamed(parts[0]?.speech.bylines ?? []))
      begin()
    }
    current.body.push(line)
    if (letters.has(line)) return
    ended = (isFarewell(line) && !isFirstWord(current, line)) || (ended && !isBodyText(line))
    closed = ((closes(line) || signs(line, current)) && !isFirstWord(current, line)) || (closed && !isBodyText(line))
  }
}

/** 我這個人話少,謝謝大家選我! — below thanks of any words, or a day or name that signs, what meets today opens another speech. */
function isOver({ head }: Line, { body }: SpeechLines, skip: (line: Line) => boolean): boolean {
  const last = body.at(-1)
  if (!last || body.length < 3) return false
  const thanks = (last.tailHolds & LETTERS.thanks) !== 0
  if ((!thanks && lengthOf(last) > SIGNATURE) || !isDated(head)) return false
  return isSigned(body, skip) || (thanks && closingOf(last, true) === 'thanks')
}

const SIGNATURE = 24

/** Whether nothing but who speaks is known of a speech. */
function isLabelled({ bylines, salutation, body }: SpeechLines): boolean {
  return bylines.length > 0 && !salutation && body.length === 0
}

/** 現在,我宣布,儀式到此結束。 — the host's last words behind thanks of his own. */
const DECLARES_END = /^[^。!?]{0,8}宣布(?!.*(?:开始|开幕))/

function closes(line: Line): boolean {
  if (line.turn > 0 || line.marker || line.isStage) return false
  return closingOf(line) !== undefined
}

/** 2020年7月8日 — the day on which a speech was signed; not one of a paper that it reads aloud. */
function signs({ head }: Line, { body }: SpeechLines): boolean {
  return isDateLine(head) && !body.some(({ lastHolds }) => lastHolds & LETTERS.colon)
}

/** 各位領導,大家好!… — an address with a greeting behind it. */
function greetsBehind({ head, start }: Line, { salutation }: Address): boolean {
  return GREETED.test(head.slice(0, salutation.end - start + 8))
}

const GREETED = /好[!,。]$|好[!,。].{0,7}$/

/** Both name a speaker and an office, or both a speech: 李大山(村民代表)    村民代表李大山發言 */
function areSigned(first: Line, line: Line): boolean {
  return [first, line].every(({ head }) => SIGNED.test(head)) || [first, line].every(({ head }) => endsInGenre(head))
}

const SIGNED = /^[一-龥·]{2,4}\([^()]{2,24}\)$/

/** Whether the words of a speech end with the day on which it was signed, or with who swore them. */
function isSigned(body: readonly Line[], skip: (line: Line) => boolean): boolean {
  const last = body.findLast((line) => !skip(line) && !line.isStage)
  return last !== undefined && (isDateLine(last.head) || /^(?:宣誓|承诺|立誓|倡议)人:/.test(last.head))
}

const NONE: ReadonlySet<Line> = new Set()

/** 感謝大家讓我來講幾句。 — a short line in front, behind a greeting perhaps, opens a speech, whatever it says. */
function isFirstWord({ body }: SpeechLines, line: Line): boolean {
  return lengthOf(line) <= 40 && (body.every(isGreeting) || body.find((said) => !isGreeting(said)) === line)
}

/** 樓掌櫃: — a line that addresses one of those whom the speech has addressed above. */
function namesAgain(line: Line, { lines }: SalutationLines): boolean {
  if (!(line.lastHolds & LETTERS.colon) || lengthOf(line) > NAMED || lengthOf(line) < 3) return false
  return (line.turn === 0 && KIN.test(line.head)) || lines.some(({ head }) => head.includes(line.head.slice(0, -1)))
}

/** 寫這一類發言稿,最好從一件小事講起。 — behind the farewell, a full sentence that speaks of nobody here is no speaker's. */
function isImpersonal(line: Line, least: number): boolean {
  return (
    lengthOf(line) > least && /[。:]$/.test(line.tail) && !HERE.test(line.head + line.tail) && !closingOf(line, true)
  )
}

const NOTICE = 40
/** 接着看第二篇,出自一位樓長。    老兵講完,家長代表走到船頭。 */
const LEADS = /^(?:接下来|下面|最后|下一)[^,]{0,3}(?:[篇位]|发言|讲话)|第[二三四五六七八九]篇|[讲说听念]完|[讲说]了几句/
const TOLD = 12
const HERE = /[我你您咱愿!]|祝(?![酒贺]词)|大家|同[志学]|各位|[今现]在?天|请/

/** 小滿: — below a line that has called the same name: …小滿,今天我把它轉給你。 */
function namesHeard({ head, turn }: Line, above: Line | undefined): boolean {
  if (turn > 0 || !above || !/^[一-龥]{2,4}:$/.test(head)) return false
  return new RegExp(`(?:^|[。!?])${head.slice(0, -1)},`).test(above.head)
}

/** 梁校長: — a name and an office, above words to one person: 從今天起,這個家就交給你了。 */
function isSpokenTo({ head, turn, start, end, lastHolds }: Line, next: Line | undefined): boolean {
  if (turn > 0 || end - start > OFFICE || !(lastHolds & LETTERS.colon) || !next || next.turn > 0) return false
  return callsByOffice(head) && /(?<!迷)[你您](?!们)/.test(next.head)
}

const OFFICE = 8
/** 主持人:…有請祝老先生。 — whoever is addressed behind the host's call hears another speaker. */
function callsNext({ bylines }: SpeechLines, last: Line | undefined): boolean {
  return last?.turn === 0 && bylines.some(({ head }) => head.startsWith('主持')) && CALLED.test(last.tail)
}

const CALLED =
  /(?:^|[。!?,])(?:[^。!?,]{0,8}掌声,?|下面|现在)?(?:有请[^。!?,]{1,20}|请[^。!?,]{2,20}(?:讲话|发言|致[辞词]))[。!]$/

/** …謝謝大家!各位鄉親:我是… — in one line with thanks, or with another closing, before it. */
function isGlued({ embedded, address }: Line, last: Line | undefined, closed: boolean): boolean {
  if (address?.mark !== ':' || last === undefined || !(embedded || last.embedded)) return false
  return closed || closingAtEnd(last.tail) === 'thanks'
}

const NAMED = 16
/** The title of a speech within an item has at most so many units. */
const TITLE = 24
/** 爸爸媽媽:    親愛的: — whom only one who speaks names so. */
const KIN =
  /^(?:我?(?:最?亲爱|敬爱)的(?:[一-龥]{0,4})|(?:我的)?(?:爸爸?、?妈妈?|爷爷、?奶奶|外公、?外婆|叔叔、?阿姨|岳父、?岳母|父亲、?母亲|公公、?婆婆|哥哥、?姐姐|弟弟、?妹妹)|[一二两三四五六七八九十\d]{1,3}位[一-龥]{2,4}):$/

/** 謝謝大家! — thanks or a word of the end, and no more. */
function isFarewell(line: Line): boolean {
  if (lengthOf(line) > FAREWELL || line.turn > 0 || line.marker) return false
  const kind = closingOf(line)
  return kind === 'thanks' || kind === 'completion'
}

const FAREWELL = 24

/** What is said behind the end is one more closing, where it is no thanks that a speech may open with. */
function closesAgain(line: Line, isLast: boolean): boolean {
  const kind = closingOf(line, true)
  return kind !== undefined && (isLast || kind !== 'thanks' || lengthOf(line) <= FAREWELL)
}

/** A stage direction, a name or a date behind a closing leaves the speech closed. */
function isBodyText(line: Line): boolean {
  return lengthOf(line) > 30 && !line.isStage
}
