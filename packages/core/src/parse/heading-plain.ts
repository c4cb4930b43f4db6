import { closingOf } from './closings.ts'
import { addressesInEnglish } from './constructs/address.ts'
import { isByline } from './constructs/byline.ts'
import { isDateLine } from './constructs/closing.ts'
import { startsInEnglish } from './constructs/closing-english.ts'
import { isHeaderLine } from './constructs/field.ts'
import { isSiteProse, tellsOfText } from './constructs/site-prose.ts'
import { givesSpeech } from './constructs/speaker.ts'
import { endsInGenre, isGenre, isTitleLike, sameTitle } from './constructs/title.ts'
import type { Candidate } from './heading-group.ts'
import { holdsText, isSpoken } from './heading-score.ts'
import { isPraiseLabel, namesPraise } from './honoured.ts'
import { isEnglishTitle } from './latin-title.ts'
import { opensSentence } from './lead.ts'
import { LETTERS } from './letters.ts'
import { HEAD, isWholeAddress, type Line, lengthOf } from './line.ts'
import { parseNumeral } from './numeral.ts'

/**
 * Headings without a number, on pages that announce several pieces: the parts of an evening that the page's title
 * names, or titles that each stand right above an address.
 *
 *     年會主持詞(開場白、串詞、結束語)
 *     開場白
 */
export function findPlain(lines: readonly Line[]): readonly Candidate[] {
  const listed = findListed(lines)
  if (listed.length > 0) return listed
  const parts = findParts(lines)
  if (parts.length > 0) return parts
  const praised = findPraised(lines)
  if (praised.length > 0) return praised
  const titles = findTitles(lines)
  if (titles.length > 0) return titles
  const papers = findSigned(lines)
  return papers.length > 0 ? papers : findAkin(lines)
}

/**
 * Titles that a table of contents on top of the page lists, where they come again above speeches.
 *
 *     目錄
 *     1.支部書記講黨課 2
 *     2.村會計算賬 5
 *     支部書記講黨課
 */
function findListed(lines: readonly Line[]): readonly Candidate[] {
  const at = lines.slice(0, TOP_CONTENTS).findIndex(({ head }) => CONTENTS.test(head))
  if (at === -1) return []
  const listed = new Set<string>()
  let from = at + 1
  for (; from < Math.min(lines.length, at + ENTRIES); from++) {
    const line = lines[from] as Line
    const entry = withoutFigure(line)
    if (line.address || lengthOf(line) > TITLE * 2 || listed.has(entry)) break
    listed.add(entry)
  }
  const titles = lines.flatMap((line, index) =>
    index >= from && listed.delete(line.head) ? [candidate(line, index, index, '')] : [],
  )
  const spoken = titles.filter(({ index }) => lines.slice(index + 1, index + ABOVE).some(({ address }) => address))
  return spoken.length > 1 ? titles : []
}

/** What a table of contents lists, without its number and the page it stands on: 1.支部書記講黨課 2 */
export function withoutFigure({ head, marker }: Line): string {
  return head.slice(marker?.rest ?? 0).replace(/[ .…·]+\d{1,3}$/, '')
}

const CONTENTS = /^[^。,;!?:]{0,16}目 ?录:?$/
/** A table of contents stands in so many lines from the top, and has at most so many lines. */
const TOP_CONTENTS = 12
const ENTRIES = 40
/** Between a title and its address stand who speaks, where and when. */
const ABOVE = 6

/** A line that may be a part of an evening has at most so many units. */
const PART_LIMIT = 28
const PART_NAME =
  '开场白|开场词|串场词|串词|串联词|结束语|结束词|闭场词|(?:开幕|闭幕|欢迎|欢送|送别|告别|迎宾|答谢|祝酒|颁奖)[词辞]'
const PART_NAMES = new RegExp(PART_NAME, 'g')
const PART = new RegExp(`^[【(]?(?<of>[^。,;!?:、【】()]{0,20}?)(?<name>${PART_NAME})[】)]?:?$`)

/** The parts that the page's title names, where at least two stand on lines of their own, each above its text. */
function findParts(lines: readonly Line[]): readonly Candidate[] {
  const parts: Candidate[] = []
  let named: ReadonlySet<string> | undefined
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line
    if (!named && isSpoken(line)) return []
    if (lengthOf(line) > PART_LIMIT || line.marker || line.turn > 0) continue
    const { of = '', name } = PART.exec(line.head)?.groups ?? {}
    if (!name || partsIn(line).size > 1) continue
    named ??= partsNamed(lines.slice(0, index))
    if (!named.has(name)) return []
    if (parts.length === 0 || parts[0]?.key === of) parts.push(candidate(line, index, [...named].indexOf(name) + 1, of))
  }
  const isAbove = ({ index }: Candidate, i: number) => holdsText(lines, index + 1, parts[i + 1]?.index ?? lines.length)
  return parts.length > 1 && parts.every(isAbove) ? parts : []
}

/** Which parts the lines above the first name, where one of them names two at least. */
function partsNamed(front: readonly Line[]): ReadonlySet<string> {
  return front.map(partsIn).find(({ size }) => size > 1) ?? new Set()
}

function partsIn({ head }: Line): ReadonlySet<string> {
  return new Set(head.match(PART_NAMES))
}

/**
 * Words of praise, each below the name of who is given them, and what else the evening has.
 *
 *     夜班測溫組
 *     集體簡介:成員七人。
 *     頒獎詞:混凝土也會發燒。
 */
function findPraised(lines: readonly Line[]): readonly Candidate[] {
  const title = lines.slice(0, TOP).findIndex(({ head }) => namesPraise(head))
  if (title === -1) return []
  const names: Candidate[] = []
  let praised = 0
  for (let index = title + 1; index < lines.length - 1; index++) {
    const line = lines[index] as Line
    if (lengthOf(line) > PART_LIMIT || line.turn > 0 || line.isStage) continue
    const { marker } = line
    const name = line.head.slice(marker?.rest ?? 0)
    const isName = NAME.test(name) && !isHeaderLine(name) && tellsOfName(lines[index + 1] as Line)
    if (!isName && (PART.exec(line.head)?.groups?.of !== '' || isPraiseLabel(line))) continue
    if (names.length > 0 && (names.at(-1)?.index === index - 1 || !isFinished(lines[index - 1]))) continue
    if (isName) praised++
    const plain = candidate(line, index, marker?.ordinal ?? names.length + 1, '')
    names.push(marker ? { ...plain, form: 'numbered' } : plain)
  }
  return praised > 1 ? names : []
}

/** 夜班測溫組    自強少年:路遠    最佳服務獎: */
const NAME = /^[^。,;!?:]+(?:(?<=奖):|:[^。,;!?:]{2,12})?$/

/** 人物簡介:…    獲獎者:…    【頒獎詞】 — what stands below such a name. */
function tellsOfName({ head }: Line): boolean {
  return tellsOfText(`${head}。`) || /^[【[]?[颁授致推表获].(?:[词辞人者]|理由)[】\]:]/.test(head)
}

/** 3篇    中英文    彙編    發言摘登 */
const SEVERAL =
  /(\d{1,3}|[一二两三四五六七八九十]{1,3}) ?[篇则份]|中英|双语|合集|集锦|汇编|汇总|大全|多篇|几篇|(?:发言|讲话|交流|经验)(?:摘[登要编]|选[登编]|材料)/

/** Titles that differ, each right above an address; the first address of the page is below the first of them. */
function findTitles(lines: readonly Line[]): readonly Candidate[] {
  const titles: Candidate[] = []
  let announced: Line | undefined
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line
    if (!line.address && !(announced && isEnglishAddress(line))) {
      if (titles.length === 0 && !announced && announcesSeveral(line)) announced = line
      continue
    }
    if (!announced) return []
    const at = titleAbove(lines, index)
    const title = at === undefined ? undefined : lines[at]
    if (title && title !== announced && at !== undefined && !sameTitle(title.head, announced.head)) {
      if (titles.length === 0 || isFinished(lines[at - 1])) titles.push(candidate(title, at, titles.length + 1, ''))
    } else if (titles.length === 0) return []
  }
  return new Set(titles.map(({ stem }) => stem)).size > 1 && !areSpeakers(titles) ? titles : []
}

/** 校監麥瑞芝女士致辭 — where all titles name somebody who speaks at one event, they are no titles. */
function areSpeakers(titles: readonly Candidate[]): boolean {
  return titles.every(({ stem }) => givesSpeech(stem)) && titles.some(({ stem }) => NAMES_SOMEBODY.test(stem))
}

const NAMES_SOMEBODY = /(?:先生|女士|小姐|同志|太太)[^在]{0,8}$/

/**
 * The papers of a conference, each below a title of its own and the name of who gives it.
 *
 *     守住一條渠
 *     雲溪鎮人民政府 曲懷遠
 *     各位領導:
 */
function findSigned(lines: readonly Line[]): readonly Candidate[] {
  const announced = lines.slice(0, ANNOUNCED).findIndex(announcesSeveral)
  if (announced === -1) return []
  const titles: Candidate[] = []
  for (let index = announced + 1; index < lines.length - 1; index++) {
    const line = lines[index] as Line
    if (lengthOf(line) > TITLE || !isPaper(line) || !isGiven(lines, index + 1)) continue
    if (titles.length === 0 || isFinished(lines[index - 1])) titles.push(candidate(line, index, titles.length + 1, ''))
  }
  return titles.length > 1 ? titles : []
}

/** A page announces its papers in so many lines. */
const ANNOUNCED = 8

function isPaper({ head, start, end, address, marker, bullet, turn, isStage }: Line): boolean {
  if (address || marker || bullet || turn > 0 || isStage) return false
  return isTitleLike(head, end - start) && !isGiver(head) && !isHeaderLine(head) && !isSiteProse(head)
}

/** Who gives a paper: a byline, or where he belongs and his name. */
function isGiver(head: string): boolean {
  return (
    isByline(head, head.length) ||
    /^[^。,;!?:“”]{2,18}[局镇乡村委校院所站司部厂会社处科室心学府队班区组行馆店] +[一-龥·]{2,4}$/.test(head)
  )
}

/** Whether a line and those below it say who gives a paper, up to its address or its first sentence. */
function isGiven(lines: readonly Line[], from: number): boolean {
  let at = from
  let named = false
  for (; at < from + NAMED + 1 && at < lines.length; at++) {
    const { head, address } = lines[at] as Line
    if (address || lengthOf(lines[at] as Line) > TITLE || !isGiver(head)) break
    named ||= !isDateLine(head) && (!/^[—-]/.test(head) || / [一-龥·]{2,4}$/.test(head))
  }
  const line = lines[at]
  return named && line !== undefined && (isWholeAddress(line) || opensSentence(line))
}

/**
 * Titles that all speak of what the page's title does, each above an address, or above text where a closing stands
 * above, or a sentence where the page announces several; nobody speaks before the first.
 *
 *     水庫防汛演練講話
 *     水庫防汛演練動員講話
 *     同志們:…
 *     指導員在防汛演練結束時的點評
 *     各位隊員:…
 */
function findAkin(lines: readonly Line[]): readonly Candidate[] {
  const of = lines.slice(0, TOP).find((line) => isTitle(line))
  if (!of) return []
  const topic = of.head.replace(GENRES, '')
  const several = announcesSeveral(of)
  const titles: Candidate[] = []
  for (let index = lines.indexOf(of) + 1; index < lines.length - 1; index++) {
    const line = lines[index] as Line
    if (titles.length === 0 && isSpoken(line)) return []
    if (!isAkin(line, topic) || sameTitle(line.head, of.head) || !opensBelow(lines, index, titles.length > 0, several))
      continue
    if (titles.length === 0 || isFinished(lines[index - 1])) titles.push(candidate(line, index, titles.length + 1, ''))
  }
  return titles.length > 1 ? titles : []
}

/** A page's title stands in so many lines from the top. */
const TOP = 4
/** What a title calls the speech, at its end. */
const GENRES =
  /(?:[的之]|总结|动员|表态|讲话|演讲|发言|致[辞词]|主持|汇报|报告|点评|范文|[稿词辞])*(?:\d{0,3}(?:分钟|字))?(?:[([【].*)?$/

/** Whether a line is a title that has at least two pairs of characters of a topic, or the only one. */
function isAkin(line: Line, topic: string): boolean {
  if (
    lengthOf(line) > TITLE ||
    isGenre(line.head) ||
    !(isTitle(line) || (isPaper(line) && /的[点讲]评$/.test(line.head)))
  )
    return false
  let pairs = 0
  for (let at = 0; at + 1 < topic.length; at++) if (line.head.includes(topic.slice(at, at + 2))) pairs++
  return pairs > (topic.length > 2 ? 1 : 0)
}

/** Whether an address stands below a title, who speaks and when between perhaps; or behind a closing, a sentence. */
function opensBelow(lines: readonly Line[], index: number, mayLack: boolean, several: boolean): boolean {
  const next = lines[index + 1] as Line
  const said = isByline(next.head, lengthOf(next)) ? lines[index + 2] : next
  if (said?.address?.mark === ':' || (said && isWholeAddress(said))) return true
  const above = lines[index - 1]
  const isText = (lengthOf(next) > HEAD || opensSentence(next)) && !isSiteProse(next.head)
  if (!isText || above === undefined) return false
  return several ? isFinished(above) : mayLack && closingOf(above, true) !== undefined
}

function announcesSeveral({ head, start, end }: Line): boolean {
  if (end - start > HEAD) return false
  const [all, numeral] = SEVERAL.exec(head) ?? []
  return all !== undefined && (numeral === undefined || (parseNumeral(numeral) ?? 0) > 1)
}

/** Who speaks and when stands in at most so many lines between a title and the address. */
const NAMED = 2

/** Index of the title that stands right above an address, or above who gives it. */
function titleAbove(lines: readonly Line[], address: number): number | undefined {
  const line = lines[address] as Line
  if (!isEnglishAddress(line) && !isWholeAddress(line)) return undefined
  for (let at = address - 1; at >= Math.max(0, address - 1 - NAMED); at--) {
    const above = lines[at] as Line
    if (isTitle(above)) return at
    if (!isByline(above.head, lengthOf(above))) return undefined
  }
  return undefined
}

/** Ladies and gentlemen: */
function isEnglishAddress({ units, start, head }: Line): boolean {
  return startsInEnglish(units[start] as number) && addressesInEnglish(head)
}

function isTitle(line: Line): boolean {
  if (isEnglishTitle(line.head)) return true
  if (line.marker || line.bullet || line.turn > 0 || line.isStage || lengthOf(line) > TITLE) return false
  if (!isTitleLike(line.head, lengthOf(line)) || !endsInGenre(line.head)) return false
  return !isHeaderLine(line.head) && !/[>»›]/.test(line.head)
}

const TITLE = 40

/** Whether a speech can end with a line. */
function isFinished(line: Line | undefined): boolean {
  if (!line) return false
  return (
    (line.lastHolds & LETTERS.stop) !== 0 ||
    line.head.endsWith('.') ||
    isDateLine(line.head) ||
    closingOf(line, true) !== undefined
  )
}

function candidate({ head }: Line, index: number, ordinal: number, key: string): Candidate {
  const { length } = head
  return { form: 'plain', key, index, ordinal, stem: head, stemStart: 0, stemEnd: length, end: length }
}
