import { createMessage } from '../messages/finding.ts'
import { foldTable } from '../source/fold.ts'
import { unitsOf } from '../source/units.ts'
import { type Leaf, placeOf, type SpokenLine, spokenIn } from './lines.ts'
import type { Known, Rule } from './rule.ts'

/** Paragraphs with fewer characters are formulas that every speech may use. */
const SHORTEST = 40
/** A clause with fewer characters says nothing about where it comes from. */
const SHORTEST_CLAUSE = 6
/** Two paragraphs are nearly the same when clauses with so much of the longer one's characters stand in both. */
const SHARED = 0.6

/** Paragraphs that stand on the page twice, letter for letter (they have one id) or nearly so, clause for clause. */
export const nearIdentical: Rule = (report, _, { page }) => {
  const byId = new Map<string, SpokenLine>()
  const byClause = new Map<number, Read>()
  return {
    line(paragraph, leaves) {
      if (paragraph.type !== 'paragraph') return
      const line = findTwin(paragraph, leaves)?.position?.start.line
      if (line === undefined) return
      report(createMessage('near-identical-paragraphs', paragraph.position, { values: { line } }))
    },
  }

  /** The paragraph that a paragraph repeats; one that repeats none is kept, to be repeated by others. */
  function findTwin(paragraph: SpokenLine, leaves: readonly Leaf[]): SpokenLine | undefined {
    const id = withoutOccurrence(paragraph.id ?? '')
    const same = byId.get(id)
    if (same) return same
    const clauses = clausesOf(leaves, page)
    if (clauses.length < SHORTEST) return undefined
    const keys = keysOf(clauses)
    const like = keys.map((key) => byClause.get(key)).find((other) => other && isLike(clauses, other.clauses))
    byId.set(id, paragraph)
    for (const key of keys) if (!byClause.has(key)) byClause.set(key, { paragraph, clauses })
    return like?.paragraph
  }
}

/** The clauses of a paragraph: a hash and a length (in characters) each, and the length of all. */
interface Clauses {
  hashes: number[]
  lengths: number[]
  length: number
}

interface Read {
  paragraph: SpokenLine
  clauses: Clauses
}

/** The id of a text, without the `-2` of its second occurrence. */
function withoutOccurrence(id: string): string {
  const dash = id.indexOf('-')
  return dash === -1 ? id : id.slice(0, dash)
}

/** The clauses by which a paragraph is found again: one of them at least stands in a copy that was changed a little. */
function keysOf({ hashes }: Clauses): number[] {
  const places = [0, 1, hashes.length >> 1, hashes.length - 2, hashes.length - 1]
  return places.flatMap((place) => hashes[place] ?? [])
}

function isLike({ hashes, lengths, length }: Clauses, other: Clauses): boolean {
  const least = SHARED * Math.max(length, other.length)
  if (Math.min(length, other.length) < least) return false
  const theirs = new Set(other.hashes)
  let shared = 0
  for (let i = 0; i < hashes.length; i++) if (theirs.has(hashes[i] as number)) shared += lengths[i] as number
  return shared >= least
}

/** What a unit is to a clause: 0 ends it, 1 is passed over (masks and figures), else its folded character. */
let characters: Uint16Array | undefined
const PASSED_OVER = 1

function characterTable(): Uint16Array {
  if (characters) return characters
  characters = foldTable().slice()
  for (const [at, code] of characters.entries()) {
    if (code < 0x3400 || code >= 0xfe00) characters[at] = isAlphanumeric(code) ? PASSED_OVER : 0
  }
  return characters
}

function isAlphanumeric(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}

/** Reads the clauses of a paragraph, script and width folded. */
function clausesOf(leaves: readonly Leaf[], page: Known['page']): Clauses {
  const clauses: Clauses = { hashes: [], lengths: [], length: 0 }
  const text = spokenIn(leaves)
  if (text.length < SHORTEST) return clauses
  const table = characterTable()
  const place = page && placeOf(text, leaves, page)
  const units = place === undefined || !page ? unitsOf(text) : page.units
  let at = place ?? 0
  let hash = 0
  let length = 0
  for (const { type, value } of leaves) {
    if (type === 'noise' || type === 'marker') continue
    const end = at + value.length
    if (type !== 'text') at = end
    for (; at < end; at++) {
      const code = table[units[at] as number] as number
      if (code > PASSED_OVER) {
        hash = (Math.imul(hash, 0x01000193) + code) | 0
        length++
      } else if (code === 0 && length > 0) {
        endClause(clauses, hash, length)
        hash = 0
        length = 0
      }
    }
  }
  endClause(clauses, hash, length)
  return clauses
}

function endClause(clauses: Clauses, hash: number, length: number): void {
  clauses.length += length
  if (length < SHORTEST_CLAUSE) return
  clauses.hashes.push(hash)
  clauses.lengths.push(length)
}
