import { firstAtLeast } from '../../source/search.ts'
import { matchAddress, startsWithGreeting } from '../constructs/address.ts'
import { matchHeadings } from '../constructs/item-heading.ts'
import { isSiteProse } from '../constructs/site-prose.ts'
import { endsInGenre } from '../constructs/title.ts'
import { HEAD } from '../line.ts'
import { findClosings, lastSentences } from './closings.ts'
import { findAds, findFurniture } from './furniture.ts'
import { findHeadingEnds, findHeadings, findTitles, isInHeading, TITLE } from './headings.ts'
import { splitLead } from './lead.ts'
import { COUNTED, sentenceStarts, withPlaces, withStarts } from './sentences.ts'
import { findSeries, type Page } from './series.ts'
import { findSignature } from './signature.ts'
import { BEHIND_BRACKET, findStages, findTurns } from './turns.ts'

/** Where in a folded line something new begins, sorted. */
export function findBorders(folded: string, titles: Set<string>, page: Page): number[] {
  const ads = findAds(folded)
  const stages = findStages(folded)
  const behind = [...ads.map(({ to }) => to), ...stages].filter((at) => at > 0 && at < folded.length)
  const starts = withPlaces(sentenceStarts(folded), behind)
  const borders = new Set<number>()
  const turns = findTurns(folded)
  for (const at of turns) borders.add(at)
  for (const at of stages) borders.add(at)
  const headings = findHeadings(folded, withStarts(folded, starts, BEHIND_BRACKET), titles)
  for (const at of [...headings, ...findHeadingEnds(folded, headings)]) borders.add(at)
  for (const at of findTitles(folded, headings.find((at) => at > 0) ?? 0)) borders.add(at)
  if (turns.length === 0) {
    const counted = withStarts(folded, starts, COUNTED).filter((at) => !isInHeading(folded, headings, at))
    for (const at of findSeries(folded, counted, page)) borders.add(at)
  }
  const title = TITLED.exec(folded)?.[0].length ?? 0
  if (title > 0 && endsInGenre(folded.slice(0, title).trimEnd())) borders.add(title)
  /** Where the addresses begin that all end at one colon. */
  let group: number[] = []
  let colon = 0
  for (const at of starts) {
    const window = folded.slice(at, at + HEAD)
    const address = matchAddress(window)
    const greets = address?.mark === ',' && startsWithGreeting(window.slice(address.end).trimStart())
    if ((address?.mark === ':' || greets) && !/^第?.{0,2}篇/.test(window)) {
      borders.add(at)
      if (window[0] !== '(') {
        group = at + address.end === colon ? [...group, at] : [at]
        colon = at + address.end
        if (group.length > 1 && !ADDRESSED.test(folded.slice(group[0], at)))
          for (const name of group.slice(isOffice(folded, group[0] as number) ? 0 : 1, -1)) borders.delete(name)
      }
    } else if (address && at <= TITLE && endsInGenre(folded.slice(0, at).replace(/[: ]+$/, ''))) borders.add(at)
  }
  for (const { from, to } of ads) borders.add(from).add(to)
  const furniture = findFurniture(folded, starts)
  for (const { from, to } of turns.length > 0 ? [] : findSpeeches(folded, borders, furniture)) {
    const end = spokenTo(folded, starts, from, to)
    borders.add(end)
    const signed = findSignature(folded, end)
    for (const at of signed) borders.add(at)
    for (const closing of findClosings(folded, starts, signed[0] ?? end, from)) borders.add(closing)
  }
  for (const at of furniture) borders.add(at)
  splitLead(folded, borders)
  borders.delete(0)
  borders.delete(folded.length)
  return [...borders].sort((a, b) => a - b)
}

/** Where the last word of a speech ends, behind which an editor says something of it: 謝謝大家!這篇講話值得借鑒。 */
function spokenTo(folded: string, starts: readonly number[], from: number, to: number): number {
  // Above the first speech, the site's sentences are a preface.
  const sentences = from > 0 || opensSpeechAt(folded, 0) ? lastSentences(folded, starts, to, from) : []
  let end = to
  while (sentences.length > 0) {
    const at = sentences.pop() as number
    if (end - at > REMARK || !isSiteProse(folded.slice(at, end).trimEnd())) break
    end = at
  }
  return end
}

/** A sentence of an editor's has at most so many units. */
const REMARK = 120

/** (2017年5月×日)副縣長 申屠明遠 同志們: — between the day and the address, office and name are one line. */
function isOffice(folded: string, at: number): boolean {
  return /[)】] ?[^ 。,!?:)]{2,14} $/.test(folded.slice(Math.max(0, at - 18), at))
}

/** What an address has and no name. */
const ADDRESSED = /[们位尊亲敬]/

/** 座談會發言稿 我叫苗青,… — a title, and a sentence behind the blank. */
const TITLED = /^[^。,;!?: ]{4,40} (?=[一-龥])/

interface Span {
  from: number
  to: number
}

/** The speeches of a line, each from where it opens to the next one, or to what the site says below it. */
function findSpeeches(folded: string, borders: ReadonlySet<number>, furniture: readonly number[]): readonly Span[] {
  const openings = [...borders].filter((at) => opensSpeechAt(folded, at)).sort((a, b) => a - b)
  return [...openings, folded.length].map((end, i, all) => {
    const from = all[i - 1] ?? 0
    const below = furniture[firstAtLeast(furniture, furniture.length, from + 1)]
    return { from, to: below !== undefined && below < end ? below : end }
  })
}

function opensSpeechAt(folded: string, at: number): boolean {
  const window = folded.slice(at, at + HEAD)
  return matchAddress(window)?.mark === ':' || matchHeadings(window).length > 0
}
