import { InvalidArgumentError } from 'commander'
import { closestMatch } from 'leven'

/** « Did you mean elision?», or nothing where no word of the list is near a mistyped one. */
export function didYouMean(word: string, words: readonly string[]): string {
  const meant = closestMatch(word.toLowerCase(), words, { maxDistance: Math.max(1, Math.ceil(word.length * 0.4)) })
  return meant === undefined ? '' : ` Did you mean ${meant}?`
}

/** How an option takes one word of a list; for another it says which one was meant. */
export function oneOf<Word extends string>(words: readonly Word[]): (word: string) => Word {
  return (word) => {
    const found = words.find((known) => known === word)
    if (found !== undefined) return found
    throw new InvalidArgumentError(`Allowed choices are ${words.join(', ')}.${didYouMean(word, words)}`)
  }
}
