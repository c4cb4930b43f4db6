import { nameWords } from '../generated/name-words.ts'
import { codeSet } from '../source/code-set.ts'
import { isBorder, isVerb } from './name-border.ts'

const isToponymPart = codeSet(nameWords.toponym.join(''))
const isSurname = codeSet(nameWords.surname.join(''))
const isGivenPart = codeSet(nameWords.given.join(''))
const NO_TOPONYM = new Set([...nameWords.noToponym, ...nameWords.noPlace, ...nameWords.noName])
/** 豐和, 太和: the one function word that names of places end in. */
const HARMONY = /[丰仁义太永共祥安雍泰顺天云政嘉]和$/

/**
 * Where a place's own name begins that ends at `end`, of two characters such as places are named with;
 * undefined where there is none.
 *
 *     登上青龍山    烏石中學
 *         ^         ^
 */
export function toponymBefore(folded: string, end: number): number | undefined {
  const start = end - 2
  if (start < 0 || !isToponymPart(folded.charCodeAt(start)) || !isToponymPart(folded.charCodeAt(end - 1)))
    return undefined
  const name = folded.slice(start, end)
  return NO_TOPONYM.has(name) || isVerb(name) || !isBorder(folded, start) || folded.charAt(start - 1) === '叫'
    ? undefined
    : start
}

/** The same, of characters of given names too: 望江中學, 英才學校. */
export function madeUpBefore(folded: string, end: number): number | undefined {
  const start = end - 2
  const name = folded.slice(start, end)
  return start >= 0 && isMadeUp(name) && !isVerb(name) && isBorder(folded, start) ? start : undefined
}

/** Whether a name of two characters is made of those that places and persons are named with: 宏遠. */
export function isMadeUp(name: string): boolean {
  return (
    name.length === 2 &&
    [...name].every((c) => isToponymPart(c.charCodeAt(0)) || isGivenPart(c.charCodeAt(0))) &&
    !NO_TOPONYM.has(name)
  )
}

/** Whether a name has a character that names of places, or of the people they are named after, are made of. */
export function hasToponym(name: string): boolean {
  return [...name].some(
    (c) => isToponymPart(c.charCodeAt(0)) || isGivenPart(c.charCodeAt(0)) || isSurname(c.charCodeAt(0)),
  )
}

/** Whether a place's own name ends in 和, which is no function word there. */
export function endsInHarmony(name: string): boolean {
  return name.endsWith('和') && HARMONY.test(name)
}
