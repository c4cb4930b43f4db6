import { InvalidArgumentError } from 'commander'
import { closestMatch } from 'leven'

/** Words that begin with the same letters, so many of them, may be meant where none is near. */
const BEGINNING = 3

/** « Did you mean elision?», or nothing where no word of the list is near a mistyped one, or begins as it does. */
export function didYouMean(word: string, words: readonly string[]): string {
  const meant = closest(word, words) ?? shortestBegun(word, words)
  return meant === undefined ? '' : ` Did you mean ${meant}?`
}

function shortestBegun(word: string, words: readonly string[]): string | undefined {
  if (word.length < BEGINNING) return undefined
  const beginning = word.slice(0, BEGINNING).toLowerCase()
  const begun = words.filter((known) => known.startsWith(beginning))
  return begun.sort((a, b) => a.length - b.length)[0]
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
