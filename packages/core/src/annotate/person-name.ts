import { nameWords } from '../generated/name-words.ts'
import { codeSet } from '../source/code-set.ts'
import { endsWord, isHan } from './name-border.ts'

const SURNAMES = new Set(nameWords.surname)
const UNCERTAIN = new Set(nameWords.uncertain)
const COMPOUND = new Set(nameWords.compound)
const GIVEN = new Set(nameWords.given)
const RARE = new Set(nameWords.givenRare)
const NO_NAME = new Set(nameWords.noName)
const PURE = new Set(nameWords.pure)
const ALONE = new Set(nameWords.alone)
/** Surnames that are words which stand before other names: 向, 任. */
const LEADS = '向于任来代管应连位成全时党祝'

/** 東方 is a word. */
const UNCERTAIN_COMPOUND = new Set(['东方'])

/** Whether a surname can begin with a character, by its UTF-16 code unit. */
export const mayBeSurname = codeSet(
  [...nameWords.surname, ...nameWords.compound].map((name) => name.charAt(0)).join(''),
)

/** A surname that is no other word, and a given name of two characters that are none. */
export function isPlainName(name: string): boolean {
  return name.length === 3 && isSurname(name.charAt(0)) && isGivenName(name.slice(1))
}

/** A surname that is no other word. */
export function isSurname(name: string): boolean {
  return SURNAMES.has(name) && !UNCERTAIN.has(name)
}

/** Whether a name begins with a surname that no other word has: 鄢, 蔡. */
export function isPure(name: string): boolean {
  return PURE.has(name.charAt(0))
}

/** A surname that is another word too, but hardly before a title: 高, 万. */
export function isSurnameAlone(name: string): boolean {
  return ALONE.has(name)
}

/** A surname and one character of given names, the two of them no word: 賀蘭, 向紅. */
export function isShortName(name: string): boolean {
  return name.length === 2 && SURNAMES.has(name.charAt(0)) && GIVEN.has(name.charAt(1)) && !NO_NAME.has(name)
}

/** Whether the surname of a name is no word that stands before other names. */
export function isNoLead(name: string): boolean {
  return !LEADS.includes(name.charAt(0))
}

/** A given name alone of which one character is of other words too: 長河. */
export function isRareGivenName(name: string): boolean {
  return [...name].every(isNamePart) && [...name].some((character) => GIVEN.has(character)) && !NO_NAME.has(name)
}

/** A surname that is another word too, and a given name with one character of other words: 占小平. */
export function isRareName(name: string): boolean {
  const isOther = name.length !== 3 || !SURNAMES.has(name.charAt(0)) || NO_NAME.has(name.slice(0, 2))
  return !isOther && isRareGivenName(name.slice(1))
}

/** A surname that is no other word, and two more characters that no other word ends in: enough between 請 and 同志. */
export function isAddressedName(name: string): boolean {
  if (!isSurname(name.charAt(0)) || !isAnyName(name) || NO_END.includes(name.charAt(name.length - 1))) return false
  return name.length === 3 || isPure(name)
}

/** What words for places, groups and bodies end in. */
const NO_END = '省市县区镇乡村队组班级界派系部方厂校院社会局所员工们'

/** Surname and given name, of characters that names are made of. */
export function isFullName(name: string): boolean {
  const surname = surnameOf(name)
  if (surname === 0) return false
  const given = name.slice(surname)
  if (surname === 2 && !UNCERTAIN_COMPOUND.has(name.slice(0, 2)) && isAnyName(name)) return true
  const isCertain = surname === 2 || !UNCERTAIN.has(name.charAt(0))
  if (given.length === 0 || given.length > 2 || NO_NAME.has(name.slice(0, 2))) return false
  if (!isCertain && NO_NAME.has(given)) return false
  const rare = [...given].filter((character) => RARE.has(character)).length
  return (
    [...given].every(isNamePart) &&
    rare <= (isCertain && given.length === 2 ? 1 : 0) &&
    (isCertain || given.length === 2)
  )
}

function isNamePart(character: string): boolean {
  return GIVEN.has(character) || RARE.has(character)
}

/** Surname and any characters that are no function words: enough where a title stands on either side. */
export function isAnyName(name: string): boolean {
  const surname = surnameOf(name)
  const given = name.slice(surname)
  if (NO_NAME.has(name.slice(0, 2)) || given === '老') return false
  return (
    surname > 0 && given.length > 0 && given.length <= 2 && [...given].every((c, i) => isHan(given, i) && !endsWord(c))
  )
}

/** How many characters of a name are its surname; 0 where it has none. */
function surnameOf(name: string): number {
  if (COMPOUND.has(name.slice(0, 2))) return 2
  return SURNAMES.has(name.charAt(0)) ? 1 : 0
}

/** A given name alone: 民權同志. */
export function isGivenName(name: string): boolean {
  return [...name].every((character) => GIVEN.has(character)) && !NO_NAME.has(name)
}
