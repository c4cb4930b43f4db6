import { createMessage } from '../messages/finding.ts'
import type { Message } from '../schema/message.ts'
import { foldTable } from '../source/fold.ts'
import { paragraphsOf, speechesOf } from '../tree/walk.ts'
import { eachLeaf, type SpokenLine } from './lines.ts'
import type { Rule } from './rule.ts'

/** Paragraphs with fewer characters are formulas that every speech may use. */
const SHORTEST = 40
/** A clause with fewer characters says nothing about where it comes from. */
const SHORTEST_CLAUSE = 6
/** Two paragraphs are nearly the same when clauses with so much of the longer one's characters stand in both. */
const SHARED = 0.6

/** Paragraphs that stand on the page twice, letter for letter (they have one id) or nearly so, clause for clause. */
export const nearIdentical: Rule = (collection) => {
  const messages: Message[] = []
  const paragraphs = speechesOf(collection).flatMap(paragraphsOf)
  const read: Clauses[] = []
  const byId = new Map<string, number>()
  const byClause = new Map<number, number>()
  for (const [i, paragraph] of paragraphs.entries()) {
    const clauses = clausesOf(paragraph)
    read.push(clauses)
    if (clauses.length < SHORTEST) continue
    const id = paragraph.id.replace(/-\d+$/, '')
    const keys = keysOf(clauses)
    const twin =
      byId.get(id) ?? keys.map((key) => byClause.get(key)).find((j) => j !== undefined && isLike(clauses, read[j]))
    if (!byId.has(id)) byId.set(id, i)
    for (const key of keys) if (!byClause.has(key)) byClause.set(key, i)
    const line = twin === undefined ? undefined : paragraphs[twin]?.position?.start.line
    if (line === undefined) continue
    messages.push(createMessage('near-identical-paragraphs', paragraph.position, { values: { line } }))
  }
  return messages
}

/** The clauses of a paragraph: a hash and a length (in characters) each, and the length of all. */
interface Clauses {
  hashes: number[]
  lengths: number[]
  length: number
}

/** The clauses by which a paragraph is found again: one of them at least stands in a copy that was changed a little. */
function keysOf({ hashes }: Clauses): number[] {
  const places = [0, 1, hashes.length >> 1, hashes.length - 2, hashes.length - 1]
  return places.flatMap((place) => hashes[place] ?? [])
}

function isLike({ hashes, lengths, length }: Clauses, other: Clauses | undefined): boolean {
  if (!other) return false
  const theirs = new Set(other.hashes)
  let shared = 0
  for (let i = 0; i < hashes.length; i++) if (theirs.has(hashes[i] as number)) shared += lengths[i] as number
  return shared >= SHARED * Math.max(length, other.length)
}

/** Reads the clauses of a paragraph, script and width folded; every mark ends one, masks and figures are passed over. */
function clausesOf(paragraph: SpokenLine): Clauses {
  const to = foldTable()
  const clauses: Clauses = { hashes: [], lengths: [], length: 0 }
  let hash = 0
  let length = 0
  const end = () => {
    clauses.length += length
    if (length >= SHORTEST_CLAUSE) {
      clauses.hashes.push(hash)
      clauses.lengths.push(length)
    }
    hash = 0
    length = 0
  }
  eachLeaf(paragraph, ({ type, value }) => {
    if (type !== 'text') return
    for (let at = 0; at < value.length; at++) {
      const code = to[value.charCodeAt(at)] as number
      if (code >= 0x3400 && code < 0xfe00) {
        hash = (Math.imul(hash, 0x01000193) + code) | 0
        length++
      } else if (length > 0 && !isAlphanumeric(code)) end()
    }
  })
  end()
  return clauses
}

function isAlphanumeric(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}
