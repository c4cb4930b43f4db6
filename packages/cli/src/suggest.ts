import { InvalidArgumentError } from 'commander'
import { closestMatch } from 'leven'

/** So many letters are enough to know a word by that begins with them. */
const BEGINNING = 3

/** « Did you mean elision?», or nothing where no word of the list is near a mistyped one, or begins as it does. */
export function didYouMean(word: string, words: readonly string[]): string {
  const begun = word.length < BEGINNING ? [] : words.filter((known) => known.startsWith(word.toLowerCase()))
  const meant = begun.length === 1 ? begun[0] : closest(word, words)
  return meant === undefined ? '' : ` Did you mean ${meant}?`
}

function closest(word: string, words: readonly string[]): string | undefined {
  return closestMatch(word.toLowerCase(), words, { maxDistance: Math.max(1, Math.ceil(word.length * 0.4)) })
}

/** How an option takes one word of a list; for another it says which one was meant. */
export function oneOf<Word extends string>(words: readonly Word[]): (word: string) => Word {
  return (word) => {
    const found = words.find((known) => known === word)
    if (found !== undefined) return found
    throw new InvalidArgumentError(`Allowed choices are ${words.join(', ')}.${didYouMean(word, words)}`)
  }
}
