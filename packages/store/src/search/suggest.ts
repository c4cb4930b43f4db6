import { sql } from 'kysely'
import type { SearchField } from '../store.ts'
import { type Plan, planOf, selectCandidates } from './candidates.ts'
import type { Query, Term } from './query.ts'
import { type FoldedQuery, type FoldedTerm, foldQuery, foldTerm } from './terms.ts'

/** As many suggestions, at most. */
const MOST = 5
/** As many queries are tried, at most. */
const TRIES = 40

/** Queries like one without a hit, each with hits: first words almost alike, then parts of words, then fewer words. */
export async function suggest(plan: Plan, query: Query, field: SearchField | undefined): Promise<string[]> {
  const suggestions: string[] = []
  let tries = 0
  for await (const candidate of candidates(plan, query, field)) {
    if (suggestions.length >= MOST || tries >= TRIES) break
    const spelled = spell(candidate)
    if (suggestions.includes(spelled)) continue
    tries++
    const [found] = await firstTexts(plan, foldQuery(candidate, field), 1)
    if (found !== undefined) suggestions.push(spelled)
  }
  return suggestions
}

async function* candidates(plan: Plan, query: Query, field: SearchField | undefined): AsyncGenerator<Query> {
  const { all } = query
  for (const [i, group] of all.entries()) {
    for (const term of group) {
      for (const text of await alike(plan, foldTerm(term, field)))
        yield { ...query, all: all.with(i, [{ ...term, text }]) }
    }
  }
  for (const [i, group] of all.entries()) {
    for (const term of group) {
      for (const texts of split(term.text)) {
        yield { ...query, all: [...all.slice(0, i), ...texts.map((text) => [{ ...term, text }]), ...all.slice(i + 1)] }
      }
    }
  }
  if (all.length > 1) for (const [i] of all.entries()) yield { ...query, all: all.toSpliced(i, 1) }
  if (all.length === 1) {
    for (const term of all[0] ?? []) for (const text of parts(term.text)) yield { ...query, all: [[{ ...term, text }]] }
  }
}

/** How many passages are looked through for words almost alike. */
const LOOKED_THROUGH = 200

/**
 * Words that differ in one character from a term, the most frequent first: found by the longer part that is left.
 *
 *     河道整制  →  河道整* and *道整制  →  河道整治
 */
async function alike(plan: Plan, { folded, field }: FoldedTerm): Promise<string[]> {
  const characters = [...folded]
  if (characters.length < 2 || characters.length > 12) return []
  const counts = new Map<string, number>()
  for (const at of characters.keys()) {
    const head = characters.slice(0, at).join('')
    const tail = characters.slice(at + 1).join('')
    const known = [head, tail].filter((part) => part !== '')
    const wanted = { groups: known.map((part) => [{ folded: part, field }]), none: [] }
    for (const text of await firstTexts(plan, wanted, LOOKED_THROUGH)) {
      for (const word of withGap(text, head, tail)) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([word]) => word)
}

/** The first passages that a query finds, folded. */
async function firstTexts(plan: Plan, query: FoldedQuery, limit: number): Promise<string[]> {
  const candidates = selectCandidates(
    await planOf({ ...plan, query, isWithHolders: false }, limit),
    sql`passages.folded AS folded`,
  )
  const { rows } = await sql<{ folded: string }>`${candidates} LIMIT ${limit}`.execute(plan.database.kysely)
  return rows.map(({ folded }) => folded)
}

/** The words in a text that have any one letter between head and tail. */
function* withGap(text: string, head: string, tail: string): Generator<string> {
  const characters = [...text]
  const before = [...head].length
  const after = [...tail].length
  for (let at = before; at + after < characters.length; at++) {
    if (characters.slice(at - before, at).join('') !== head) continue
    if (characters.slice(at + 1, at + 1 + after).join('') !== tail) continue
    const letter = characters[at] as string
    if (/[\p{L}\p{N}]/u.test(letter)) yield head + letter + tail
  }
}

/** A word as two words, from the middle outwards. */
function split(text: string): string[][] {
  const characters = [...text]
  const middle = characters.length / 2
  return [...characters.keys()]
    .filter((at) => at >= 2 && characters.length - at >= 2)
    .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
    .map((at) => [characters.slice(0, at).join(''), characters.slice(at).join('')])
}

/** What is left of a word when its end or its beginning goes, the longest first, down to two characters. */
function parts(text: string): string[] {
  const characters = [...text]
  const found: string[] = []
  for (let length = characters.length - 1; length >= 2; length--) {
    found.push(characters.slice(0, length).join(''), characters.slice(-length).join(''))
  }
  return found
}

/** A query as a person would type it. */
function spell({ all, none = [] }: Query): string {
  const wanted = all.map((group) => group.map(spellTerm).join(' OR '))
  return [...wanted, ...none.map((term) => `-${spellTerm(term)}`)].join(' ')
}

function spellTerm({ text, field }: Term): string {
  const isPlain = /^[^\s"“”「」:：|-]+$/.test(text) && text !== 'OR'
  return (field ? `${field}:` : '') + (isPlain ? text : `"${text}"`)
}
