import { nameWords } from '../generated/name-words.ts'
import { anyOf, endsWord, isBorder, isHan } from './name-border.ts'
import { isAnyName, isFullName, isGivenName, isPlainName, isSurname, mayBeSurname } from './person-name.ts'
import { signsOf } from './signs.ts'
import type { Annotation, Annotator, Span } from './span.ts'

type Person = Span<Extract<Annotation, { type: 'name' }>>

/** Offices and forms of address: what a person is named beside. */
const OFFICES = new Set(nameWords.office)
/** All titles by their last two characters, the longer ones first. */
const TITLES = new Map<string, string[]>()
for (const title of [...nameWords.office, ...nameWords.address].sort((a, b) => b.length - a.length)) {
  TITLES.set(title.slice(-2), [...(TITLES.get(title.slice(-2)) ?? []), title])
}
/** What an office is of, where that goes into the title: 市總工會主席, 車間主任. */
const DUTY = new RegExp(`(?:(?:${anyOf(nameWords.level)})?(?:${anyOf(nameWords.body)})|${anyOf(nameWords.duty)})$`)
/** What an office is of, by its last character: 內科主任, 民一庭庭長. */
const DEPARTMENT = /[科庭室部处股组]$/
const LONGEST_DEPARTMENT = 5
/** What goes on behind a title and makes it a longer one, or no title. */
const GOES_ON: Record<string, string> = {
  护士: '长',
  书记: '员处',
  主席: '团台',
  主任: '医',
  教练: '员',
  会计: '算较划师',
}
/** Marks that a name stands beside its title on both sides: 市委書記周明遠同志. */
const CLOSES = /^(?:同志|先生|女士)/

/**
 * Persons beside their office or form of address.
 *
 *     市總工會主席周明遠同志      陳校長      樹林同志
 *                 ^    ^          ^           ^
 */
export const person: Annotator = {
  needs: signsOf('title'),
  find({ text, folded, shown }) {
    const found: Person[] = []
    for (const end of shown.titles) {
      const title = titleBefore(folded, end)
      if (title === undefined) continue
      const start = end - title.length - rankBefore(folded, end - title.length)
      const before = findBefore(folded, start, title)
      if (before && (found.at(-1)?.end ?? 0) <= before.start) {
        found.push(toPerson(before, text.slice(start, end)))
        continue
      }
      const behind = OFFICES.has(title) ? findBehind(folded, end) : undefined
      if (behind) found.push(toPerson(behind, text.slice(start - dutyBefore(folded, start), end)))
    }
    return found
  },
}

/** The longest title that ends at a place. */
function titleBefore(folded: string, end: number): string | undefined {
  const title = TITLES.get(folded.slice(end - 2, end))?.find((title) => folded.endsWith(title, end))
  return title && GOES_ON[title]?.includes(folded.charAt(end) || ' ') ? undefined : title
}

/** How many characters say that an office is a second one: 副, 常務副. */
function rankBefore(folded: string, end: number): number {
  if (folded.charAt(end - 1) !== '副') return 0
  return folded.startsWith('常务', end - 3) ? 3 : 1
}

/** How many characters say what an office is of. */
function dutyBefore(folded: string, end: number): number {
  return DUTY.exec(folded.slice(Math.max(0, end - LONGEST_DUTY), end))?.[0].length ?? departmentBefore(folded, end)
}

function departmentBefore(folded: string, end: number): number {
  if (!DEPARTMENT.test(folded.charAt(end - 1))) return 0
  for (let length = 2; length <= LONGEST_DEPARTMENT && isHan(folded, end - length); length++) {
    if (isBorder(folded, end - length)) return length
  }
  return 0
}

const LONGEST_DUTY = 10

interface Found {
  start: number
  end: number
  rule: 'title-before' | 'title-behind' | 'comrade'
}

function toPerson({ start, end, rule }: Found, title: string): Person {
  return { start, end, annotation: { type: 'name', kind: 'person', title, rule } }
}

/** The name that a title stands behind: the longest that begins where one can. */
function findBefore(folded: string, end: number, title: string): Found | undefined {
  for (const length of NAME_LENGTHS) {
    const start = end - length
    if (start < 0) continue
    const isComrade = length === 2 && title === '同志'
    if (!isComrade && !mayBeSurname(folded.charAt(start))) continue
    const name = folded.slice(start, end)
    const isNamed = length === 1 ? isSurname(name) && title !== '同志' : isFullName(name)
    if (isNamed && (isBorder(folded, start) || (ADDRESSED.has(title) && isPlainName(name))))
      return { start, end, rule: 'title-behind' }
    if (isComrade && isGivenName(name) && isBorder(folded, start)) return { start, end, rule: 'comrade' }
  }
  return undefined
}

const NAME_LENGTHS = [4, 3, 2, 1]
/** The name that stands behind an office. */
function findBehind(folded: string, start: number): Found | undefined {
  if (!mayBeSurname(folded.charAt(start))) return undefined
  for (const length of [4, 3, 2]) {
    const end = start + length
    const name = folded.slice(start, end)
    const isClosed = CLOSES.test(folded.slice(end, end + 2))
    if (isClosed ? isAnyName(name) : isFullName(name) && (length > 2 || endsHere(folded, end)))
      return { start, end, rule: 'title-before' }
  }
  return undefined
}

/** Forms of address behind which a whole name needs no border: 冠軍梁桂芳同志. */
const ADDRESSED = new Set(['同志', '先生', '女士'])

/** Whether a name of two characters cannot go on. */
function endsHere(folded: string, at: number): boolean {
  return !isHan(folded, at) || endsWord(folded.charAt(at))
}
