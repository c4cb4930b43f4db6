import { nameWords } from '../generated/name-words.ts'
import { anyOf, endsWord, isBorder, isHan } from './name-border.ts'
import {
  isAnyName,
  isFullName,
  isGivenName,
  isNoLead,
  isPlainName,
  isPure,
  isRareGivenName,
  isRareName,
  isShortName,
  isSurname,
  isSurnameAlone,
  mayBeSurname,
} from './person-name.ts'
import { ownNameBefore } from './place.ts'
import { signsOf } from './signs.ts'
import type { Annotation, Annotator, Span } from './span.ts'
import { toponymBefore } from './toponym.ts'

type Person = Span<Extract<Annotation, { type: 'name' }>>

/** Offices and forms of address: what a person is named beside. */
const OFFICES = new Set(nameWords.office)
/** All titles by their last two characters, the longer ones first. */
const TITLES = new Map<string, string[]>()
for (const title of [...nameWords.office, ...nameWords.address].sort((a, b) => b.length - a.length)) {
  TITLES.set(title.slice(-2), [...(TITLES.get(title.slice(-2)) ?? []), title])
}
/** What an office is of, where that goes into the title: 市總工會主席, 車間主任. */
const DUTY = new RegExp(
  `(?:(?:${anyOf(nameWords.level)})(?:${anyOf(nameWords.body)})|(?:(?<![一-龥])[校院厂局所系矿])?(?:${anyOf([...nameWords.body.filter((body) => body.length > 1), ...nameWords.duty])}))$`,
)
/** What an office is of, by its last character: 內科主任, 民一庭庭長. */
const DEPARTMENT = /[科庭室部处股组队站]$/
const LONGEST_DEPARTMENT = 5
/** A body that is named by its level and its field: 市教育局局長. */
const BUREAU = /[局厅]$/
/** A place of work: 研究所所長. */
const WORKPLACE = /[所院馆园场台社厂]$/
const LONGEST_BUREAU = 9
const LEVELS = '省市县区镇乡村'
/** What makes an office a second, or a first one: 副縣長, 第一書記. */
const RANK = /(?:常务副|副|第一|首席|名誉|(?<![现时年古当])代)$/
/** What goes on behind a title and makes it a longer one, or no title. */
const GOES_ON: Record<string, string> = {
  护士: '长',
  书记: '员处',
  主席: '团台',
  主任: '医',
  教练: '员',
  民警: '官',
  教师: '节',
  律师: '费',
  主管: '部单领',
  总工: '程会',
  老师: '傅',
  会计: '算较划师',
}
/** Marks that a name stands beside its title on both sides: 市委書記周明遠同志. */
const CLOSES = /^(?:同志|先生|女士|老师|师傅|同学|教授|小姐)/
const BEHIND = new Set(nameWords.behind)
/** How long or how often somebody did what is told of him: 三年來, 十幾次. */
const SPAN = /^[一二两三四五六七八九十几]{1,3}[年天次个岁]/

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
      if (title === undefined) {
        const chief = findChief(folded, end)
        if (chief) found.push(toPerson(chief, text.slice(end - 1, end)))
        continue
      }
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

/** How many characters say which of several an office is: 副, 常務副, 第一. */
function rankBefore(folded: string, end: number): number {
  return RANK.exec(folded.slice(Math.max(0, end - 3), end))?.[0].length ?? 0
}

/** How many characters say what an office is of; none of a body that has a name of its own: 青禾縣委書記. */
function dutyBefore(folded: string, end: number): number {
  const duty = DUTY.exec(folded.slice(Math.max(0, end - LONGEST_DUTY), end))?.[0]
  if (duty === undefined) return departmentBefore(folded, end)
  const isOwn = LEVELS.includes(duty.charAt(0)) && ownNameBefore(folded, end - duty.length) !== undefined
  return isOwn ? 0 : duty.length
}

function departmentBefore(folded: string, end: number): number {
  const last = folded.charAt(end - 1)
  const isShort = DEPARTMENT.test(last) || WORKPLACE.test(last)
  const longest = isShort ? LONGEST_DEPARTMENT : BUREAU.test(last) ? LONGEST_BUREAU : 0
  for (let length = 2; length <= longest && isHan(folded, end - length); length++) {
    const start = end - length
    if (LEVELS.includes(folded.charAt(start)) && ownNameBefore(folded, start) !== undefined) return 0
    if (isBorder(folded, start)) return toponymBefore(folded, start + 2) === start ? 0 : length
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
    if (length === 1 ? title !== '同志' && isAlone(folded, start, title) : isNamed(folded, start, name, title))
      return { start, end, rule: 'title-behind' }
    if (isComrade && isCalled(folded, start, name)) return { start, end, rule: 'comrade' }
  }
  return undefined
}

const NAME_LENGTHS = [4, 3, 2, 1]

/** Whether a given name alone stands at a place: 長河 at the head of a clause. */
function isCalled(folded: string, start: number, name: string): boolean {
  if (folded.charAt(start + 4) === '们') return false
  if (isGivenName(name)) return isBorder(folded, start)
  return !isHan(folded, start - 1) && isRareGivenName(name)
}

/** Whether a name of two characters or more stands at a place before a title. */
function isNamed(folded: string, start: number, name: string, title: string): boolean {
  if (!isFullName(name)) {
    if (isShortName(name)) return isNoLead(name) && (isClearBorder(folded, start) || folded.charAt(start - 1) === '的')
    if (!isRareName(name)) return false
    return isClearBorder(folded, start) || (ADDRESSED.has(title) && endsBefore(folded, start))
  }
  if (isBorder(folded, start) || isPure(name)) return true
  return ADDRESSED.has(title) && (isPlainName(name) || (name.length > 2 && endsBefore(folded, start)))
}

/** Whether a surname stands alone before a title: 何書記, 危大夫. */
function isAlone(folded: string, start: number, title: string): boolean {
  const surname = folded.charAt(start)
  if (isSurname(surname)) return isBorder(folded, start)
  if (!isSurnameAlone(surname) || folded.charAt(start + 1 + title.length) === '们') return false
  return isClearBorder(folded, start) || (OF_PEOPLE.has(title) && folded.charAt(start - 1) === '的')
}

/** Whether a word ends before a place, or one for people does. */
function endsBefore(folded: string, at: number): boolean {
  return isBorder(folded, at) || ROLE.test(folded.charAt(at - 1))
}

/** What the words for people end in: 校友宗濟民先生. */
const ROLE = /[友员民者手星军元匠家师工兵模户]/

/** Marks, and words that stand before persons. */
const BEFORE_PERSONS = '请让由和与跟对给叫被'
const WELCOMES = new Set('欢迎 感谢 邀请 有请 看望 慰问 拜访 聘请 新郎 新娘 伴郎 伴娘 恩师 校友 证婚人 介绍人 主婚人'.split(' '))

function isClearBorder(folded: string, at: number): boolean {
  if (!isHan(folded, at - 1) || BEFORE_PERSONS.includes(folded.charAt(at - 1))) return true
  return WELCOMES.has(folded.slice(at - 2, at)) || WELCOMES.has(folded.slice(at - 3, at))
}

/** Titles that nothing but a person has, though 的 and a word like 高 stand before them. */
const OF_PEOPLE = new Set(['师傅', '老师', '大夫', '医生', '先生', '女士'])

/** What goes on behind 總 where it is no title: 李總是這樣說. */
const NO_CHIEF = /^[是要会体能结量之共算工书值数部监裁经务统归有想觉在]/

/**
 * A surname before 總.
 *
 *     請李總講話
 *       ^
 */
function findChief(folded: string, end: number): Found | undefined {
  const start = end - 2
  if (folded.charAt(end - 1) !== '总' || NO_CHIEF.test(folded.charAt(end))) return undefined
  return isSurname(folded.charAt(start)) && isBorder(folded, start)
    ? { start, end: end - 1, rule: 'title-behind' }
    : undefined
}

/** The name that stands behind an office. */
function findBehind(folded: string, start: number): Found | undefined {
  if (!mayBeSurname(folded.charAt(start))) return undefined
  const names = LENGTHS_BEHIND.map((length) => folded.slice(start, start + length))
  const name =
    names.find((name) => endsClearly(folded, name, start + name.length)) ??
    names.find((name) => endsAsName(folded, name, start + name.length)) ??
    (isSurname(folded.charAt(start)) && CLOSES.test(folded.slice(start + 1, start + 3)) ? folded.charAt(start) : undefined)
  return name === undefined ? undefined : { start, end: start + name.length, rule: 'title-before' }
}

const LENGTHS_BEHIND = [4, 3, 2]
/** What ends a form of address that stands behind a surname, and no name: 閔老師, 甄阿婆. */
const ADDRESS = /(?:老师|先生|女士|同志|师傅|小姐|大夫|大[爷妈叔嫂姐娘伯]|阿婆|阿姨|爷爷|奶奶|老汉)$/

/** Whether a name stands behind an office, and at its end a mark or a word that goes on behind names. */
function endsClearly(folded: string, name: string, end: number): boolean {
  if (ADDRESS.test(name)) return false
  if (CLOSES.test(folded.slice(end, end + 2))) return name.length > 2 ? isAnyName(name) || isPure(name) : isAnyName(name) && isNoLead(name)
  if (goesOnBehind(folded, end)) return name.length > 2 ? isAnyName(name) && isPlainEnough(name) : isShortName(name)
  return name.length > 2 && !isHan(folded, end) && isAnyName(name) && isPlainEnough(name)
}

/** Whether a whole name stands behind an office, or a short one or an odd one that goes no further. */
function endsAsName(folded: string, name: string, end: number): boolean {
  if (ADDRESS.test(name) || DONE.test(folded.charAt(end)) || endsInAnd(folded, name, end)) return false
  if (isFullName(name)) return name.length > 2 || endsHere(folded, end) || DONE.test(folded.charAt(end + 1))
  if (isRareName(name) && isNoLead(name)) return true
  if (name.length === 2) return isShortName(name) && isNoLead(name) && (!isHan(folded, end) || DONE.test(folded.charAt(end + 1)))
  return name.length === 3 && endsHere(folded, end) && isAnyName(name) && isPlainEnough(name)
}

/** Whether 和 at the end of a name joins it to another word: 縣長張偉和書記, not 縣長李永和在. */
function endsInAnd(folded: string, name: string, end: number): boolean {
  return name.endsWith('和') && isHan(folded, end) && !endsWord(folded.charAt(end))
}

/** What stands behind a verb: 守了一夜. */
const DONE = /[了着过]/

/** Whether a surname is no other word, or the given name holds what given names do: 花衛民. */
function isPlainEnough(name: string): boolean {
  return isSurname(name.charAt(0)) || isGivenName(name.charAt(1)) || isGivenName(name.charAt(2))
}

/** Whether a word stands at a place that goes on behind the names of persons: 主持, 說. */
function goesOnBehind(folded: string, at: number): boolean {
  return BEHIND.has(folded.slice(at, at + 2)) || BEHIND.has(folded.charAt(at)) || SPAN.test(folded.slice(at, at + 4))
}

/** Forms of address behind which a whole name needs no border: 冠軍梁桂芳同志. */
const ADDRESSED = new Set(['同志', '先生', '女士', '师傅', '老师', '同学'])

/** Whether a name of two characters cannot go on. */
function endsHere(folded: string, at: number): boolean {
  return !isHan(folded, at) || endsWord(folded.charAt(at))
}
