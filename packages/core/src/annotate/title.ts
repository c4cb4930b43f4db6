import { nameWords } from '../generated/name-words.ts'
import { codeSet } from '../source/code-set.ts'
import { anyOf, isBorder, isHan, LEVELS } from './name-border.ts'
import { ownNameBefore } from './place.ts'
import { toponymBefore } from './toponym.ts'
import { wordEndingAt, wordsByEnd } from './words-by-end.ts'

/** All titles. */
const TITLES = wordsByEnd([...nameWords.office, ...nameWords.address])
/** What makes an office a second, or a first one: 副縣長, 第一書記. */
const RANK = /(?:常务副|副|第一|首席|名誉|(?<![现时年古当])代)$/
const mayRank = codeSet('副一席誉代')
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
/** What an office is of, where that goes into the title: 市總工會主席, 車間主任. */
const DUTY = new RegExp(
  `(?:(?:${anyOf(nameWords.level)})(?:${anyOf(nameWords.body)})|(?:(?<=^|[和与及]|[^一-龥])[校院厂局所系矿])?(?:${anyOf([...nameWords.body.filter((body) => body.length > 1), ...nameWords.duty])}))$`,
)
/** What an office is of, by its last character: 內科主任, 民一庭庭長. */
const DEPARTMENT = /[科庭室部处股组队站]$/
const LONGEST_DEPARTMENT = 5
/** A body that is named by its level and its field: 市教育局局長. */
const BUREAU = /[局厅]$/
/** A place of work: 研究所所長. */
const WORKPLACE = /[所院馆园场台社厂]$/
const LONGEST_BUREAU = 9
const LONGEST_DUTY = 10

/** The longest title that ends at a place. */
export function titleBefore(folded: string, end: number): string | undefined {
  const title = wordEndingAt(TITLES, folded, end)
  return title && GOES_ON[title]?.includes(folded.charAt(end) || ' ') ? undefined : title
}

/** How many characters say which of several an office is: 副, 常務副, 第一. */
export function rankBefore(folded: string, end: number): number {
  if (!mayRank(folded.charCodeAt(end - 1))) return 0
  return RANK.exec(folded.slice(Math.max(0, end - 3), end))?.[0].length ?? 0
}

/** How many characters say what an office is of; none of a body that has a name of its own: 青禾縣委書記. */
export function dutyBefore(folded: string, end: number): number {
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
