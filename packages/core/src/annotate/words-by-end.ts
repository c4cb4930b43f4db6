/** Words by their last two characters, the longer ones first. */
export type WordsByEnd = ReadonlyMap<string, readonly string[]>

/** Makes words ready for `wordEndingAt`. */
export function wordsByEnd(words: readonly string[]): WordsByEnd {
  const byEnd = new Map<string, string[]>()
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    byEnd.set(word.slice(-2), [...(byEnd.get(word.slice(-2)) ?? []), word])
  }
  return byEnd
}

/** The longest of the words that ends at a place in folded text. */
export function wordEndingAt(words: WordsByEnd, folded: string, end: number): string | undefined {
  return words.get(folded.slice(end - 2, end))?.find((word) => folded.endsWith(word, end))
}
