import { isBorder, isHan } from './name-border.ts'
import {
  isAddressedName,
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

/** A name of a person, and the rule that found it. */
export interface Found {
  start: number
  end: number
  rule: 'title-before' | 'title-behind' | 'comrade'
}

/** Forms of address behind which a whole name needs no border: 冠軍梁桂芳同志. */
const ADDRESSED = new Set(['同志', '先生', '女士', '师傅', '老师', '同学'])

/** The name that a title stands behind: the longest that begins where one can. */
export function findBefore(folded: string, end: number, title: string): Found | undefined {
  for (const length of NAME_LENGTHS) {
    const start = end - length
    if (start < 0) continue
    const isComrade = length === 2 && title === '同志'
    if (!isComrade && !mayBeSurname(folded.charCodeAt(start))) continue
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
    if (ADDRESSED.has(title) && isAddressedName(name) && isClearBorder(folded, start)) return true
    if (isShortName(name)) return isNoLead(name) && (isClearBorder(folded, start) || folded.charAt(start - 1) === '的')
    if (!isRareName(name)) return false
    return isClearBorder(folded, start) || (ADDRESSED.has(title) && endsBefore(folded, start))
  }
  if (isBorder(folded, start) || (name.length > 2 && isPure(name))) return true
  if (BODY.test(folded.charAt(start - 1)) && isSurname(name.charAt(0)) && (name.length > 2 || isPure(name))) return true
  return ADDRESSED.has(title) && (isPlainName(name) || (name.length > 2 && endsBefore(folded, start)))
}

/** Whether a surname stands alone before a title: 何書記, 危大夫. */
function isAlone(folded: string, start: number, title: string): boolean {
  const surname = folded.charAt(start)
  if (isSurname(surname)) return isBorder(folded, start)
  if (!isSurnameAlone(surname) || folded.charAt(start + 1 + title.length) === '们') return false
  return isClearBorder(folded, start) || (OF_PEOPLE.has(title) && folded.charAt(start - 1) === '的')
}

/** What the words for bodies end in: 縣財政局邵敏局長. */
const BODY = /[所院校局厅科室部处组厂委会司团队站行社镇县市区乡村系班]/

/** Whether a word ends before a place, or one for people does. */
function endsBefore(folded: string, at: number): boolean {
  return isBorder(folded, at) || ROLE.test(folded.charAt(at - 1))
}

/** What the words for people end in: 校友宗濟民先生. */
const ROLE = /[友员民者手星军元匠家师工兵模户]/

/** Marks, and words that stand before persons. */
const BEFORE_PERSONS = '请让由和与跟对给叫被'
const WELCOMES = new Set(
  '欢迎 感谢 邀请 有请 看望 慰问 拜访 聘请 新郎 新娘 伴郎 伴娘 恩师 校友 证婚人 介绍人 主婚人'.split(' '),
)

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
export function findChief(folded: string, end: number): Found | undefined {
  const start = end - 2
  if (folded.charAt(end - 1) !== '总' || NO_CHIEF.test(folded.charAt(end))) return undefined
  return isSurname(folded.charAt(start)) && isBorder(folded, start)
    ? { start, end: end - 1, rule: 'title-behind' }
    : undefined
}
