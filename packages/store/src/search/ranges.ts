import type { Range } from '../store.ts'
import { kindsOfField } from './kinds.ts'
import type { FoldedTerm } from './terms.ts'

/** What a passage is looked through for highlights. */
export interface Searched {
  kind: number
  folded: string
  citations: string | null
}

/**
 * Where the terms stand in a folded passage, in order. Where two overlap, the one that starts first is taken, and of
 * two that start together the longer one.
 */
export function rangesIn(passage: Searched, terms: readonly FoldedTerm[]): Range[] {
  const all = terms.flatMap((term) => rangesOf(passage, term))
  all.sort((a, b) => a.start - b.start || b.end - a.end)
  const taken: Range[] = []
  let end = 0
  for (const range of all) {
    if (range.start < end) continue
    taken.push(range)
    end = range.end
  }
  return taken
}

function rangesOf(passage: Searched, { folded, field }: FoldedTerm): Range[] {
  if (field === 'citation') {
    return citationsIn(passage).flatMap(({ start, end }) =>
      occurrences(passage.folded.slice(start, end), folded).map((range) => moved(range, start)),
    )
  }
  if (field !== undefined && !kindsOfField(field).includes(passage.kind)) return []
  return occurrences(passage.folded, folded)
}

/** Where the citations stand: each behind the one before it. */
function citationsIn({ folded, citations }: Searched): Range[] {
  if (citations === null) return []
  let from = 0
  return citations.split('\n').flatMap((citation) => {
    const start = folded.indexOf(citation, from)
    if (start === -1) return []
    from = start + citation.length
    return [{ start, end: from }]
  })
}

function occurrences(text: string, term: string): Range[] {
  const ranges: Range[] = []
  for (let start = text.indexOf(term); start !== -1; start = text.indexOf(term, start + term.length)) {
    ranges.push({ start, end: start + term.length })
  }
  return ranges
}

function moved({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by }
}

/** Takes offsets of a folded text to the text itself: the same, but where a character has another length. */
export function toText(folded: string, text: string): (offset: number) => number {
  if (folded.length === text.length && !/[\ud800-\udfff]/.test(folded)) return (offset) => offset
  const offsets = new Map<number, number>()
  const characters = text[Symbol.iterator]()
  let at = 0
  let textAt = 0
  for (const character of folded) {
    offsets.set(at, textAt)
    at += character.length
    textAt += (characters.next().value ?? '').length
  }
  offsets.set(at, textAt)
  return (offset) => offsets.get(offset) ?? textAt
}
