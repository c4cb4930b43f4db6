import { closingOf } from './closings.ts'
import { startsWithGreeting } from './constructs/address.ts'
import { isByline, isKeyedByline, isNamedInBrackets, isOfficer, namesAwarded } from './constructs/byline.ts'
import { isDateLine, isSignature } from './constructs/closing.ts'
import { introduces, isDated, opensSpeech } from './constructs/opening.ts'
import { instructs, isSiteProse, remarksOnText, tellsOfText } from './constructs/site-prose.ts'
import { givesSpeech, namesSpeakerOfRecord, SPEAKER } from './constructs/speaker.ts'
import { endsInGenre } from './constructs/title.ts'
import { findHonoured, isPraiseLabel } from './honoured.ts'
import { isGreeting, isLead, isNamed, isSubtitle, opensSentence, sortLead } from './lead.ts'
import { LETTERS } from './letters.ts'
import { isWholeAddress, type Line, lengthOf, makeLine } from './line.ts'
import type { PostedLines } from './posts.ts'
import { findLetters } from './reading.ts'
import { type Address, readAddress, readFirst, type SalutationLines } from './salutation.ts'
import { findLabels, isBox, isLabel, isLikeLabel } from './speaker-label.ts'
import {
  closes,
  closesAgain,
  DECLARES_END,
  isBodyText,
  isFarewell,
  isFirstWord,
  isOver,
  isSigned,
  signs,
} from './speech/end.ts'
import {
  callsNext,
  callsOthers,
  isBelowPrelude,
  isGlued,
  isSpokenTo,
  KIN,
  meetsBehind,
  NAMED,
  namesAgain,
  namesHeard,
} from './speech/heard.ts'
import { isLabelled, isUnbegun, readdress, type SpeechLines } from './speech/lines.ts'
import { countNamed, isTitled, takeTitle } from './speech/title.ts'

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
  /** What comments on the speech above. */
  remarks: PostedLines['remarks']
  /** Whether the item's words praise people, whose names stand above them. */
  praises: boolean
}

/**
 * Splits the lines of an item into speeches. A new one begins at a speaker label; at a salutation once the speech
 * before has closed or a fresh opening follows; and at a fresh opening behind a closing, where the salutation is lost.
 */
export function splitSpeeches(lines: readonly Line[], { skip, posts, remarks, praises }: Known): ItemPart[] {
  const parts: ItemPart[] = []
  let lead: Line[] = []
  let current: SpeechLines | undefined
  let closed = false
  /** Whether the speaker has taken leave. */
  let ended = false
  /** Whether somebody who speaks was named above a speech. */
  let isRecord = false
  /** Whether a speech stands below a label that tells who speaks. */
  let hasLabels = false
  let at = 0
  let praiseLabel = 0

  const labels = findLabels(lines)
  const honoured = praises ? findHonoured(lines, skip) : NONE
  const letters = findLetters(lines)
  const isMeeting = countSpeakers(lines) > 1
  const last = lines.findLast((line) => !skip(line))

  for (; at < lines.length; at++) {
    const line = lines[at] as Line
    if (posts.has(line) && current) end()
    if (remarks.has(line)) {
      end()
      honour(line)
      current = undefined
      continue
    }
    const told = praises && !skip(line) ? toldOf(line, at) : 0
    if (told > 0) {
      if (current && isUnbegun(current)) {
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
        callsOthers(line, current.called) ||
        namesHeard(line, current.body.at(-1)) ||
        (!closed && isSpokenTo(line, lines[at + 1])))
    ) {
      readdress(current, line)
      current.body.push(line)
      continue
    }
    if (address && current && isBelowPrelude(address, current, lines[at + address.salutation.lines.length])) {
      current.bylines.push(...current.body.splice(0))
      current.salutation = address.salutation
      at += address.salutation.lines.length - 1
      continue
    }
    const opens = address && opensAt(address, at)
    if (address && opens) {
      greet(address.salutation)
      at += address.salutation.lines.length - 1
      if (!address.alone) take(makeLine(line, address.salutation.end, (lines[at] as Line).to, true))
    } else if (address?.alone && current) {
      for (const part of address.salutation.lines) readdress(current, part)
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
    if (!/[】:]$/.test(head)) return 1
    const label = praiseLabelFrom(at)
    return label < lines.length ? label - at + 1 : 0
  }

  /** Where the next label of a praise stands; asked for ever later lines, it looks at each line once. */
  function praiseLabelFrom(from: number): number {
    praiseLabel = Math.max(praiseLabel, from)
    while (praiseLabel < lines.length && !isPraiseLabel(lines[praiseLabel] as Line)) praiseLabel++
    return praiseLabel
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
    if (!hasLabels || closed || !above || !last || skip(last)) return false
    const isName = isNamed(last) || isNamedInBrackets(last.head)
    return (above.lastHolds & LETTERS.clauseEnd) !== 0 && isName && isByline(last.head, lengthOf(last))
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
    return current ? isUnbegun(current) : lead.every(isSilent)
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
    if (!next || !current || skip(line) || letters.has(line) || closingOf(line) || isDateLine(line.head)) return false
    // 司機 常大河 / 他開了三十年的車。 — who is told of does not speak.
    if (/^[他她]/.test(next.head)) return false
    if (isRecord && isBetween(line, current.body, next)) return true
    const first = parts[0]?.speech.bylines.at(-1)
    if (!first || isDateLine(first.head)) return false
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

  /** 尤滿倉(種茶大戶) — where more are named below, who is named above a sentence speaks first. */
  function namesFirst(line: Line, next: Line | undefined): boolean {
    if (current || !isMeeting || !next || !(next.lastHolds & LETTERS.clauseEnd)) return false
    return namesSpeaker(line) && !skip(next) && !isSiteProse(next.head) && !tellsOfText(next.head)
  }

  /** 石秀蓮(渡口分隊隊長) — in a record, who speaks next stands between the words of two. */
  function isBetween(line: Line, body: readonly Line[], next: Line): boolean {
    if (!namesSpeaker(line)) return false
    const above = body.findLast((said) => !skip(said))
    if (!above) return false
    // 想念大家的 阿桐 / 財務顧小姐報告
    const isSignedAbove = givesSpeech(line.head) && isSignature(above.head)
    if (
      !isSignedAbove &&
      !above.isStage &&
      !isDateLine(above.head) &&
      !/[。!?…”~]$/.test(above.tail) &&
      !closingOf(above, true)
    )
      return false
    // ——在啟用典禮上
    if (/^—/.test(next.head)) return true
    return next.isStage || (next.lastHolds & (LETTERS.clauseEnd | LETTERS.colon)) !== 0 || next.address !== undefined
  }

  /** 茶農代表柳小滿發言稿 — behind the end of a speech, above a sentence, is the title of the next one. */
  function titlesNext(line: Line, next: Line | undefined): boolean {
    if (!current || !closed || !next || skip(line) || line.marker || line.turn > 0 || lengthOf(line) > TITLE)
      return false
    if (SPEAKS.test(line.head)) return next.address !== undefined || (next.lastHolds & LETTERS.clauseEnd) !== 0
    if ((line.lastHolds & LETTERS.clauseEnd) !== 0 || !endsInGenre(line.head)) return false
    return lengthOf(next) > TITLE && (next.lastHolds & LETTERS.clauseEnd) !== 0
  }

  /** Whether a line before the speech is no word of its speaker. */
  function isSilent(line: Line): boolean {
    return (
      skip(line) ||
      line.isStage ||
      isByline(line.head, lengthOf(line)) ||
      namesSpeakerOfRecord(line.head) ||
      isSubtitle(line) ||
      isSiteProse(line.head) ||
      tellsOfText(line.head) ||
      (isBox(line) && !isLabel(line)) ||
      // Who answers may say a word before the speech.
      (posts.size > 0 && (line.lastHolds & LETTERS.colon) !== 0)
    )
  }

  /** The title of the speech to come, taken from the end of the one before. */
  function titleIn(body: Line[]): Line[] {
    return takeTitle(body, skip, countNamed(parts[0]?.speech.bylines ?? []))
  }

  /** Starts a speech with what stood before it. */
  function begin(salutation?: SalutationLines, label?: Line): void {
    if (current && salutation) {
      if ((closed && !isSigned(current.body, skip)) || isTitled(current.body)) lead = titleIn(current.body)
      if (lead.length === 0 && isBelowEnd(current.body)) lead = current.body.splice(-1)
      if (lead.length === 0 && (isBelowLabel(current.body) || isBelowName(current.body))) {
        lead = titleIn(current.body)
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
      called: new Set(),
      letters,
    }
    parts.push({ notes, speech: current })
    hasLabels ||= current.bylines.some((line) => labels.has(line) || isLabel(line))
    isRecord ||= hasLabels || current.bylines.some((line) => namesSpeakerOfRecord(line.head))
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
    current = { bylines: [], salutation: undefined, body: [], readdresses: new Set(), called: new Set(), letters }
    parts.push({ notes: [...lead, name], speech: current })
    lead = []
    closed = false
    ended = false
  }

  /** Whether an address opens a speech, and does not only address the listeners of one again. */
  function opensAt(address: Address, at: number): boolean {
    if (!current) return isLead(lead, skip, lines[at])
    if (isUnbegun(current)) return true
    const last = current.body.at(-1)
    // 各位同事,大家好!我是… — behind a farewell, who goes on greets anew.
    if (!address.alone)
      return (
        (ended || (closed && meetsBehind(lines[at] as Line, address)) || isGlued(lines[at] as Line, last, closed)) &&
        (at + 1 < lines.length || last?.embedded === true)
      )
    const next = lines[at + address.salutation.lines.length]
    return (
      closed ||
      callsNext(current, last) ||
      isTitled(current.body) ||
      isBelowLabel(current.body) ||
      isBelowName(current.body) ||
      (last !== undefined && closingOf(last, true) === 'thanks') ||
      // 各位代表: / 我是供銷社的女兒。 — who is called as above, and told who speaks, is told more.
      (next !== undefined &&
        current.body.length > 1 &&
        opensSpeech(next.head) &&
        !(/^我是/.test(next.head) && callsAgain(address, current)))
    )
  }

  function greet(salutation: SalutationLines): void {
    if (current && !current.salutation && current.body.length === 1 && current.body.every(isGreeting))
      current.bylines.push(...current.body.splice(0))
    if (current && isUnbegun(current)) current.salutation = salutation
    else begin(salutation)
  }

  /** 接下來發言的是老兵代表。 — between two speeches, who speaks of nobody present tells what comes next. */
  function tellsOfNext(line: Line, next: Line | undefined): boolean {
    if (!current || !closed || !next || skip(line) || isLabel(line, next)) return false
    if (!isImpersonal(line, TOLD) && !NEXT_PIECE.test(line.head)) return false
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
    if (isRecord && next && (next.isStage || isLabel(next) || labels.has(next)) && namesAwarded(line.head)) {
      begin(undefined, line)
      return
    }
    if (isLabel(line, next) || labels.has(line) || posts.get(line) === 'label' || namesFirst(line, next)) {
      if (sortLead(lead, false, skip).text.length > 0) begin()
      if (current && isAwaiting(current)) current.bylines.push(...current.body.splice(0), line)
      else begin(undefined, line)
      return
    }
    if (
      (closed && (isSiteProse(line.head) || instructs(line.head))) ||
      ((closed || line === last) && remarksOnText(line.head))
    )
      current = undefined
    const leads = (closed || ended) && LEADS.test(line.head)
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
    // 第二篇是駐村幹部的發言: / 鄉團委書記 蒲小滿 / 各位領導:
    // 【小讀者發言】 / 三(2)班 雲朵 / 我今年九歲,…
    const mayName = next?.address || (next && isLabelled(current) && opensSentence(next) && SPACED.test(line.head))
    if (isUnbegun(current) && mayName && isNamed(line)) {
      current.bylines.push(line)
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
      lead = titleIn(current.body)
      begin()
    }
    current.body.push(line)
    if (letters.has(line)) return
    ended = (isFarewell(line) && !isFirstWord(current, line)) || (ended && !isBodyText(line))
    closed = ((closes(line) || signs(line, current)) && !isFirstWord(current, line)) || (closed && !isBodyText(line))
  }
}

/** Both name a speaker and an office, or both a speech: 李大山(村民代表)    村民代表李大山發言 */
function areSigned(first: Line, line: Line): boolean {
  return [first, line].every(({ head }) => SIGNED.test(head)) || [first, line].every(({ head }) => endsInGenre(head))
}

/** Whether nobody is addressed whom the speech has not addressed above: 各位代表、同志們: and 各位代表: */
function callsAgain({ salutation }: Address, { salutation: above }: SpeechLines): boolean {
  const called = salutation.lines.length === 1 ? salutation.lines[0]?.head.slice(0, -1) : undefined
  return called !== undefined && above?.lines.length === 1 && (above.lines[0] as Line).head.includes(called)
}

/**
 * Whether only who is given an award was named yet, above the label of the words for him.
 *
 *     【第二位獲獎者:送水工 小石】
 *     (播放短片)
 *     【頒獎詞】
 */
function isAwaiting({ bylines, body, salutation }: SpeechLines): boolean {
  return (
    bylines.length === 1 &&
    !salutation &&
    body.every(({ isStage }) => isStage) &&
    namesAwarded((bylines[0] as Line).head)
  )
}

function namesSpeaker(line: Line): boolean {
  return !line.marker && line.turn === 0 && lengthOf(line) <= SPEAKER && namesSpeakerOfRecord(line.head)
}

/** How many lines name who speaks, above words or an address. */
function countSpeakers(lines: readonly Line[]): number {
  const isAbove = (next: Line | undefined) =>
    next !== undefined && (next.lastHolds & (LETTERS.clauseEnd | LETTERS.colon)) !== 0
  return lines.filter((line, at) => isAbove(lines[at + 1]) && namesSpeaker(line)).length
}

const SIGNED = /^[一-龥·]{2,4}\([^()]{2,24}\)$/

const NONE: ReadonlySet<Line> = new Set()

/** 寫這一類發言稿,最好從一件小事講起。 — behind the farewell, a full sentence that speaks of nobody here is no speaker's. */
function isImpersonal(line: Line, least: number): boolean {
  return (
    lengthOf(line) > least && /[。:]$/.test(line.tail) && !HERE.test(line.head + line.tail) && !closingOf(line, true)
  )
}

/** 新娘答謝(譚月圓)    來賓代表致辭 村主任 牛守田 */
const SPEAKS = /^[一-龥]{2,8}(?:致[辞词谢]|发言|讲话|答谢|感言)(?:\([一-龥]{2,8}\)| [一-龥]{2,12}(?: [一-龥]{2,4})?)$/

const NOTICE = 40

/** 接着看第二篇,出自一位樓長。    老兵講完,家長代表走到船頭。 */
const LEADS = /^(?:接下来|下面|最后|下一)[^,]{0,3}(?:[篇位]|发言|讲话)|第[二三四五六七八九]篇|[讲说听念]完|[讲说]了几句/

/** 第二篇稍微長一點,適合高年級同學: — what the site says of the next piece, whoever is named. */
const NEXT_PIECE = /^[^。,我你您咱]{0,4}第[二三四五六七八九十]篇[^。!?我你您咱]{4,}:$/

const TOLD = 12

const HERE = /[我你您咱愿!]|祝(?![酒贺]词)|大家|同[志学]|各位|[今现]在?天|请/

/** Where somebody belongs and his name, set off by a blank. */
const SPACED = /^[^ ]{2,20} +[一-龥](?: ?[一-龥·]){1,4}$/

/** The title of a speech within an item has at most so many units. */
const TITLE = 24
