import type { Collection } from '@speeches/core/schema'
import { findShifts, mapOffset } from './shifts.ts'
import { mapStrings } from './strings.ts'

/**
 * A tree with its text converted. All of it is converted in one run, and each leaf gets its share by the count of
 * characters: a phrase may lie across the border of two leaves, and a page in two scripts is seen whole.
 */
export function convertTree(collection: Collection, convert: (text: string) => string): Collection {
  const { running, words } = gather(collection)
  const run = shareOut(running, convert(running.join('')))
  const word = shareOut(words, convert(words.join('')))
  const take = (shares: Iterator<string>) => shares.next().value as string
  return mapStrings(collection, {
    run: () => take(run),
    line: () => take(run),
    word: () => {
      take(word)
      return take(word)
    },
  })
}

/** All strings of a tree, line ends between those that do not belong together. */
function gather(collection: Collection): { running: string[]; words: string[] } {
  const running: string[] = []
  const words: string[] = []
  mapStrings(collection, {
    run: (text) => {
      running.push(text)
      return text
    },
    line: () => running.push('\n'),
    word: (text) => {
      words.push('\n', text)
      return text
    },
  })
  return { running, words }
}

/** What each of the pieces has become in their conversion. */
function* shareOut(pieces: readonly string[], converted: string): Generator<string> {
  const shifts = findShifts(pieces.join(''), converted)
  let at = 0
  for (const { length } of pieces) {
    const start = mapOffset(shifts, at, 'source', 'converted')
    at += length
    yield converted.slice(start, mapOffset(shifts, at, 'source', 'converted'))
  }
}
