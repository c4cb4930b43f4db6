import { nameWords } from '../generated/name-words.ts'
import { codeSet } from '../source/code-set.ts'
import { anyOf, endsWord, isBorder, isHan, LEVELS } from './name-border.ts'
import { ownNameBefore } from './place.ts'
import { nextShown, signsOf } from './signs.ts'
import type { Annotation, Annotator, Span } from './span.ts'
import { isMadeUp } from './toponym.ts'
import { type WordsByEnd, wordEndingAt, wordsByEnd } from './words-by-end.ts'

type Organization = Span<Extract<Annotation, { type: 'name' }>>

const LEVEL = anyOf(nameWords.level)
/** Bodies that are one, by their last two characters: 教育部, 國務院. */
const CENTRAL = wordsByEnd(nameWords.central)
/** Bodies that are named by a word alone: 村委會. */
const WHOLE = wordsByEnd(nameWords.whole)
/** 市委, 縣總工會: what is of a level. */
const BODIES = new RegExp(`(?:${LEVEL})(?:${anyOf(nameWords.body)})`, 'y')
const endsLevel = codeSet(nameWords.level.map((level) => level.slice(-1)).join(''))
/** How far before the end of its sign a body can begin: 市委, 團市委. */
const LEVEL_REACH = [2]
const LEAGUE_REACH = [3, 2]
/** 縣水利局, 市勞模協會: what is of a level and has a field. */
const OFFICES = new RegExp(
  `(?:${LEVEL})(?:(?![的了和与在到我你他各这那里])[一-龥]){1,6}?(?:局|厅|协会|商会|联合会|基金会|总会)$`,
)
const LONGEST_OFFICE = 10
/** What goes on behind a body's name and makes it another word. */
const GOES_ON =
  /(?<=委)[托员任屈婉会]|(?<=[^党]委)派(?![来出驻人])|(?<=[局厅])[长面部势限]|(?<=部)[门署队分位长件]|(?:常委|委员(?!会)|代表(?!大会|团)|班子|大院|大楼|部门|机关|系统|工作报告)/y
/** The office of a person, which a body goes into that has no name of its own: 市總工會主席. */
const OFFICE = new RegExp(`(?:党组|常务)?副?(?:${anyOf(nameWords.office)})`, 'y')
/** Words that end in 局 and are none. */
const NO_OFFICE = /(?:副|大|结|布|格|全|时|当|定|开|破|僵|残|危|变|战|(?<![财民行市])政|闭|各|部门|有关)局$/
function isNoOffice(word: string): boolean {
  return word.endsWith('局') && NO_OFFICE.test(word)
}

const FUNCTION = new Set(nameWords.function)

const TRADES = new RegExp(`(?:${anyOf(nameWords.trade)})+$`)
const NO_FIRM = new Set([...nameWords.noFirm, ...nameWords.noPlace])

const ORGANIZATION = signsOf('organization')

/** Organizations that their level or their trade shows: 十堰市委, 市總工會, 雲溪機械有限公司. */
export const organization: Annotator = {
  needs: ORGANIZATION,
  find({ folded, shown }, found) {
    for (let i = nextShown(shown, ORGANIZATION); i < shown.count; i = nextShown(shown, ORGANIZATION, i + 1)) {
      const end = shown.ends[i] as number
      const organization = bodyAt(folded, end) ?? firmAt(folded, end)
      if (organization) found.push(organization)
    }
  },
}

function toOrganization(start: number, end: number, rule: 'body' | 'suffix'): Organization {
  return { start, end, annotation: { type: 'name', kind: 'organization', rule } }
}

/** The body whose first word or whose last ends at a place. */
function bodyAt(folded: string, signEnd: number): Organization | undefined {
  const central = wordBefore(CENTRAL, folded, signEnd)
  const body =
    central ?? wordBefore(WHOLE, folded, signEnd) ?? wordOfLevel(folded, signEnd) ?? wordOfField(folded, signEnd)
  if (!body) return undefined
  const { start, end } = body
  if (goesOn(GOES_ON, folded, end) || isNoOffice(folded.slice(start, end))) return undefined
  const own = central ? undefined : ownerBefore(folded, start)
  if (own !== undefined) return toOrganization(own, end, 'body')
  if (goesOn(OFFICE, folded, end)) return undefined
  const isWhole = central !== undefined && !MINISTRY.test(folded.slice(start, end))
  return isWhole || isBorder(folded, start) ? toOrganization(start, end, 'body') : undefined
}

/** 教育部, unlike 國務院, is a part of other words. */
const MINISTRY = /^(?!国家|中|全国).*部$/

function goesOn(pattern: RegExp, folded: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(folded)
}

/** Where the place begins that a body says it is of: 青禾縣 in 青禾縣委 and in 青禾縣縣委. */
function ownerBefore(folded: string, start: number): number | undefined {
  const isDoubled = LEVELS.includes(folded.charAt(start - 1) || ' ')
  return ownNameBefore(folded, isDoubled ? start - 1 : start)
}

function wordBefore(words: WordsByEnd, folded: string, end: number) {
  const word = wordEndingAt(words, folded, end)
  return word === undefined ? undefined : { start: end - word.length, end }
}

function wordOfLevel(folded: string, signEnd: number) {
  if (!endsLevel(folded.charCodeAt(signEnd - 2))) return undefined
  for (const back of folded.charAt(signEnd - 3) === '团' ? LEAGUE_REACH : LEVEL_REACH) {
    BODIES.lastIndex = Math.max(0, signEnd - back)
    const match = BODIES.exec(folded)
    const end = match ? match.index + match[0].length : 0
    if (match && end >= signEnd) return { start: match.index, end }
  }
  return undefined
}

function wordOfField(folded: string, end: number) {
  if (!'局厅会'.includes(folded.charAt(end - 1))) return undefined
  const office = OFFICES.exec(folded.slice(Math.max(0, end - LONGEST_OFFICE), end))?.[0]
  return office === undefined ? undefined : { start: end - office.length, end }
}

/** As much of a text before a firm's kind as can hold its trade. */
const LONGEST_TRADE = 10

/** The firm that says its own name before its trade, and ends at a place. */
function firmAt(folded: string, end: number): Organization | undefined {
  if (!'司团厂行社'.includes(folded.charAt(end - 1))) return undefined
  const kind = nameWords.firm.find((word) => folded.endsWith(word, end))
  if (kind === undefined) return undefined
  const before = end - kind.length
  const trade = TRADES.exec(folded.slice(Math.max(0, before - LONGEST_TRADE), before))?.[0]
  const start =
    trade === undefined ? plainNameBefore(folded, before, kind) : firmNameBefore(folded, before - trade.length)
  return start === undefined ? undefined : toOrganization(start, end, 'suffix')
}

/** The own name of a firm that does not say its trade: 泰和集團. */
function plainNameBefore(folded: string, end: number, kind: string): number | undefined {
  const name = folded.slice(end - 2, end)
  const isName = ['集团', '公司', '银行'].includes(kind) && isMadeUp(name) && !NO_FIRM.has(name)
  return isName && isBorder(folded, end - 2) ? end - 2 : undefined
}

/** The own name of a firm: two to four characters, none of them a function word. */
function firmNameBefore(folded: string, end: number): number | undefined {
  for (const length of [4, 3, 2]) {
    const start = end - length
    if (start < 0 || !isBorder(folded, start)) continue
    const name = folded.slice(start, end)
    if (name.endsWith('家') || NO_FIRM.has(name.slice(-2)) || NO_FIRM.has(name.slice(0, 2))) return undefined
    if ([...name].every((c, i) => isHan(name, i) && !FUNCTION.has(c) && !endsWord(c))) return start
  }
  return undefined
}
