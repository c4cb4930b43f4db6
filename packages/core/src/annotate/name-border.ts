import { nameWords } from '../generated/name-words.ts'
import { codeSet } from '../source/code-set.ts'

/** What a place is of, as the last character of its name. */
export const LEVELS = '省市县区镇乡村'

const isLeft = codeSet(nameWords.left.join(''))
const VERBS = new Set(nameWords.verb)

/** Whether a name can begin at a place in folded text: at no character, a mark, or a word that ends before it. */
export function isBorder(folded: string, at: number): boolean {
  return !isHan(folded, at - 1) || isLeft(folded.charCodeAt(at - 1)) || VERBS.has(folded.slice(at - 2, at))
}

/** Whether a Chinese character stands at a place. */
export function isHan(folded: string, at: number): boolean {
  const code = folded.charCodeAt(at)
  return code >= 0x4e00 && code <= 0x9fff
}

/** Whether a word is one that stands before names and is in none: 走訪, 表彰. */
export function isVerb(word: string): boolean {
  return VERBS.has(word)
}

/** A character that can end the word before a name. */
export function endsWord(character: string): boolean {
  return isLeft(character.charCodeAt(0))
}

/** The words as alternatives of a pattern, the longer ones first. */
export function anyOf(words: readonly string[]): string {
  return [...words].sort((a, b) => b.length - a.length).join('|')
}
