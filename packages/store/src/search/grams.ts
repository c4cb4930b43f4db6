import type { SearchField } from '../store.ts'
import { fieldOfKind } from './kinds.ts'

/* The grams of SQLite's index, as words of FTS5. */

/** Marks that stand between words everywhere: pairs with them would only swell the index. */
const UNPAIRED = new Set('，。、；：！？“”‘’（）《》')

/** What says in the index that a passage belongs to a field: characters that stand for nothing else. */
const FIELD_GRAMS: Record<SearchField, string> = {
  salutation: '\ue000',
  heading: '\ue001',
  body: '\ue002',
  citation: '\ue003',
}

export function fieldGram(field: SearchField): string {
  return FIELD_GRAMS[field]
}

/** The grams of a passage, parted by blanks: each character, each pair of neighbours, and its fields. */
export function gramsOf(passage: { kind: number; folded: string; citations: string | null }): string {
  const grams = gramsIn(passage.folded)
  const field = fieldOfKind(passage.kind)
  if (field) grams.add(fieldGram(field))
  if (passage.citations !== null) grams.add(fieldGram('citation'))
  return [...grams].join(' ')
}

function gramsIn(folded: string): Set<string> {
  const grams = new Set<string>()
  let before = ''
  for (const character of folded) {
    const gram = gramOf(character)
    if (gram !== '') grams.add(gram)
    if (before !== '' && isPaired(gram)) grams.add(before + gram)
    before = isPaired(gram) ? gram : ''
  }
  return grams
}

/** Where characters of ours begin, which stand for the marks of ASCII: FTS5 takes those for blanks. */
const MARKS = 0xe100

/** A character as the index takes it; blanks, and what could be taken for a character of ours, are not in it. */
function gramOf(character: string): string {
  const code = character.charCodeAt(0)
  if (code >= 0xe000 && code < MARKS + 0x80) return ''
  if (code > 0x7f || isLatin(code)) return character
  return code <= 0x20 || code === 0x7f ? '' : String.fromCharCode(MARKS + code)
}

function isLatin(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a)
}

function isPaired(gram: string): boolean {
  return gram !== '' && !UNPAIRED.has(gram)
}

/** The fewest grams that every passage with this text has: its pairs, and characters that are in none. */
export function gramsOfTerm(folded: string): string[] {
  const all = gramsIn(folded)
  const inPairs = new Set([...all].filter((gram) => [...gram].length === 2).flatMap((gram) => [...gram]))
  return [...all].filter((gram) => [...gram].length === 2 || !inPairs.has(gram))
}

/** Whether the passages that have the grams of a text are exactly those that have the text. */
export function isOneGram(folded: string): boolean {
  const grams = [...folded].map(gramOf)
  if (grams.length === 1) return grams[0] !== ''
  return grams.length === 2 && grams.every(isPaired)
}
