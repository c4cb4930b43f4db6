import { nameWords } from '../generated/name-words.ts'
import { endsWord, isHan } from './name-border.ts'
import type { Found } from './named-before.ts'
import {
  isAnyName,
  isFullName,
  isGivenName,
  isNoLead,
  isPure,
  isRareName,
  isShortName,
  isSurname,
  mayBeSurname,
} from './person-name.ts'

/** Marks that a name stands beside its title on both sides: 市委書記周明遠同志. */
const CLOSES = /^(?:同志|先生|女士|老师|师傅|同学|教授|小姐|法官|医生|大夫|律师|警官|博士|院士|护士)/
const BEHIND = new Set(nameWords.behind)
/** How long or how often somebody did what is told of him: 三年來, 十幾次. */
const SPAN = /^[一二两三四五六七八九十几]{1,3}[年天次个岁]/

/** The name that stands behind an office. */
export function findBehind(folded: string, start: number): Found | undefined {
  if (!mayBeSurname(folded.charCodeAt(start))) return undefined
  const names = LENGTHS_BEHIND.map((length) => folded.slice(start, start + length))
  const name =
    names.find((name) => endsClearly(folded, name, start + name.length)) ??
    names.find((name) => endsAsName(folded, name, start + name.length)) ??
    (isSurname(folded.charAt(start)) && CLOSES.test(folded.slice(start + 1, start + 3))
      ? folded.charAt(start)
      : undefined)
  return name === undefined ? undefined : { start, end: start + name.length, rule: 'title-before' }
}

const LENGTHS_BEHIND = [4, 3, 2]
/** What ends a form of address that stands behind a surname, and no name: 閔老師, 甄阿婆. */
const ADDRESS = /(?:老师|先生|女士|同志|师傅|小姐|大夫|大[爷妈叔嫂姐娘伯]|阿婆|阿姨|爷爷|奶奶|爸爸|妈妈|老汉)$/

/** Whether a name stands behind an office, and at its end a mark or a word that goes on behind names. */
function endsClearly(folded: string, name: string, end: number): boolean {
  if (ADDRESS.test(name)) return false
  if (CLOSES.test(folded.slice(end, end + 2)))
    return name.length > 2 ? isAnyName(name) || (name.length === 3 && isPure(name)) : isAnyName(name) && isNoLead(name)
  if (goesOnBehind(folded, end)) return name.length > 2 ? isAnyName(name) && isPlainEnough(name) : isShortName(name)
  return name.length > 2 && !isHan(folded, end) && isAnyName(name) && isPlainEnough(name)
}

/** Whether a whole name stands behind an office, or a short one or an odd one that goes no further. */
function endsAsName(folded: string, name: string, end: number): boolean {
  if (ADDRESS.test(name) || DONE.test(folded.charAt(end)) || endsInAnd(folded, name, end)) return false
  if (isFullName(name)) return name.length > 2 || endsHere(folded, end) || DONE.test(folded.charAt(end + 1))
  if (isRareName(name) && isNoLead(name)) return true
  if (name.length === 2)
    return isShortName(name) && isNoLead(name) && (!isHan(folded, end) || DONE.test(folded.charAt(end + 1)))
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

/** Whether a name of two characters cannot go on. */
function endsHere(folded: string, at: number): boolean {
  return !isHan(folded, at) || endsWord(folded.charAt(at))
}
